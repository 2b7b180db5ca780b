from __future__ import annotations

import pytest

from ontology import names

MATERIALISED = {
    "participant": (names.SEM + "hasActor",),
    "agent": (names.VG + "participant", names.SEM + "hasActor"),
    "patient": (names.VG + "participant", names.SEM + "hasActor"),
    "place": (names.SEM + "hasPlace",),
    "begin": (names.SEM + "hasBeginTimeStamp",),
    "end": (names.SEM + "hasEndTimeStamp",),
    "partOf": (),
    "commemorates": (),
    "locatedIn": (),
    "affiliation": (),
    "post": (),
    "recognizes": (),
    "condemns": (),
    "supports": (),
    "opposes": (),
}
EVENT_TYPES = {
    *("Conflict", "Attack", "Killing", "Siege", "CaptureOfPlace", "Captivity", "Displacement"),
    *("Destruction", "Protest", "Election", "Meeting", "Commemoration", "Campaign", "Agreement"),
    *("Legislation", "Recognition", "Trial", "Visit", "Appointment", "Disaster", "Occurrence"),
    *("Death", "Injury", "Birth", "Movement", "Transaction", "Investigation", "Sanction", "Aid"),
    *("Construction", "Founding", "Declaration", "Publication", "Vote", "Release"),
}
COUNTS = {"killed", "injured", "missing", "captured", "displaced", "arrested", "bereaved"}
DISPUTED = {"characterizedAs", "says", "denies", "accuses"} | COUNTS


def test_the_predicates_are_those_of_the_design() -> None:
    found = names.predicates()
    assert {name: one.also for name, one in found.items() if one.materialised} == MATERIALISED
    assert {name for name, one in found.items() if not one.materialised} == DISPUTED


def test_a_predicate_says_what_it_may_join() -> None:
    agent = names.predicates()["agent"]
    assert agent.parents == ("participant",)
    assert agent.subjects == ("Event",)
    assert agent.objects == ("Actor",)
    assert names.predicates()["begin"].objects == ("date", "gYearMonth", "gYear")


def test_every_count_joins_an_event_and_an_integer() -> None:
    assert {(names.predicates()[n].subjects, names.predicates()[n].objects) for n in COUNTS} == {
        (("Event",), ("integer",))
    }


def test_the_classes_are_those_of_the_design() -> None:
    actor = (names.VG + "Actor", names.SEM + "Actor", names.PROV + "Agent")
    assert dict(names.classes()) == {
        "Actor": actor[1:],
        "Person": (names.FOAF + "Person", *actor),
        "Organization": (names.FOAF + "Organization", *actor),
        "Place": (names.SEM + "Place",),
        "Polity": (names.VG + "Place", actor[0], names.SEM + "Place", *actor[1:]),
        "Event": (names.SEM + "Event",),
        "Group": (names.FOAF + "Group", *actor),
        "Work": (names.SCHEMA + "CreativeWork",),
        "Document": (names.PROV + "Entity", names.FOAF + "Document"),
        "Passage": (names.OA + "SpecificResource",),
        "Mention": (),
        "Statement": (names.RDF + "Statement",),
    }


def test_the_event_types_are_those_of_the_design() -> None:
    assert set(names.event_types()) == EVENT_TYPES


def test_broader_event_types_come_nearest_first() -> None:
    assert names.broader_event_types("Killing") == ("Attack", "Conflict", "Occurrence")
    assert names.broader_event_types("Occurrence") == ()


@pytest.mark.parametrize("name", sorted(names.event_types()))
def test_every_event_type_is_an_occurrence(name: str) -> None:
    assert (name, *names.broader_event_types(name))[-1] == "Occurrence"


def test_the_schemes_hold_the_concepts_of_the_design() -> None:
    assert names.bounds() == ("Exactly", "About", "AtLeast", "AtMost")
    assert names.concepts("Polarities") == ("Affirmed", "Denied")
    assert names.concepts("Certainties") == ("Certain", "Hedged")
    assert names.concepts("Forms") == ("Name", "Nominal", "Pronoun")
    assert {"Everyone", "Women", "Men", "Children", "Elderly"} <= set(names.groups())
    assert {"Genocide", "Massacre", "WarCrime", "Tragedy"} <= set(names.characterizations())


def test_a_prefixed_name_becomes_an_iri() -> None:
    assert names.iri("vg:Person") == "https://w3id.org/vouchgraph/ns#Person"
    assert names.iri("prov:wasDerivedFrom") == "http://www.w3.org/ns/prov#wasDerivedFrom"


def test_a_term_that_is_not_defined_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no term 'vg:particpant' in ontology/vouchgraph\.ttl"):
        names.iri("vg:particpant")


@pytest.mark.parametrize("name", ["wd:Q1", "Person", ""])
def test_an_unknown_prefix_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(ValueError, match="one of: vg, rdf"):
        names.iri(name)


def test_a_label_is_english_words() -> None:
    assert names.label("CaptureOfPlace") == "capture of a place"


@pytest.mark.parametrize("whole", ["https://w3id.org/vouchgraph/ns#Person", "https://x.org/Person"])
def test_a_local_name_is_what_follows_the_last_separator(whole: str) -> None:
    assert names.local_name(whole) == "Person"
