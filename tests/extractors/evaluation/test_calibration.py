from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, SpanGroup

from extractors.corpora.gold import Gold
from extractors.corpora.samples import Entity, Sample
from extractors.encoder.confidence import register_confidence
from extractors.evaluation.calibration import (
    bin_judged,
    expected_error,
    judge_names,
    judge_triggers,
)

NLP = spacy.blank("en")


def test_who_is_right_as_often_as_sure_has_no_error() -> None:
    judged = [(0.75, True)] * 3 + [(0.75, False)]
    assert expected_error(judged) == pytest.approx(0)


def test_the_error_is_the_mean_distance_by_bin() -> None:
    judged = [(0.9, True), (0.9, False), (0.5, True), (0.5, False)]
    assert expected_error(judged) == pytest.approx(20)
    low, high = bin_judged(judged)
    assert (low.count, low.confidence, low.right) == (2, 0.5, 0.5)
    assert (high.count, high.right) == (2, 0.5)


def test_all_sure_falls_into_the_last_bin_and_nothing_is_no_error() -> None:
    assert len(bin_judged([(1.0, True), (0.95, True)])) == 1
    assert expected_error([]) == 0


def found(text: str, *spans: tuple[int, int, str, float], group: str = "entities") -> Doc:
    register_confidence()
    doc = NLP(text)
    made = [doc[start:end] for start, end, _, _ in spans]
    for span, (_, _, label, _) in zip(made, spans, strict=True):
        span.label_ = label
    if group == "entities":
        doc.set_ents(made)
        made = list(doc.ents)
    scores = {"scores": [one[3] for one in spans]}
    doc.spans[group] = SpanGroup(doc, name=group, attrs=scores, spans=made)
    return doc


def test_a_name_is_right_by_edges_and_kind_and_open_stretches_do_not_count() -> None:
    doc = found(
        "Anna Lund of Torvik met Bo", (0, 2, "Person", 0.9), (3, 4, "Person", 0.6),
        (5, 6, "Person", 0.4),
    )  # fmt: skip
    names = (Entity(0, 9, "Person"), Entity(13, 19, "Place"))
    sample = Sample(doc.text, "made", "1", frozenset(["Person", "Place"]), names, ((24, 26),))
    assert [right for _, right in judge_names(doc, sample)] == [True, False]
    assert [sure for sure, _ in judge_names(doc, sample)] == pytest.approx([0.9, 0.6])


def test_a_kind_that_the_corpus_does_not_annotate_counts_neither_way() -> None:
    doc = found("Anna Lund left", (0, 2, "Person", 0.9))
    assert not list(judge_names(doc, Sample(doc.text, "made", "1", frozenset(["Place"]))))


def test_a_trigger_is_right_by_its_edges() -> None:
    doc = found("They met and fought", (1, 2, "Meeting", 0.7), (3, 4, "X", 0.5), group="events")
    gold = Gold(doc.text, triggers=frozenset([(5, 8, "Come_together")]))
    assert [right for _, right in judge_triggers(doc, gold)] == [True, False]
