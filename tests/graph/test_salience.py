from graph.model import (
    Certainty,
    Evidence,
    Findings,
    Form,
    Kind,
    Mention,
    MentionKey,
    Statement,
    Value,
)
from graph.model import Document as Text
from graph.resolved import Entity, Resolution
from graph.salience import saliences

NAMED = Mention("d", 0, 9, 0, "Doba fire", "Doba fire", Kind.EVENT, event_type="Disaster")
RAID = Mention("d", 20, 24, 0, "raid", "raid on Doba", Kind.EVENT, Form.NOMINAL)


def told(mention: Mention, predicate: str, certainty: Certainty = Certainty.CERTAIN) -> Statement:
    evidence = Evidence(0, mention.start, mention.end, "test", certainty=certainty)
    return Statement(mention.key, predicate, Value("1992", "gYear"), evidence)


def weighed(*statements: Statement, extra: tuple[MentionKey, ...] = ()) -> dict[str, float]:
    """The saliences of the fire and the raid."""
    entities = (
        Entity("event-fire", Kind.EVENT, "Doba fire", mentions=(NAMED.key,)),
        Entity("event-raid", Kind.EVENT, "raid on Doba", mentions=(RAID.key, *extra)),
    )
    found = Findings(Text("d", "Doba fire", "test"), (), (NAMED, RAID), statements)
    return saliences([found], Resolution(entities))


def test_an_event_with_a_name_comes_before_one_of_which_as_much_is_told() -> None:
    found = weighed(told(NAMED, "begin"), told(RAID, "begin"))
    assert 0 < found["event-raid"] < found["event-fire"] < 1


def test_each_kind_of_fact_counts_once() -> None:
    once = weighed(told(RAID, "begin"))["event-raid"]
    assert weighed(told(RAID, "begin"), told(RAID, "begin"))["event-raid"] == once
    assert weighed(told(RAID, "begin"), told(RAID, "end"))["event-raid"] > once


def test_what_is_told_with_a_reserve_counts_less() -> None:
    hedged = weighed(told(RAID, "begin", Certainty.HEDGED))
    assert hedged["event-raid"] < weighed(told(RAID, "begin"))["event-raid"]


def test_an_event_of_another_document_too_comes_first() -> None:
    alone = weighed(told(RAID, "begin"))
    both = weighed(told(RAID, "begin"), extra=(MentionKey("e", 0, 4),))
    assert both["event-raid"] > alone["event-raid"]


def test_nothing_told_is_no_salience() -> None:
    assert weighed()["event-raid"] == 0
