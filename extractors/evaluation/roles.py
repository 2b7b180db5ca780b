"""Compares the predicates and arguments that a reader finds with those that a corpus marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc

from extractors.annotation.semantic_roles import arguments_of, gives_roles, predicate_score
from extractors.corpora.gold import Gold
from extractors.corpora.propbank import RELATIVE
from extractors.evaluation.counts import NOTHING, Counts, count_matches
from extractors.evaluation.docs import find_words

PREDICATES: Final = "predicates"
ALL: Final = "arguments"
WHOLE: Final = "arguments, of all predicates"
_ROWS: Final[dict[str, frozenset[str]]] = {
    "ARG0, ARG1": frozenset(["ARG0", "ARG1"]),
    "ARG2, ARG3, ARG4": frozenset(["ARG2", "ARG3", "ARG4"]),
    "ARGM-TMP, ARGM-LOC": frozenset(["ARGM-TMP", "ARGM-LOC"]),
    "ARGM-NEG, ARGM-MOD": frozenset(["ARGM-NEG", "ARGM-MOD"]),
    RELATIVE: frozenset([RELATIVE]),
}
_OF_NOUNS: Final = "ARG0, ARG1 of nouns"
_NOUN: Final = frozenset(["NOUN", "PROPN"])

Arc = tuple[int, int, str]
"""Predicate, argument and role; places count the corpus' words."""


def score_roles(docs: Sequence[Doc], golds: Sequence[Gold]) -> dict[str, Counts] | None:
    """Count predicates and, by roles, head words of arguments; None where a reader finds none.

    But for ``WHOLE``, arguments are those of predicates that reader and corpus both have, so that
    what a missed predicate costs is told by ``PREDICATES`` alone.
    """
    if not any(map(gives_roles, docs)):
        return None
    scores: dict[str, Counts] = {}
    for doc, gold in zip(docs, golds, strict=True):
        for name, counts in _score(doc, gold):
            scores[name] = scores.get(name, NOTHING) + counts
    return scores


def _score(doc: Doc, gold: Gold) -> Iterator[tuple[str, Counts]]:
    words = {at: word for at, word in find_words(doc, gold).items() if word not in gold.roleless}
    told = {words[token.i] for token in doc if predicate_score(token) and token.i in words}
    known = {one.word for one in gold.predicates or ()}
    yield PREDICATES, count_matches(told, known)
    found, marked = set(_find_arcs(doc, words)), find_marked(gold)
    yield WHOLE, count_matches(found, marked)
    both = told & known
    found, marked = ({arc for arc in arcs if arc[0] in both} for arcs in (found, marked))
    yield from count_arcs(found, marked, gold)


def find_marked(gold: Gold) -> set[Arc]:
    """Give the arguments that the corpus marks."""
    return {(one.word, word, role) for one in gold.predicates or () for word, role in one.arguments}


def count_arcs(found: set[Arc], marked: set[Arc], gold: Gold) -> Iterator[tuple[str, Counts]]:
    """Yield the counts of all roles and of some, and of those of nouns."""
    yield ALL, count_matches(found, marked)
    for name, roles in _ROWS.items():
        yield name, _count_some(found, marked, roles)
    nouns = {place for place, word in enumerate(gold.tree) if word.upos in _NOUN}
    found, marked = ({arc for arc in arcs if arc[0] in nouns} for arcs in (found, marked))
    yield _OF_NOUNS, _count_some(found, marked, _ROWS["ARG0, ARG1"])


def _find_arcs(doc: Doc, words: Mapping[int, int]) -> Iterator[Arc]:
    for token in doc:
        for arc in arguments_of(token):
            if token.i in words and arc.argument.i in words:
                yield words[token.i], words[arc.argument.i], arc.role


def _count_some(found: set[Arc], marked: set[Arc], roles: frozenset[str]) -> Counts:
    chosen = ({arc for arc in arcs if arc[2] in roles} for arcs in (found, marked))
    return count_matches(*chosen)
