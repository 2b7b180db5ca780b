import pytest

from graph.identity.bodies import (
    full_labels,
    initials,
    is_abbreviation,
    is_generic,
    without_description,
    without_form,
)
from graph.identity.units import Unit
from graph.model import Kind, Mention


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Siemens AG", ("siemens", "ag")),
        ("Harvest Foods, Inc.", ("harvest foods", "inc")),
        ("Harvest Foods Incorporated", ("harvest foods", "inc")),
        ("Vesna ООО", ("vesna", "ooo")),
        ("Torvik Steel Co., Ltd.", ("torvik steel", "ltd")),
        ("Siemens", ("siemens", "")),
        ("AG", ("ag", "")),
    ],
)
def test_a_legal_form_is_told_from_the_name(label: str, parts: tuple[str, str]) -> None:
    assert without_form(label) == parts


def test_a_description_before_the_name_is_no_part_of_it() -> None:
    assert without_description("automaker GM") == "GM"
    assert without_description("the sea") == "the sea"


def test_the_letters_of_an_abbreviation() -> None:
    assert initials("Government Accountability Office") == "gao"
    assert initials("Ministry of Foreign Affairs") == "mfa"
    assert initials("Siemens") == ""
    assert is_abbreviation("U.N.")
    assert not is_abbreviation("Un")


@pytest.mark.parametrize("label", ["Foreign Ministry", "Parliament", "the Supreme Court"])
def test_a_body_that_any_country_has_is_anybodys(label: str) -> None:
    assert is_generic(label)


def test_a_body_with_a_name_is_nobody_elses() -> None:
    assert not is_generic("Norwegian Parliament")
    assert not is_generic("Torvik Council")


def test_the_whole_name_goes_before_its_parts_and_abbreviations() -> None:
    labels = ("Lori Institute", "Institute", "LI")
    mentions = tuple(
        Mention("a", at, at + 1, 0, label, label, Kind.ORGANIZATION)
        for at, label in enumerate(labels)
    )
    assert full_labels(Unit(Kind.ORGANIZATION, mentions)) == ["Lori Institute"]
