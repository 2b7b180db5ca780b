"""What the shapes of SHACL Core cannot ask, asked of the whole graph at once.

``ontology/promises.ttl`` holds the queries. Cycles, unknown terms and statements in the graph of
another document are looked for here: SPARQL cannot, or not in a time that grows with the graph.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox

from graph.iris import is_background
from ontology.names import PREFIXES, VG, iri, predicates, vocabulary
from output.problems import SHAPES, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from output.engine.cells import Term

_SH = "http://www.w3.org/ns/shacl#"

# of these, none leads back to where it began
_ORDERED = ("vg:partOf", "vg:commemorates", "vg:locatedIn", "vg:partOfStatement")

_MISPLACED = """
SELECT DISTINCT ?this ?graph WHERE {
  GRAPH ?graph { ?this prov:hadPrimarySource ?document }
  FILTER NOT EXISTS { GRAPH ?graph { ?document a vg:Document } }
}
"""
_PLAIN_ELSEWHERE = """
SELECT DISTINCT ?this ?path ?graph WHERE {
  VALUES ?path { %s }
  GRAPH ?graph { ?this ?path ?value }
  FILTER NOT EXISTS {
    GRAPH ?graph { ?s rdf:subject ?this ; rdf:predicate ?path ; rdf:object ?value }
  }
}
"""
_SAME_INDEX = """
SELECT DISTINCT ?this WHERE {
  {
    SELECT ?document ?index WHERE { ?one oa:hasSource ?document ; vg:sentenceIndex ?index }
    GROUP BY ?document ?index
    HAVING (COUNT(DISTINCT ?one) > 1)
  }
  ?this oa:hasSource ?document ; vg:sentenceIndex ?index .
}
"""
_TERMS = """
SELECT DISTINCT ?term WHERE {
  { ?s ?term ?o } UNION { ?s ?p ?term }
  FILTER(STRSTARTS(STR(?term), "%s"))
}
"""
_USED = "SELECT DISTINCT ?this WHERE { { ?this <%s> ?o } UNION { ?this ?p <%s> } }"


def find_broken(whole: ox.Store) -> Iterator[Problem]:
    """Find where a graph breaks what it promises; the background promises nothing."""
    store = ox.Store()
    store.bulk_extend(quad for quad in whole if not is_background(quad))
    for name, (message, query) in promises().items():
        for row in _ask(store, query):
            this, path = row["this"], row.get("path")
            yield Problem("Violation", _name(this), _name(path), message, SHAPES + name)
    yield from _same_index(store)
    yield from _cycles(store)
    yield from _unknown_terms(store)
    yield from _misplaced(store)


@cache
def promises() -> Mapping[str, tuple[str, str]]:
    """List the queries of ``promises.ttl`` with their messages, by the names of their shapes."""
    about: dict[str, dict[str, str]] = {}
    text = files("ontology").joinpath("promises.ttl").read_bytes()
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.object, ox.Literal):
            about.setdefault(_name(quad.subject), {})[quad.predicate.value] = quad.object.value
    return {
        name.removeprefix(SHAPES): (said[_SH + "message"], said[_SH + "select"])
        for name, said in sorted(about.items())
        if _SH + "select" in said
    }


def _same_index(store: ox.Store) -> Iterator[Problem]:
    message = "No two passages of a document have the same index."
    for row in _ask(store, _SAME_INDEX):
        yield Problem("Violation", _name(row["this"]), "", message, SHAPES + "one-index")


def _cycles(store: ox.Store) -> Iterator[Problem]:
    for predicate in _ORDERED:
        quads = store.quads_for_pattern(None, ox.NamedNode(iri(predicate)), None)
        edges = ((_name(quad.subject), _name(quad.object)) for quad in quads)
        for circle in nx.strongly_connected_components(nx.DiGraph(edges)):
            if len(circle) > 1:
                message = f"{predicate} leads back to where it began, over {len(circle)} things."
                whole = iri(predicate)
                yield Problem("Violation", min(circle), whole, message, SHAPES + "no-circle")


def _unknown_terms(store: ox.Store) -> Iterator[Problem]:
    for row in _ask(store, _TERMS % VG):
        term = _name(row["term"])
        if term not in vocabulary():
            message = f"There is no term {term} in the vocabulary."
            for used in _ask(store, _USED % (term, term)):
                yield Problem("Violation", _name(used["this"]), term, message, SHAPES + "term")


def _misplaced(store: ox.Store) -> Iterator[Problem]:
    message = "A statement stands in the named graph of its document."
    for row in _ask(store, _MISPLACED):
        yield Problem("Violation", _name(row["this"]), "", message, SHAPES + "graph-of-statement")
    # agents are participants too, by the statements of another predicate
    paths = [f"vg:{name}" for name, one in predicates().items() if one.materialised]
    paths.remove("vg:participant")
    message = "A plain triple stands in the named graph of a document that states it."
    for row in _ask(store, _PLAIN_ELSEWHERE % " ".join(paths)):
        name = SHAPES + "graph-of-triple"
        yield Problem("Violation", _name(row["this"]), _name(row["path"]), message, name)


def _ask(store: ox.Store, query: str) -> Iterator[dict[str, Term]]:
    rows = store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if isinstance(rows, ox.QuerySolutions):
        names = [one.value for one in rows.variables]
        for row in rows:
            yield {name: row[name] for name in names if row[name] is not None}


def _name(term: Term | None) -> str:
    return "" if term is None else getattr(term, "value", str(term))
