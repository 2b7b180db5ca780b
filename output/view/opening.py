"""What the page opens on: the events that the texts tell most of, and what is tied to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from output.view.evidence import ENTITY_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from output.view.picture import Line

    Booleans = NDArray[np.bool_]

_KIND = ENTITY_COLUMNS.index("kind")
_MENTIONS = ENTITY_COLUMNS.index("mentions")
_NAMED = ENTITY_COLUMNS.index("named")
_SALIENCE = ENTITY_COLUMNS.index("salience")

# On a screen of 1440 by 900 about so many shapes have room for their labels.
_ROOM = 52
_AROUND_ONE = 12
# Each is compared with all that are left, which would take long in a large network.
_CANDIDATES = 500
# The share of the room that the most told events fill, whether they hang together or not.
_MAIN = 0.4
# Two shapes and a line between them tell less than a row of the table does.
_FEWEST_TOGETHER = 3


def aside(
    entities: Sequence[Sequence[Any]], kinds: Sequence[str], lines: Sequence[Line]
) -> Booleans:
    """Which entities the page sets aside until they are asked for.

    None where all have room. Otherwise events come in the order of their salience, then of their
    lines, each with what it is tied to, named before described, until the room is full.
    """
    result = np.zeros(len(entities), dtype=bool)
    if len(entities) <= _ROOM or not lines:
        return result
    near = _neighbours(lines)
    shown = _together(_first(_order(entities, kinds, near), entities, near), near)
    # Where nothing hangs together there is no picture to open on.
    result[:] = bool(shown)
    result[sorted(shown)] = False
    return result


def _neighbours(lines: Iterable[Line]) -> dict[int, set[int]]:
    near: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        if line.subject != line.object:
            near[line.subject].add(line.object)
            near[line.object].add(line.subject)
    return near


def _order(
    entities: Sequence[Sequence[Any]], kinds: Sequence[str], near: Mapping[int, set[int]]
) -> list[int]:
    """The entities with lines, what the page should open on first."""

    def place(number: int) -> tuple[bool, float, bool, int, int, int]:
        row = entities[number]
        is_event = kinds[row[_KIND]] == "Event"
        ties, mentions = -len(near[number]), -row[_MENTIONS]
        return not is_event, -row[_SALIENCE], not row[_NAMED], ties, mentions, number

    return sorted(near, key=place)


def _first(
    order: Iterable[int], entities: Sequence[Sequence[Any]], near: Mapping[int, set[int]]
) -> set[int]:
    """As many as there is room for, each with what is tied to it."""

    def rank(number: int) -> tuple[bool, int, int]:
        return not entities[number][_NAMED], -len(near[number]), number

    shown: set[int] = set()
    left = [*order][:_CANDIDATES]
    while left:
        number = next((n for n in left if _is_next(n, shown, near)), left[0])
        left.remove(number)
        around = sorted(near[number] - shown, key=rank)[:_AROUND_ONE]
        if len(shown | {number, *around}) <= _ROOM:
            shown |= {number, *around}
        if len(shown) == _ROOM:
            break
    return shown


def _is_next(number: int, shown: set[int], near: Mapping[int, set[int]]) -> bool:
    """Whether it can come next: the main events come first, then what is tied to them."""
    return len(shown) < _ROOM * _MAIN or number in shown or not near[number].isdisjoint(shown)


def _together(shown: set[int], near: Mapping[int, set[int]]) -> set[int]:
    """Those shown that hang together with enough others."""
    return {
        number for part in _parts(shown, near) if len(part) >= _FEWEST_TOGETHER for number in part
    }


def _parts(shown: set[int], near: Mapping[int, set[int]]) -> Iterator[set[int]]:
    left = set(shown)
    while left:
        part, edge = set[int](), {left.pop()}
        while edge:
            part |= edge
            edge = {other for number in edge for other in near[number] & left}
            left -= edge
        yield part
