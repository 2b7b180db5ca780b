from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.places.locations import find_locations
from extractors.reading import Reading
from ontology.lexicons import load_lexicon

Read = Callable[..., Reading]
Write = Callable[..., Reading]


def locations(reading: Reading) -> set[tuple[str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    return {(labels[s.subject], labels[s.object]) for s in find_locations(reading)}  # type: ignore[index]


def known(reading: Reading) -> Reading:
    """The reading with the identifiers that the lexicon has for its names."""
    lexicon = load_lexicon()
    return reading.with_mentions(
        replace(m, identifier=next((e.iri for e in lexicon.find(m.label)), ""))
        for m in reading.mentions
    )


@pytest.mark.parametrize(
    "text",
    [
        "Arvik , a small town in the Norland region , slept",
        "Arvik , a small town in Norland , slept",
        "Arvik is the capital of Norland .",
        "Arvik is located in the old region of Norland .",
        "the town of Arvik in Norland slept",
        "Arvik district of Norland slept",
        "the Norland town of Arvik slept",
        "Norland 's Arvik region slept",
        "Norland 's capital , Arvik , slept",
        "the capital of Norland , Arvik , slept",
    ],
)
def test_what_is_said_of_a_place_tells_where_it_lies(write: Write, text: str) -> None:
    assert locations(write(text, "Arvik=Place, Norland=Place")) == {("Arvik", "Norland")}


@pytest.mark.parametrize(
    "text",
    [
        "Arvik and Norland slept",
        "Arvik , Norland and others slept where Ada said no",
        "Arvik met Norland in spring",
        "Arvik , a small town near Norland , slept",
        "Arvik , a friend of Norland , slept",
        "Arvik in spring and Norland slept",
    ],
)
def test_two_places_in_one_sentence_alone_do_not_lie_in_one_another(
    write: Write, text: str
) -> None:
    assert locations(write(text, "Arvik=Place, Norland=Place")) == set()


def test_the_evidence_is_the_words_that_tie_the_two(write: Write) -> None:
    reading = write("Arvik , a small town in Norland , slept", "Arvik=Place, Norland=Place")
    (statement,) = find_locations(reading)
    evidence = statement.evidence
    assert reading.document.text[evidence.start : evidence.end] == "town in"
    assert evidence.rule == "description"


def test_a_city_and_its_country_with_a_comma(write: Write) -> None:
    reading = known(write("Ada said no in Bergen , Norway , again .", "Bergen=Place, Norway=Place"))
    assert locations(reading) == {("Bergen", "Norway")}


def test_a_town_that_no_lexicon_knows_may_lie_in_a_country(write: Write) -> None:
    reading = known(write("Ada said no in Arvik , Norway .", "Arvik=Place, Norway=Place"))
    assert locations(reading) == {("Arvik", "Norway")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada said no in Arvik , Norway and Chile .",
        "Ada said no in Arvik , Norway , Chile and others .",
        "Ada said no in Chile , Arvik , Norway .",
        "Ada and Chile in Arvik , Norway said no .",
        "Ada said no and in Arvik , Norway 's team from Chile met .",
    ],
)
def test_a_comma_in_a_list_or_before_a_subject_ties_nothing(write: Write, text: str) -> None:
    reading = known(write(text, "Arvik=Place, Norway=Place, Chile=Place"))
    assert locations(reading) == set()


def test_a_known_town_does_not_lie_in_another_country_by_a_comma(write: Write) -> None:
    reading = known(write("Ada said no in Bergen , Chile .", "Bergen=Place, Chile=Place"))
    assert locations(reading) == set()


def test_a_country_lies_in_no_other(write: Write) -> None:
    reading = known(write("the town of Chile in Norway slept", "Chile=Place, Norway=Place"))
    assert locations(reading) == set()


def test_an_address_gives_the_city_of_the_organization(write: Write) -> None:
    reading = write(
        "Ada Berg , Researcher , Fjord Centre ( FC ) , Arvik , Norland",
        "Fjord Centre=Organization, FC=Organization, Arvik=Place, Norland=Place",
    )
    assert locations(reading) == {("Fjord Centre", "Arvik"), ("Arvik", "Norland")}


def test_a_note_on_the_author_gives_the_city_of_the_university(write: Write) -> None:
    reading = write(
        "The author is a lecturer at the Fjord University , Arvik .",
        "Fjord University=Organization, Arvik=Place",
    )
    assert locations(reading) == {("Fjord University", "Arvik")}


def test_an_organization_and_a_place_in_a_sentence_are_a_list(write: Write) -> None:
    reading = write("Ada met Norbank , Arvik and others .", "Norbank=Organization, Arvik=Place")
    assert locations(reading) == set()


def test_an_abbreviation_that_nobody_knows_is_no_city(write: Write) -> None:
    reading = write("Department of Trade , NUFT", "Department of Trade=Organization, NUFT=Place")
    assert locations(reading) == set()


def test_an_organization_named_after_a_place_lies_there(write: Write) -> None:
    reading = write(
        "the Senate of Norland met . Norland said no .", "Senate of Norland=Organization"
    )
    place = write("the Senate of Norland met . Norland said no .", "Norland said=Place").mentions[0]
    place = replace(place, end=place.start + len("Norland"), label="Norland")
    reading = reading.with_mentions([*reading.mentions, place])
    assert locations(reading) == {("Senate of Norland", "Norland")}


@pytest.mark.parametrize(
    "name", ["Embassy of Norland", "Republic of Norland", "Friends of Norland"]
)
def test_an_embassy_of_a_country_does_not_lie_in_it(write: Write, name: str) -> None:
    reading = write(f"Norland and the {name} met", f"Norland=Place, {name}=Organization")
    assert locations(reading) == set()


def test_a_people_before_capital_stands_for_its_country(write: Write) -> None:
    reading = write(
        "the Norwegian capital Oslo met Norway", "Norwegian=Group, Oslo=Place, Norway=Place"
    )
    assert locations(known(reading)) == {("Oslo", "Norway")}


def test_a_city_before_based_is_where_the_organization_lies(write: Write) -> None:
    reading = write("the Arvik - based Norbank met", "Arvik=Place, Norbank=Organization")
    assert locations(reading) == {("Norbank", "Arvik")}


INSTITUTES = {
    "UD": "Norlab|PROPN|nsubj|3 in|ADP|case|2 Arvik|PROPN|nmod|0 closed|VERB|ROOT",
    "ClearNLP": "Norlab|PROPN|nsubj|3 in|ADP|prep|0 Arvik|PROPN|pobj|1 closed|VERB|ROOT",
}


@pytest.mark.parametrize("labels", INSTITUTES)
def test_a_place_that_hangs_from_an_organization_is_where_it_lies(read: Read, labels: str) -> None:
    reading = read(INSTITUTES[labels], "Norlab=Organization, Arvik=Place")
    assert locations(reading) == {("Norlab", "Arvik")}


SUITS = {
    "from the verb": "Ada|PROPN|nsubj|1 sued|VERB|ROOT Norlab|PROPN|obj|1 in|ADP|case|4 "
    "Arvik|PROPN|obl|1",
    "from the object": "Ada|PROPN|nsubj|1 sued|VERB|ROOT Norlab|PROPN|obj|1 in|ADP|case|4 "
    "Arvik|PROPN|nmod|2",
    "in ClearNLP": "Ada|PROPN|nsubj|1 sued|VERB|ROOT Norlab|PROPN|dobj|1 in|ADP|prep|1 "
    "Arvik|PROPN|pobj|3",
}


@pytest.mark.parametrize("labels", SUITS)
def test_where_something_was_done_to_an_organization_is_not_where_it_lies(
    read: Read, labels: str
) -> None:
    reading = read(SUITS[labels], "Norlab=Organization, Arvik=Place")
    assert locations(reading) == set()


def test_an_organization_that_a_country_owns_lies_there(write: Write) -> None:
    names = "Peru=Place, Norlab=Organization"
    assert locations(write("Peru 's Norlab slept", names)) == {("Norlab", "Peru")}
    reading = write("Peru 's Norlab envoy slept", names)
    reading.doc[3].pos_ = "NOUN"
    assert locations(reading) == set()
