"""What is told to the scorer of links about an event and each place near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from extractors.annotation.semantic_roles import arguments_of
from extractors.linking.clusters import PARTS
from extractors.linking.features import (
    PAIR,
    event_names,
    pair_features,
    word_features,
    word_names,
)
from extractors.linking.nearness import BEYOND, FAR, MOST, ROLES, by_role, in_others, words_apart
from extractors.linking.scene import Event, Near, Scene
from extractors.names.labels import is_state
from extractors.tree import clauses
from graph.model import Form, Kind, Mention, MentionKey

_PLACE: Final = (
    "state", "known", "together", "back",
    "ahead", "mentions", "first", "rank", "rank of place", "near", "pronoun", "description",
    "distance", "same paragraph", "other role", "nested", "holds", "inside", "speaks", "has spoken",
    "events", "between",
)  # fmt: skip
_BY_PART: Final = ("told", "others", "before", "after", "of type", "of word")


@cache
def place_names() -> tuple[str, ...]:
    """The names of the numbers of an event and a place."""
    roles = (*(f"role {role}" for role in ROLES), *(f"carried {role}" for role in ROLES))
    parts = (f"{part} {name}" for part in PARTS for name in _BY_PART)
    return (*event_names(), *_PLACE, *parts, *roles, *PAIR, *word_names())


class PlaceRow(NamedTuple):
    """A place near an event, and the numbers of both."""

    cluster: MentionKey
    numbers: list[float]


@dataclass(frozen=True, slots=True)
class _Ranks:
    entities: dict[MentionKey, int]
    places: dict[MentionKey, int]


def place_rows(scene: Scene, event: Event) -> Iterator[PlaceRow]:
    """A row for each place that has a name around the event."""
    found = scene.entities_near(event)
    ranks = _ranks(scene, event, found)
    arcs = {arc.argument.i: arc for arc in arguments_of(event.head)}
    light = None if clauses.is_verb(event.head) else clauses.light_verb(event.head)
    carried = {arc.argument.i: arc for arc in arguments_of(light)} if light is not None else {}
    for near in found:
        if not _is_place(scene.clusters.best[near.cluster]):
            continue
        mention = min(near.nearest, key=lambda m: abs(scene.head_of(m).i - event.head.i))
        word = scene.head_of(mention)
        own = _of_place(scene, event, near, mention, ranks, other=word.i in arcs, of=len(found))
        told = (n for part in PARTS for n in _of_part(scene, event, part, near.cluster))
        roles = (*by_role(arcs.get(word.i)), *by_role(carried.get(word.i)))
        tied = (*pair_features(event.head, word), *word_features(word))
        yield PlaceRow(near.cluster, [*event.features, *own, *told, *roles, *tied])


def _is_place(mention: Mention) -> bool:
    return mention.kind is Kind.PLACE and mention.form is Form.NAME


def _of_place(
    scene: Scene, event: Event, near: Near, mention: Mention, ranks: _Ranks, *, other: bool, of: int
) -> list[float]:
    best, members = scene.clusters.best[near.cluster], scene.clusters.members[near.cluster]
    passage, word, own = event.mention.passage, scene.head_of(mention), event.mention
    start, end = mention.start, mention.end
    around = scene.reading.around(word)
    numbers = (
        is_state(best.identifier),
        bool(best.identifier),
        bool(near.same),
        passage - near.before.passage if near.before is not None else FAR,
        near.after.passage - passage if near.after is not None else FAR,
        min(len(members), MOST),
        min(members[0].passage, MOST),
        ranks.entities[near.cluster],
        ranks.places.get(near.cluster, FAR),
        of,
        mention.form is Form.PRONOUN,
        mention.form is Form.NOMINAL,
        words_apart(event, word, together=bool(near.same), later=near.before is None),
        scene.paragraphs[mention.passage] == scene.paragraphs[passage],
        other,
        any(m.key != mention.key and m.start <= start and end <= m.end for m in around),
        start <= own.start and own.end <= end,
        own.start <= start and end <= own.end,
        scene.told.speakers[near.cluster, passage],
        min(scene.told.spoken[near.cluster], MOST),
        scene.in_passage[passage],
        scene.events_between(own.start, start) if near.same else MOST,
    )
    return [float(number) for number in numbers]


def _ranks(scene: Scene, event: Event, found: list[Near]) -> _Ranks:
    """The entities from the nearest on, and the places among them."""
    ordered = [near.cluster for near in sorted(found, key=lambda near: _remote(scene, event, near))]
    best = scene.clusters.best
    places = [cluster for cluster in ordered if _is_place(best[cluster])]
    return _Ranks({c: n for n, c in enumerate(ordered)}, {c: n for n, c in enumerate(places)})


def _remote(scene: Scene, event: Event, near: Near) -> tuple[float, int]:
    """Sentences between, of equals those before first, then words."""
    if near.same:
        return 0.0, min(abs(scene.head_of(m).i - event.head.i) for m in near.same)
    passage = event.mention.passage
    before = float(passage - near.before.passage) if near.before is not None else float(BEYOND)
    after = near.after.passage - passage + 0.5 if near.after is not None else float(BEYOND)
    return min(before, after), 0


def _of_part(scene: Scene, event: Event, part: str, cluster: MentionKey) -> list[float]:
    """Whether the rules give it the part, and in how many other events, and where they stand."""
    told = cluster in scene.told.facts[event.mention.key].parts[part]
    return [float(told), *in_others(scene, event, (part, cluster))]
