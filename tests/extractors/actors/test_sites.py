from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.actors.sites import site_at
from extractors.reading import Reading

Read = Callable[..., Reading]
Tell = Callable[..., Reading]
NAMED = "They|PRON|nsubj|1 left|VERB|ROOT {names} .|PUNCT|punct|1 "
DOBA = "Doba|PROPN|obj|1"


def taken_up(read: Read, named: str, after: str, mentions: str) -> str | None:
    reading = read(named + after, mentions)
    nouns = {"town", "country", "site", "mill"}
    (noun,) = [token for token in reading.doc if token.text in nouns]
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


@pytest.mark.parametrize(
    ("names", "mentions", "noun", "found"),
    [
        ("Doba|PROPN|obj|1", "Doba=Place", "mill", None),
        ("Doba|PROPN|obj|1", "Doba=Organization", "site", None),
        ("Doba|PROPN|compound|3 Square|PROPN|obj|1", "Doba Square=Place", "site", "Doba Square"),
        ("Doba|PROPN|compound|3 Market|PROPN|obj|1", "Doba Market=Place", "town", None),
        ("Doba|PROPN|compound|3 Valley|PROPN|obj|1", "Doba Valley=Place", "town", None),
        ("Doba|PROPN|compound|3 City|PROPN|obj|1", "Doba City=Place", "town", "Doba City"),
        ("Doba|PROPN|compound|3 district|NOUN|obj|1", "Doba=Place", "site", "Doba"),
        ("Doba|PROPN|obj|1 ,|PUNCT|punct|4 Norland|PROPN|appos|2", "Doba=Place, Norland=Place",
         "town", "Doba"),
        ("district|NOUN|obj|1 of|ADP|case|4 Doba|PROPN|nmod|2", "Doba=Place", "town", None),
        ("district|NOUN|obj|1 near|ADP|case|4 Doba|PROPN|nmod|2", "Doba=Place", "town", "Doba"),
    ],
)  # fmt: skip
def test_the_kind_of_the_place_tells_whether_it_is_the_town_or_the_site(
    read: Read, names: str, mentions: str, noun: str, found: str | None
) -> None:
    start = len(names.split()) + 3
    assert taken_up(read, NAMED.format(names=names), burned(noun, start), mentions) == found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|3 town|NOUN|obj|1|NNS", None),
        ("They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|4 old|ADJ|amod|4 town|NOUN|obj|1", None),
        (("They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|3 town|NOUN|obj|1 of|ADP|case|5 "
         "wood|NOUN|nmod|3"), None),
        ("They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|3 town|NOUN|obj|1", "Doba"),
    ],
)  # fmt: skip
def test_only_a_single_noun_that_nothing_narrows_takes_up_the_place(
    tell: Tell, after: str, found: str | None
) -> None:
    reading = tell("Doba|PROPN|nsubj|1 slept|VERB|ROOT", after, names="Doba=Place")
    (noun,) = [token for token in reading.doc if token.text == "town"]
    place = site_at(reading, noun)
    assert (place.label if place else None) == found


def test_a_place_behind_the_noun_is_not_taken_up(read: Read) -> None:
    table = (
        "They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|3 town|NOUN|obj|1 near|ADP|case|5 "
        "Doba|PROPN|obl|1"
    )
    reading = read(table, "Doba=Place")
    assert site_at(reading, reading.doc[3]) is None


def test_the_same_place_named_twice_is_one(tell: Tell) -> None:
    met = "Doba|PROPN|nsubj|1 met|VERB|ROOT Dobas|PROPN|obj|1"
    left = "They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|3 town|NOUN|obj|1"
    reading = tell(met, left, names="Doba=Place, Dobas=Place")
    same = reading.with_mentions(replace(m, label="Doba") for m in reading.mentions)
    assert site_at(reading, reading.doc[6]) is None
    assert site_at(same, same.doc[6]) == same.mentions[0]


def test_a_country_before_a_noun_is_not_where_something_is(tell: Tell) -> None:
    left = "They|PRON|nsubj|1 burned|VERB|ROOT the|DET|det|3 country|NOUN|obj|1"
    met = ("Norland|PROPN|nsubj|1 met|VERB|ROOT", "Norland|PROPN|compound|1 men|NOUN|ROOT")
    for first, found in zip(met, ("Norland", None), strict=True):
        reading = tell(first, left, names="Norland=Place")
        state = [replace(m, identifier="https://example.org/#country-1") for m in reading.mentions]
        place = site_at(reading.with_mentions(state), reading.doc[5])
        assert (place.label if place else None) == found
