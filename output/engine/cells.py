"""Cells of SPARQL's TSV as terms."""

from __future__ import annotations

import pyoxigraph as ox

from ontology.names import XSD

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def read_cell(cell: str) -> Term:
    """Read a cell that is not empty."""
    if cell.startswith('"') and "\\" not in cell:
        return _literal(cell)
    if cell.startswith("<") and not cell.startswith("<<"):
        return ox.NamedNode(cell[1:-1])
    return _read(cell)


def _literal(cell: str) -> Term:
    value, _, kind = cell[1:].rpartition('"')
    if kind.startswith("@") and "--" not in kind:
        return ox.Literal(value, language=kind[1:])
    if kind.startswith("^^"):
        return ox.Literal(value, datatype=ox.NamedNode(kind[3:-1]))
    return ox.Literal(value) if not kind else _read(cell)


def _read(cell: str) -> Term:
    """Read what is rare: numbers without quotes, escapes, blank nodes, triples."""
    text = f"?x\n{cell}\n".encode()
    rows = ox.parse_query_results(text, format=ox.QueryResultsFormat.TSV)
    if isinstance(rows, ox.QueryBoolean):
        raise TypeError(f"no row: {cell!r}")
    read: Term = next(rows)[0]
    return read


def is_number(term: Term | None) -> bool:
    """Tell whether a cell holds a number of XSD's three usual kinds."""
    kinds = {XSD + "integer", XSD + "decimal", XSD + "double"}
    return isinstance(term, ox.Literal) and term.datatype.value in kinds
