"""Where each entity stands in the opening picture and among all, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from output.view.communities import Circles, find_communities, nest
from output.view.layout import place, unique_pairs
from output.view.picture import boxes, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from output.view.picture import Line

    Floats = NDArray[np.float64]
    Booleans = NDArray[np.bool_]
    Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Places:
    """Pixels at a zoom of 1, in the opening picture and among all; the number of its community."""

    x: int
    y: int
    among_x: int
    among_y: int
    community: int


def find_places(
    entities: Sequence[Sequence[Any]], lines: Sequence[Line], radii: Floats, later: Booleans
) -> tuple[list[Places], Circles]:
    """The places of each entity and those of the communities.

    ``later`` tells which entities the opening picture sets aside.
    """
    opening = [line for line in lines if not (later[line.subject] or later[line.object])]
    first = _placed(entities, opening, radii, below=later)
    pairs = unique_pairs(_links(lines))
    communities = find_communities(len(entities), pairs)
    alone = silent(len(entities), lines)
    among, circles = first, Circles([], [], [])
    if communities.max(initial=-1) >= 0:
        among, circles = nest(communities, pairs, boxes(entities, radii, alone))
    elif later.any():
        among = _placed(entities, lines, radii, below=alone)
    rows = np.hstack([first.round(), among.round(), communities[:, None]]).astype(np.int64)
    return [Places(*row) for row in rows.tolist()], circles


def _links(lines: Sequence[Line]) -> Integers:
    return np.array([(line.subject, line.object) for line in lines], dtype=np.int64)


def _placed(
    entities: Sequence[Sequence[Any]],
    lines: Sequence[Line],
    radii: Floats,
    *,
    below: Booleans,
) -> Floats:
    return place(len(entities), _links(lines), boxes(entities, radii, below), aside=below)
