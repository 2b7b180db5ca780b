import pytest

from extractors.files.cleaning.raised import cut_raised_digits, read_raised
from graph.model import Cut


def test_raised_digits_join_no_figure_and_are_listed() -> None:
    assert cut_raised_digits("11³ men came.¹²,¹⁴ They left.") == (
        "11 men came. They left.", [Cut("³", "note number"), Cut("¹²,¹⁴", "note number")],
    )  # fmt: skip


@pytest.mark.parametrize("text", ["5 km² of land", "12 m³", "² begins a note"])
def test_units_and_what_begins_a_line_stay(text: str) -> None:
    assert cut_raised_digits(text) == (text, [])


@pytest.mark.parametrize(
    ("before", "raised", "result"),
    [
        ("11", "3", ("", True)),
        ("men", "[12]", ("", True)),
        ("men", "3, 4", ("", True)),
        ("men", "*", ("", True)),
        ("1", "st", ("st", False)),
        ("5 km", "2", ("²", False)),
        ("", "3", ("3", False)),
        ("Mc", "Donald", ("Donald", False)),
    ],
)
def test_what_is_raised_is_a_note_a_power_or_letters(
    before: str, raised: str, result: tuple[str, bool]
) -> None:
    assert read_raised(before, raised) == result
