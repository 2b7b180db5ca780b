"""A text and all that its corpus says of it, whatever format it comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from extractors.corpora.conllu import Sentence, Word
from extractors.corpora.detokenising import find_tokens, join_tokens
from extractors.corpora.geneva import TriggeredSentence
from extractors.corpora.gum import find_references
from extractors.corpora.gum import make_sample as find_names
from extractors.corpora.iob import IobFormat, IobSentence
from extractors.corpora.iob import make_sample as make_iob_sample
from extractors.corpora.propbank import Predicate, find_predicates
from extractors.corpora.samples import Sample, join_samples

Place = tuple[int, int]
TypedPlace = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """One text; places count code points, ends are exclusive.

    ``words`` are the corpus' tokens, none where it has running text only; ``starts`` are the
    indices of those that begin a sentence. ``tree`` has the line of each word, heads counted over
    the whole text. ``names``, ``triggers``, ``predicates`` and ``references`` (what the head word
    of each mention refers to) are None where the corpus has none of the sort; ``roleless`` are the
    words of sentences whose predicates it does not tell.
    """

    text: str
    words: tuple[Place, ...] = ()
    starts: frozenset[int] = frozenset()
    names: Sample | None = None
    tree: tuple[Word, ...] = ()
    triggers: frozenset[TypedPlace] | None = None
    predicates: tuple[Predicate, ...] | None = None
    references: Mapping[int, frozenset[str]] | None = None
    roleless: frozenset[int] = frozenset()


def gold_of_iob(sentence: IobSentence, layout: IobFormat) -> Gold:
    """Give a sentence with names."""
    text, spans = sentence.locate_tokens()
    return Gold(text, tuple(spans), frozenset([0]), names=make_iob_sample(sentence, layout))


def gold_of_conllu(sentence: Sentence, roles: Mapping[str, Any] | None = None) -> Gold:
    """Give a sentence with its tree, and its predicates where records of roles hold them."""
    text, spans = sentence.locate_words()
    predicates = find_predicates(sentence, roles or {})
    tree = tuple(sentence.words)
    roleless = frozenset(range(len(tree)) if predicates is None else ())
    return Gold(
        text,
        tuple(spans),
        frozenset([0]),
        tree=tree,
        predicates=predicates,
        roleless=roleless,
    )


def gold_of_gum(sentence: Sentence) -> Gold:
    """Give a sentence with its tree, the names among its entities, and what mentions refer to."""
    references = find_references(sentence.words)
    return replace(gold_of_conllu(sentence), names=find_names(sentence), references=references)


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
    predicates = [one.predicates for one in shifted if one.predicates is not None]
    references = [one.references for one in shifted if one.references is not None]
    return Gold(
        text=text,
        words=tuple(chain.from_iterable(one.words for one in shifted)),
        starts=frozenset(chain.from_iterable(one.starts for one in shifted)),
        names=join_samples(samples, gaps) if samples else None,
        tree=tuple(chain.from_iterable(one.tree for one in shifted)),
        triggers=frozenset(chain.from_iterable(triggers)) if triggers else None,
        predicates=tuple(chain.from_iterable(predicates)) if predicates else None,
        references=dict(chain.from_iterable(one.items() for one in references))
        if references
        else None,
        roleless=frozenset(chain.from_iterable(one.roleless for one in shifted)),
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
        predicates=None
        if gold.predicates is None
        else tuple(_move(predicate, words) for predicate in gold.predicates),
        references=None
        if gold.references is None
        else {word + words: entities for word, entities in gold.references.items()},
        roleless=frozenset(word + words for word in gold.roleless),
    )


def _move(predicate: Predicate, by: int) -> Predicate:
    arguments = tuple((word + by, role) for word, role in predicate.arguments)
    return Predicate(predicate.word + by, arguments)
