from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from extractors.happenings.facts import Facts, Places, contradict, find_facts
from extractors.reading import Reading
from graph.model import (
    Concept,
    Evidence,
    Form,
    Mention,
    MentionKey,
    Polarity,
    Qualifiers,
    Statement,
    Value,
)

Write = Callable[..., Reading]
NAMES = "raid=Event:Attack, Doba=Place, Lom=Place, Tarn=Place, Ada Berg=Person, Guards=Group"
SOUND = Evidence(0, 0, 4, "test")


@pytest.fixture
def reading(write: Write) -> Reading:
    return write("the raid Doba Lom Tarn Ada Berg Guards", NAMES)


def named(reading: Reading, label: str) -> Mention:
    return next(mention for mention in reading.mentions if mention.label == label)


def said(reading: Reading, subject: str, predicate: str, target: str) -> Statement:
    subject_key, object_key = named(reading, subject).key, named(reading, target).key
    return Statement(subject_key, predicate, object_key, SOUND)


def counted(reading: Reading, **narrowed: object) -> Statement:
    subject, group = named(reading, "raid").key, Concept("Soldiers")
    qualifiers = Qualifiers(group=group, bound=Concept("Exactly"))
    narrow = replace(qualifiers, **narrowed)  # type: ignore[arg-type]
    return Statement(subject, "killed", Value("20", "integer"), SOUND, narrow)


def facts_of(reading: Reading, statements: Iterable[Statement]) -> Facts:
    return find_facts(reading, statements).get(named(reading, "raid").key, Facts())


def test_places_agents_and_patients_are_kept_apart(reading: Reading) -> None:
    told = [("place", "Doba"), ("agent", "Ada Berg"), ("patient", "Guards")]
    facts = facts_of(reading, [said(reading, "raid", *one) for one in told])
    assert (facts.places, facts.agents, facts.named) == ({"doba"}, {"berg"}, {"ada berg"})
    assert (facts.victims, facts.patients) == ({"guards"}, set())
    assert facts.said == {"place", "agent", "patient"}


def test_a_person_who_suffers_is_a_patient_and_a_victim(reading: Reading) -> None:
    facts = facts_of(reading, [said(reading, "raid", "patient", "Ada Berg")])
    assert (facts.victims, facts.patients) == ({"ada berg"}, {"ada berg"})


@pytest.mark.parametrize(("predicate", "kept"), [("agent", {"berg"}), ("patient", set())])
def test_a_description_gives_no_name(reading: Reading, predicate: str, kept: set[str]) -> None:
    ada = replace(named(reading, "Ada Berg"), form=Form.NOMINAL)
    described = reading.with_mentions([*(m for m in reading.mentions if m.key != ada.key), ada])
    facts = facts_of(described, [said(described, "raid", predicate, "Ada Berg")])
    assert (facts.agents, facts.named, facts.victims) == (kept, set(), set())


@pytest.mark.parametrize(
    ("evidence", "places", "told"),
    [
        (replace(SOUND, confidence=0.3), set(), set()),
        (replace(SOUND, confidence=0.4), set(), {"place"}),
        (replace(SOUND, polarity=Polarity.DENIED), set(), set()),
        (SOUND, {"doba"}, {"place"}),
    ],
)
def test_what_is_denied_or_hardly_sure_is_no_fact(
    reading: Reading, evidence: Evidence, places: set[str], told: set[str]
) -> None:
    statement = replace(said(reading, "raid", "place", "Doba"), evidence=evidence)
    facts = facts_of(reading, [statement])
    assert (facts.places, facts.said) == (places, told)


def test_only_what_is_told_of_an_event_is_a_fact(reading: Reading) -> None:
    unknown = MentionKey("d", 900, 904)
    told = [
        said(reading, "Doba", "place", "Lom"),
        Statement(unknown, "place", named(reading, "Lom").key, SOUND),
    ]
    assert find_facts(reading, told) == {}


@pytest.mark.parametrize("predicate", ["place", "agent", "patient"])
def test_a_fact_about_what_is_no_mention_is_left_out(reading: Reading, predicate: str) -> None:
    statement = Statement(named(reading, "raid").key, predicate, MentionKey("d", 900, 904), SOUND)
    facts = facts_of(reading, [statement])
    assert (facts.places, facts.agents, facts.victims) == (set(), set(), set())


def test_other_relations_give_neither_place_nor_side(reading: Reading) -> None:
    facts = facts_of(reading, [said(reading, "raid", "commemorates", "Ada Berg")])
    assert (facts.places, facts.agents, facts.victims) == (set(), set(), set())
    assert facts.counts == {}


