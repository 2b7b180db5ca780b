from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from extractors.corpora.conllu import Word
from extractors.corpora.kinds import LABELS
from extractors.encoder.heads.labels import read_labels
from training.accurate.inventory import (
    Inventory,
    gather_inventory,
    gather_lemmas,
    keep_features,
    load_inventory,
)
from training.accurate.sentences import Lesson


def make_lesson(*words: Word, triggers: tuple[str, ...] = ()) -> Lesson:
    forms = tuple(word.form for word in words) or tuple("x" for _ in triggers)
    glued = (False,) * len(forms)
    return Lesson("made", "d", True, forms, glued, triggers=triggers, tree=words)


def make_word(form: str, lemma: str, feats: str = "", *, tag: str = "VBD") -> Word:
    upos = "_" if tag == "_" else "VERB"
    return Word(form, lemma, upos, tag, feats, 0, "ROOT", space_after=True)


TAUGHT = [
    make_lesson(
        make_word("talked", "talk", "Tense=Past|Typo=Yes"),
        make_word("Walked", "walk", tag="NN"),
        make_word("called", "call"),
    ),
    make_lesson(make_word("asked", "ask"), make_word("went", "go", tag="_")),
    make_lesson(make_word("called", "call"), make_word("went", "go")),
    make_lesson(triggers=("Telling", "O", "Attack", "Telling")),
]


def test_labels_are_gathered_once_in_order_and_outside_comes_first() -> None:
    inventory = gather_inventory(TAUGHT)
    assert inventory.entity == LABELS
    assert inventory.trigger == ("O", "Attack", "Telling")
    assert inventory.tag == ("NN", "VBD")
    assert inventory.pos == ("VERB",)
    assert inventory.morph == ("", "Tense=Past")
    assert inventory.relation == ("ROOT",)


def test_lemma_rules_that_few_words_follow_are_dropped() -> None:
    assert gather_inventory(TAUGHT).lemma == ((2, "", False),)


def test_lemmas_are_told_with_the_forms_that_have_one_alone_and_were_seen_twice() -> None:
    name = Word("Walks", "Walk", "PROPN", "NNPS", "", 0, "ROOT", space_after=True)
    left = [make_word("left", "leave"), make_word("left", "left"), make_word("Left", "left")]
    lessons = [*TAUGHT, make_lesson(name, name, *left, make_word("x", "_"), make_word("3", "3"))]
    assert gather_lemmas(lessons) == [
        *("ask", "call", "go", "leave", "left", "talk", "walk"),
        "called\tVERB\tcall",
    ]


@pytest.mark.parametrize(
    ("feats", "kept"),
    [
        ("", ""),
        ("Number=Sing|Typo=Yes", "Number=Sing"),
        ("Abbr=Yes|NumForm=Digit", ""),
        ("Number[psor]=Sing|Person=3|Poss=Yes", "Person=3|Poss=Yes"),
    ],
)
def test_features_of_spelling_are_dropped(feats: str, kept: str) -> None:
    assert keep_features(feats) == kept


def test_saved_labels_come_back_as_they_were(tmp_path: Path) -> None:
    inventory = gather_inventory(TAUGHT)
    inventory.save(tmp_path / "labels.json", more="of it")
    assert load_inventory(tmp_path / "labels.json") == inventory


def test_the_reader_reads_the_labels_that_training_saves(tmp_path: Path) -> None:
    inventory = gather_inventory(TAUGHT)
    path = tmp_path / "labels.json"
    inventory.save(
        path,
        trigger_types={"Attack": "Attack"},
        trigger_threshold=0.4,
        entity_threshold=0.5,
    )
    labels = read_labels(path.read_bytes())
    for task in fields(Inventory):
        assert getattr(labels, task.name) == getattr(inventory, task.name)
    assert labels.trigger_types == {"Attack": "Attack"}
    assert (labels.trigger_threshold, labels.entity_threshold) == (0.4, 0.5)
