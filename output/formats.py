"""The formats in which the graph leaves; the same graph gives the same bytes in each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox
from networkx.readwrite.graphml import write_graphml_xml

from graph.dataset import store_of
from graph.errors import FormatError
from graph.iris import is_background
from graph.network import make_network
from ontology.names import RDF, VG, iri
from output.files import write_file
from output.jsonld import write_jsonld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import rdflib

# at most eighteen digits: longer ones are hashes, and int() refuses very long ones
_NUMBER = re.compile(r"([0-9]{1,18})")
_NEXT_SUBJECT = re.compile(rb"\n(?=[^\t\n@])")


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name and suffix.

    ``plain`` formats hold triples: all graphs together, and the mentions only where they are
    asked for. The others hold the named graphs and everything in them.
    """

    suffix: str
    serialize: Callable[[rdflib.Dataset, bool], bytes]
    plain: bool = False


def serialize(dataset: rdflib.Dataset, *, name: str = "turtle", mentions: bool = False) -> bytes:
    """Write a graph in a format, as bytes. Raises ``FormatError`` for an unknown one."""
    return _format(name).serialize(dataset, mentions)


def write(
    dataset: rdflib.Dataset, path: str | Path, *, name: str | None = None, mentions: bool = False
) -> None:
    """Write a graph to a file, whole or not at all.

    Without a ``name`` the suffix of the file tells the format. Raises ``FormatError`` for an
    unknown format and ``InputError`` where the place cannot be written.
    """
    path = Path(path)
    write_file(path, serialize(dataset, name=name or name_of(path), mentions=mentions))


def name_of(path: Path) -> str:
    """Tell the format of a file by its suffix; raises ``FormatError`` for an unknown one."""
    for name, one in FORMATS.items():
        if path.suffix == one.suffix:
            return name
    suffixes = ", ".join(one.suffix for one in FORMATS.values())
    raise FormatError(f"no format for {path.name!r}; its name must end in one of: {suffixes}")


def _format(name: str) -> Format:
    try:
        return FORMATS[name]
    except KeyError:
        raise FormatError(f"no format {name!r}; one of: {', '.join(sorted(FORMATS))}") from None


def _turtle(dataset: rdflib.Dataset, mentions: bool) -> bytes:  # noqa: FBT001 (one of a table)
    triples = _triples(dataset, mentions=mentions)
    # a subject a paragraph; a line break of a text is never written as one
    return _NEXT_SUBJECT.sub(b"\n\n", _rdf(triples, ox.RdfFormat.TURTLE, prefixes_of(dataset)))


def _ntriples(dataset: rdflib.Dataset, mentions: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return _rdf(_triples(dataset, mentions=mentions), ox.RdfFormat.N_TRIPLES)


def _trig(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return _rdf(sorted_quads(dataset), ox.RdfFormat.TRIG, prefixes_of(dataset))


def _nquads(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return _rdf(sorted_quads(dataset), ox.RdfFormat.N_QUADS)


def _jsonld(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return write_jsonld(sorted_quads(dataset), prefixes_of(dataset))


def _graphml(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network = make_network(dataset)
    for node, attributes in network.nodes(data=True):
        flat.add_node(node, **_flat(attributes))
    for subject, value, key, attributes in network.edges(keys=True, data=True):
        flat.add_edge(subject, value, key=key, **_flat(attributes))
    written = BytesIO()
    # the writer that nx.write_graphml takes depends on what else is installed
    write_graphml_xml(flat, written, encoding="utf-8", prettyprint=True)
    return written.getvalue()


FORMATS: Mapping[str, Format] = {
    "turtle": Format(".ttl", _turtle, plain=True),
    "trig": Format(".trig", _trig),
    "nquads": Format(".nq", _nquads),
    "ntriples": Format(".nt", _ntriples, plain=True),
    "jsonld": Format(".jsonld", _jsonld),
    "graphml": Format(".graphml", _graphml),
}
"""Every format that the graph can be written in."""


def write_triples(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> bytes:
    """Write triples as Turtle, with those of the prefixes that they use."""
    kept = sorted(set(triples), key=_key)
    used = {_namespace(node) for triple in kept for node in _nodes(triple)}
    known = {prefix: name for prefix, name in sorted(prefixes.items()) if name in used}
    return _NEXT_SUBJECT.sub(b"\n\n", _rdf(kept, ox.RdfFormat.TURTLE, known))


def sorted_quads(dataset: rdflib.Dataset) -> list[ox.Quad]:
    """List the quads of a graph: by graph and subject, types first."""
    return sorted(store_of(dataset), key=lambda quad: (_natural(str(quad.graph_name)), *_key(quad)))


def prefixes_of(dataset: rdflib.Dataset) -> dict[str, str]:
    """List the prefixes whose namespaces the graph uses."""
    used = {_namespace(node) for quad in store_of(dataset) for node in _nodes(quad)}
    known = {prefix: str(namespace) for prefix, namespace in dataset.namespaces()}
    return {prefix: known[prefix] for prefix in sorted(known) if known[prefix] in used}


def _triples(dataset: rdflib.Dataset, *, mentions: bool) -> list[ox.Triple]:
    quads = [quad for quad in store_of(dataset) if not is_background(quad)]
    mention = ox.NamedNode(iri("vg:Mention"))
    hidden = set() if mentions else {quad.subject for quad in quads if quad.object == mention}
    kept = {quad.triple for quad in quads if quad.subject not in hidden}
    return sorted(kept, key=_key)


def _rdf(
    rows: Iterable[ox.Triple] | Iterable[ox.Quad],
    rdf_format: ox.RdfFormat,
    prefixes: dict[str, str] | None = None,
) -> bytes:
    written = ox.serialize(rows, format=rdf_format, prefixes=prefixes)
    # pyoxigraph writes the prefixes in the order of a hash table
    lines = (written or b"").split(b"\n")
    count = len(prefixes or ())
    return b"\n".join(sorted(lines[:count]) + lines[count:])


def _key(row: ox.Triple | ox.Quad) -> tuple[Any, ...]:
    """Sort by subject; in it types first, and of the types ours."""
    predicate, value = row.predicate.value, str(row.object)
    if predicate == RDF + "type":
        return _natural(str(row.subject)), 0, "" if value.startswith(f"<{VG}") else "also", value
    return _natural(str(row.subject)), 1, predicate, value


def _natural(text: str) -> tuple[str | int, ...]:
    """Sort sentence 10 after sentence 9: texts at even places, numbers at odd ones."""
    return tuple(int(part) if i % 2 else part for i, part in enumerate(_NUMBER.split(text)))


def _nodes(quad: ox.Quad | ox.Triple) -> Iterable[str]:
    datatypes = (term.datatype if isinstance(term, ox.Literal) else term for term in quad)
    return (term.value for term in datatypes if isinstance(term, ox.NamedNode))


def _namespace(node: str) -> str:
    return node[: max(node.rfind("#"), node.rfind("/")) + 1]


def _flat(attributes: Mapping[str, Any]) -> dict[str, str | int | float]:
    """Write nested values as text: GraphML holds texts and numbers only."""
    return {name: _flat_value(value) for name, value in attributes.items()}


def _flat_value(value: Any) -> str | int | float:  # noqa: ANN401 (any attribute of the network)
    if isinstance(value, dict):
        return f"{value['predicate']}: {value['value']} ({value['document']})"
    if isinstance(value, tuple):
        return "; ".join(str(_flat_value(one)) for one in value)
    return "" if value is None else value
