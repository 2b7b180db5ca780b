from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.corpora.conllu import Sentence, Word
from extractors.corpora.propbank import Predicate, find_predicates, read_predicates

# "The man who had fled was not caught"
HEADS = (1, 7, 4, 4, 1, 7, 7, 7)
RELATIONS = ("det", "nsubj:pass", "nsubj", "aux", "acl:relcl", "aux:pass", "advmod", "ROOT")


def make_sentence(name: str = "s1") -> Sentence:
    forms = ["The", "man", "who", "had", "fled", "was", "not", "caught"]
    rows = zip(forms, HEADS, RELATIONS, strict=True)
    words = [Word(f, f, "X", "X", "", head, label, space_after=True) for f, head, label in rows]
    return Sentence("d", False, words, name)


def find(*predicates: object, words: int = 8) -> tuple[Predicate, ...] | None:
    record = {"sent_id": "s1", "words": words, "predicates": predicates}
    return find_predicates(make_sentence(), {"s1": record})


def test_an_argument_stands_for_its_head_word() -> None:
    assert find((7, "catch.01", [("ARG1", 0, 5), ("ARGM-NEG", 6, 7)])) == (
        Predicate(7, ((1, "ARG1"), (6, "ARGM-NEG"))),
    )


def test_the_root_is_the_head_of_a_span_that_holds_it() -> None:
    assert find((4, "flee.01", [("ARG1", 5, 8)])) == (Predicate(4, ((7, "ARG1"),)),)


def test_relative_pronouns_share_one_role_and_continued_arguments_have_none() -> None:
    arguments = [("ARG0", 0, 2), ("R-ARG0", 2, 3), ("C-ARG0", 5, 8), ("ARG5", 5, 6)]
    assert find((4, "flee.01", arguments)) == (Predicate(4, ((1, "ARG0"), (2, "R-ARG"))),)


def test_an_auxiliary_is_no_predicate() -> None:
    assert find((3, "have.01", []), (4, "flee.01", [])) == (Predicate(4),)


@pytest.mark.parametrize("words", [7, 9])
def test_a_record_of_another_length_tells_nothing(words: int) -> None:
    assert find((4, "flee.01", []), words=words) is None


def test_a_sentence_without_a_record_has_none() -> None:
    assert find_predicates(make_sentence("s2"), {}) is None


def test_records_are_found_by_their_sentence(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    records: list[dict[str, object]] = [
        {"sent_id": name, "words": 1, "predicates": []} for name in ("a", "b")
    ]
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    assert read_predicates(path) == {one["sent_id"]: one for one in records}
