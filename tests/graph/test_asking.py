from __future__ import annotations

import pytest

from graph.asking import differences, explain_pair, find_thing
from graph.decisions import Decision, Reference, Verb
from graph.errors import DecisionError
from graph.model import Document, Evidence, Findings, Form, Kind, Mention, Statement, Value
from graph.resolution import Resolved, resolve, resolve_fully


def name(label: str, document: str, at: int = 0, kind: Kind = Kind.PERSON) -> Mention:
    return Mention(document, at, at + len(label), 0, label, label, kind)


def found(*mentions: Mention, said: tuple[Statement, ...] = ()) -> Findings:
    document = Document(mentions[0].document, "", "test")
    return Findings(document, mentions=mentions, statements=said)


def massacre(document: str, year: str) -> Findings:
    event = Mention(
        document, 0, 9, 0, "Lom massacre", "Lom massacre", Kind.EVENT, Form.NAME,
        head="massacre", event_type="Killing",
    )  # fmt: skip
    said = Statement(event.key, "begin", Value(year, "gYear"), Evidence(0, 0, 1, "test"))
    return found(event, said=(said,))


@pytest.fixture
def resolved() -> Resolved:
    return resolve_fully(
        [
            found(name("James Orton", "a"), name("Orton", "a", 40)),
            found(name("Jim Orton", "b"), name("Ada Lund", "b", 40)),
            found(name("Jim Orton", "c")),
        ]
    )


def why(resolved: Resolved, first: str, second: str) -> list[str]:
    pair = find_thing(resolved, first), find_thing(resolved, second)
    return list(explain_pair(resolved, *pair))


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        ("a:James Orton", Reference("a", "James Orton")),
        ("person-james-orton", Reference("a", "James Orton")),
        ("https://example.org/id/person-james-orton", Reference("a", "James Orton")),
        ("Ada Lund", Reference("b", "Ada Lund")),
    ],
)
def test_a_thing_is_found_by_words_id_or_name(
    resolved: Resolved, asked: str, reference: Reference
) -> None:
    ids = [entity.id for entity in resolved.resolution.entities]
    assert find_thing(resolved, asked.replace("person-james-orton", ids[1])) == reference


def test_what_is_not_there_or_not_one_thing_is_told(resolved: Resolved) -> None:
    with pytest.raises(DecisionError, match="no one thing is 'a:Nobody'"):
        find_thing(resolved, "a:Nobody")
    two = resolve_fully([massacre("a", "1911"), massacre("b", "1966")])
    with pytest.raises(DecisionError, match="it may be: event-lom-massacre-1911, "):
        find_thing(two, "Lom massacre")


def test_why_two_are_one_is_told_step_by_step(resolved: Resolved) -> None:
    first, *steps = why(resolved, "a:James Orton", "c:Jim Orton")
    assert "are one: " in first
    assert steps == [
        "  “Jim Orton” has a short form of the first name of “James Orton” (0.75)",
        "  “Jim Orton” is the same name as “Jim Orton” (0.95)",
    ]


def test_why_two_are_two_is_told(resolved: Resolved) -> None:
    _, reason = why(resolved, "a:James Orton", "b:Ada Lund")
    assert reason == "  no rule makes “James Orton” and “Ada Lund” one name"


def test_why_two_events_are_two_is_told() -> None:
    resolved = resolve_fully([massacre("a", "1911"), massacre("b", "1966")])
    lines = why(resolved, "a:Lom massacre", "b:Lom massacre")
    assert lines[0].endswith("are two: event-lom-massacre-1911 and event-lom-massacre-1966")
    assert lines[-1] == "  one was in 1911, the other in 1966"


def test_what_weighs_in_two_events_that_are_one_is_told() -> None:
    resolved = resolve_fully([massacre("a", "1911"), massacre("b", "1911")])
    assert "    +2.00 name: both are named “lom”" in why(
        resolved, "a:Lom massacre", "b:Lom massacre"
    )


def test_a_decision_to_keep_apart_is_the_reason() -> None:
    different = Decision(
        Verb.DIFFERENT, Reference("a", "Lom massacre"), Reference("b", "Lom massacre")
    )
    resolved = resolve_fully([massacre("a", "1911"), massacre("b", "1911")], decisions=[different])
    assert f"  decided: {different}" in why(resolved, "a:Lom massacre", "b:Lom massacre")


def test_differences_are_told_as_sentences() -> None:
    texts = [
        found(name("Ada Lund", "a")),
        found(name("Ida Voss", "b")),
        found(name("Jo Hale", "c")),
    ]
    decisions = [
        Decision(Verb.SAME, Reference("a", "Ada Lund"), Reference("b", "Ida Voss")),
        Decision(Verb.DROP, Reference("c", "Jo Hale")),
    ]
    before, after = resolve(texts), resolve(texts, decisions=decisions)
    assert list(differences(before, after)) == [
        "person-ada-lund, person-ida-voss become one: “Ada Lund” (2 mentions)",
        "“Jo Hale” (person-jo-hale) is dropped",
    ]
    assert list(differences(after, before)) == [
        "of person-ada-lund comes “Ada Lund” (1 mention)",
        "of person-ada-lund comes “Ida Voss” (1 mention)",
        "of nothing comes “Jo Hale” (1 mention)",
    ]
    assert list(differences(before, before)) == []


def test_another_name_is_told() -> None:
    texts = [found(name("Ada Lund", "a"))]
    renamed = Decision(Verb.NAME, Reference("a", "Ada Lund"), value="A. Lund")
    (line,) = differences(resolve(texts), resolve(texts, decisions=[renamed]))
    assert line == "Person “Ada Lund” (person-ada-lund) becomes Person “A. Lund”"
