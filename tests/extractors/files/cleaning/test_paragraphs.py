import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files.cleaning.paragraphs import find_width, is_closed, join, split_paragraphs

WRAPPED = """The river rose by two metres in one night, and
the lower town was under water before dawn. The
council opened the school as a shelter, where
some two hundred people slept.
The bridge held. Engineers measured it twice and
found no crack, so that lorries with drinking
water could cross on Tuesday.
"""


def texts(text: str, *, wrapped: bool = True) -> list[str]:
    return [block.text for block in split_paragraphs(text, wrapped=wrapped)]


def test_wrapped_lines_become_paragraphs_without_blank_lines_between() -> None:
    assert [text[:15] for text in texts(WRAPPED)] == ["The river rose ", "The bridge held"]


def test_long_lines_are_paragraphs_by_themselves() -> None:
    first, second = "The choir sang for an hour. " * 8, "The hall was full to the doors. " * 8
    assert texts(f"{first}\n{second}") == [first.strip(), second.strip()]


def test_short_lines_in_a_row_stay_apart() -> None:
    assert texts("Home\nNews\nSport\nWeather") == ["Home", "News", "Sport", "Weather"]


def test_a_line_that_starts_low_goes_on_in_any_layout() -> None:
    assert texts("The vote on the new harbour\nwas put off.") == [
        "The vote on the new harbour was put off."
    ]


def test_blank_lines_part_paragraphs() -> None:
    assert texts("One.\n\n\n  Two.  ") == ["One.", "Two."]


def test_list_items_stay_apart_in_wrapped_text() -> None:
    text = WRAPPED + "\nThe council decided on these three works at once:\n1. pumps\n2. a dam"
    assert texts(text)[-2:] == ["1. pumps", "2. a dam"]


def test_a_box_in_capitals_stays_apart_from_the_lines_around_it() -> None:
    text = WRAPPED.replace("where\n", "where\nWE NEVER THOUGHT\nIT COULD RISE SO HIGH\n")
    assert "WE NEVER THOUGHT IT COULD RISE SO HIGH" in texts(text)


def test_a_short_heading_behind_a_full_line_stays_apart() -> None:
    text = (
        WRAPPED + "This note was compiled by the town, 4 May 2019\nScope\nIt covers one night only."
    )
    assert texts(text)[-2:] == ["Scope", "It covers one night only."]


def test_every_line_is_a_paragraph_where_nothing_was_wrapped() -> None:
    assert texts("The vote on the new harbour\nwas put off.", wrapped=False) == [
        "The vote on the new harbour",
        "was put off.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("an inter-", "national court", "an international court"),
        ("Alsace-", "Lorraine", "Alsace-Lorraine"),
        ("on 25-", "26 May", "on 25-26 May"),
        ("a self-", "made rule", "a self-made rule"),
        ("a pause –", "then", "a pause – then"),
        ("one", "two", "one two"),
    ],
)
def test_a_broken_word_becomes_whole(before: str, after: str, joined: str) -> None:
    assert join(before, after) == joined


@pytest.mark.parametrize("text", ["It ended.", "“Really?”", "Note:", "as was said.12", "(so.)"])
def test_punctuation_closes_a_text(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["It ended", "rose by 3.5", "the courts,", "Nagano-"])
def test_a_text_without_closing_punctuation_is_open(text: str) -> None:
    assert not is_closed(text)


def test_few_lines_give_no_width() -> None:
    assert find_width(["The river rose by two metres in", "one night."]) == 0


@given(st.lists(st.text(alphabet="aB c.-\n1•É", max_size=60), max_size=12).map("\n".join))
def test_no_block_is_empty_or_holds_a_line_break(text: str) -> None:
    blocks = split_paragraphs(text)
    assert all(block.text.strip() and "\n" not in block.text for block in blocks)
    assert split_paragraphs("") == []
