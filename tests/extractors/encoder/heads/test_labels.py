from __future__ import annotations

import json
from typing import Any

import pytest

from extractors.encoder.heads.labels import LemmaRule, apply_lemma_rule, read_labels
from graph.errors import ReaderError

LABELS: dict[str, Any] = {
    "entity": ["O", "B-Place", "I-Place", "B-Date"],
    "trigger": ["O", "Attack"],
    "tag": ["NN"],
    "pos": ["NOUN"],
    "morph": [""],
    "lemma": [[1, "y", True]],
    "relation": ["ROOT"],
    "trigger_types": {"Attack": "Attack"},
    "trigger_threshold": 0.4,
}


def encoded(**changes: object) -> bytes:
    return json.dumps(LABELS | changes).encode()


def test_labels_are_read_as_they_stand() -> None:
    labels = read_labels(encoded())
    assert labels.lemma == ((1, "y", True),)
    assert labels.kinds == ("Date", "Place")
    assert labels.trigger_threshold == 0.4
    assert read_labels(encoded(entity_threshold=0.6)).entity_threshold == 0.6


def test_labels_without_a_threshold_of_entities_keep_them_all() -> None:
    assert read_labels(encoded()).entity_threshold == 0.0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "unfit"),
        (b"{}", "unfit .KeyError..entity"),
        (encoded(lemma=[[1]]), "unfit"),
        (encoded(entity=["B-Place"]), "no 'O' under 'entity'"),
        (encoded(relation=["root"]), "no 'ROOT' under 'relation'"),
        (encoded(entity=["O", "I-Place"]), "lacks the entity labels .'B-Place'."),
        (encoded(pos=["NOUN", "noun"]), "parts of speech unknown here: {'noun'}"),
    ],
)
def test_labels_that_are_unfit_are_refused(content: bytes, words: str) -> None:
    with pytest.raises(ReaderError, match=words):
        read_labels(content)


@pytest.mark.parametrize(
    ("form", "rule", "lemma"),
    [
        ("Cities", (3, "y", True), "city"),
        ("Paris", (0, "", False), "Paris"),
        ("'s", (2, "be", False), "be"),
        ("a", (3, "ing", False), "a"),
        ("s", (1, "", False), "s"),
    ],
)
def test_a_rule_makes_a_lemma_and_never_nothing(form: str, rule: LemmaRule, lemma: str) -> None:
    assert apply_lemma_rule(form, rule) == lemma
