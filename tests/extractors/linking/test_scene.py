"""What stands near an event: entities by what they mean, times, other events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.events.events import find_event_mentions
from extractors.linking.clusters import Clusters
from extractors.linking.dates import time_names, time_rows
from extractors.linking.places import place_names, place_rows
from extractors.linking.scene import AHEAD, BACK, Scene
from extractors.reading import Reading
from graph.model import Form, Link

Read = Callable[..., Reading]

EMPTY = " / Nobody|PRON|nsubj|{0} slept|VERB|ROOT"
KILLED = " / Ada|PROPN|nsubj:pass|{0} was|AUX|aux:pass|{0} killed|VERB|ROOT"
PLACES = "Doba=Place, Ada=Person, Torvik=Place"


def make(read: Read, *, apart: int) -> Scene:
    """Doba is named so many sentences before the killing, Torvik so many after."""
    told = "Doba|PROPN|nsubj|1 slept|VERB|ROOT on|ADP|case|3 Monday|PROPN|obl|1"
    at = 4
    for _ in range(apart - 1):
        told += EMPTY.format(at + 1)
        at += 2
    told += KILLED.format(at + 2)
    at += 3
    for _ in range(apart - 1):
        told += EMPTY.format(at + 1)
        at += 2
    told += f" / Torvik|PROPN|nsubj|{at + 1} slept|VERB|ROOT"
    reading = read(told, PLACES, date="1999-05-05")
    events = find_event_mentions(reading)
    return Scene(reading.with_mentions([*reading.mentions, *events]), [])


def near(scene: Scene) -> set[str]:
    (event,) = scene.events
    return {scene.clusters.best[one.cluster].text for one in scene.entities_near(event)}


def test_entities_are_looked_for_some_sentences_before_and_after(read: Read) -> None:
    assert near(make(read, apart=AHEAD)) == {"Doba", "Ada", "Torvik"}
    assert near(make(read, apart=AHEAD + 1)) == {"Doba", "Ada"}
    assert near(make(read, apart=BACK)) == {"Doba", "Ada"}
    assert near(make(read, apart=BACK + 1)) == {"Ada"}


def test_the_first_time_of_a_text_is_near_all_events(read: Read) -> None:
    for apart in (1, BACK, BACK + 1):
        scene = make(read, apart=apart)
        assert scene.times_near(scene.events[0]) == [0]


@pytest.mark.parametrize("apart", [1, 2])
def test_rows_say_how_far_off_a_place_is(read: Read, apart: int) -> None:
    scene = make(read, apart=apart)
    rows = {
        scene.clusters.best[cluster].text: dict(zip(place_names(), numbers, strict=True))
        for cluster, numbers in place_rows(scene, scene.events[0])
    }
    assert {(name, row["back"], row["ahead"]) for name, row in rows.items()} == {
        ("Doba", apart, 20),
        ("Torvik", 20, apart),
    }
    assert [rows[name]["rank of place"] for name in ("Doba", "Torvik")] == [0, 1]
    assert all(row["a Killing"] and not row["together"] for row in rows.values())


def test_rows_of_times_have_a_name_for_each_number(read: Read) -> None:
    scene = make(read, apart=1)
    ((number, row),) = time_rows(scene, scene.events[0])
    told = dict(zip(time_names(), row, strict=True))
    assert (number, told["back"], told["day"], told["begins"]) == (0, 1, 1, 1)


def test_equal_names_and_linked_mentions_mean_one_entity(read: Read) -> None:
    named = read(
        "Ada|PROPN|nsubj|1 met|VERB|ROOT Ole|PROPN|obj|1 / Ada|PROPN|nsubj|4 slept|VERB|ROOT",
        "Ada=Person, Ole=Person",
    )
    first, ole = sorted(named.mentions, key=lambda m: m.start)[:2]
    again = replace(first, start=12, end=15, passage=1)
    told = named.with_mentions([first, ole, again])
    assert len(Clusters(told).members) == 2
    same = told.with_references(
        described=(), pronouns=(), taken_up={}, links=(Link(ole.key, first.key, "so it is"),)
    )
    ((_, members),) = Clusters(same).members.items()
    assert {m.form for m in members} == {Form.NAME}
    assert Clusters(same).of(ole.key) == Clusters(same).of(again.key)
