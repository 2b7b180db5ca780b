"""Compares the event triggers that a reader finds with those that a corpus marks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extractors.corpora.gold import Gold
from extractors.evaluation.counts import NOTHING, Counts, count_matches

GROUP = "events"
"""The key of ``doc.spans`` under which readers keep triggers."""


def score_triggers(docs: Sequence[Doc], golds: Sequence[Gold]) -> Counts | None:
    """Count triggers with both edges right, whatever their type; None where none are given."""
    if not any(GROUP in doc.spans for doc in docs):
        return None
    counted = (
        count_matches(
            {(span.start_char, span.end_char) for span in doc.spans.get(GROUP, ())},
            {(start, end) for start, end, _ in gold.triggers or ()},
        )
        for doc, gold in zip(docs, golds, strict=True)
    )
    return sum(counted, NOTHING)


def score_typed_triggers(docs: Sequence[Doc], golds: Sequence[Gold]) -> Counts | None:
    """Count triggers with edges and type right.

    The type is the span's id or label, whichever the corpus knows; None where it knows none.
    """
    known = {label for gold in golds for _, _, label in gold.triggers or ()}
    found = [{_type(span_types, known) for span_types in _typed(doc)} for doc in docs]
    if not any(label in known for triggers in found for _, _, label in triggers):
        return None
    counted = (
        count_matches(triggers, gold.triggers or frozenset())
        for triggers, gold in zip(found, golds, strict=True)
    )
    return sum(counted, NOTHING)


def _typed(doc: Doc) -> list[tuple[int, int, str, str]]:
    spans = doc.spans.get(GROUP, ())
    return [(span.start_char, span.end_char, span.id_, span.label_) for span in spans]


def _type(span: tuple[int, int, str, str], known: set[str]) -> tuple[int, int, str]:
    start, end, identifier, label = span
    return start, end, label if label in known and identifier not in known else identifier
