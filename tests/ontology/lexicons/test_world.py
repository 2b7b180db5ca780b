from __future__ import annotations

import re
import time
from collections import defaultdict
from importlib.resources import files

import pyoxigraph as ox
import pytest

from ontology.lexicons import Lexicon, load_lexicon, normalise
from ontology.names import event_types

WORLD = files("ontology.lexicons").joinpath("world.ttl")
BASE = "https://w3id.org/vouchgraph/world#"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_the_world_is_small_and_quick_to_parse() -> None:
    text = WORLD.read_bytes()
    started = time.process_time()
    triples = sum(1 for _ in ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert time.process_time() - started < 0.3
    assert triples > 10_000
    assert len(text) < 1_500_000


def test_the_world_is_sorted_so_that_changes_read_well() -> None:
    names = re.findall(r"^world:(\S+) a ", WORLD.read_text(encoding="utf-8"), re.MULTILINE)
    assert names == sorted(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in names)


def test_no_spelling_means_two_things_of_one_kind_but_places(lexicon: Lexicon) -> None:
    meanings = defaultdict(set)
    for label, entries in lexicon.labels():
        for entry in entries:
            if entry.kind != "Place":
                meanings[entry.kind, normalise(label)].add(entry.iri)
    assert {key: iris for key, iris in meanings.items() if len(iris) > 1} == {}


def test_only_places_share_a_name_as_written(lexicon: Lexicon) -> None:
    shared = [entries for _, entries in lexicon.labels() if len(entries) > 1]
    assert {entry.kind for entries in shared for entry in entries} == {"Place"}
    # what tells them apart: where they lie, or how many live there
    told = [{(e.located_in, e.population) for e in entries} for entries in shared]
    assert all(len(one) > 1 for one in told)


def test_what_an_entry_points_to_is_there(lexicon: Lexicon) -> None:
    pointed = {iri for entry in lexicon for iri in (*entry.located_in, *entry.related)}
    assert {iri for iri in pointed if lexicon.get(iri) is None} == set()


def test_places_lie_on_the_globe(lexicon: Lexicon) -> None:
    assert all(-90 <= entry.latitude <= 90 for entry in lexicon if entry.latitude is not None)
    assert all(-180 <= entry.longitude <= 180 for entry in lexicon if entry.longitude is not None)


def test_events_have_a_type_and_end_after_they_begin(lexicon: Lexicon) -> None:
    events = [entry for entry in lexicon if entry.kind == "Event"]
    assert {event.event_type for event in events} <= set(event_types())
    shorter = [(e, min(len(e.begin), len(e.end))) for e in events if e.begin and e.end]
    assert [e.label for e, size in shorter if e.begin[:size] > e.end[:size]] == []


def test_every_country_is_one_that_geonames_knows(lexicon: Lexicon) -> None:
    countries = [entry for entry in lexicon if entry.iri.startswith(BASE + "country-")]
    assert len(countries) > 193
    assert all(e.exact_matches[0].startswith("https://sws.geonames.org/") for e in countries)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("USA", "country-united-states"),
        ("U.K.", "country-united-kingdom"),
        ("Viet Nam", "country-vietnam"),
        ("Cote d’Ivoire", "country-ivory-coast"),
        ("USSR", "state-soviet-union"),
        ("Azeris", "people-azerbaijanis"),
        ("Danish", "people-danes"),
        ("Gəncə", "city-ganja"),
        ("Erevan", "city-yerevan"),
        ("Kiev", "city-kyiv"),
        ("Krakow", "city-krakow"),
        ("Kashmir", "region-kashmir"),
        ("UNGA", "organization-united-nations-general-assembly"),
        ("Nato", "organization-north-atlantic-treaty-organization"),
        (
            "Organization of the Islamic Conference",
            "organization-organisation-of-islamic-cooperation",
        ),
        ("ICCPR", "work-international-covenant-on-civil-and-political-rights"),
        ("First World War", "event-world-war-i"),
        ("Rwandan Genocide", "event-rwandan-genocide"),
        ("WW II", "event-world-war-ii"),
        ("siege of Sarajevo", "event-siege-of-sarajevo"),
        ("Sharpeville Massacre", "event-sharpeville-massacre"),
        ("Nuremberg tribunal", "organization-international-military-tribunal"),
        ("Ukrainian parliament", "organization-verkhovna-rada"),
        ("Babyn Yar", "region-babi-yar"),
        ("Kunar province", "region-kunar-province"),
        ("Gaza", "region-gaza-strip"),
        ("Leningrad", "city-saint-petersburg"),
        (
            "Convention on the Elimination of All Forms of Racial Discrimination",
            "work-international-convention-on-the-elimination-of-all-forms-of-racial-discrimination",
        ),
    ],
)
def test_well_known_names_are_found(lexicon: Lexicon, label: str, name: str) -> None:
    assert [entry.iri for entry in lexicon.find(label)] == [BASE + name]


@pytest.mark.parametrize(
    "word", ["nice", "Nice", "Mobile", "Reading", "Split", "who", "us", "Of", "Bor", "Kent"]
)
def test_ordinary_words_are_not_names(lexicon: Lexicon, word: str) -> None:
    assert lexicon.find(word) == ()


def test_a_town_lies_in_its_country(lexicon: Lexicon) -> None:
    (town,) = lexicon.find("Marseille")
    assert town.located_in == (BASE + "country-france",)
    assert (town.latitude, town.longitude) == (43.297, 5.3811)


@pytest.mark.parametrize(
    ("province", "country"),
    [("Zamfara State", "nigeria"), ("Yunnan", "china"), ("Odesa region", "ukraine")],
)
def test_a_province_lies_in_its_country(lexicon: Lexicon, province: str, country: str) -> None:
    (entry,) = lexicon.find(province)
    assert entry.located_in == (BASE + f"country-{country}",)


@pytest.mark.parametrize("place", ["Golan Heights", "Senkaku Islands", "Arunachal Pradesh"])
def test_the_lexicon_is_silent_where_states_disagree(lexicon: Lexicon, place: str) -> None:
    (entry,) = lexicon.find(place)
    assert entry.located_in == ()


def test_a_people_is_related_to_its_country(lexicon: Lexicon) -> None:
    (people,) = lexicon.find("Rwandans")
    assert (people.kind, people.related) == ("Group", (BASE + "country-rwanda",))
