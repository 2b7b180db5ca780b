from collections.abc import Callable

import pytest

from extractors.arguments.attendance import attending, speaking_at
from extractors.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "table",
    [
        "Berg|PROPN|nsubj|1 attend|VERB|ROOT the|DET|det|3 talks|NOUN|obj|1",
        "Berg|PROPN|nsubj|1 participate|VERB|ROOT in|ADP|case|3 talks|NOUN|obl|1",
        "Berg|PROPN|nsubj|2 will|AUX|aux|2 attend|VERB|ROOT talks|NOUN|obj|2",
        "Berg|PROPN|nsubj|1 take|VERB|ROOT part|NOUN|obj|1 in|ADP|case|4 talks|NOUN|obl|1",
        "Berg|PROPN|nsubj|1 take|VERB|ROOT part|NOUN|obj|1 in|ADP|case|4 talks|NOUN|nmod|2",
    ],
)
def test_who_attends_or_takes_part_is_there(read: Read, table: str) -> None:
    doc = read(table).doc
    assert list(attending(doc[len(doc) - 1])) == [doc[0]]


@pytest.mark.parametrize(
    "table",
    [
        "Berg|PROPN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 attend|VERB|ROOT talks|NOUN|obj|3",
        "Berg|PROPN|nsubj|2 should|AUX|aux|2 attend|VERB|ROOT talks|NOUN|obj|2",
        "Berg|PROPN|nsubj|1 fear|VERB|ROOT talks|NOUN|obj|1",
        "Berg|PROPN|nsubj|1 sleep|VERB|ROOT in|ADP|case|3 talks|NOUN|obl|1",
        "Berg|PROPN|nsubj|1 take|VERB|ROOT notes|NOUN|obj|1 in|ADP|case|4 talks|NOUN|obl|1",
    ],
)
def test_who_stays_away_or_does_something_else_is_not(read: Read, table: str) -> None:
    doc = read(table).doc
    assert list(attending(doc[len(doc) - 1])) == []


def test_whom_a_meeting_includes_is_there(read: Read) -> None:
    doc = read("Talks|NOUN|nsubj|1 include|VERB|ROOT Berg|PROPN|obj|1").doc
    assert list(attending(doc[0])) == [doc[2]]


def test_who_is_to_be_brought_together_is_not_there(read: Read) -> None:
    doc = read("Talks|NOUN|nsubj|2 should|AUX|aux|2 include|VERB|ROOT Berg|PROPN|obj|2").doc
    assert list(attending(doc[0])) == []


def test_who_speaks_at_a_meeting_is_there(read: Read) -> None:
    reading = read("Berg|PROPN|nsubj|1 speak|VERB|ROOT at|ADP|case|3 talks|NOUN|obl|1")
    assert list(speaking_at(reading, reading.doc[3])) == [reading.doc[0]]


def test_who_does_something_else_at_a_meeting_is_not(read: Read) -> None:
    reading = read("Berg|PROPN|nsubj|1 laughed|VERB|ROOT at|ADP|case|3 talks|NOUN|obl|1")
    assert list(speaking_at(reading, reading.doc[3])) == []


def test_who_does_something_during_a_meeting_is_there(read: Read) -> None:
    reading = read("Berg|PROPN|nsubj|1 laughed|VERB|ROOT during|ADP|case|3 talks|NOUN|obl|1")
    assert list(speaking_at(reading, reading.doc[3])) == [reading.doc[0]]


def test_who_joins_others_for_talks_is_there_with_them(read: Read) -> None:
    doc = read(
        "Berg|PROPN|nsubj|1 join|VERB|ROOT Lund|PROPN|obj|1 for|ADP|case|4 talks|NOUN|obl|1"
    ).doc
    assert list(attending(doc[4])) == [doc[0], doc[2]]


@pytest.mark.parametrize(("verb", "present"), [("discuss", True), ("sleep", False)])
def test_who_speaks_in_the_talks_is_there(read: Read, verb: str, present: bool) -> None:
    reading = read(
        f"Berg|PROPN|nsubj|1 {verb}|VERB|ROOT trade|NOUN|obj|1 in|ADP|case|4 talks|NOUN|obl|1"
    )
    found = list(speaking_at(reading, reading.doc[4]))
    assert found == ([reading.doc[0]] if present else [])
