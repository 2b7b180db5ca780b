"""Keeps what is drawn apart: no two boxes overlap, and components stand side by side."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.spatial import KDTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Booleans = NDArray[np.bool_]

GAP = 6.0
_GROWS_EVERY, _GROWTH = 10, 1.03
_BETWEEN_COMPONENTS = 30.0
_COLUMN = 10.0
_ASPECT = 1.25


def separate(position: Floats, boxes: Floats) -> Floats:
    """Move nodes apart, as little as needed, until their boxes keep a gap.

    ``boxes`` holds half widths and half heights. The picture grows a little every few rounds, so
    that the rounds come to an end however crowded it is.
    """
    position = _untied(position)
    for step in count(1):
        pairs, overlap = overlaps(position, boxes)
        if len(pairs) == 0:
            break
        position = position + _moves(position, pairs, overlap)
        if step % _GROWS_EVERY == 0:
            position = position * _GROWTH
    return position


def overlaps(position: Floats, boxes: Floats) -> tuple[Integers, Floats]:
    """The pairs of nodes whose boxes come nearer than the gap, and by how much in x and in y."""
    if len(position) < 2:  # noqa: PLR2004 - a pair
        return np.zeros((0, 2), dtype=np.int64), np.zeros((0, 2))
    reach = 2 * boxes.max(axis=0) + GAP
    pairs = KDTree(position / reach).query_pairs(1.0, p=np.inf, output_type="ndarray")
    left, right = pairs.T
    overlap = boxes[left] + boxes[right] + GAP - np.abs(position[right] - position[left])
    hit = (overlap > 1e-6).all(axis=1)  # noqa: PLR2004 - a rounding error
    pairs, overlap = pairs[hit], overlap[hit]
    order = np.lexsort(pairs.T)
    return np.asarray(pairs[order], dtype=np.int64), overlap[order]


def _moves(position: Floats, pairs: Integers, overlap: Floats) -> Floats:
    """For each node, the way out of its overlaps, along the shorter side of each."""
    left, right = pairs.T
    across = overlap[:, 0] < overlap[:, 1]
    way = position[right] - position[left]
    # Two nodes in one place part by their numbers.
    sign = np.where(way == 0, 1.0, np.sign(way))
    step = np.zeros_like(overlap)
    step[across, 0] = overlap[across, 0]
    step[~across, 1] = overlap[~across, 1]
    step = step * sign * 0.75 + sign * 0.01
    moves = np.zeros_like(position)
    for axis in (0, 1):
        moves[:, axis] = np.bincount(right, step[:, axis], len(position)) - np.bincount(
            left, step[:, axis], len(position)
        )
    crowd = np.maximum(1.0, np.bincount(pairs.ravel(), minlength=len(position)) * 0.5)
    return np.asarray(moves / crowd[:, None], dtype=np.float64)


def _untied(position: Floats) -> Floats:
    """The picture with each node moved a little, so that no two have the very same place."""
    turn = np.arange(len(position)) * 2.399963
    return position + 0.01 * np.column_stack([np.cos(turn), np.sin(turn)])


def pack(nodes: int, pieces: Sequence[tuple[Integers, Floats]], boxes: Floats) -> Floats:
    """Put components side by side in the order given, each as high up as there is room."""
    result = np.zeros((nodes, 2))
    if not pieces:
        return result
    frames = [_frame(position, boxes[members]) for members, position in pieces]
    columns = [int(np.ceil(size[0] / _COLUMN)) for _, size in frames]
    area = sum(float(width * height) for _, (width, height) in frames)
    # What is filled so far reaches down to here, column by column.
    filled = np.zeros(max(int(np.sqrt(area * _ASPECT) / _COLUMN) + 1, *columns))
    for (members, position), (corner, size), wide in zip(pieces, frames, columns, strict=True):
        tops = sliding_window_view(filled, wide).max(axis=1)
        left = int(tops.argmin())
        result[members] = position - corner + np.array([left * _COLUMN, tops[left]])
        filled[left : left + wide] = tops[left] + size[1]
    placed = np.concatenate([result[members] for members, _ in pieces])
    middle: Floats = (placed.min(axis=0) + placed.max(axis=0)) / 2
    return result - middle


def stack(above: Floats, below: Floats, boxes: Floats, lower: Booleans) -> Floats:
    """Put two pictures over each other: ``lower`` tells which nodes count in the one below."""
    if not lower.any() or lower.all():
        return below if lower.any() else above
    bottom = (above + boxes)[~lower, 1].max()
    top = (below - boxes)[lower, 1].min()
    moved = below + np.array([0.0, bottom - top + 2 * _BETWEEN_COMPONENTS])
    return np.where(lower[:, None], moved, above)


def _frame(position: Floats, boxes: Floats) -> tuple[Floats, Floats]:
    """The top left corner of a component with its margin, and its width and height."""
    low = (position - boxes).min(axis=0) - _BETWEEN_COMPONENTS / 2
    high = (position + boxes).max(axis=0) + _BETWEEN_COMPONENTS / 2
    return low, high - low
