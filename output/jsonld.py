"""The graph as JSON-LD, with its context inside, so that nothing is fetched to read it.

The context says once of each property what its values are, so that a reader without RDF finds
plain numbers, texts and names: ``"killed": 41``, ``"prefLabel": {"en": "raid"}``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.errors import FormatError
from ontology.names import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Node = dict[str, Any]
    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_ID: Final = "@id"
_LANGUAGE: Final = "@language"
# beyond it a JSON number may lose digits in JavaScript
_LARGEST: Final = 2**53


@dataclass(frozen=True, slots=True)
class _Property:
    """How a property is written: its key, and of what type all of its values are.

    The type is ``@id``, ``@language``, the IRI of a datatype, or "" where values differ.
    """

    key: str
    of: str


def write_jsonld(quads: Sequence[ox.Quad], prefixes: Mapping[str, str]) -> bytes:
    """Write sorted quads, one object a named graph, in each one object a subject."""
    known = _prefixes(quads, prefixes)
    short = {namespace: prefix for prefix, namespace in known.items()}
    terms = _terms(quads, short, known)
    graphs: list[Node] = []
    for graph, rows in groupby(quads, key=lambda quad: quad.graph_name):
        described = _subjects(rows, short, terms)
        named = isinstance(graph, ox.NamedNode)
        graphs += [{_ID: _short(graph.value, short), "@graph": described}] if named else described
    context = known | _definitions(terms, short)
    document = {"@context": context, "@graph": graphs}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _prefixes(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    """List the prefixes that no IRI of the data has as its scheme (``geo:59.1,10.2``)."""
    terms = (term for quad in quads for term in quad if isinstance(term, ox.NamedNode))
    schemes = {term.value.partition(":")[0] for term in terms}
    return {prefix: name for prefix, name in prefixes.items() if prefix not in schemes}


def _terms(
    quads: Iterable[ox.Quad], short: Mapping[str, str], prefixes: Mapping[str, str]
) -> dict[str, _Property]:
    """How each property is written: by its local name, where no other has the same."""
    types: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate.value != RDF + "type":
            types.setdefault(quad.predicate.value, set()).add(_type_of(quad.object))
    names = [_local(node) for node in types]
    found: dict[str, _Property] = {}
    for node, of in sorted(types.items()):
        name = _local(node)
        alone = name.isidentifier() and names.count(name) == 1 and name not in prefixes
        key = name if alone else _short(node, short)
        found[node] = _Property(key, min(of) if len(of) == 1 else "")
    return found


def _type_of(term: Term) -> str:
    if not isinstance(term, ox.Literal):
        return _ID
    return _LANGUAGE if term.language else term.datatype.value


def _definitions(terms: Mapping[str, _Property], short: Mapping[str, str]) -> Node:
    defined: Node = {}
    for node, one in terms.items():
        defined[one.key] = {_ID: _short(node, short)}
        if one.of == _LANGUAGE:
            defined[one.key]["@container"] = _LANGUAGE
        elif one.of not in {"", XSD + "string"}:
            defined[one.key]["@type"] = _short(one.of, short)
    return dict(sorted(defined.items()))


def _subjects(
    rows: Iterable[ox.Quad], short: Mapping[str, str], terms: Mapping[str, _Property]
) -> list[Node]:
    described: list[Node] = []
    for subject, about in groupby(rows, key=lambda quad: quad.subject):
        node: Node = {_ID: _id(subject, short)}
        for predicate, same in groupby(about, key=lambda quad: quad.predicate.value):
            objects = [quad.object for quad in same]
            if predicate == RDF + "type":
                node["@type"] = [_id(one, short) for one in objects]
            else:
                term = terms[predicate]
                node[term.key] = _values(objects, term, short)
        described.append(node)
    return described


def _values(objects: Sequence[Term], term: _Property, short: Mapping[str, str]) -> object:
    """One value by itself, several as a list; texts in several languages by their language."""
    if term.of != _LANGUAGE:
        values = [_value(one, term, short) for one in objects]
        return values[0] if len(values) == 1 else values
    by_language: dict[str, list[str]] = {}
    for one in objects:
        if isinstance(one, ox.Literal) and one.language:
            by_language.setdefault(one.language, []).append(one.value)
    return {
        language: texts[0] if len(texts) == 1 else texts
        for language, texts in sorted(by_language.items())
    }


def _value(term: Term, of: _Property, short: Mapping[str, str]) -> object:
    """A value as the context lets it be read; whole where the property's values differ."""
    if not isinstance(term, ox.Literal):
        return _id(term, short) if of.of else {_ID: _id(term, short)}
    if of.of:
        return _native(term)
    if term.language:
        return {"@value": term.value, _LANGUAGE: term.language}
    if term.datatype.value == XSD + "string":
        return {"@value": term.value}
    return {"@value": term.value, "@type": _short(term.datatype.value, short)}


def _native(literal: ox.Literal) -> str | int | bool:
    """A whole number or a truth value as JSON has them, where nothing of the text is lost."""
    text, datatype = literal.value, literal.datatype.value
    if datatype == XSD + "boolean" and text in {"true", "false"}:
        return text == "true"
    whole = datatype == XSD + "integer" and len(text) <= len(str(_LARGEST))
    if whole and text.removeprefix("-").isdecimal() and str(int(text)) == text:
        return int(text) if abs(int(text)) < _LARGEST else text
    return text


def _id(term: Term, short: Mapping[str, str]) -> str:
    if isinstance(term, ox.Triple):
        raise FormatError(f"JSON-LD cannot hold a triple about a triple: {term}; try turtle")
    return _short(term.value, short) if isinstance(term, ox.NamedNode) else str(term)


def _short(node: str, short: Mapping[str, str]) -> str:
    prefix = short.get(node[: _cut(node)])
    return f"{prefix}:{node[_cut(node) :]}" if prefix is not None else node


def _local(node: str) -> str:
    return node[_cut(node) :]


def _cut(node: str) -> int:
    return max(node.rfind("#"), node.rfind("/")) + 1
