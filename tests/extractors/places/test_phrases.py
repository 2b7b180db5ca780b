from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.places.locations import find_locations
from extractors.reading import Reading
from graph.model import Form, Mention
from ontology.lexicons import load_lexicon

Write = Callable[..., Reading]
Read = Callable[..., Reading]
BOTH = "Arvik=Place, Norland=Place"


def located(reading: Reading) -> list[str]:
    """Each location as "part, whole, rule", in the order of the text."""
    labels = {mention.key: mention.label for mention in reading.mentions}
    return [
        f"{labels[s.subject]}, {labels[s.object]}, {s.evidence.rule}"  # type: ignore[index]
        for s in find_locations(reading)
    ]


def known(reading: Reading) -> Reading:
    """The reading with the identifiers that the lexicon has for its names."""
    lexicon = load_lexicon()
    return reading.with_mentions(
        replace(m, identifier=next((e.iri for e in lexicon.find(m.label)), ""))
        for m in reading.mentions
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Arvik is the region of Norland .", "description"),
        ("Arvik is located in Norland .", "verb of lying"),
        ("Arvik is now located within a region of Norland .", "verb of lying"),
        ("the town of Arvik in Norland slept", "place noun"),
        ("Norland 's capital , Arvik , slept", "possessive"),
        ("Norland 's Arvik region slept", "possessive"),
        ("the Norland town of Arvik slept", "place noun"),
        ("friends of Arvik in Norland slept", "preposition"),
        ("Arvik town in Norland slept", "place noun"),
        ("Arvik , a small and old town in Norland , slept", "description"),
        ("Arvik is located in Norland 's south .", "verb of lying"),
        ("Norland 's capital Arvik slept", "possessive"),
    ],
)
def test_the_rule_that_says_most_is_named(write: Write, text: str, rule: str) -> None:
    assert located(write(text, BOTH)) == [f"Arvik, Norland, {rule}"]


@pytest.mark.parametrize(
    "text",
    [
        "Arvik the town in Norland slept",
        "Arvik , town in Norland slept",
        "Arvik , the in Norland slept",
        "Arvik , a friend in Norland , slept",
        "Arvik , a hospital of Norland , slept",
        "Arvik is near in Norland slept",
        "In Arvik , people left town in Norland .",
        "Arvik is a town for Norland .",
        "Arvik is located in the region from Norland to Doba .",
        "Arvik is located in the house of Norland .",
        "Norland - based Arvik slept",
        "Arvik is located near Norland .",
        "Arvik of Norland slept",
        "Arvik region near Norland slept",
        "region near Arvik in Norland slept",
        "the mayor of Norland , Arvik , slept",
        "the capital near Norland , Arvik , slept",
        "Norland 's friend , Arvik , slept",
        "Arvik , a town in the Norland Army 's camp , slept",
        "Arvik , a town in Norland Army , slept",
    ],
)
def test_words_that_tie_no_place_to_another_tell_no_location(write: Write, text: str) -> None:
    assert located(write(text, BOTH)) == []


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ("Arvik=Place, ARVIK=Place", "Arvik , a town in ARVIK , slept"),
        ("Ada=Person, Arvik=Place", "Ada is based in Arvik ."),
        ("Doban=Group, Arvik=Place", "the Doban capital Arvik slept"),
        ("Arvik=Place, Norbank=Organization", "Arvik , based near Norbank , slept"),
        ("Arvik=Place, Norbank=Organization", "the Arvik - led Norbank met"),
        ("Arvik=Place", "the Arvik - based team met"),
        ("Fjord Centre=Organization, Arvik=Place", "Fjord Centre and Arvik"),
        ("Norbank=Organization, Arvik=Place", "Ada met Norbank , Arvik ."),
        ("Fjord Centre=Organization, Arvik=Place", "Fjord Centre , Arvik branch"),
        ("Fjord Centre=Organization, Ada Berg=Person", "Fjord Centre , Ada Berg"),
        ("Norbank=Organization, Arvik=Place", "( Norbank at work ) , Arvik"),
    ],
)
def test_other_things_and_other_ties_tell_no_location(write: Write, names: str, text: str) -> None:
    assert located(write(text, names)) == []


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        ("Norbank=Organization, Arvik=Place", "( the Norbank , Arvik )", "Norbank, Arvik, line"),
        ("Norbank=Organization, Arvik=Place", "Norbank , Arvik ⏎ Ada", "Norbank, Arvik, line"),
        (
            "Norbank=Organization, Fjord Centre=Organization, Arvik=Place",
            "Norbank and Fjord Centre , Arvik",
            "Fjord Centre, Arvik, line",
        ),
        (
            "Fjord Centre=Organization, ARVIKSTAD=Place",
            "Fjord Centre , ARVIKSTAD",
            "Fjord Centre, ARVIKSTAD, line",
        ),
        (
            "Norbank=Organization, Norland=Place",
            "Norland 's Norbank",
            "Norbank, Norland, possessive",
        ),
        (
            "Arvik=Place, Norland=Place, Doba=Place",
            "Arvik is located in Norland , Doba .",
            "Arvik, Norland, verb of lying",
        ),
    ],
)
def test_a_name_lies_in_the_place_that_is_nearest_tied(
    write: Write, names: str, text: str, expected: str
) -> None:
    assert located(write(text, names)) == [expected]


