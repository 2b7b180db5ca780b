from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.attribution.attribution import attribute
from extractors.frames.characterizations import find_characterizations, load_characterization_words
from extractors.reading import Reading
from graph.model import Concept, Form
from ontology.names import characterizations, event_types

Read = Callable[..., Reading]


def called(reading: Reading) -> list[tuple[str, str, str, str, str | None]]:
    """Event, concept, rule, polarity and speaker of each characterisation."""
    text = reading.document.text
    found = []
    for statement in attribute(reading, find_characterizations(reading)):
        key, evidence = statement.subject, statement.evidence
        assert isinstance(statement.object, Concept)
        who = evidence.speaker
        speaker = text[who.start : who.end] if who else None
        event, concept = text[key.start : key.end], statement.object.name
        found.append((event, concept, evidence.rule, str(evidence.polarity), speaker))
    return found


def test_every_phrase_stands_for_a_concept_of_the_vocabulary() -> None:
    words = load_characterization_words()
    found = {phrase.concept for phrases in words.phrases.values() for phrase in phrases}
    assert found == set(characterizations())
    assert words.never <= set(event_types())


def test_the_noun_in_an_events_name_characterises_it(read: Read) -> None:
    reading = read(
        "The|DET|det|2 Doba|PROPN|compound|2 massacre|NOUN|nsubj|3 ended|VERB|ROOT",
        "Doba massacre=Event:Killing",
    )
    expected = ("Doba massacre", "Massacre", "name of the event", "Affirmed", None)
    assert called(reading) == [expected]


def test_the_name_of_a_commemoration_characterises_nothing(read: Read) -> None:
    reading = read(
        "Doba|PROPN|compound|2 Massacre|PROPN|compound|2 Vigil|PROPN|ROOT",
        "Doba Massacre Vigil=Event:Commemoration",
    )
    assert called(reading) == []


@pytest.mark.parametrize("verb", ["recognize", "describe"])
def test_a_verb_with_as_characterises_its_object_for_its_subject(read: Read, verb: str) -> None:
    reading = read(
        f"Peru|PROPN|nsubj|1 {verb}|VERB|ROOT the|DET|det|3 raid|NOUN|obj|1 as|ADP|case|7 "
        "a|DET|det|7 war|NOUN|compound|7 crime|NOUN|obl|1",
        "Peru=Place, raid=Event:Attack",
    )
    assert called(reading) == [("raid", "WarCrime", "verb of calling", "Affirmed", "Peru")]


def test_clearnlp_labels_give_the_same_characterisation(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 describe|VERB|ROOT the|DET|det|3 raid|NOUN|dobj|1 as|ADP|prep|1 "
        "a|DET|det|7 war|NOUN|compound|7 crime|NOUN|pobj|4",
        "Peru=Place, raid=Event:Attack",
    )
    assert called(reading) == [("raid", "WarCrime", "verb of calling", "Affirmed", "Peru")]


@pytest.mark.parametrize("label", ["xcomp", "oprd", "obj"])
def test_call_needs_no_as(read: Read, label: str) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 call|VERB|ROOT the|DET|det|3 fire|NOUN|obj|1 an|DET|det|5 "
        f"accident|NOUN|{label}|1",
        "Peru=Place, fire=Event:Disaster",
    )
    assert called(reading) == [("fire", "Accident", "verb of calling", "Affirmed", "Peru")]


def test_the_passive_names_who_calls_it_so(read: Read) -> None:
    reading = read(
        "The|DET|det|1 raid|NOUN|nsubj:pass|3 was|AUX|aux:pass|3 call|VERB|ROOT||VBN "
        "a|DET|det|5 provocation|NOUN|xcomp|3 by|ADP|case|7 Peru|PROPN|obl:agent|3",
        "Peru=Place, raid=Event:Attack",
    )
    assert called(reading) == [("raid", "Provocation", "verb of calling", "Affirmed", "Peru")]


def test_an_act_of_leads_on_to_the_concept(read: Read) -> None:
    reading = read(
        "The|DET|det|1 raid|NOUN|nsubj|4 was|AUX|cop|4 an|DET|det|4 act|NOUN|ROOT of|ADP|case|6 "
        "terrorism|NOUN|nmod|4",
        "raid=Event:Attack",
    )
    assert called(reading) == [("raid", "Terrorism", "equation", "Affirmed", None)]


@pytest.mark.parametrize("negation", ["advmod", "neg"])
def test_was_not_denies_the_characterisation(read: Read, negation: str) -> None:
    ud = (
        "The|DET|det|1 raid|NOUN|nsubj|5 was|AUX|cop|5 not|PART|advmod|5 a|DET|det|5 "
        "massacre|NOUN|ROOT"
    )
    clearnlp = (
        "The|DET|det|1 raid|NOUN|nsubj|2 was|AUX|ROOT not|PART|neg|2 a|DET|det|5 "
        "massacre|NOUN|attr|2"
    )
    reading = read(ud if negation == "advmod" else clearnlp, "raid=Event:Attack")
    assert called(reading) == [("raid", "Massacre", "equation", "Denied", None)]


def test_what_an_event_amounts_to_characterises_it(read: Read) -> None:
    reading = read(
        "The|DET|det|1 raid|NOUN|nsubj|2 amount|VERB|ROOT to|ADP|case|5 war|NOUN|compound|5 "
        "crime|NOUN|obl|2 and|CCONJ|cc|7 persecution|NOUN|conj|5",
        "raid=Event:Attack",
    )
    assert [concept for _, concept, _, _, _ in called(reading)] == ["WarCrime", "Persecution"]


def test_an_apposition_characterises(read: Read) -> None:
    reading = read(
        "The|DET|det|1 fire|NOUN|nsubj|6 ,|PUNCT|punct|4 a|DET|det|4 tragedy|NOUN|appos|1 "
        ",|PUNCT|punct|4 ended|VERB|ROOT",
        "fire=Event:Disaster",
    )
    assert called(reading) == [("fire", "Tragedy", "apposition", "Affirmed", None)]


def test_denying_a_name_denies_its_characterisation_for_the_denier(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 deny|VERB|ROOT the|DET|det|4 Doba|PROPN|compound|4 massacre|NOUN|obj|1",
        "Peru=Place, Doba massacre=Event:Killing",
    )
    expected = ("Doba massacre", "Massacre", "name of the event", "Denied", "Peru")
    assert called(reading) == [expected]


def test_not_recognizing_an_event_leaves_its_name_to_the_author(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|3 does|AUX|aux|3 not|PART|advmod|3 recognize|VERB|ROOT the|DET|det|6 "
        "Doba|PROPN|compound|6 massacre|NOUN|obj|3",
        "Peru=Place, Doba massacre=Event:Killing",
    )
    expected = ("Doba massacre", "Massacre", "name of the event", "Affirmed", None)
    assert called(reading) == [expected]


def test_an_adjective_of_an_event_characterises_it_and_so_does_a_noun(read: Read) -> None:
    reading = read(
        "Peru|PROPN|nsubj|1 saw|VERB|ROOT the|DET|det|4 terrorist|ADJ|amod|4 raids|NOUN|obj|1 "
        "and|CCONJ|cc|6 massacre|NOUN|conj|4",
        "raids=Event:Attack, massacre=Event:Killing",
    )
    reading = reading.with_mentions(replace(m, form=Form.NOMINAL) for m in reading.mentions)
    assert {(event, concept, rule) for event, concept, rule, _, _ in called(reading)} == {
        ("raids", "Terrorism", "adjective of the event"),
        ("massacre", "Massacre", "noun for the event"),
    }
