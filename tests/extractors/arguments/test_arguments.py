from collections.abc import Callable

from extractors.arguments.arguments import find_arguments
from extractors.events.events import find_event_mentions
from extractors.reading import Reading

Read = Callable[..., Reading]


def parts(reading: Reading, head: str) -> set[tuple[str, str]]:
    """The parts in the event of that head word, as role and label."""
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    event = next(m for m in full.mentions if m.head == head and m.kind == "Event")
    return {(a.role, a.target.label) for a in find_arguments(full, event)}


def test_the_subject_of_a_verb_does_it_and_a_place_as_its_object_is_where(read: Read) -> None:
    reading = read(
        "Rebels|NOUN|nsubj|1 seized|VERB|ROOT Doba|PROPN|obj|1", "Rebels=Group, Doba=Place"
    )
    assert parts(reading, "seizure") == {("agent", "Rebels"), ("place", "Doba")}


def test_the_passive_turns_the_parts_around(read: Read) -> None:
    reading = read(
        "Miners|NOUN|nsubj:pass|2 were|AUX|aux:pass|2 expelled|VERB|ROOT||VBN "
        "by|ADP|case|4 guards|NOUN|obl:agent|2",
        "Miners=Group, guards=Group",
    )
    assert parts(reading, "expulsion") == {("agent", "guards"), ("patient", "Miners")}


def test_clearnlp_labels_give_the_same_parts(read: Read) -> None:
    reading = read(
        "Miners|NOUN|nsubjpass|2 were|AUX|auxpass|2 expelled|VERB|ROOT||VBN "
        "by|ADP|agent|2 guards|NOUN|pobj|3",
        "Miners=Group, guards=Group",
    )
    assert parts(reading, "expulsion") == {("agent", "guards"), ("patient", "Miners")}


def test_a_place_after_in_is_where_it_happened(read: Read) -> None:
    reading = read(
        "The|DET|det|1 strike|NOUN|nsubj|3 was|AUX|cop|3 long|ADJ|ROOT "
        "/ A|DET|det|5 siege|NOUN|ROOT in|ADP|case|7 Doba|PROPN|nmod|5",
        "Doba=Place",
    )
    assert parts(reading, "siege") == {("place", "Doba")}


def test_the_town_of_leads_on_to_its_name(read: Read) -> None:
    reading = read(
        "Rebels|NOUN|nsubj|1 seized|VERB|ROOT the|DET|det|3 town|NOUN|obj|1 "
        "of|ADP|case|5 Doba|PROPN|nmod|3",
        "Rebels=Group, Doba=Place",
    )
    assert ("place", "Doba") in parts(reading, "seizure")


def test_a_verb_that_only_carries_the_event_gives_it_its_doer(read: Read) -> None:
    reading = read(
        "The|DET|det|1 massacre|NOUN|nsubj:pass|3 was|AUX|aux:pass|3 committed|VERB|ROOT||VBN "
        "by|ADP|case|5 militias|NOUN|obl:agent|3 in|ADP|case|7 Doba|PROPN|obl|3",
        "militias=Organization, Doba=Place",
    )
    assert parts(reading, "massacre") == {("agent", "militias"), ("place", "Doba")}


def test_two_joined_by_and_both_take_part(read: Read) -> None:
    reading = read(
        "A|DET|det|1 truce|NOUN|ROOT between|ADP|case|3 Reds|PROPN|nmod|1 and|CCONJ|cc|5 "
        "Blues|PROPN|conj|3",
        "Reds=Group, Blues=Group",
    )
    assert parts(reading, "truce") == {("participant", "Reds"), ("participant", "Blues")}


def test_a_name_in_the_same_sentence_alone_takes_no_part(read: Read) -> None:
    reading = read(
        "Oslo|PROPN|nsubj|1 grew|VERB|ROOT while|SCONJ|mark|5 the|DET|det|4 siege|NOUN|nsubj|5 "
        "ended|VERB|advcl|1",
        "Oslo=Place",
    )
    assert parts(reading, "siege") == set()


def test_what_was_only_possible_is_no_event(read: Read) -> None:
    reading = read(
        "Rebels|NOUN|nsubj|2 could|AUX|aux|2 seize|VERB|ROOT Doba|PROPN|obj|2", "Doba=Place"
    )
    assert list(find_event_mentions(reading)) == []


def test_what_did_not_happen_is_no_event(read: Read) -> None:
    reading = read(
        "Rebels|NOUN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 seize|VERB|ROOT Doba|PROPN|obj|3",
        "Doba=Place",
    )
    assert list(find_event_mentions(reading)) == []


def test_where_an_attack_comes_from_is_not_where_it_was(read: Read) -> None:
    reading = read(
        "Rebels|NOUN|nsubj|1 attacked|VERB|ROOT Doba|PROPN|obj|1 from|ADP|case|4 Lai|PROPN|obl|1",
        "Rebels=Group, Doba=Place, Lai=Place",
    )
    assert parts(reading, "attack") == {("agent", "Rebels"), ("place", "Doba")}


def test_the_place_at_the_end_of_a_long_phrase_is_the_events(read: Read) -> None:
    reading = read(
        "The|DET|det|1 massacre|NOUN|ROOT by|ADP|case|3 troops|NOUN|nmod|1 of|ADP|case|6 "
        "the|DET|det|6 governor|NOUN|nmod|3 in|ADP|case|8 Doba|PROPN|nmod|6",
        "Doba=Place",
    )
    assert parts(reading, "massacre") == {("place", "Doba")}


def test_the_place_of_an_event_inside_the_phrase_is_its_own(read: Read) -> None:
    reading = read(
        "The|DET|det|1 siege|NOUN|ROOT after|ADP|case|4 the|DET|det|4 massacre|NOUN|nmod|1 "
        "in|ADP|case|6 Doba|PROPN|nmod|4",
        "Doba=Place",
    )
    assert parts(reading, "siege") == set()
    assert parts(reading, "massacre") == {("place", "Doba")}


def test_the_place_after_the_object_of_a_verb_is_where_it_happened(read: Read) -> None:
    reading = read(
        "Guards|NOUN|nsubj|1 killed|VERB|ROOT miners|NOUN|obj|1 in|ADP|case|4 Doba|PROPN|nmod|2",
        "Doba=Place",
    )
    assert parts(reading, "killing") == {("place", "Doba")}
