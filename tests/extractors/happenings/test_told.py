from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.happenings.told import Told, find_told
from extractors.reading import Reading
from graph.model import (
    Concept,
    Evidence,
    Kind,
    Mention,
    MentionKey,
    Qualifiers,
    Statement,
    Value,
)

Read = Callable[..., Reading]
Write = Callable[..., Reading]
SURE = Evidence(0, 0, 4, "test")
CHARTER = Mention("d", 9, 16, 0, "Charter", "Charter", Kind.WORK)


@pytest.fixture
def reading(write: Write) -> Reading:
    return write("the raid Doba Guards", "raid=Event:Attack, Doba=Place, Guards=Group")


def key(reading: Reading, label: str) -> MentionKey:
    return next(mention.key for mention in reading.mentions if mention.label == label)


def told(reading: Reading, *statements: Statement) -> Told:
    return find_told(reading, statements).get(key(reading, "raid"), Told())


def dated(reading: Reading, predicate: str, day: str, confidence: float = 1.0) -> Statement:
    evidence = replace(SURE, confidence=confidence)
    return Statement(key(reading, "raid"), predicate, Value(day, "date"), evidence)


@pytest.mark.parametrize(
    "one",
    [
        Told(targets={"place": [CHARTER]}),
        Told(targets={"commemorates": [CHARTER]}),
        Told(targets={"partOf": [CHARTER]}),
        Told(when="May 1990"),
        Told(year="1990"),
        Told(ended="May 1990"),
        Told(counted=("killed", "40 people")),
        Told(work=CHARTER),
    ],
)
def test_one_fact_tells_an_event_from_others(one: Told) -> None:
    assert one.is_sound


def test_a_thing_alone_tells_no_event_from_others() -> None:
    assert not Told(thing="ledger").is_sound


@pytest.mark.parametrize("one", [Told(when="May"), Told(year="1990"), Told(ended="1990")])
def test_a_day_a_year_or_an_end_is_a_date(one: Told) -> None:
    assert one.is_dated


FULL = Told(
    when="May 1990",
    year="1990",
    ended="June 1990",
    work=CHARTER,
    thing="ledger",
    counted=("killed", "40 people"),
)


def test_what_a_second_mention_tells_is_taken_in_and_the_first_stays() -> None:
    empty = Told()
    other = Told(
        targets={"place": [CHARTER]},
        when="July",
        year="1991",
        ended="1992",
        work=replace(CHARTER, label="Pact"),
        thing="pact",
        counted=("killed", "2 men"),
    )
    empty.add(FULL)
    assert empty == FULL
    empty.add(other)
    assert empty == replace(FULL, targets={"place": [CHARTER]})


def test_the_first_time_that_is_told_stays(reading: Reading) -> None:
    one = told(
        reading,
        dated(reading, "begin", "1990-05-04"),
        dated(reading, "begin", "1991-06"),
        dated(reading, "end", "1990-07"),
        dated(reading, "end", "1992"),
    )
    assert (one.when, one.year, one.ended) == ("4 May 1990", "1990", "July 1990")


def test_a_year_alone_is_no_time_in_words(reading: Reading) -> None:
    one = told(reading, dated(reading, "begin", "1990"), dated(reading, "end", "1991"))
    assert (one.when, one.year, one.ended) == ("", "1990", "1991")


def test_a_time_that_is_hardly_sure_is_not_told(reading: Reading) -> None:
    one = told(reading, dated(reading, "begin", "1990-05", 0.4), dated(reading, "end", "1991", 0.4))
    assert one == Told()


def test_only_begin_and_end_tell_a_time(reading: Reading) -> None:
    assert told(reading, dated(reading, "called", "1990-05")) == Told()


def test_only_events_are_told_of(reading: Reading) -> None:
    known, unknown = key(reading, "Doba"), MentionKey("d", 900, 904)
    statements = [Statement(one, "place", known, SURE) for one in (known, unknown)]
    assert find_told(reading, statements) == {}


@pytest.mark.parametrize(
    ("number", "group", "words"),
    [
        ("1200", Concept("Everyone"), "1,200 people"),
        ("40", Concept("Soldiers"), "40 soldiers"),
        ("40", None, "40 people"),
        ("40", "Guards", "40 Guards"),
    ],
)
def test_a_count_is_told_in_words_with_who_was_counted(
    reading: Reading, number: str, group: Concept | str | None, words: str
) -> None:
    who = key(reading, group) if isinstance(group, str) else group
    qualifiers = Qualifiers(group=who, bound=Concept("Exactly"))
    raid = key(reading, "raid")
    first = Statement(raid, "killed", Value(number, "integer"), SURE, qualifiers)
    later = replace(first, object=Value("7", "integer"))
    assert told(reading, first, later).counted == ("killed", words)


WORKS = "Norland|PROPN|nsubj|1 {} the|DET|det|3 {}|PROPN|obj|1"


@pytest.mark.parametrize(
    ("verb", "names", "work"),
    [
        ("signed|VERB|ROOT", "signed=Event, Charter=Work", "Charter"),
        ("signed|VERB|ROOT", "signed=Event, Charter=Place", None),
        ("signed|VERB|ROOT", "signed=Event", None),
        ("signed|VERB|ROOT", "signed=Group, Charter=Work", None),
        ("signing|NOUN|ROOT", "signing=Event, Charter=Work", None),
    ],
)
def test_a_verb_tells_the_work_that_it_is_about(
    read: Read, verb: str, names: str, work: str | None
) -> None:
    reading = read(WORKS.format(verb, "Charter"), names)
    works = [one.work for one in find_told(reading, []).values() if one.work]
    assert [mention.label for mention in works] == [work] * bool(work)
