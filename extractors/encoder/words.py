"""The words of a Doc as arrays: what stands before each, and what was decided of it before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

NONE, BLANK, BREAK = 0, 1, 2
"""What stands before a word: nothing, white space, or a line break."""

_ATTRIBUTES: Final[list[int | str]] = ["ORTH", "SPACY", "IS_SPACE", "SENT_START", "ENT_IOB"]
_LINE_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document that are no white space; every array has one entry a word."""

    size: int
    """How many tokens the document has, white space among them."""
    tokens: NDArray[np.int64]
    """The index of each word's token."""
    orths: NDArray[np.uint64]
    """The key of each word's text in the string store."""
    spaces: NDArray[np.int64]
    """``NONE``, ``BLANK`` or ``BREAK`` before the word; ``BREAK`` for the first."""
    blank_lines: NDArray[np.bool_]
    """Whether a blank line stands before the word."""
    presets: NDArray[np.int64]
    """1 where a sentence was set to begin at the word, -1 where set not to, 0 where open."""
    ents: NDArray[np.bool_]
    """One entry a *token*: whether it is in an entity that was set before, or blocked."""

    def __len__(self) -> int:
        return len(self.tokens)


def find_words(doc: Doc) -> Words:
    """The words of a Doc with what was decided of them before."""
    columns = doc.to_array(_ATTRIBUTES).astype(np.uint64).reshape(len(doc), len(_ATTRIBUTES))
    orths, is_space = columns[:, 0], columns[:, 2].astype(bool)
    tokens = np.flatnonzero(~is_space)
    breaks = _count_breaks(doc, orths, is_space)[tokens]
    parted = np.diff(tokens, prepend=-1) > 1
    parted[1:] |= columns[tokens[1:] - 1, 1].astype(bool)
    spaces = np.where(breaks > 0, BREAK, np.where(parted, BLANK, NONE))
    spaces[:1] = BREAK
    return Words(
        size=len(doc),
        tokens=tokens,
        orths=orths[tokens],
        spaces=spaces,
        blank_lines=breaks > 1,
        presets=_find_presets(columns[:, 3].astype(np.int64), is_space, tokens),
        ents=np.isin(columns[:, 4], (1, 3)),
    )


def _count_breaks(
    doc: Doc, orths: NDArray[np.uint64], is_space: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """How many line breaks stand between each token and the word before it."""
    counts = np.zeros(len(orths), np.int64)
    known: dict[int, int] = {}
    for index in np.flatnonzero(is_space).tolist():
        orth = int(orths[index])
        if orth not in known:
            known[orth] = len(_LINE_BREAK.findall(doc.vocab.strings[orth]))
        counts[index] = known[orth] + (counts[index - 1] if index else 0)
    before = np.zeros_like(counts)
    before[1:] = counts[:-1]
    return before


def _find_presets(
    starts: NDArray[np.int64], is_space: NDArray[np.bool_], tokens: NDArray[np.int64]
) -> NDArray[np.int64]:
    """What was set for each word; a sentence set to begin at white space begins at the next word.

    White space ends a sentence here and never begins one, as in the trees that readers learn from.
    """
    presets = np.sign(starts[tokens])
    at_space = np.flatnonzero(is_space & (starts == 1))
    following = np.searchsorted(tokens, at_space)
    following = following[following < len(tokens)]
    following = following[presets[following] == 0]
    presets[following] = 1
    presets[:1] = 1
    return presets
