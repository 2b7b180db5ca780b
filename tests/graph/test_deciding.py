import pytest

from graph.decisions import Decision, Reference, Verb
from graph.errors import DecisionError
from graph.model import Document, Findings, Kind, Link, Mention
from graph.resolution import resolve
from graph.resolved import Resolution


def name(label: str, document: str, at: int = 0, kind: Kind = Kind.PERSON) -> Mention:
    return Mention(document, at, at + len(label), 0, label, label, kind)


def found(*mentions: Mention, links: tuple[Link, ...] = ()) -> Findings:
    return Findings(Document(mentions[0].document, "", "test"), mentions=mentions, links=links)


def decide(verb: Verb, first: str, second: str = "", value: str = "") -> Decision:
    other = Reference.parse(*second.split(":")) if second else None
    return Decision(verb, Reference.parse(*first.split(":")), other, value)


def labels(resolution: Resolution) -> list[str]:
    return [entity.label for entity in resolution.entities]


A = found(name("John Smith", "a"))
B = found(name("John Smith", "b"))
OTHER = found(name("Jack Doe", "c"))


def test_what_people_call_the_same_is_one() -> None:
    same = decide(Verb.SAME, "a:John Smith", "c:Jack Doe")
    (entity,) = resolve([A, OTHER], decisions=[same]).entities
    assert entity.merges[0].reason == f"decided: {same}"
    assert entity.merges[0].confidence == 1.0


def test_what_people_call_different_is_two() -> None:
    different = decide(Verb.DIFFERENT, "a:John Smith", "b:John Smith")
    assert len(resolve([A, B]).entities) == 1
    assert len(resolve([A, B], decisions=[different]).entities) == 2


def test_a_decision_wins_over_a_link_in_the_text() -> None:
    full, short = name("John Smith", "a"), name("Smith", "a", 20)
    text = found(full, short, links=(Link(short.key, full.key, "his last name"),))
    different = decide(Verb.DIFFERENT, "a:John Smith", "a:Smith")
    assert labels(resolve([text], decisions=[different])) == ["John Smith", "Smith"]


def test_of_namesakes_that_people_part_a_third_goes_with_the_likest_or_stays_alone() -> None:
    town = [name("Torvik", one, 30, Kind.PLACE) for one in "ac"]
    dam = [name("Lom Dam", one, 60, Kind.PLACE) for one in "ac"]
    first = found(name("John Smith", "a"), town[0], dam[0])
    third = found(name("John Smith", "c"), town[1], dam[1])
    different = decide(Verb.DIFFERENT, "a:John Smith", "b:John Smith")
    people = [
        {key.document for key in entity.mentions}
        for entity in resolve([first, B, third], decisions=[different]).entities
        if entity.kind is Kind.PERSON
    ]
    assert sorted(map(sorted, people)) == [["a", "c"], ["b"]]


def test_a_name_that_is_decided_is_the_label_and_leaves_the_id() -> None:
    renamed = decide(Verb.NAME, "a:John Smith", value="J. Smith of Lom")
    (entity,) = resolve([A, B], decisions=[renamed]).entities
    assert (entity.id, entity.label) == ("person-john-smith", "J. Smith of Lom")
    assert entity.alt_labels == ("John Smith",)


def test_a_kind_that_is_decided_holds_for_the_whole_thing() -> None:
    place = decide(Verb.KIND, "a:John Smith", value="Place")
    (entity,) = resolve([A, B], decisions=[place]).entities
    assert (entity.kind, entity.id) == (Kind.PLACE, "place-john-smith")


def test_what_is_dropped_is_gone_with_all_its_mentions() -> None:
    dropped = decide(Verb.DROP, "a:John Smith")
    assert labels(resolve([A, B, OTHER], decisions=[dropped])) == ["Jack Doe"]


def test_a_contradiction_is_one_sentence() -> None:
    decisions = [
        decide(Verb.SAME, "a:John Smith", "c:Jack Doe"),
        decide(Verb.SAME, "b:John Smith", "c:Jack Doe"),
        decide(Verb.DIFFERENT, "a:John Smith", "b:John Smith"),
    ]
    for order in (decisions, decisions[::-1]):
        with pytest.raises(DecisionError) as raised:
            resolve([A, B, OTHER], decisions=order)
        assert str(raised.value) == (
            "two decisions contradict one another: “John Smith” in a and “John Smith” in b are "
            "different; other decisions make them the same; undo one of them"
        )


def test_a_decision_on_what_is_not_there_is_told_and_does_no_harm() -> None:
    lost = [decide(Verb.DROP, "z:John Smith"), decide(Verb.DROP, "a:Nobody")]
    resolution = resolve([A], decisions=lost)
    assert labels(resolution) == ["John Smith"]
    assert [sentence.rpartition(": ")[2] for sentence in resolution.idle] == [
        "there is no such words “Nobody” in a",
        "there is no document “John Smith” in z",
    ]
