from collections.abc import Callable

import pytest

from extractors.events.deeds import wants_time
from extractors.events.events import find_event_mentions
from extractors.events.things import thing_of
from extractors.happenings.told import Told
from extractors.reading import Reading
from extractors.words.events.deeds import load_deed_words
from graph.model import Form, Kind, Mention

Read = Callable[..., Reading]
LUND, BERG = (Mention("d", i, i + 4, 0, n, n, Kind.PERSON) for i, n in ((0, "Lund"), (9, "Berg")))
CLERKS = Mention("d", 20, 26, 0, "clerks", "clerks", Kind.GROUP, Form.NOMINAL)


def told(read: Read, table: str) -> list[tuple[str, str]]:
    names = ", ".join(f"{name}=Person" for name in ("Lund", "Berg") if name in table)
    reading: Reading = read(table, names) if names else read(table)
    return [(mention.head, mention.event_type or "") for mention in find_event_mentions(reading)]


@pytest.mark.parametrize(
    ("table", "noun"),
    [
        ("Lund|PROPN|nsubj|1 repair|VERB|ROOT||VBD Berg|PROPN|obj|1", "repairing"),
        ("Lund|PROPN|nsubj|1 edge|VERB|ROOT||VBD out|ADP|compound:prt|1 Berg|PROPN|obj|1",
         "edging out"),
        (("Berg|PROPN|nsubj:pass|2 was|AUX|aux:pass|2|VBD remove|VERB|ROOT||VBN "
         "by|ADP|case|4 Lund|PROPN|obl:agent|2"), "removal"),
        (("Lund|PROPN|nsubj|1 hide|VERB|ROOT||VBD the|DET|det|3 ledger|NOUN|obj|1 on|ADP|case|5 "
         "4|NUM|obl|1 May|PROPN|nmod|5 1990|NUM|nmod|5"), "hiding"),
    ],
)  # fmt: skip
def test_a_verb_of_no_list_tells_of_a_deed(read: Read, table: str, noun: str) -> None:
    assert told(read, table) == [(noun, "Occurrence")]


@pytest.mark.parametrize(
    "table",
    [
        # thought, said, only planned, by no people, negated
        "Lund|PROPN|nsubj|1 believe|VERB|ROOT||VBD Berg|PROPN|obj|1",
        "Lund|PROPN|nsubj|1 thank|VERB|ROOT||VBD Berg|PROPN|obj|1",
        "Lund|PROPN|nsubj|2 will|AUX|aux|2|MD repair|VERB|ROOT||VB Berg|PROPN|obj|2",
        "stones|NOUN|nsubj|1|NNS hide|VERB|ROOT||VBD ledgers|NOUN|obj|1|NNS",
        "Lund|PROPN|nsubj|2 never|ADV|advmod|2 defeat|VERB|ROOT||VBD Berg|PROPN|obj|2",
    ],
)
def test_what_tells_of_no_deed(read: Read, table: str) -> None:
    assert told(read, table) == []


def test_who_releases_a_statement_only_speaks(read: Read) -> None:
    table = ("Lund|PROPN|nsubj|1 circulate|VERB|ROOT||VBD a|DET|det|3 {}|NOUN|obj|1 "
             "on|ADP|case|5 4|NUM|obl|1 May|PROPN|nmod|5 1990|NUM|nmod|5")  # fmt: skip
    assert told(read, table.format("ledger")) == [("circulating", "Occurrence")]
    assert told(read, table.format("statement")) == []


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("stop", "stopping"), ("halt", "halting"), ("quit", "quitting"), ("host", "hosting"),
     ("lie", "lying"), ("flee", "fleeing"), ("refer", "referring"), ("open", "opening"),
     ("halve", "halving"), ("pull out", "pulling out"), ("approve", "approval")],
)  # fmt: skip
def test_the_noun_for_a_verb(verb: str, noun: str) -> None:
    assert load_deed_words().noun_for(verb) == noun


@pytest.mark.parametrize(
    ("told", "telling"),
    [
        (Told(targets={"agent": [LUND]}), False),
        (Told(targets={"agent": [LUND], "patient": [BERG]}), True),
        (Told(targets={"agent": [LUND]}, year="1990"), True),
        (Told(targets={"agent": [CLERKS]}, year="1990"), True),
        (Told(targets={"agent": [CLERKS]}, thing="ledger"), False),
        (Told(targets={"agent": [LUND]}, thing="ledger"), True),
        (Told(targets={"agent": [CLERKS]}, when="May 1990"), True),
        (Told(targets={"place": [LUND, BERG]}), False),
    ],
)
def test_how_much_must_be_told_of_a_deed(told: Told, telling: bool) -> None:
    assert told.is_telling is telling


THING = "Lund|PROPN|nsubj|1 hide|VERB|ROOT||VBD {rows}"


@pytest.mark.parametrize(
    ("rows", "thing"),
    [
        ("the|DET|det|5 old|ADJ|amod|5 tax|NOUN|compound|5 ledger|NOUN|obj|1", "old tax ledger"),
        ("its|PRON|nmod:poss|3 ledger|NOUN|obj|1", "ledger"),
        ("town|NOUN|nmod:poss|4 's|PART|case|2 ledger|NOUN|obj|1", "ledger"),
        ("time|NOUN|obj|1", ""),
        ("a|DET|det|3 clerk|NOUN|obj|1", ""),
        ("Berg|PROPN|obj|1", ""),
    ],
)
def test_the_thing_of_a_deed_in_words(read: Read, rows: str, thing: str) -> None:
    reading = read(THING.format(rows=rows), "Lund=Person")
    (deed,) = find_event_mentions(reading)
    assert thing_of(reading, deed) == thing


@pytest.mark.parametrize(("noun", "found"), [("tax", True), ("massacre", False)])
def test_what_carries_an_event_is_a_deed_where_it_carries_a_thing(
    read: Read, noun: str, *, found: bool
) -> None:
    deeds = told(read, f"Lund|PROPN|nsubj|1 impose|VERB|ROOT||VBD a|DET|det|3 {noun}|NOUN|obj|1")
    assert (("imposition", "Occurrence") in deeds) == found


def test_some_verbs_are_deeds_only_with_a_time(read: Read) -> None:
    for verb, wants in (("raise", True), ("hide", False)):
        rows = f"Lund|PROPN|nsubj|1 {verb}|VERB|ROOT||VBD a|DET|det|3 fee|NOUN|obj|1"
        (deed,) = find_event_mentions(read(rows, "Lund=Person"))
        assert wants_time(deed) == wants


def test_a_deed_may_be_done_to_what_an_attack_is_made_on_in_words_alone(read: Read) -> None:
    rows = "Lund|PROPN|nsubj|1 {}|VERB|ROOT||VBD a|DET|det|3 plan|NOUN|obj|1"
    assert told(read, rows.format("abandon")) == [("abandonment", "Occurrence")]
    assert told(read, rows.format("attack")) == []
