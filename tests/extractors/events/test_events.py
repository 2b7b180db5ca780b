from collections.abc import Callable

import pytest

from extractors.arguments.relations import find_participations, find_parts
from extractors.events.events import find_event_mentions
from extractors.reading import Reading

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(mention.text, mention.head) for mention in find_event_mentions(reading)]


def with_events(reading: Reading) -> Reading:
    return reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])


def roles(reading: Reading) -> set[tuple[str, str, str]]:
    full = with_events(reading)
    heads = {mention.key: mention for mention in full.mentions}
    return {
        (heads[s.subject].head, s.predicate, heads[s.object].label)
        for s in find_participations(full)
        if isinstance(s.object, tuple)
    }


def test_event_nouns_and_verbs_are_mentions_with_the_noun_for_the_event(read: Read) -> None:
    reading = read("They|PRON|nsubj|1 occupied|VERB|ROOT it|PRON|obj|1 after|ADP|case|5 "
                   "a|DET|det|5 siege|NOUN|obl|1")  # fmt: skip
    assert told(reading) == [("occupied", "occupation"), ("siege", "siege")]


def test_a_settlement_of_a_name_is_a_place(read: Read) -> None:
    rows = "the|DET|det|1 settlement|NOUN|ROOT of|ADP|case|3 {}|PROPN|nmod|1"
    assert told(read(rows.format("Doba"), "Doba=Place")) == []
    assert told(read(rows.format("Lund"), "Lund=Person")) == [("settlement", "settlement")]


def test_a_verb_with_nobody_as_its_subject_tells_of_no_event(read: Read) -> None:
    assert told(read("Nobody|PRON|nsubj|1 occupied|VERB|ROOT it|PRON|obj|1")) == []


def test_a_verb_after_not_only_tells_of_an_event(read: Read) -> None:
    reading = read("They|PRON|nsubj|3 not|PART|advmod|3 only|ADV|advmod|3 occupied|VERB|ROOT "
                   "it|PRON|obj|3")  # fmt: skip
    assert told(reading) == [("occupied", "occupation")]


def test_a_word_inside_the_name_of_an_event_is_no_second_event(read: Read) -> None:
    reading = read("Doba|PROPN|compound|1 fire|NOUN|ROOT", "Doba fire=Event:Disaster")
    assert told(reading) == []


def test_a_season_in_a_date_is_no_fall_of_a_place(read: Read) -> None:
    dated = read("In|ADP|case|1 fall|NOUN|obl|3 1871|NUM|nmod|1 slept|VERB|ROOT")
    fallen = read("The|DET|det|1 fall|NOUN|nsubj|2 ended|VERB|ROOT")
    assert [time.text for time in dated.times] == ["fall 1871"]
    assert told(dated) == []
    assert told(fallen) == [("fall", "fall")]


@pytest.mark.parametrize(
    "table",
    [
        "They|PRON|nsubj|2 never|ADV|advmod|2 occupied|VERB|ROOT it|PRON|obj|2",
        "They|PRON|nsubj|2 may|AUX|aux|2 occupied|VERB|ROOT it|PRON|obj|2",
        "They|PRON|nsubj|1 want|VERB|ROOT to|PART|mark|3 occupied|VERB|xcomp|1",
        "The|DET|det|2 occupied|VERB|amod|2 town|NOUN|ROOT",
    ],
)
def test_a_verb_that_tells_of_nothing_that_happened_is_no_event(read: Read, table: str) -> None:
    assert told(read(table)) == []


def test_a_noun_that_refers_to_an_event_must_be_definite(read: Read) -> None:
    assert told(read("This|DET|det|1 brutality|NOUN|ROOT")) == [("brutality", "brutality")]
    assert told(read("Much|ADJ|amod|1 brutality|NOUN|ROOT")) == []


def test_the_subject_acts_and_the_object_is_the_place(read: Read) -> None:
    reading = read(
        "Norlanders|PROPN|nsubj|1 occupied|VERB|ROOT Doba|PROPN|obj|1",
        "Norlanders=Group, Doba=Place",
    )
    assert roles(reading) == {
        ("occupation", "agent", "Norlanders"),
        ("occupation", "place", "Doba"),
    }


def test_in_the_passive_the_doer_stands_after_by(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 killed|VERB|ROOT by|ADP|case|4 "
        "Norlanders|PROPN|obl|2",
        "Berg=Person, Norlanders=Group",
    )
    assert roles(reading) == {("killing", "agent", "Norlanders"), ("killing", "patient", "Berg")}


def test_a_target_named_twice_takes_part_once(read: Read) -> None:
    reading = read(
        "Norlanders|PROPN|nsubj|1 occupied|VERB|ROOT Doba|PROPN|obj|1 in|ADP|case|4 "
        "Old|PROPN|obl|1",
        "Norlanders=Group, Doba=Place, Old=Place",
    )
    assert len([role for role in roles(reading) if role[1] == "place"]) == 2
    doubled = read(
        "occupied|VERB|ROOT Doba|PROPN|obj|0 near|ADP|case|3 doba|PROPN|obl|0",
        "Doba=Place, doba=Place",
    )
    assert len([role for role in roles(doubled) if role[1] == "place"]) == 1


def test_an_event_during_a_lasting_one_is_part_of_it(read: Read) -> None:
    reading = with_events(
        read(
            "The|DET|det|1 raid|NOUN|nsubj|2 took|VERB|ROOT place|NOUN|obj|2 during|ADP|case|6 "
            "the|DET|det|6 siege|NOUN|obl|2"
        )
    )
    heads = {mention.key: mention.head for mention in reading.mentions}
    found = [(heads[s.subject], heads[s.object]) for s in find_parts(reading)
             if isinstance(s.object, tuple)]  # fmt: skip
    assert found == [("raid", "siege")]


def test_an_event_during_a_short_one_is_no_part_of_it(read: Read) -> None:
    reading = with_events(
        read(
            "The|DET|det|1 meeting|NOUN|nsubj|2 took|VERB|ROOT place|NOUN|obj|2 "
            "during|ADP|case|6 the|DET|det|6 explosion|NOUN|obl|2"
        )
    )
    assert list(find_parts(reading)) == []
