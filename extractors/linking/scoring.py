"""How likely each place and time near an event belongs to it, by trained trees."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np

from extractors.linking.boosting import Forest
from extractors.linking.dates import time_names, time_rows
from extractors.linking.places import place_names, place_rows
from extractors.linking.scene import Event, Scene
from graph.model import MentionKey

_BATCH: Final = 64

What = TypeVar("What", MentionKey, int)


class Candidate(NamedTuple, Generic[What]):
    """Where or when an event may have been; times go by their numbers.

    ``together`` says whether it stands in the sentence of the event's word.
    """

    event: Event
    what: What
    score: float
    together: bool


class _Row(NamedTuple, Generic[What]):
    event: Event
    what: What
    numbers: list[float]


@dataclass(slots=True)
class Candidates:
    """All that may hold of the events of a document."""

    places: list[Candidate[MentionKey]]
    times: list[Candidate[int]]


@dataclass(frozen=True, slots=True)
class Links:
    """The forests by what they find, and how likely it must be.

    ``together`` is asked of what stands in the event's sentence: the rules looked there before.
    """

    forests: dict[str, Forest]
    least: dict[str, float]
    together: dict[str, float]


@cache
def load_links() -> Links:
    """Read the weights that ship with the package."""
    content = (files("extractors.linking") / "data" / "links.npz").read_bytes()
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    found = sorted({name.partition(".")[0] for name in held})
    return Links(
        {name: Forest.read(held, name) for name in found},
        {name: float(held[f"{name}.least"]) for name in found},
        {name: float(held[f"{name}.together"]) for name in found},
    )


def score_candidates(scene: Scene) -> Candidates:
    """Score what stands near each event, a batch of events at a time."""
    found = Candidates([], [])
    for start in range(0, len(scene.events), _BATCH):
        events = scene.events[start : start + _BATCH]
        found.places += _scored("place", list(_rows(place_rows, scene, events)), place_names())
        found.times += _scored("time", list(_rows(time_rows, scene, events)), time_names())
    return found


def _rows(
    make: Callable[[Scene, Event], Iterable[tuple[What, list[float]]]],
    scene: Scene,
    events: Sequence[Event],
) -> Iterator[_Row[What]]:
    yield from chain.from_iterable(
        (_Row(event, what, numbers) for what, numbers in make(scene, event)) for event in events
    )


def _scored(
    name: str, rows: Sequence[_Row[What]], names: Sequence[str]
) -> Iterator[Candidate[What]]:
    if rows:
        numbers = np.array([row.numbers for row in rows], np.float32)
        scores = load_links().forests[name].score(numbers, names)
        together = names.index("together")
        for row, score in zip(rows, scores.tolist(), strict=True):
            yield Candidate(row.event, row.what, score, bool(row.numbers[together]))
