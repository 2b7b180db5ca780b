from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.lexicons import Entry, Lexicon, normalise

STATES = Entry("x:us", "Place", "United States", ("US", "U.S."))
HEALTH = Entry("x:who", "Organization", "World Health Organization", ("WHO",))
ALLIANCE = Entry("x:nato", "Organization", "NATO", ("Nato", "UNESCO"))
TOWN = Entry("x:ganja", "Place", "Ganja", ("Gəncə", "Gyanja"))
STREET = Entry("x:ganja-street", "Place", "Ganja")
LEXICON = Lexicon(world=(STATES, HEALTH, ALLIANCE, TOWN))


@pytest.mark.parametrize(
    ("label", "entry"),
    [
        ("United States", STATES),
        ("UNITED  STATES", STATES),
        ("U.S.", STATES),
        ("Unesco", ALLIANCE),
        ("gəncə", TOWN),
        ("GYANJA", TOWN),
    ],
)
def test_a_name_is_found_in_any_common_spelling(label: str, entry: Entry) -> None:
    assert LEXICON.find(label) == (entry,)


@pytest.mark.parametrize("label", ["us", "Us", "Who", "who", "u.s.", "Gan", "nato city", ""])
def test_short_abbreviations_and_other_words_are_not_mistaken(label: str) -> None:
    assert LEXICON.find(label) == ()


def test_an_ambiguous_name_has_several_entries() -> None:
    assert Lexicon(world=(TOWN, STREET)).find("Ganja") == (TOWN, STREET)


def test_the_user_s_entry_hides_the_world_s_of_that_name_only() -> None:
    lexicon = Lexicon(own=(STREET,), world=(TOWN,))
    assert lexicon.find("ganja") == (STREET,)
    assert lexicon.find("Gyanja") == (TOWN,)
    assert dict(lexicon.labels())["Ganja"] == (STREET,)


def test_every_name_is_listed_once_and_sorted() -> None:
    names = [name for name, _ in LEXICON.labels()]
    assert names == sorted(set(names))
    assert {"U.S.", "WHO", "Gəncə"} <= set(names)


def test_an_entry_is_found_by_its_iri() -> None:
    assert LEXICON.get("x:who") is HEALTH
    assert LEXICON.get("x:nobody") is None


@pytest.mark.parametrize(
    ("label", "form"),
    [
        ("  São   Tomé ", "sao tome"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Łódź", "lodz"),
        ("Xankəndi", "xankəndi"),
        ("Iğdır", "igdir"),
        ("Nagorno‑Karabakh", "nagorno-karabakh"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_are_compared_without_case_marks_and_typesetting(label: str, form: str) -> None:
    assert normalise(label) == form


@given(st.text())
def test_a_normalised_name_stays_as_it_is(label: str) -> None:
    assert normalise(normalise(label)) == normalise(label)
