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
# where the columns get less than this each, rows stand below each other instead
_READABLE = 14
# a cell longer than this is not written again where the row before has it as well
_REPEATED = 30
_DITTO = "(the same)"


def write_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int | None = None
) -> Iterator[str]:
    """Yield the lines of a table, each with its end.

    With a ``width``, in cells of the terminal, long cells are folded to fit it; where too little
    room is left for each column, every row is a block of lines instead, a cell each. Without one,
    each row is one line, as wide as it needs.
    """
    shown = ([show(cell) for cell in row] for row in rows)
    first = [[show(one) for one in columns], *islice(shown, _MEASURED)]
    widths = [max(map(cell_len, cells)) for cells in zip(*first, strict=True)]
    if width is not None:
        if _is_crowded(widths, width):
            yield from _blocks(first[0], chain(first[1:], shown), width)
            return
        widths = fit(widths, width)
    rule = ["-" * one for one in widths]
    for row in chain([first[0], rule], first[1:], shown):
        yield from _fold(row, widths) if width is not None else [_line(row, widths)]


def _is_crowded(widths: Sequence[int], width: int) -> bool:
    """Whether the columns would be too narrow to be read."""
    needed = sum(min(one, _READABLE) + len(_GAP) for one in widths) - len(_GAP)
    return len(widths) > 1 and needed > width


def _blocks(names: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Each row as lines of a name and a cell; empty cells are left out, and long repeated ones."""
    left = max(map(cell_len, names))
    before: Sequence[str] = [""] * len(names)
    for number, row in enumerate(rows):
        yield from ["\n"] if number else []
        for name, cell, last in zip(names, row, before, strict=True):
            told = _DITTO if cell == last and cell_len(cell) > _REPEATED else cell
            lines = fold(told, max(width - left - len(_GAP), _NARROWEST)) if cell else []
            for index, line in enumerate(lines):
                yield _line(["" if index else name, line], [left, 0])
        before = row


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
