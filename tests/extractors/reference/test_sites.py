from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.reference.sites import site_at

Read = Callable[..., Reading]
NAMED = "They|PRON|nsubj|1 left|VERB|ROOT {names} .|PUNCT|punct|1 "
DOBA = "Doba|PROPN|obj|1"


def taken_up(read: Read, named: str, after: str, mentions: str) -> str | None:
    reading = read(named + after, mentions)
    (noun,) = [token for token in reading.doc if token.text in {"town", "country", "site"}]
    found = site_at(reading, noun)
    return found.label if found is not None else None


def burned(noun: str, start: int, *, before: str = "the|DET|det|{noun}") -> str:
    determiner = before.format(noun=start + 3)
    return f"They|PRON|nsubj|{start + 1} burned|VERB|ROOT {determiner} {noun}|NOUN|obj|{start + 1}"


def test_a_definite_noun_takes_up_the_place_named_before(read: Read) -> None:
    named = NAMED.format(names=DOBA)
    assert taken_up(read, named, burned("town", 4), "Doba=Place") == "Doba"
    assert taken_up(read, named, burned("site", 4), "Doba=Place") == "Doba"


def test_no_country_is_taken_up_where_the_text_named_a_town(read: Read) -> None:
    named = NAMED.format(names=DOBA)
    assert taken_up(read, named, burned("country", 4), "Doba=Place") is None


def test_of_two_places_neither_is_taken_up(read: Read) -> None:
    named = NAMED.format(names="Doba|PROPN|obj|1 and|CCONJ|cc|4 Lom|PROPN|conj|2")
    assert taken_up(read, named, burned("town", 6), "Doba=Place, Lom=Place") is None


@pytest.mark.parametrize("before", ["a|DET|det|{noun}", "any|DET|det|{noun}"])
def test_an_indefinite_noun_takes_up_none(read: Read, before: str) -> None:
    after = burned("town", 4, before=before)
    assert taken_up(read, NAMED.format(names=DOBA), after, "Doba=Place") is None


def test_a_street_is_no_town(read: Read) -> None:
    named = NAMED.format(names="Doba|PROPN|compound|3 Square|PROPN|obj|1")
    assert taken_up(read, named, burned("town", 5), "Doba Square=Place") is None


@pytest.mark.parametrize(("called", "found"), [("district", None), ("city", "Doba")])
def test_a_place_that_the_text_calls_something_else_is_not_taken_up(
    read: Read, called: str, found: str | None
) -> None:
    named = NAMED.format(names=f"Doba|PROPN|compound|3 {called}|NOUN|obj|1")
    assert taken_up(read, named, burned("town", 5), "Doba=Place") == found
