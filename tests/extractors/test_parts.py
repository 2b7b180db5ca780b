from hypothesis import given
from hypothesis import strategies as st

from extractors.parts import split_text


def test_a_short_text_is_one_part() -> None:
    assert list(split_text("The mill is open.", 20)) == ["The mill is open."]


def test_a_long_text_parts_at_the_ends_of_paragraphs() -> None:
    text = "The mill is open.\n\nIt is new. Come.\n\nBring corn."
    assert list(split_text(text, 30)) == [
        "The mill is open.\n\n",
        "It is new. Come.\n\nBring corn.",
    ]


def test_without_paragraphs_it_parts_behind_a_sentence_and_without_those_behind_a_word() -> None:
    assert next(split_text("The mill is open. It is new.", 20)) == "The mill is open. "
    assert next(split_text("a mill of the valley", 12)) == "a mill of "
    assert list(split_text("x" * 25, 10)) == ["x" * 10, "x" * 10, "x" * 5]


@given(st.text(alphabet="a. \n", max_size=200), st.integers(2, 50))
def test_the_parts_are_the_text(text: str, longest: int) -> None:
    parts = list(split_text(text, longest))
    assert "".join(parts) == text
    assert all(len(part) <= longest for part in parts)
    assert all(part for part in parts[1:])
