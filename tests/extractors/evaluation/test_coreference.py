from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extractors.annotation.coreference import CoreferenceRow, register_coreference
from extractors.corpora.conllu import Word
from extractors.corpora.gold import Gold
from extractors.evaluation.coreference import CoreferenceScores, score_coreference
from extractors.evaluation.counts import Counts

FORMS = ("Mara", "met", "Ben", ".", "She", "left", "and", "they", "said", "it", "rained")
REFERENCES = {0: frozenset("1"), 2: frozenset("2"), 4: frozenset("1"), 7: frozenset("1")}
PRONOUN = frozenset(["She", "they", "it"])


@pytest.fixture
def gold() -> Gold:
    text, spans = "", []
    for form in FORMS:
        spans.append((len(text), len(text) + len(form)))
        text += f"{form} "
    tree = tuple(
        Word(form, form, "X", "PRP" if form in PRONOUN else "X", "", 0, "dep", space_after=True)
        for form in FORMS
    )
    return Gold(text, tuple(spans), frozenset([0]), tree=tree, references=REFERENCES)


def score(gold: Gold, *rows: CoreferenceRow) -> CoreferenceScores:
    doc = Doc(spacy.blank("en").vocab, list(FORMS))
    register_coreference()
    doc._.coreference = rows
    scores = score_coreference([doc], [gold])
    assert scores is not None
    return scores


def test_right_links_of_pronouns_count_and_their_clusters(gold: Gold) -> None:
    scores = score(gold, (4, 0, 0.9), (7, 4, 0.6), (7, 2, 0.3))
    assert scores.pronouns == {
        "he, she": Counts(1, 1, 1),
        "they": Counts(1, 1, 1),
        "it": Counts(0, 0, 0),
    }
    assert scores.clusters.conll == pytest.approx(100)


def test_a_wrong_link_costs_precision_and_none_costs_recall(gold: Gold) -> None:
    scores = score(gold, (4, 2, 0.9), (4, 0, 0.1), (7, -1, 0.7), (7, 4, 0.3), (9, 2, 0.8))
    assert scores.pronouns == {
        "he, she": Counts(0, 1, 1),
        "they": Counts(0, 0, 1),
        "it": Counts(0, 1, 0),
    }
    assert scores.clusters.conll < 20


def test_clusters_are_all_that_is_linked_in_steps(gold: Gold) -> None:
    apart = score(gold, (2, -1, 0.9), (4, 0, 0.9), (7, 2, 0.9))
    joined = score(gold, (2, 0, 0.9), (4, 2, 0.9), (7, 4, 0.9))
    assert apart.clusters.muc.precision == pytest.approx(50)
    assert joined.clusters.muc.recall == pytest.approx(100)
    assert joined.clusters.muc.precision == pytest.approx(100 * 2 / 3)


def test_a_reader_without_coreference_has_no_figures(gold: Gold) -> None:
    doc = Doc(spacy.blank("en").vocab, list(FORMS))
    assert score_coreference([doc], [gold]) is None
