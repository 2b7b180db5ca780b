from hypothesis import given
from hypothesis import strategies as st

from graph.spelling import misspellings, normalised

NONE: frozenset[str] = frozenset()


def test_a_rare_form_one_letter_away_is_a_misspelling() -> None:
    assert misspellings({"aberfan": 6, "aberfna": 1}, NONE) == {"aberfna": "aberfan"}


def test_two_letters_may_differ_in_long_names() -> None:
    assert misspellings({"chernobyl": 9, "tchernobil": 1, "chernobil": 2}, NONE) == {
        "chernobil": "chernobyl"
    }
    assert misspellings({"chernobyl": 9, "chornobyl": 2}, NONE) == {"chornobyl": "chernobyl"}


def test_forms_that_are_both_common_are_two_names() -> None:
    assert misspellings({"austria": 5, "austris": 4}, NONE) == {}


def test_what_the_lexicon_knows_is_no_misspelling() -> None:
    assert misspellings({"slovenia": 9, "slovakia": 1}, frozenset({"slovakia"})) == {}


def test_short_names_and_names_with_other_digits_are_left_alone() -> None:
    assert misspellings({"basel": 9, "basle": 1}, NONE) == {}
    assert misspellings({"resolution 822": 9, "resolution 823": 1}, NONE) == {}


def test_a_form_with_an_ending_is_another_word() -> None:
    assert misspellings({"georgia": 9, "georgian": 1}, NONE) == {}


@given(st.dictionaries(st.text("abcdefg", min_size=1, max_size=9), st.integers(1, 20)))
def test_the_usual_form_is_never_itself_a_misspelling(counts: dict[str, int]) -> None:
    found = misspellings(counts, NONE)
    assert all(counts[usual] > counts[form] for form, usual in found.items())


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_an_empty_form_is_no_spelling_of_anything() -> None:
    assert misspellings({"": 5, "chernobyl": 1}, NONE) == {}


def test_only_one_word_of_a_name_may_be_misspelled() -> None:
    assert misspellings({"senate of peru": 9, "state of peru": 1}, NONE) == {}
    assert misspellings({"carson foundation": 9, "carson founcation": 1}, NONE) == {
        "carson founcation": "carson foundation"
    }
