from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.names.titled import without_officer, without_post
from extractors.reading import Reading

Write = Callable[..., Reading]
Annotate = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norse Foreign Minister Ada Berg", "Ada Berg"),
        ("Dean Berg", "Dean Berg"),
        ("Martin King Berg", "Martin King Berg"),
        ("Norse Chancellor Ada Berg", "Ada Berg"),
        ("Ada Chancellor Holm Berg", "Ada Chancellor Holm Berg"),
        ("Prime Minister", None),
        ("M.D.", None),
        ("Berg Professor of History", None),
    ],
)
def test_a_post_is_no_part_of_a_name(write: Write, text: str, name: str | None) -> None:
    left = without_post(write(text, "").doc[:])
    assert (left.text if left is not None else None) == name


@pytest.mark.parametrize(
    ("text", "length", "name"),
    [
        ("Mill Press Secretary Ada Berg", 2, "Mill"),
        ("Mill Homeland Security Advisor", 3, "Mill"),
        ("Mill Constable Ada Berg", 2, "Mill"),
        ("Mill Press said no", 2, "Mill Press"),
        ("Department of Health Secretary", 3, "Department of Health"),
    ],
)
def test_an_officer_is_no_part_of_a_body(write: Write, text: str, length: int, name: str) -> None:
    assert without_officer(write(text, "").doc[:length]).text == name


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        ("Minister of Defense Ada Berg", 2, "Ada Berg"),
        ("Professor of Public Ada Berg", 2, "Ada Berg"),
        ("House of Defense Ada Berg", 2, "Defense Ada Berg"),
    ],
)
def test_the_field_of_a_post_is_no_part_of_a_name(
    write: Write, text: str, start: int, name: str
) -> None:
    left = without_post(write(text, "").doc[start:])
    assert left is not None
    assert left.text == name


@pytest.mark.parametrize("post", ["Professor", "Minister"])
def test_what_somebody_teaches_names_nobody(write: Write, post: str) -> None:
    assert without_post(write(f"{post} of Poems", "").doc[2:]) is None
    assert without_post(write("House of Poems", "").doc[2:]) is not None
    assert without_post(write(f"{post} of Ada Berg", "").doc[2:]) is not None


@pytest.mark.parametrize("field", ["Justice", "State for Defence", "Trade and Energy"])
def test_the_field_of_a_post_names_nobody(write: Write, field: str) -> None:
    assert without_post(write(f"Minister of {field}", "").doc[2:]) is None


def test_whose_post_follows_is_nobodys_name(annotate: Annotate) -> None:
    rows = "Norse|{}|amod|2 Trade|PROPN|compound|2 {} Ada|PROPN|ROOT"
    minister, berg = "Minister|PROPN|nmod|3", "Berg|PROPN|nmod|3"
    assert without_post(annotate(rows.format("ADJ", minister))[:2]) is None
    for first, follows in (("PROPN", minister), ("ADJ", berg)):
        assert without_post(annotate(rows.format(first, follows))[:2]) is not None


def test_many_at_the_end_of_a_name_are_its_members(write: Write) -> None:
    body = write("Union of Naval Engineers", "").doc
    body[3].tag_ = "NNPS"
    assert without_officer(body[:]).text == "Union of Naval Engineers"
