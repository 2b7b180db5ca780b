"""The graph as JSON-LD, with its context inside, so that nothing is fetched to read it."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.errors import FormatError
from ontology.names import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Node = dict[str, Any]
    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def write_jsonld(quads: Sequence[ox.Quad], prefixes: Mapping[str, str]) -> bytes:
    """Write sorted quads, one object a named graph, in each one object a subject."""
    known = _context(quads, prefixes)
    context = {namespace: prefix for prefix, namespace in known.items()}
    graphs: list[Node] = []
    for graph, rows in groupby(quads, key=lambda quad: quad.graph_name):
        described = _subjects(rows, context)
        named = isinstance(graph, ox.NamedNode)
        graphs += (
            [{"@id": _short(graph.value, context), "@graph": described}] if named else described
        )
    document = {"@context": known, "@graph": graphs}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _context(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    """List the prefixes that no IRI of the data has as its scheme (``geo:59.1,10.2``)."""
    terms = (term for quad in quads for term in quad if isinstance(term, ox.NamedNode))
    schemes = {term.value.partition(":")[0] for term in terms}
    return {prefix: name for prefix, name in prefixes.items() if prefix not in schemes}


def _subjects(rows: Iterable[ox.Quad], context: Mapping[str, str]) -> list[Node]:
    described: list[Node] = []
    for subject, about in groupby(rows, key=lambda quad: quad.subject):
        node: Node = {"@id": _id(subject, context)}
        for quad in about:
            if quad.predicate.value == RDF + "type":
                node.setdefault("@type", []).append(_id(quad.object, context))
            else:
                name = _short(quad.predicate.value, context)
                node.setdefault(name, []).append(_value(quad.object, context))
        described.append(node)
    return described


def _value(term: Term, context: Mapping[str, str]) -> Node:
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term, context)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD + "string":
        return {"@value": term.value}
    return {"@value": term.value, "@type": _short(term.datatype.value, context)}


def _id(term: Term, context: Mapping[str, str]) -> str:
    if isinstance(term, ox.Triple):
        raise FormatError(f"JSON-LD cannot hold a triple about a triple: {term}; try turtle")
    return _short(term.value, context) if isinstance(term, ox.NamedNode) else str(term)


def _short(node: str, context: Mapping[str, str]) -> str:
    end = max(node.rfind("#"), node.rfind("/")) + 1
    prefix = context.get(node[:end])
    return f"{prefix}:{node[end:]}" if prefix is not None else node
