from collections.abc import Callable

import pytest

from extractors.events.courses import course_verbs, ends, struck_by
from extractors.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("table", "struck"),
    [
        ("A|DET|det|1 storm|NOUN|nsubj|2 hit|VERB|ROOT||VBD Doba|PROPN|obj|2", ["Doba"]),
        (("Doba|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 hit|VERB|ROOT||VBN by|ADP|case|5 a|DET|det|5 "
         "storm|NOUN|obl:agent|2"), ["Doba"]),
        (("A|DET|det|1 storm|NOUN|nsubj|2 sweep|VERB|ROOT||VBD through|ADP|case|4 "
         "Doba|PROPN|obl|2"), ["Doba"]),
        ("A|DET|det|1 storm|NOUN|nsubj|3 never|ADV|advmod|3 hit|VERB|ROOT||VBD Doba|PROPN|obj|3",
         []),
        ("A|DET|det|1 storm|NOUN|nsubj|2 reach|VERB|ROOT||VBD Doba|PROPN|obj|2", []),
    ],
)  # fmt: skip
def test_what_the_event_strikes(read: Read, table: str, struck: list[str]) -> None:
    reading = read(table, "Doba=Place")
    storm = next(token for token in reading.doc if token.text == "storm")
    assert [token.text for token in struck_by(storm)] == struck


def test_a_relative_clause_tells_what_the_event_did(read: Read) -> None:
    doc = (reading := read(
        "The|DET|det|1 fire|NOUN|nsubj|4 that|PRON|nsubj|3 began|VERB|acl:relcl|1 spread|VERB|ROOT"
    )).doc  # fmt: skip
    assert course_verbs(reading, doc[1]) == [doc[4], doc[3]]


def test_a_verb_with_an_object_tells_of_more_than_the_event(read: Read) -> None:
    reading = read("The|DET|det|1 fire|NOUN|nsubj|2 ruined|VERB|ROOT Berg|PROPN|obj|2")
    assert course_verbs(reading, reading.doc[1]) == []


@pytest.mark.parametrize(
    ("table", "over"),
    [
        ("It|PRON|nsubj|1 end|VERB|ROOT", True),
        ("It|PRON|nsubj|1 came|VERB|ROOT to|ADP|case|4 a|DET|det|4 close|NOUN|obl|1", True),
        ("It|PRON|nsubj|1 came|VERB|ROOT to|ADP|case|3 Doba|PROPN|obl|1", False),
    ],
)
def test_how_an_event_ends(read: Read, table: str, over: bool) -> None:
    assert ends(read(table).doc[1]) is over


def test_who_comes_under_attack_is_struck(read: Read) -> None:
    rows = "Doba|PROPN|nsubj|1 {}|VERB|ROOT||VBD under|ADP|case|3 attack|NOUN|obl|1"
    reading = read(rows.format("come"), "Doba=Place")
    assert [token.text for token in struck_by(reading.doc[3])] == ["Doba"]
    assert course_verbs(reading, reading.doc[3]) == [reading.doc[1]]
    assert struck_by(read(rows.format("hide"), "Doba=Place").doc[3]) == []
