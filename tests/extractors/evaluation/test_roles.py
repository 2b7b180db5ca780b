from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extractors.annotation.semantic_roles import RoleRow, register_roles
from extractors.corpora.conllu import Word
from extractors.corpora.gold import Gold
from extractors.corpora.propbank import Predicate
from extractors.evaluation.counts import Counts
from extractors.evaluation.roles import ALL, PREDICATES, WHOLE, score_roles

FORMS = ("Rebels", "attacked", "Kern", "after", "talks", "ended")
TAGS = ("NOUN", "VERB", "PROPN", "SCONJ", "NOUN", "VERB")
PREDICATES_MARKED = (
    Predicate(1, ((0, "ARG0"), (2, "ARG1"), (5, "ARGM-TMP"))),
    Predicate(4, ((0, "ARG0"),)),
    Predicate(5, ((4, "ARG1"),)),
)


@pytest.fixture
def gold() -> Gold:
    text, spans = "", []
    for form in FORMS:
        spans.append((len(text), len(text) + len(form)))
        text += f"{form} "
    tree = tuple(
        Word(form, form, tag, "X", "", 1, "dep", space_after=True)
        for form, tag in zip(FORMS, TAGS, strict=True)
    )
    return Gold(text, tuple(spans), frozenset([0]), tree=tree, predicates=PREDICATES_MARKED)


def read(*rows: RoleRow) -> Doc:
    doc = Doc(spacy.blank("en").vocab, list(FORMS))
    register_roles()
    doc._.semantic_roles = tuple(sorted(rows))
    return doc


PERFECT: tuple[RoleRow, ...] = tuple(
    row
    for one in PREDICATES_MARKED
    for row in (
        (one.word, one.word, "V", 1.0),
        *((one.word, word, role, 1.0) for word, role in one.arguments),
    )
)


def test_a_reader_that_knows_it_all_gets_a_hundred(gold: Gold) -> None:
    scores = score_roles([read(*PERFECT)], [gold])
    assert scores is not None
    assert scores[PREDICATES] == Counts(3, 3, 3)
    assert scores[ALL] == scores[WHOLE] == Counts(5, 5, 5)
    assert scores["ARG0, ARG1"] == Counts(4, 4, 4)
    assert scores["ARG0, ARG1 of nouns"] == Counts(1, 1, 1)
    assert scores["ARGM-TMP, ARGM-LOC"] == Counts(1, 1, 1)


def test_a_predicate_that_is_missed_costs_its_arguments_in_the_whole_only(gold: Gold) -> None:
    scores = score_roles([read(*(row for row in PERFECT if row[0] != 1))], [gold])
    assert scores is not None
    assert scores[PREDICATES] == Counts(2, 2, 3)
    assert scores[WHOLE] == Counts(2, 2, 5)
    assert scores[ALL] == Counts(2, 2, 2)


def test_a_wrong_role_costs_both_ways_and_a_wrong_predicate_one(gold: Gold) -> None:
    rows = [row for row in PERFECT if row[:2] != (1, 0)]
    scores = score_roles([read(*rows, (1, 0, "ARG1", 0.5), (3, 3, "V", 0.5))], [gold])
    assert scores is not None
    assert scores[PREDICATES] == Counts(3, 4, 3)
    assert scores[ALL] == Counts(4, 5, 5)


def test_sentences_whose_predicates_are_not_told_count_neither_way(gold: Gold) -> None:
    silent = Gold(
        gold.text,
        gold.words,
        gold.starts,
        tree=gold.tree,
        predicates=PREDICATES_MARKED[:2],
        roleless=frozenset([5]),
    )
    scores = score_roles([read(*PERFECT)], [silent])
    assert scores is not None
    assert scores[PREDICATES] == Counts(2, 2, 2)


def test_a_reader_without_roles_has_no_figures(gold: Gold) -> None:
    assert score_roles([Doc(spacy.blank("en").vocab, list(FORMS))], [gold]) is None
