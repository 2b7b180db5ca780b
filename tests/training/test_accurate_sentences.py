from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.corpora.conllu import Sentence, Word
from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from extractors.encoder.heads.labels import LemmaRule, apply_lemma_rule
from training.accurate.sentences import (
    Lesson,
    find_lemma_rule,
    learn_from_sample,
    learn_from_tree,
    learn_from_triggers,
    lemma_rules_of,
)
from training.tokenizing import make_english

ALL = frozenset(KINDS)
NLP = make_english()


def make_word(form: str, lemma: str = "_", *, glues: bool = False) -> Word:
    """Give a root; ``glues`` where no white space follows."""
    return Word(form, lemma, "X", "_", "", 0, "ROOT", space_after=not glues)


SENTENCE = Sentence(
    "news",
    starts_paragraph=False,
    words=[
        make_word("Anna", "Anna"),
        make_word("do", "do", glues=True),
        make_word("n't", "not"),
        make_word("go", glues=True),
        make_word("."),
    ],
)


def test_a_word_without_white_space_before_it_is_glued() -> None:
    lesson = learn_from_sample(Sample("Anna\n  left (again).", "made", "d", ALL), NLP)
    assert lesson is not None
    assert lesson.forms == ("Anna", "left", "(", "again", ")", ".")
    assert lesson.glued == (False, False, False, True, True, True)


def test_white_space_alone_teaches_nothing() -> None:
    assert learn_from_sample(Sample(" \n\n ", "made", "d", ALL), NLP) is None


def test_names_go_to_the_words_they_cover_and_leave_those_open_that_they_cut() -> None:
    names = (Entity(0, 9, "Person"), Entity(17, 21, "Place"))
    sample = Sample("Anna Bold of the Kernians", "made", "d", ALL, names, ((10, 12),))
    lesson = learn_from_sample(sample, NLP)
    assert lesson is not None
    assert lesson.names == ("B-Person", "I-Person", None, "O", None)
    assert (lesson.source, lesson.document, lesson.kinds) == ("made", "d", ALL)


def test_a_tree_keeps_the_words_of_its_corpus_and_takes_the_names_of_the_sample() -> None:
    sample = Sample("Anna don't go.", "made", "other", ALL, (Entity(0, 4, "Person"),))
    lesson = learn_from_tree("gum", SENTENCE, sample)
    assert lesson.forms == ("Anna", "do", "n't", "go", ".")
    assert lesson.glued == (False, False, True, False, True)
    assert lesson.names == ("B-Person", "O", "O", "O", "O")
    assert lesson.tree == tuple(SENTENCE.words)
    assert (lesson.source, lesson.document, lesson.starts_paragraph) == ("gum", "news", False)


def test_a_tree_without_a_sample_says_nothing_of_names() -> None:
    lesson = learn_from_tree("gum", SENTENCE, None)
    assert (lesson.names, lesson.kinds) == ((), frozenset())


def test_triggers_say_nothing_of_names_and_trees() -> None:
    lesson = learn_from_triggers("d", ["They", "met", "."], [(0, 4), (5, 8), (8, 9)], "OXO")
    assert lesson.triggers == ("O", "X", "O")
    assert lesson.glued == (False, False, True)
    assert (lesson.names, lesson.tree) == ((), ())


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("Cities", "city", (3, "y", True)),
        ("Paris", "Paris", (0, "", False)),
        ("was", "be", (3, "be", False)),
        ("THE", "the", (0, "", True)),
        ("PARIS", "Paris", (4, "aris", False)),
    ],
)
def test_a_lemma_rule_changes_as_little_as_it_can(form: str, lemma: str, rule: LemmaRule) -> None:
    assert find_lemma_rule(form, lemma) == rule


def test_a_rule_of_one_word_holds_for_another() -> None:
    assert apply_lemma_rule("Walked", find_lemma_rule("Talked", "talk")) == "walk"


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_rule_that_training_finds_gives_the_reader_the_lemma(form: str, lemma: str) -> None:
    assert apply_lemma_rule(form, find_lemma_rule(form, lemma)) == lemma


def test_lemmas_that_the_corpus_leaves_out_are_the_form_and_rules_follow_the_present_form() -> None:
    tree = (make_word("Going", "go"), make_word("Kern"))
    lesson = Lesson("gum", "d", True, ("GOING", "KERN"), (False, False), tree=tree)
    assert list(lemma_rules_of(lesson)) == [(3, "", True), (0, "", False)]
