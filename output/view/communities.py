"""Which entities stand together as one shape where a network is too large to draw each of them.

Each community is a circle, and its members stand inside of it: opened, it shows them where it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from output.view.layout import louvain, place
from output.view.spacing import separate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

# Browsers draw no more shapes at once, and nobody can tell more of them apart on one screen.
MOST_SHAPES = 2500
# Opened beside the other communities, one has to leave room for them.
_MOST_TOGETHER = 400
# Fewer are no community: search and the table find them.
_FEWEST = 4
_ALONE = -1
# A circle is a little smaller than the room for its members, and has a margin around it.
_CIRCLE, _MARGIN = 0.8, 1.1
# The share of the picture that the circles fill.
_FILLED = 0.5
# There are many, so that each gets less of it than a network that is drawn whole.
_EFFORT = 6_000


@dataclass(frozen=True, slots=True)
class Circles:
    """Where the shapes of communities stand, by their numbers; pixels at a zoom of 1."""

    x: list[int]
    y: list[int]
    size: list[float]


def find_communities(count: int, pairs: Integers) -> Integers:
    """The number of each entity's community, -1 for those that too few others are tied to.

    ``pairs`` holds two entities a row, each pair once. Large communities are parted anew. They
    are numbered by their size. All is -1 where each entity can be drawn by itself.
    """
    result = np.full(count, _ALONE, dtype=np.int64)
    if count <= MOST_SHAPES:
        return result
    network: nx.Graph[int] = nx.Graph()
    network.add_edges_from(pairs.tolist())
    found = [sorted(part) for part in _parted(network) if len(part) >= _FEWEST]
    for number, part in enumerate(sorted(found, key=lambda part: (-len(part), part[0]))):
        result[part] = number
    return result


def _parted(network: nx.Graph[int]) -> Iterator[set[int]]:
    """The communities, those with too many parted anew."""
    for part in louvain(network):
        if len(part) <= _MOST_TOGETHER:
            yield part
        elif len(part) == len(network):
            yield from _chunks(part)
        else:
            yield from _parted(network.subgraph(part))


def _chunks(part: set[int]) -> Iterator[set[int]]:
    """What hangs together so evenly that no method parts it, parted by number."""
    members = sorted(part)
    for start in range(0, len(members), _MOST_TOGETHER):
        yield set(members[start : start + _MOST_TOGETHER])


def nest(communities: Integers, pairs: Integers, boxes: Floats) -> tuple[Floats, Circles]:
    """The places of all entities, those of a community within its circle, and the circles.

    ``boxes`` holds half the width and height of each entity. Those in no community stand below.
    """
    places = np.zeros(boxes.shape)
    groups = [np.flatnonzero(communities == number) for number in range(communities.max() + 1)]
    radii = np.zeros(len(groups))
    for number, members in enumerate(groups):
        inside = _within(members, pairs, boxes)
        radii[number] = np.hypot(*(np.abs(inside) + boxes[members]).T).max()
        places[members] = inside
    ends = communities[pairs]
    squares = np.column_stack([radii, radii]) * _MARGIN
    middles = _closer(place(len(groups), ends[(ends >= 0).all(axis=1)], squares), squares)
    for number, members in enumerate(groups):
        places[members] += middles[number]
    alone = np.flatnonzero(communities == _ALONE)
    low = (middles[:, 1] + radii).max(initial=0.0)
    rows = place(len(alone), np.zeros((0, 2), dtype=np.int64), boxes[alone])
    places[alone] = rows
    places[alone, 1] += low - rows[:, 1].min(initial=0.0) + 2 * boxes[:, 1].max()
    x, y = middles.round().astype(np.int64).T.tolist()
    return places, Circles(x=x, y=y, size=(radii * _CIRCLE).round(1).tolist())


def _within(members: Integers, pairs: Integers, boxes: Floats) -> Floats:
    """Where the members of a community stand around its middle."""
    number = np.full(len(boxes), _ALONE, dtype=np.int64)
    number[members] = np.arange(len(members))
    own = number[pairs]
    inside = place(len(members), own[(own >= 0).all(axis=1)], boxes[members], effort=_EFFORT)
    return np.asarray(inside - (inside.min(axis=0) + inside.max(axis=0)) / 2, dtype=np.float64)


def _closer(middles: Floats, boxes: Floats) -> Floats:
    """The picture drawn together until the boxes fill a good part of it, and parted again."""
    width, height = (middles + boxes).max(axis=0) - (middles - boxes).min(axis=0)
    filled = 4 * boxes.prod(axis=1).sum() / (width * height)
    return separate(middles * min(1.0, float(np.sqrt(filled / _FILLED))), boxes)
