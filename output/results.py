"""Answers as rdflib gives them, made while they are read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from rdflib.namespace import XSD
from rdflib.query import Result

from graph.dataset import held_by
from output.engine import Engine
from output.engine.cells import read_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Identifier

    from output.engine import Answer, Limits

# many cells of a column are alike
_KEPT = 1 << 14


def ask(dataset: rdflib.Dataset, sparql: str, *, limits: Limits | None = None) -> Result:
    """Answer a query over all named graphs together, once; ``Engine`` is for asking often.

    The prefixes of the vocabulary, and ``id:`` for the data, need not be declared. Raises
    ``QueryError`` for what is no valid SPARQL, would reach out, or would change the graph.
    """
    return to_result(Engine(lambda: held_by(dataset)).ask(sparql, limits=limits))


def to_result(answer: Answer) -> Result:
    """Give an answer as rdflib's own; its rows are made when they are asked for."""
    result = Result(answer.form)
    if answer.form == "ASK":
        result.askAnswer = answer.truth
    elif answer.form == "SELECT":
        result.vars = [rdflib.Variable(name) for name in answer.variables]
        result.bindings = _bindings(answer, result.vars)
    else:
        result.graph = rdflib.Graph()
        for triple in answer.triples():
            result.graph.add(tuple(map(to_rdflib, triple)))  # type: ignore[arg-type]
    return result


def to_rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    """Make the term of rdflib; a plain literal stays without a datatype."""
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal(language=None) if term.datatype.value == str(XSD.string):
            return rdflib.Literal(term.value)
        case ox.Literal(language=None):
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
        case ox.Literal():
            return rdflib.Literal(term.value, lang=term.language)
    raise TypeError(f"rdflib 7 holds no triple about a triple: {term}")


def _bindings(
    answer: Answer, variables: list[rdflib.Variable]
) -> Iterator[dict[rdflib.Variable, Identifier]]:
    @lru_cache(_KEPT)
    def term(cell: str) -> Identifier:
        read = read_cell(cell)
        return to_rdflib(read)

    for line in answer.lines():
        cells = zip(variables, line.split("\t"), strict=False)
        yield {variable: term(cell) for variable, cell in cells if cell}