def test_begin_and_end_of_one_phrase_span_its_days(reading: Reading) -> None:
    event = named(reading, "raid").key
    told = [
        Statement(event, "begin", Value("1990-05", "gYearMonth"), SOUND),
        Statement(event, "end", Value("1990-06-02", "date"), SOUND),
        said(reading, "raid", "end", "Doba"),
    ]
    assert facts_of(reading, told).days == [(date(1990, 5, 1), date(1990, 6, 2))]


@pytest.mark.parametrize(
    ("narrowed", "counts"),
    [
        ({}, {("killed", "Soldiers"): {"20"}}),
        ({"bound": Concept("AtLeast")}, {}),
        ({"part_of": "0123456789abcdef"}, {}),
        ({"group": None}, {}),
    ],
)
def test_only_exact_totals_of_a_known_group_are_compared(
    reading: Reading, narrowed: dict[str, object], counts: dict[tuple[str, str], set[str]]
) -> None:
    facts = facts_of(reading, [counted(reading, **narrowed)])
    assert facts.counts == counts
    assert facts.said == {"count"}


def test_a_count_that_is_no_value_is_not_compared(reading: Reading) -> None:
    statement = replace(counted(reading), object=named(reading, "Doba").key)
    assert facts_of(reading, [statement]).counts == {}


def test_numbers_of_two_mentions_of_a_happening_come_together() -> None:
    facts = Facts(counts={("killed", "Women"): {"2"}})
    facts.add(Facts(counts={("killed", "Women"): {"3"}, ("killed", "Men"): {"1"}}))
    assert facts.counts == {("killed", "Women"): {"2", "3"}, ("killed", "Men"): {"1"}}


def test_a_place_may_be_one_that_it_lies_in_two_steps_above(reading: Reading) -> None:
    told = [
        said(reading, "Doba", "locatedIn", "Lom"),
        said(reading, "Lom", "locatedIn", "Tarn"),
        said(reading, "raid", "locatedIn", "Tarn"),
        said(reading, "Lom", "locatedIn", "Ada Berg"),
        Statement(named(reading, "Lom").key, "locatedIn", Value("Tarn", "string"), SOUND),
    ]
    places = Places(reading, told)
    assert places.may_meet({"doba"}, {"tarn"})
    assert places.may_meet({"tarn"}, {"doba"})
    assert places.may_meet({"doba"}, {"lom"})
    assert places.may_meet({"doba valley"}, {"doba"})
    assert places.may_meet({"doba"}, {"doba valley"})
    assert not places.may_meet({"doba"}, {"arvik"})


def test_places_that_are_told_to_meet_lie_in_no_other(reading: Reading) -> None:
    places = Places(reading, [said(reading, "Doba", "near", "Lom")])
    assert not places.may_meet({"doba"}, {"lom"})


MAY, JUNE = (date(1990, 5, 1), date(1990, 5, 31)), (date(1990, 6, 1), date(1990, 6, 30))


@pytest.mark.parametrize(
    ("first", "second", "strictly", "apart"),
    [
        (Facts(days=[MAY]), Facts(days=[JUNE]), False, True),
        (Facts(days=[JUNE]), Facts(days=[MAY]), False, True),
        (Facts(days=[MAY]), Facts(days=[MAY]), False, False),
        (Facts(days=[MAY]), Facts(), False, False),
        (Facts(), Facts(days=[MAY]), False, False),
        (Facts(places={"doba"}), Facts(places={"lom"}), False, True),
        (Facts(places={"doba"}), Facts(places={"doba"}), False, False),
        (Facts(places={"doba"}), Facts(), False, False),
        (Facts(), Facts(places={"doba"}), False, False),
        (Facts(named={"ada"}), Facts(named={"ben"}), False, False),
        (Facts(named={"ada"}), Facts(named={"ben"}), True, True),
        (Facts(named={"ada"}), Facts(named={"ada"}), True, False),
        (Facts(named={"ada"}), Facts(), True, False),
        (Facts(), Facts(named={"ada"}), True, False),
        (Facts(counts={("killed", "Men"): {"2"}}), Facts(), True, False),
        (
            Facts(counts={("killed", "Men"): {"2"}}),
            Facts(counts={("killed", "Men"): {"3"}}),
            True,
            True,
        ),
    ],
)
def test_days_and_places_speak_against_one_happening_and_strictly_sides_and_numbers(
    reading: Reading, first: Facts, second: Facts, *, strictly: bool, apart: bool
) -> None:
    assert contradict(first, second, Places(reading, []), strictly=strictly) is apart
