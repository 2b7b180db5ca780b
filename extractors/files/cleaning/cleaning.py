"""From a draft to clean blocks of text, with a list of all that is left out on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.files.cleaning.characters import clean_characters
from extractors.files.cleaning.furniture import Trimmed, trim_furniture
from extractors.files.cleaning.mending import mend_sentences
from extractors.files.cleaning.paragraphs import Block, split_paragraphs
from extractors.files.cleaning.raised import cut_raised_digits
from extractors.files.cleaning.running_heads import cut_inner_heads
from extractors.files.draft import Draft, Layout
from extractors.files.plain.markdown import split_markdown
from graph.model import Cut

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\S+")


def clean(draft: Draft) -> Trimmed:
    """Clean a draft's text: characters, running heads, paragraphs, cut sentences, furniture.

    Every word of the draft is in the blocks or in the cuts.
    """
    text, raised = cut_raised_digits(clean_characters(draft.text))
    text, heads = cut_inner_heads(text)
    marked = draft.layout is Layout.MARKDOWN
    if marked:
        blocks = split_markdown(text)
    else:
        blocks = split_paragraphs(text, wrapped=draft.layout is Layout.PLAIN)
    trimmed = trim_furniture(mend_sentences(blocks))
    marks = _find_lost(text, blocks) if marked else ()
    return replace(trimmed, cuts=(*draft.cuts, *raised, *heads, *marks, *trimmed.cuts))


def _find_lost(text: str, blocks: Sequence[Block]) -> tuple[Cut, ...]:
    """List what Markdown's marks took with them: addresses of links, comments, pictures."""
    lost = Counter(_words([text]))
    lost.subtract(_words(block.text for block in blocks))
    return tuple(
        Cut(piece, "markup") for piece in _PIECE.findall(text) if _take(lost, _WORD.findall(piece))
    )


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in _WORD.findall(text))


def _take(lost: Counter[str], words: Sequence[str]) -> bool:
    """Whether a piece has a word that is missed; all of its words count as told then."""
    missed = any(lost[word] > 0 for word in words)
    if missed:
        lost.subtract(words)
    return missed
