"""Answers to queries as text: a table for people, CSV and JSON for programs, Turtle for graphs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import rdflib
from rdflib.namespace import XSD

from graph.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rdflib.query import Result
    from rdflib.term import Node

    Row = tuple[Node | None, ...]

ANSWER_FORMATS = ("table", "csv", "json")
"""How rows can be written; a graph is always written as Turtle."""


def write_answer(
    answer: Result, *, name: str, prefixes: Mapping[str, str], ordered: bool = True
) -> str:
    """Write an answer in a format; the same answer always gives the same text.

    Rows that the query did not order are sorted. ``prefixes`` shorten IRIs in tables and in
    graphs. Raises ``FormatError`` for an unknown format.
    """
    if name not in ANSWER_FORMATS:
        raise FormatError(f"no format {name!r}; one of: {', '.join(ANSWER_FORMATS)}")
    if answer.type == "ASK":
        return _truth(bool(answer.askAnswer), name)
    if answer.type in {"CONSTRUCT", "DESCRIBE"}:
        return _graph(answer, prefixes)
    columns, rows = read_rows(answer, ordered=ordered)
    writers: dict[str, Callable[[Sequence[str], Sequence[Row]], str]] = {"csv": _csv, "json": _json}
    if name in writers:
        return writers[name](columns, rows)
    return _table(columns, [[shorten(term, prefixes) for term in row] for row in rows])


def read_rows(answer: Result, *, ordered: bool = True) -> tuple[list[str], list[Row]]:
    """Give the columns and rows of an answer, sorted where the query did not order them."""
    variables = list(answer.vars or ())
    rows: list[Row] = [tuple(row.get(v) for v in variables) for row in answer.bindings]
    if not ordered:
        rows.sort(key=lambda row: [_rank(term) for term in row])
    return [str(variable) for variable in variables], rows


def shorten(term: Node | None, prefixes: Mapping[str, str]) -> str:
    """Write a term for people: an IRI by its prefix, a literal by its text, nothing as nothing."""
    if not isinstance(term, rdflib.URIRef):
        return "" if term is None else str(term)
    for prefix, namespace in prefixes.items():
        if term.startswith(namespace):
            return f"{prefix}:{term[len(namespace) :]}"
    return str(term)


def _rank(term: Node | None) -> tuple[float, str]:
    value = term.value if isinstance(term, rdflib.Literal) else None
    words = "" if term is None else str(term)
    # true and false are integers to Python
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value), words
    return float("inf"), words


def _truth(truth: bool, name: str) -> str:  # noqa: FBT001 (the answer is the argument)
    if name == "json":
        return json.dumps({"head": {}, "boolean": truth}) + "\n"
    return ("yes" if truth else "no") + "\n" if name == "table" else f"{truth}\n".lower()


def _graph(answer: Result, prefixes: Mapping[str, str]) -> str:
    graph = answer.graph or rdflib.Graph()
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, replace=True)
    return graph.serialize(format="turtle")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write columns side by side, wide ones cut by the terminal rather than by us."""
    lines = [list(columns), *([cell.replace("\n", " ") for cell in row] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    rule = ["-" * width for width in widths]
    padded = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (lines[0], rule, *lines[1:])
    )
    return "".join(line + "\n" for line in padded)


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Write CSV as SPARQL defines it: values without their types."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(["" if term is None else str(term) for term in row] for row in rows)
    return written.getvalue()


def _json(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Write JSON as SPARQL defines it."""
    bindings = [
        {
            name: _json_term(term)
            for name, term in zip(columns, row, strict=True)
            if term is not None
        }
        for row in rows
    ]
    document = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Node) -> dict[str, str]:
    if isinstance(term, rdflib.URIRef):
        return {"type": "uri", "value": str(term)}
    if not isinstance(term, rdflib.Literal):
        return {"type": "bnode", "value": str(term)}
    if term.language:
        return {"type": "literal", "value": str(term), "xml:lang": term.language}
    typed = term.datatype is not None and term.datatype != XSD.string
    also = {"datatype": str(term.datatype)} if typed else {}
    return {"type": "literal", "value": str(term), **also}
