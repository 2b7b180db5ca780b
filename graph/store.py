"""Oxigraph as a store of rdflib."""

# ruff: noqa: ANN401, FBT001, FBT002, N802, N803 (the signatures are rdflib's)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import XSD

from graph.repeats import find_repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.query import Result

_UNION = "__UNION__"  # rdflib's word for all graphs of a dataset together


class GraphStore(OxigraphStore):
    """Oxigraph behind rdflib, with three surprises taken out.

    A triple that several named graphs hold counts once where all graphs are asked together. A
    plain literal stays plain: rdflib holds ``Literal("x")`` unequal to the ``xsd:string`` that
    Oxigraph gives. An update may name no graph.
    """

    def __init__(
        self, store: ox.Store | None = None, *, repeated: Iterable[ox.Quad] | None = None
    ) -> None:
        super().__init__(store=store)
        self._together: ox.Store | None = None
        self._repeated = None if repeated is None else tuple(repeated)
        self.changes = 0

    @property
    def oxigraph(self) -> ox.Store:
        """The store of Oxigraph itself."""
        return self._inner

    @property
    def repeated(self) -> tuple[ox.Quad, ...]:
        """The quads without which each triple is in one graph only."""
        if self._repeated is None:
            self._repeated = find_repeated(self._inner)
        return self._repeated

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        """Add a triple to a graph."""
        self._changed()
        super().add(triple, context, quoted)

    def addN(self, quads: Any) -> None:
        """Add quads."""
        self._changed()
        super().addN(list(quads))  # it reads them twice

    def remove(self, triple: Any, context: Any = None) -> None:
        """Remove the triples of a pattern."""
        self._changed()
        super().remove(triple, context)

    def update(
        self,
        update: Any,
        initNs: Mapping[str, Any],
        initBindings: Mapping[str, Any],
        queryGraph: str,
        **kwargs: object,
    ) -> None:
        """Run a SPARQL update; where it names no graph, it writes to the default graph."""
        self._changed()
        graph = DATASET_DEFAULT_GRAPH_ID if queryGraph == _UNION else queryGraph
        super().update(update, initNs, initBindings, graph, **kwargs)

    def remove_graph(self, graph: Any) -> None:
        """Remove a named graph."""
        self._changed()
        super().remove_graph(graph)

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """Find the triples of a pattern, each once, with the graphs that hold it."""
        found: dict[Any, list[Any]] = {}
        for triple, graphs in super().triples(triple_pattern, context):
            plain = tuple(_plain(term) for term in triple)
            found.setdefault(plain, []).extend(graphs)
        return ((triple, iter(graphs)) for triple, graphs in found.items())

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],
        initBindings: Mapping[str, Any],
        queryGraph: str,
        **kwargs: object,
    ) -> Result:
        """Answer a SPARQL query."""
        if queryGraph == _UNION:
            union = OxigraphStore(store=self.together())
            names = dict(self.namespaces()) | dict(initNs)
            asked = union.query(query, names, initBindings, DATASET_DEFAULT_GRAPH_ID, **kwargs)
        else:
            asked = super().query(query, initNs, initBindings, queryGraph, **kwargs)
        if asked.type == "SELECT":
            rows = asked.bindings
            asked.bindings = ({v: _plain(term) for v, term in row.items()} for row in rows)
        return asked

    def _changed(self) -> None:
        self._together = None
        self._repeated = None
        self.changes += 1

    def together(self) -> ox.Store:
        """Merge all graphs into a default graph that holds each triple once, beside them.

        It is kept until the dataset changes through rdflib.
        """
        if self._together is None:
            merged = ox.Store()
            merged.bulk_extend(self._inner)
            merged.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in self._inner)
            self._together = merged
        return self._together


def _plain(term: Any) -> Any:
    if isinstance(term, rdflib.Literal) and term.datatype == XSD.string:
        return rdflib.Literal(str(term))
    return term
