from __future__ import annotations

import pytest

from extractors.encoder.heads.lemmas import Lemmas
from graph.errors import ReaderError

POS = ("NOUN", "VERB", "PROPN")
NOUN, VERB, PROPN = range(3)
RULES = ((1, "", True), (2, "", True), (0, "", False), (3, "y", True))
STRIP_ONE, STRIP_TWO, KEEP, TO_Y = range(4)
LEMMAS = b"deny\nkill\nfell\tVERB\tfall\n"


def find(form: str, pos: int, *rules: int, content: bytes = LEMMAS) -> str:
    return Lemmas(RULES, POS, content).find(form, pos, rules)


def test_the_first_rule_that_makes_a_known_word_is_taken() -> None:
    assert find("Killed", VERB, STRIP_ONE, STRIP_TWO) == "kill"
    assert find("denied", VERB, STRIP_ONE, KEEP, TO_Y) == "deny"


def test_a_best_rule_that_makes_a_known_word_is_kept() -> None:
    assert find("kills", VERB, STRIP_ONE, TO_Y) == "kill"


def test_the_best_rule_is_kept_where_none_makes_a_known_word() -> None:
    assert find("voussoirs", NOUN, STRIP_ONE, STRIP_TWO, KEEP) == "voussoir"


@pytest.mark.parametrize(("form", "pos"), [("Killed", PROPN), ("re-killed", VERB)])
def test_names_and_what_is_no_word_of_letters_are_left_to_the_best_rule(
    form: str, pos: int
) -> None:
    assert find(form, pos, KEEP, STRIP_TWO) == form


def test_a_form_that_has_one_lemma_only_has_it_as_that_part_of_speech() -> None:
    assert find("Fell", VERB, KEEP) == "fall"
    assert find("fell", NOUN, KEEP) == "fell"


def test_without_lemmas_the_best_rule_is_taken() -> None:
    assert find("killed", VERB, STRIP_ONE, STRIP_TWO, content=b"") == "kille"


@pytest.mark.parametrize("content", [b"fell\tVERB\n", b"\xff"])
def test_unfit_lines_are_refused(content: bytes) -> None:
    with pytest.raises(ReaderError, match=r"lemmas\.txt of the reader is unfit"):
        find("fell", VERB, KEEP, content=content)
