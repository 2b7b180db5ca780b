"""Keeps what is drawn apart: no two boxes overlap, and components stand side by side."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import KDTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

GAP = 6.0
_GROWS_EVERY, _GROWTH = 10, 1.03
_BETWEEN_COMPONENTS = 40.0
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
    """Put components on shelves, the largest first, so that all of it fits a screen."""
    result = np.zeros((nodes, 2))
    frames = [_frame(position, boxes[members]) for members, position in pieces]
    area = sum(float(width * height) for _, (width, height) in frames)
    shelf = max(np.sqrt(area * _ASPECT), *(float(size[0]) for _, size in frames))
    left = top = height = 0.0
    for (members, position), (corner, size) in zip(pieces, frames, strict=True):
        if left > 0 and left + size[0] > shelf:
            left, top, height = 0.0, top + height, 0.0
        result[members] = position - corner + np.array([left, top])
        left, height = left + float(size[0]), max(height, float(size[1]))
    middle: Floats = (result.min(axis=0) + result.max(axis=0)) / 2
    return result - middle


def _frame(position: Floats, boxes: Floats) -> tuple[Floats, Floats]:
    """The top left corner of a component with its margin, and its width and height."""
    low = (position - boxes).min(axis=0) - _BETWEEN_COMPONENTS / 2
    high = (position + boxes).max(axis=0) + _BETWEEN_COMPONENTS / 2
    return low, high - low