def test_an_owner_and_its_area_both_hold_what_lies_there(write: Write) -> None:
    reading = write(
        "Arvik is located in Norland 's Doba region .", "Arvik=Place, Norland=Place, Doba=Place"
    )
    assert located(reading) == ["Arvik, Doba, verb of lying", "Doba, Norland, possessive"]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Norland 's town Arvik slept", 0.8),
        ("Norland 's Arvik region slept", 0.8),
        ("Norland 's Arvik slept", 0.6),
    ],
)
def test_an_owned_place_is_surer_with_a_noun_for_it(
    write: Write, text: str, confidence: float
) -> None:
    (statement,) = find_locations(write(text, BOTH))
    assert statement.evidence.confidence == confidence


@pytest.mark.parametrize("label", ["Arvik", "Norland"])
def test_only_a_name_lies_in_a_name(write: Write, label: str) -> None:
    reading = write("Arvik , a small town in Norland , slept", BOTH)
    described = reading.with_mentions(
        replace(m, form=Form.NOMINAL) if m.label == label else m for m in reading.mentions
    )
    assert located(described) == []


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        ("Arvik=Place, Bavaria=Place", "Ada slept in Arvik , Bavaria .", "city and country"),
        ("Bergen=Place, Arvik=Place", "Bergen , Arvik", "city and country"),
        (
            "Arvik=Place, Norway=Place, Chile=Place",
            "Ada met Chile in Arvik , Norway .",
            "city and country",
        ),
        (
            "Arvik=Place, Norway=Place, Chile=Place",
            "Ada came to Arvik , Norway from Chile .",
            "city and country",
        ),
        ("Arvik=Place, Norway=Place", "Ada slept in Arvik , Norway , again .", "city and country"),
        ("Norbank=Organization, UAE=Place", "Norbank , UAE", "line"),
        (
            "Adelaide=Place, South Australia=Place",
            "the capital of Adelaide , South Australia , slept",
            "city and country",
        ),
        ("Arvik=Place, Norway=Place", "Arvik in Norway slept", "preposition"),
    ],
)
def test_what_the_lexicon_knows_helps_to_tell_where_a_name_lies(
    write: Write, names: str, text: str, expected: str
) -> None:
    part, whole = (entry.split("=")[0] for entry in names.split(", ")[:2])
    assert located(known(write(text, names))) == [f"{part}, {whole}, {expected}"]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ("Arvik=Place, Norway=Place", "They told Arvik of Norway ."),
        ("Norbank=Organization, Norway=Place", "Norbank in Norway slept"),
    ],
)
def test_what_the_lexicon_knows_makes_no_location_by_itself(
    write: Write, names: str, text: str
) -> None:
    assert located(known(write(text, names))) == []


ACTING = {
    "subject": "Norway|PROPN|nsubj|6 this|DET|det|5 time|NOUN|obl|6 won|VERB|ROOT",
    "before a noun": "Norway|PROPN|compound|4 officials|NOUN|nsubj|5 won|VERB|ROOT",
}


@pytest.mark.parametrize("acting", ACTING)
def test_a_country_that_acts_behind_a_comma_holds_no_town(read: Read, acting: str) -> None:
    verb = 6 if acting == "subject" else 5
    opening = f"In|ADP|case|1 Arvik|PROPN|obl|{verb} ,|PUNCT|punct|{verb}"
    reading = read(f"{opening} {ACTING[acting]}", "Arvik=Place, Norway=Place")
    assert located(known(reading)) == []


def test_a_visited_town_lies_where_the_sentence_says(read: Read) -> None:
    reading = read(
        "Ada|PROPN|nsubj|1 visited|VERB|ROOT Arvik|PROPN|obj|1 in|ADP|case|4 Norland|PROPN|nmod|2",
        BOTH,
    )
    assert located(reading) == ["Arvik, Norland, preposition"]


def _again(reading: Reading, label: str) -> Reading:
    """The reading with a mention for the last time that the label stands in its text."""
    first = next(m for m in reading.mentions if m.label == label)
    start = reading.document.text.rindex(label)
    last: Mention = replace(first, start=start, end=start + len(label))
    return reading.with_mentions([*reading.mentions, last])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Norway 's Arvik , a town in Norway , slept", "description"),
        ("Norway 's Arvik , Norway", "city and country"),
    ],
)
def test_of_two_ways_to_tell_the_same_the_surer_stays(write: Write, text: str, rule: str) -> None:
    reading = _again(write(text, "Arvik=Place, Norway=Place"), "Norway")
    assert located(known(reading)) == [f"Arvik, Norway, {rule}"]


@pytest.mark.parametrize(("kind", "form"), [("Work", "Name"), ("Organization", "Nominal")])
def test_only_a_body_with_a_name_is_named_after_where_it_lies(
    write: Write, kind: str, form: str
) -> None:
    reading = write("the Senate of Doba met Doba", f"Senate of Doba={kind}, Doba=Place")
    senate, place = reading.mentions
    start = reading.document.text.rindex("Doba")
    both = [replace(senate, form=Form(form)), replace(place, start=start, end=start + 4)]
    assert located(reading.with_mentions(both)) == []


def test_no_person_of_the_same_name_is_where_a_body_lies(write: Write) -> None:
    reading = write("the Senate of Doba met Doba", "Senate of Doba=Organization, Doba=Person")
    senate, person = reading.mentions
    start = reading.document.text.rindex("Doba")
    later = replace(person, start=start, end=start + 4)
    assert located(reading.with_mentions([senate, later])) == []


def test_a_body_without_a_name_lies_nowhere_by_a_comma(write: Write) -> None:
    reading = write("Norbank , Arvik", "Norbank=Organization, Arvik=Place")
    bank, place = reading.mentions
    assert located(reading.with_mentions([replace(bank, form=Form.NOMINAL), place])) == []
