"""A text and all that its corpus says of it, whatever format it comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractors.corpora.conllu import Sentence, Word
from extractors.corpora.detokenising import find_tokens, join_tokens
from extractors.corpora.geneva import TriggeredSentence
from extractors.corpora.gum import make_sample as find_names
from extractors.corpora.iob import IobFormat, IobSentence
from extractors.corpora.iob import make_sample as make_iob_sample
from extractors.corpora.samples import Sample, join_samples

Place = tuple[int, int]
TypedPlace = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """One text; places count code points, ends are exclusive.

    ``words`` are the corpus' tokens, none where it has running text only; ``starts`` are the
    indices of those that begin a sentence. ``tree`` has the line of each word, heads counted over
    the whole text. ``names`` and ``triggers`` are None where the corpus has none of the sort.
    """

    text: str
    words: tuple[Place, ...] = ()
    starts: frozenset[int] = frozenset()
    names: Sample | None = None
    tree: tuple[Word, ...] = ()
    triggers: frozenset[TypedPlace] | None = None


def gold_of_iob(sentence: IobSentence, layout: IobFormat) -> Gold:
    """Give a sentence with names."""
    text, spans = sentence.locate_tokens()
    return Gold(text, tuple(spans), frozenset([0]), names=make_iob_sample(sentence, layout))


def gold_of_conllu(sentence: Sentence) -> Gold:
    """Give a sentence with its tree."""
    text, spans = sentence.locate_words()
    return Gold(text, tuple(spans), frozenset([0]), tree=tuple(sentence.words))


def gold_of_gum(sentence: Sentence) -> Gold:
    """Give a sentence with its tree and the names among its entities."""
    return replace(gold_of_conllu(sentence), names=find_names(sentence))


def gold_of_geneva(sentence: TriggeredSentence) -> Gold:
    """Give a sentence with triggers, set as running text."""
    text, spans = _set_text(sentence)
    triggers = frozenset(
        (spans[one.start][0], spans[one.end - 1][1], one.event_type) for one in sentence.triggers
    )
    return Gold(text, tuple(spans), frozenset([0]), triggers=triggers)


def _set_text(sentence: TriggeredSentence) -> tuple[str, list[Place]]:
    """Take out the blanks before punctuation, and put in none that the publisher has not."""
    chunks, glued = [""], True
    for token, space in zip(sentence.tokens, sentence.spaces, strict=True):
        chunks[-1:] = [chunks[-1] + token] if glued else [chunks[-1], token]
        glued = not space
    return find_tokens(join_tokens(chunks)[0], sentence.tokens)


def join_golds(golds: Sequence[Gold], gaps: Sequence[str]) -> Gold:
    """Give consecutive texts as one; ``gaps`` are what stands before each, the first not used."""
    text, words = "", 0
    shifted: list[Gold] = []
    for gap, gold in zip(gaps, golds, strict=True):
        text += gap if shifted else ""
        shifted.append(_shift(gold, len(text), words))
        text += gold.text
        words += len(gold.words)
    samples = [gold.names for gold in golds if gold.names]
    triggers = [one.triggers for one in shifted if one.triggers is not None]
    return Gold(
        text=text,
        words=tuple(chain.from_iterable(one.words for one in shifted)),
        starts=frozenset(chain.from_iterable(one.starts for one in shifted)),
        names=join_samples(samples, gaps) if samples else None,
        tree=tuple(chain.from_iterable(one.tree for one in shifted)),
        triggers=frozenset(chain.from_iterable(triggers)) if triggers else None,
    )


def _shift(gold: Gold, by: int, words: int) -> Gold:
    """Move everything but the names by so many code points and words."""
    return replace(
        gold,
        words=tuple((start + by, end + by) for start, end in gold.words),
        starts=frozenset(start + words for start in gold.starts),
        tree=tuple(replace(word, head=word.head + words) for word in gold.tree),
        triggers=None
        if gold.triggers is None
        else frozenset((start + by, end + by, label) for start, end, label in gold.triggers),
    )
