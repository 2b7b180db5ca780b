"""Where each entity stands on the page, so that the browser has no physics to run.

Distances are pixels at a zoom of 1. The same input and seed give the same positions, bit by bit,
on one machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, dijkstra

from output.view.spacing import pack, separate, stack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Booleans = NDArray[np.bool_]

LINK_LENGTH = 100.0
# The share of the picture that shapes and labels may fill at first.
_FILLED = 0.35
_CROWD = 20
# The wide and the narrow ends of how a component may be shaped, as width by height.
_ASPECTS = (1.0, 1.25)
_PIVOTS = 60
_ROUNDS = 300
# Repulsion looks at all pairs of small components and at so many of large ones.
_EFFORT = 60_000
_FEWEST_SAMPLES = 12
_INSIDE, _ACROSS = 1.6, 0.15
_WORTH_COMMUNITIES = 60


def place(
    count: int,
    links: Integers,
    boxes: Floats,
    *,
    aside: Booleans | None = None,
    effort: int = _EFFORT,
    seed: int = 7,
) -> Floats:
    """Positions of ``count`` nodes, one row each.

    ``links`` holds one row of two node numbers for each pair that is drawn linked; loops and
    repeated pairs do no harm. ``boxes`` holds the half width and half height that each node
    takes up, label included: no two boxes overlap in the result. Nodes ``aside``, which must
    have no link, stand in rows below all others. ``effort`` is how many pairs of a component
    are looked at in each round.
    """
    if count == 0:
        return np.zeros((0, 2))
    apart = np.zeros(count, dtype=bool) if aside is None else aside
    pairs = unique_pairs(links)
    pieces: list[tuple[Integers, Floats]] = []
    for members in _members(_components(count, pairs)):
        local = _within(pairs, members, count)
        position = _place_component(len(members), local, effort, np.random.default_rng(seed))
        position = separate(_scaled(position, local, boxes[members]), boxes[members])
        pieces.append((members, position))
    main = [piece for piece in pieces if not apart[piece[0][0]]]
    below = [piece for piece in pieces if apart[piece[0][0]]]
    return stack(pack(count, main, boxes), pack(count, below, boxes), boxes, apart)


def unique_pairs(links: Integers) -> Integers:
    """Each pair of different nodes once, the smaller number first."""
    pairs = np.sort(np.asarray(links, dtype=np.int64).reshape(-1, 2), axis=1)
    return np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)


def _matrix(count: int, pairs: Integers) -> coo_array[np.float64, tuple[int, int]]:
    return coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))


def _components(count: int, pairs: Integers) -> Integers:
    return np.asarray(connected_components(_matrix(count, pairs), directed=False)[1], np.int64)


def _members(part: Integers) -> list[Integers]:
    """The nodes of each component, the largest component first."""
    order = np.argsort(part, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(part[order])) + 1)
    return sorted(groups, key=lambda group: (-len(group), int(group[0])))


def _within(pairs: Integers, members: Integers, count: int) -> Integers:
    """The pairs between members, renumbered by their place among the members."""
    number = np.full(count, -1, dtype=np.int64)
    number[members] = np.arange(len(members))
    return number[pairs[number[pairs[:, 0]] >= 0]]


def _place_component(count: int, pairs: Integers, effort: int, rng: np.random.Generator) -> Floats:
    if count == 1:
        return np.zeros((1, 2))
    position = _spread(count, pairs) + rng.normal(scale=0.05, size=(count, 2))
    return _turned(_relaxed(position, pairs, _weights(count, pairs), effort, rng))


def _spread(count: int, pairs: Integers) -> Floats:
    """A first picture by pivot multidimensional scaling (Brandes and Pich, 2006)."""
    pivots = np.unique(np.linspace(0, count - 1, min(_PIVOTS, count)).astype(np.int64))
    steps = dijkstra(
        _matrix(count, pairs).tocsr(), directed=False, indices=pivots, unweighted=True
    ).T
    squared = steps**2
    centred = -0.5 * (
        squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    )
    axes = np.linalg.eigh(centred.T @ centred)[1][:, -2:][:, ::-1]
    picture = centred @ axes
    if picture.shape[1] == 1:
        picture = np.column_stack([picture, np.zeros(count)])
    scale = np.abs(picture).max() or 1.0
    return np.asarray(picture / scale * np.sqrt(count), dtype=np.float64)


def _weights(count: int, pairs: Integers) -> Floats:
    """How strongly each pair pulls: more inside a community than across."""
    if count < _WORTH_COMMUNITIES:
        return np.ones(len(pairs))
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(range(count))
    network.add_edges_from(pairs.tolist())
    community = np.zeros(count, dtype=np.int64)
    for number, nodes in enumerate(louvain(network)):
        community[list(nodes)] = number
    same = community[pairs[:, 0]] == community[pairs[:, 1]]
    return np.where(same, _INSIDE, _ACROSS)


def louvain(network: nx.Graph[int]) -> list[set[int]]:
    """The communities of a network by the method of Blondel et al. (2008), each run the same."""
    return [set(part) for part in nx.community.louvain_communities(network, seed=1)]


def _relaxed(
    position: Floats, pairs: Integers, weights: Floats, effort: int, rng: np.random.Generator
) -> Floats:
    """Linked nodes attract each other, all nodes repel each other, until the picture is calm."""
    count = len(position)
    samples = min(count - 1, max(_FEWEST_SAMPLES, effort // count))
    degree = np.bincount(pairs.ravel(), minlength=count).astype(np.float64)
    mass = np.sqrt(degree + 1.0)
    heat = np.sqrt(count) * 0.12
    for step in range(_ROUNDS):
        force = _attraction(position, pairs, weights, mass)
        force += _repulsion(position, mass, samples, rng)
        force -= 0.02 * position
        length = np.hypot(force[:, 0], force[:, 1])[:, None]
        limit = heat * (1 - step / _ROUNDS) + 0.002
        position = position + force * np.minimum(1.0, limit / np.maximum(length, 1e-9))
    return position


def _attraction(position: Floats, pairs: Integers, weights: Floats, mass: Floats) -> Floats:
    left, right = pairs.T
    way = position[right] - position[left]
    pull = way * (weights * (0.3 + 0.7 * np.hypot(way[:, 0], way[:, 1])))[:, None]
    force = np.empty_like(position)
    for axis in (0, 1):
        force[:, axis] = np.bincount(left, pull[:, axis], len(position)) - np.bincount(
            right, pull[:, axis], len(position)
        )
    return force / mass[:, None] * 0.5


def _repulsion(position: Floats, mass: Floats, samples: int, rng: np.random.Generator) -> Floats:
    count = len(position)
    if samples == count - 1:
        others = np.broadcast_to(np.arange(count), (count, count))
    else:
        others = rng.integers(0, count, size=(count, samples))
    way_x = position[:, 0:1] - position[others, 0]
    way_y = position[:, 1:2] - position[others, 1]
    push = mass[others] / (way_x**2 + way_y**2 + 0.01)
    share = count / others.shape[1]
    force = np.column_stack([(way_x * push).sum(axis=1), (way_y * push).sum(axis=1)])
    return np.asarray(force * (share * 0.5), dtype=np.float64)


def _turned(position: Floats) -> Floats:
    """The picture turned so that its longer side lies flat, as screens do."""
    centred = position - position.mean(axis=0)
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1]
    signs = np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return _proportioned(np.asarray(centred @ (axes * signs), dtype=np.float64))


def _proportioned(position: Floats) -> Floats:
    """The picture pulled, within measure, to the proportions of a screen."""
    width, height = np.ptp(position, axis=0)
    if min(width, height) < 1e-9:  # noqa: PLR2004 - a straight line
        return position
    wanted = np.clip(width / height, *_ASPECTS)
    pull = float(np.clip(np.sqrt(wanted * height / width), 0.75, 1.33))
    return np.asarray(position * np.array([pull, 1 / pull]), dtype=np.float64)


def _scaled(position: Floats, pairs: Integers, boxes: Floats) -> Floats:
    """The picture with links of the usual length in pixels."""
    if len(pairs) == 0:
        return position
    way = position[pairs[:, 1]] - position[pairs[:, 0]]
    usual = float(np.median(np.hypot(way[:, 0], way[:, 1])))
    # Wide labels would otherwise be pushed apart upwards and downwards only.
    wide = float(np.sqrt(np.clip(np.median(boxes[:, 0] / boxes[:, 1]), 1.0, 1.4)))
    width, height = np.ptp(position, axis=0)
    area = wide * max(width * height, max(width, height) ** 2 / 4, 1e-9)
    crowded = float(np.sqrt(4 * boxes.prod(axis=1).sum() / _FILLED / area))
    if len(position) < _CROWD:
        crowded = 0.0
    scale = max(LINK_LENGTH / max(usual, 1e-9), crowded)
    return np.asarray(position * np.array([scale * wide, scale]), dtype=np.float64)
