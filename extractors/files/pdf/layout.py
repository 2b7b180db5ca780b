"""Puts the pieces of a page into the order in which they are read: columns, rows, lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from extractors.files.pdf.pieces import Piece

_SAME_ROW = 0.35
_ALIGNED = 3.0
_EDGE = 1.0
_FEWEST_LINES = 3
_PROSE = 20
_OVERLAP = 0.5
_NEAR = 2.5
_APART = 0.7
# More places at which lines begin are no columns but a drawing.
_MOST_EDGES = 40
_MARKER = re.compile(r"\W{1,3}|\(?\w{1,4}[.)]")

_Row = list[Piece]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as it is read. ``block`` counts the columns and bands of the page.

    ``row`` says that it is the row of a table: its cells part with commas.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    block: int = 0
    row: bool = False


def order_lines(pieces: Sequence[Piece]) -> list[Line]:
    """Order the pieces of a page.

    Two columns of prose are read one after the other, even when they are drawn row by row. Cells
    that stand under one another in short lines are the rows of a table.
    """
    blocks = _order(_make_rows(pieces))
    return [line for number, rows in enumerate(blocks) for line in _read_rows(rows, number)]


def _make_rows(pieces: Sequence[Piece]) -> list[_Row]:
    """Put pieces on one base line into one row, from the top and from the left."""
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if rows and _on_row(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _on_row(row: _Row, piece: Piece) -> bool:
    drop = row[0].base - piece.base
    return drop <= _SAME_ROW * max(row[0].size, piece.size)


def _order(rows: list[_Row]) -> list[list[_Row]]:
    """Part rows into blocks: what is above two columns, the columns, what is below them."""
    found = _find_columns(rows)
    if found is None:
        return [rows] if rows else []
    gutter, first, last = found
    band = [piece for row in rows[first:last] for piece in row]
    left = [piece for piece in band if piece.right <= gutter + _EDGE]
    right = [piece for piece in band if piece.right > gutter + _EDGE]
    parts = (rows[:first], _make_rows(left), _make_rows(right), rows[last:])
    return [block for part in parts for block in _order(part)]


def _find_columns(rows: list[_Row]) -> tuple[float, int, int] | None:
    """Find the x at which the highest band of rows parts into columns of prose."""
    best: tuple[float, int, int] | None = None
    for gutter in _find_edges(rows):
        for first, last in _find_bands(rows, gutter):
            higher = best is None or last - first > best[2] - best[1]
            if higher and _are_columns(rows[first:last], gutter):
                best = (gutter, first, last)
    return best


def _find_edges(rows: Sequence[_Row]) -> list[float]:
    """Find where three pieces or more begin below one another, the first such place left out."""
    lefts = sorted(piece.left for row in rows for piece in row)
    edges: list[float] = []
    start = 0
    for index in range(1, len(lefts) + 1):
        if index == len(lefts) or lefts[index] - lefts[index - 1] > _ALIGNED:
            edges += [lefts[start]] if index - start >= _FEWEST_LINES else []
            start = index
    return [edge - _EDGE for edge in edges[:_MOST_EDGES] if edge > lefts[0] + _ALIGNED]


def _find_bands(rows: Sequence[_Row], gutter: float) -> list[tuple[int, int]]:
    """Find the runs of rows of which no piece crosses a line down the page."""
    bands: list[tuple[int, int]] = []
    for crossed, run in groupby(range(len(rows)), lambda i: _crosses(rows[i], gutter)):
        places = list(run)
        if not crossed:
            bands.append((places[0], places[-1] + 1))
    return bands


def _crosses(row: _Row, gutter: float) -> bool:
    return any(piece.left < gutter - _EDGE and piece.right > gutter + _EDGE for piece in row)


def _are_columns(rows: Sequence[_Row], gutter: float) -> bool:
    pieces = [piece for row in rows for piece in row]
    left = [piece for piece in pieces if piece.right <= gutter + _EDGE]
    right = [piece for piece in pieces if piece.right > gutter + _EDGE]
    return _is_prose(left) and _is_prose(right) and _stand_beside(left, right)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    enough = len(_make_rows(pieces)) >= _FEWEST_LINES
    return enough and sum(len(piece.text) for piece in pieces) >= _PROSE * len(pieces)


def _stand_beside(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    tops = [max(piece.base for piece in side) for side in (left, right)]
    feet = [min(piece.base for piece in side) for side in (left, right)]
    shared = min(tops) - max(feet)
    return shared >= _OVERLAP * min(tops[0] - feet[0], tops[1] - feet[1])


def _read_rows(rows: Sequence[_Row], block: int) -> list[Line]:
    return [_read_row(rows, index, block) for index in range(len(rows))]


def _read_row(rows: Sequence[_Row], index: int, block: int) -> Line:
    row = rows[index]
    cells = _is_row(rows, index)
    text = row[0].text
    for before, piece in pairwise(row):
        apart = piece.left - before.right > _APART * min(before.size, piece.size)
        comma = cells and apart and not text.endswith((":", ",", ";"))
        text += (", " if comma else " ") + piece.text
    size = Counter[float]()
    for piece in row:
        size[piece.size] += len(piece.text)
    main = max(size, key=lambda one: (size[one], one))
    right = max(piece.right for piece in row)
    return Line(text, row[0].left, right, row[0].base, main, block, row=cells)


def _is_row(rows: Sequence[_Row], index: int) -> bool:
    """Whether a row of cells has another row beside it with a cell at the same place."""
    row = rows[index]
    if len(row) < 2 or (_MARKER.fullmatch(row[0].text) and len(row) == 2):  # noqa: PLR2004 (cells)
        return False
    near = [rows[i] for i in (index - 1, index + 1) if 0 <= i < len(rows)]
    return any(_is_aligned(row, other) for other in near if _is_near(row, other))


def _is_near(row: _Row, other: _Row) -> bool:
    return abs(row[0].base - other[0].base) <= _NEAR * max(row[0].size, other[0].size)


def _is_aligned(row: _Row, other: _Row) -> bool:
    return any(
        abs(cell.left - beside.left) <= _ALIGNED or abs(cell.right - beside.right) <= _ALIGNED
        for cell in row[1:]
        for beside in other[1:]
    )
