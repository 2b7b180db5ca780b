"""Answers to queries as bytes: a table for people, CSV, TSV, JSON and XML for programs, Turtle."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import FormatError, QueryError
from output.engine.cells import is_number, read_cell
from output.result_formats import write_json, write_truth, write_xml
from output.spreadsheets import guard, text_of, write_row
from output.tables import write_table
from output.turtle import lines_as_turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from output.engine import Answer
    from output.engine.cells import Term
    from output.result_formats import Row

ANSWER_FORMATS = ("table", "csv", "tsv", "json", "xml")
"""How rows can be written; a graph is always written as Turtle."""

_W3C: Mapping[str, Callable[[Sequence[str], Iterable[Row]], Iterator[str]]] = {
    "json": write_json,
    "xml": write_xml,
}

# more rows than that are written as they come, and not sorted
_SORTED = 10_000


def write_answer(
    answer: Answer,
    write: Callable[[bytes], object],
    *,
    name: str,
    prefixes: Mapping[str, str],
    ordered: bool = True,
    width: int | None = None,
) -> None:
    """Write an answer in a format while it comes in; the same answer gives the same bytes.

    Rows that the query did not order are sorted, where they are at most 10,000. ``prefixes``
    shorten IRIs in tables and in graphs, ``width`` folds a table. Raises ``FormatError`` for an
    unknown format.
    """
    if name not in ANSWER_FORMATS:
        raise FormatError(f"no format {name!r}; one of: {', '.join(ANSWER_FORMATS)}")
    if answer.form == "ASK":
        write(_truth(answer.truth, name))
        return
    if answer.form == "CONSTRUCT":
        write(lines_as_turtle(answer.lines(), prefixes))
        return
    lines = answer.lines() if ordered else sort_lines(answer.lines())
    for text in _texts(answer.variables, lines, name, prefixes=prefixes, width=width):
        write(text.encode("utf-8", "replace"))


def _texts(
    variables: Sequence[str],
    lines: Iterator[str],
    name: str,
    *,
    prefixes: Mapping[str, str],
    width: int | None,
) -> Iterator[str]:
    if name == "tsv":
        return (f"{line}\n" for line in chain([_head(variables)], lines))
    rows = (read_line(line) for line in lines)
    if name in _W3C:
        return _W3C[name](variables, rows)
    if name == "csv":
        return map(write_row, chain([variables], ([guard(term) for term in row] for row in rows)))
    short = ([shorten(term, prefixes) for term in row] for row in rows)
    return write_table(variables, short, width=width)


def read_line(line: str) -> list[Term | None]:
    """Read the terms of a row; None for what is not known."""
    return [read_cell(cell) if cell else None for cell in line.split("\t")]


def sort_lines(lines: Iterator[str]) -> Iterator[str]:
    """Sort rows, numbers by their size; more than 10,000 are given as they come."""
    first: list[str] = []
    stopped: QueryError | None = None
    try:
        first.extend(islice(lines, _SORTED + 1))
    except QueryError as error:
        stopped = error
    if len(first) <= _SORTED:
        first.sort(key=lambda line: [_rank(term) for term in read_line(line)])
    yield from first
    if stopped:
        raise stopped
    yield from lines


def shorten(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """Write a term for people: an IRI by its prefix, a literal by its text, nothing as nothing."""
    if not isinstance(term, ox.NamedNode):
        return text_of(term)
    for prefix, namespace in prefixes.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value[len(namespace) :]}"
    return term.value


def _rank(term: Term | None) -> tuple[float, str]:
    text = text_of(term)
    return (float(text) if is_number(term) else float("inf")), text


def _truth(truth: bool, name: str) -> bytes:  # noqa: FBT001 (the answer is the argument)
    if name in _W3C:
        return write_truth(truth, name).encode()
    return (("yes" if truth else "no") if name == "table" else str(truth).lower()).encode() + b"\n"


def _head(variables: Iterable[str]) -> str:
    return "\t".join(f"?{one}" for one in variables)
