"""What is told to the scorer of links about an event and each other one near it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from extractors.annotation.semantic_roles import RoleArc, arguments_of
from extractors.linking.clusters import PARTS
from extractors.linking.features import (
    PAIR,
    event_names,
    pair_features,
    word_features,
    word_names,
)
from extractors.linking.nearness import ROLES, words_apart
from extractors.linking.scene import Event, Scene

_OTHER: Final = (
    "together", "back", "distance", "same paragraph", "earlier", "same type", "same word",
    "same noun", "between", "told", "crossing", "by role", "by time or place",
)  # fmt: skip

AFTER: Final = 7
"""Sentences after an event in which its larger one may stand; twice as many before it."""


@cache
def other_names() -> tuple[str, ...]:
    """The names of the numbers of an event and another."""
    shared = (f"{sign} {part}" for part in (*PARTS, "begin") for sign in ("shared", "different"))
    second = (f"other {name}" for name in event_names())
    return (*event_names(), *second, *_OTHER, *shared, *PAIR, *word_names())


def other_rows(scene: Scene, event: Event) -> Iterator[tuple[int, list[float]]]:
    """The number of each other event around the event, and the numbers of both."""
    by_role = {arc.argument.i: arc for arc in arguments_of(event.head)}
    for number in scene.events_near(event, 2 * AFTER, AFTER):
        other = scene.events[number]
        own = _of_other(scene, event, other, by_role.get(other.head.i))
        tied = (*pair_features(event.head, other.head), *word_features(other.head))
        yield number, [*event.features, *other.features, *own, *tied]


def _of_other(scene: Scene, event: Event, other: Event, arc: RoleArc | None) -> list[float]:
    one, two = event.mention, other.mention
    facts, others = scene.told.facts[one.key], scene.told.facts[two.key]
    together = one.passage == two.passage
    numbers = [
        together,
        one.passage - two.passage,
        words_apart(event, other.head, together=together, later=two.start > one.start),
        scene.paragraphs[one.passage] == scene.paragraphs[two.passage],
        two.start < one.start,
        one.event_type == two.event_type,
        event.head.lemma_.lower() == other.head.lemma_.lower(),
        one.head == two.head,
        scene.events_between(one.start, two.start),
        two.key in facts.wholes,
        len(facts.held() & others.held()),
        arc.score if arc is not None else 0.0,
        arc is not None and arc.role in ROLES[3:],
    ]
    told = [(facts.parts[part], others.parts[part]) for part in PARTS]
    for first, second in (*told, (facts.dates, others.dates)):
        shared = len(first & second)  # type: ignore[operator] # both are of one kind
        numbers += [shared, bool(first and second) and not shared]
    return [float(number) for number in numbers]
