"""Rows as a table for people: columns side by side, long cells folded to the width there is."""

from __future__ import annotations

import re
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# a text can hold what moves the cursor, or turns what follows around
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_GAP = "  "
# so many rows tell how wide the columns are
_MEASURED = 1000
# a column is not folded narrower
_NARROWEST = 8


def write_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int | None = None
) -> Iterator[str]:
    """Yield the lines of a table, each with its end.

    With a ``width``, in cells of the terminal, long cells are folded to fit it. Without one, each
    row is one line, as wide as it needs.
    """
    shown = ([show(cell) for cell in row] for row in rows)
    first = [[show(one) for one in columns], *islice(shown, _MEASURED)]
    widths = [max(map(cell_len, cells)) for cells in zip(*first, strict=True)]
    if width is not None:
        widths = fit(widths, width)
    rule = ["-" * one for one in widths]
    for row in chain([first[0], rule], first[1:], shown):
        yield from _fold(row, widths) if width is not None else [_line(row, widths)]


def show(cell: str) -> str:
    """Make a text safe to be shown in one line of a terminal."""
    return _CONTROL.sub("\ufffd", " ".join(cell.splitlines()).replace("\t", " "))


def fit(widths: Sequence[int], width: int) -> list[int]:
    """Narrow the widest columns until all of them fit the width, or cannot be narrower."""
    left = width - len(_GAP) * (len(widths) - 1)
    fitted = list(widths)
    while sum(fitted) > left and max(fitted) > _NARROWEST:
        widest = max(fitted)
        following = max([one for one in fitted if one < widest], default=_NARROWEST)
        many = fitted.count(widest)
        target = max(following, _NARROWEST, widest - -(-(sum(fitted) - left) // many))
        fitted = [min(one, target) for one in fitted]
    return fitted


def _fold(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    folded = (fold(cell, width) for cell, width in zip(row, widths, strict=True))
    for cells in zip_longest(*folded, fillvalue=""):
        yield _line(cells, widths)


def fold(cell: str, width: int) -> list[str]:
    """Break a text between words, and a word only where it is too long for a line."""
    lines: list[str] = []
    for word in cell.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines += chop_cells(word, max(width, 1)) or [""]
    return lines


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        set_cell_size(cell, max(width, cell_len(cell)))
        for cell, width in zip(cells, widths, strict=True)
    )
    return _GAP.join(padded).rstrip() + "\n"
