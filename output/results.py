"""Answers as rdflib gives them, made while they are read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, XSD
from rdflib.query import Result, ResultRow

from graph.dataset import held_by
from output.engine import Engine
from output.engine.cells import read_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.term import Identifier

    from output.engine import Answer, Limits

# many cells of a column are alike
_KEPT = 1 << 14
_TEXTS = frozenset({str(XSD.string), str(RDF.langString)})


def ask(dataset: rdflib.Dataset, sparql: str, *, limits: Limits | None = None) -> Result:
    """Answer a query over all named graphs together, once; ``Engine`` is for asking often.

    The prefixes of the vocabulary, and ``id:`` for the data, need not be declared. Raises
    ``QueryError`` for what is no valid SPARQL, would reach out, or would change the graph.
    """
    return to_result(Engine(lambda: held_by(dataset)).ask(sparql, limits=limits))


def to_result(answer: Answer) -> Result:
    """Give an answer as rdflib's own; its rows are made when they are asked for."""
    if answer.form == "SELECT":
        return Rows(answer)
    result = Result(answer.form)
    if answer.form == "ASK":
        result.askAnswer = answer.truth
    else:
        result.graph = rdflib.Graph()
        for triple in answer.triples():
            result.graph.add(tuple(map(to_rdflib, triple)))  # type: ignore[arg-type]
    return result


def to_rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    """Make the term of rdflib, spelled as it is; a plain literal stays without a datatype."""
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal():
            kind = _datatype(term.datatype.value)
            return rdflib.Literal(term.value, term.language, kind, normalize=False)
    raise TypeError(f"rdflib 7 holds no triple about a triple: {term}")


@cache
def _datatype(iri: str) -> rdflib.URIRef | None:
    """The datatype where rdflib wants one: a text has none, with a language or without."""
    return None if iri in _TEXTS else rdflib.URIRef(iri)


class Row(ResultRow):
    """A row as rdflib gives it; all rows of an answer share what tells their names."""

    def __new__(cls, terms: Iterable[Identifier | None], labels: Mapping[str, int]) -> Self:
        """Make the row of its terms, one for each label; rdflib's own takes a dictionary."""
        row = tuple.__new__(cls, terms)
        row.labels = labels
        return row


class Rows(Result):
    """The rows of an answer, made while they are read and kept for the next time."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("SELECT")
        names = [rdflib.Variable(name) for name in answer.variables]
        self._kept: list[Row] = []
        self._coming = _read_rows(answer)
        self.vars = names
        # not of the rows of this object, which would hold itself and its child process
        self.bindings = (_as_bindings(names, row) for row in _all(self._kept, self._coming))

    def __iter__(self) -> Iterator[Row]:
        return _all(self._kept, self._coming)


def _all(kept: list[Row], coming: Iterator[Row]) -> Iterator[Row]:
    yield from kept
    for row in coming:
        kept.append(row)
        yield row


def _as_bindings(names: Iterable[rdflib.Variable], row: Row) -> dict[rdflib.Variable, Identifier]:
    return {name: term for name, term in zip(names, row, strict=True) if term is not None}


class _Terms(dict[str, "Identifier | None"]):
    """Terms by their cells, made once; an empty cell has none."""

    def __missing__(self, cell: str) -> Identifier | None:
        if len(self) > _KEPT:
            self.clear()
        term = self[cell] = to_rdflib(read_cell(cell)) if cell else None
        return term


def _read_rows(answer: Answer) -> Iterator[Row]:
    labels = {name: at for at, name in enumerate(answer.variables)}
    term = _Terms().__getitem__
    for line in answer.lines():
        yield Row(map(term, line.split("\t") if labels else ()), labels)
