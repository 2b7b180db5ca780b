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
from graph.network import make_network
from output.files import write_file
from output.jsonld import write_jsonld
from output.ordering import (
    as_lines,
    reified,
    sort_quads,
    sort_triples,
    sorted_graphs,
    used_prefixes,
)
from output.spreadsheets import write_entities, write_statements
from output.turtle import write_trig, write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import rdflib

_DAY = re.compile(rb' lastmodifieddate="[^"]*"')


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
    for name, one in sorted(FORMATS.items(), key=lambda pair: -len(pair[1].suffix)):
        if path.name.endswith(one.suffix):
            return name
    suffixes = ", ".join(one.suffix for one in FORMATS.values())
    raise FormatError(f"no format for {path.name!r}; its name must end in one of: {suffixes}")


def _format(name: str) -> Format:
    try:
        return FORMATS[name]
    except KeyError:
        raise FormatError(f"no format {name!r}; one of: {', '.join(sorted(FORMATS))}") from None


def _turtle(dataset: rdflib.Dataset, mentions: bool) -> bytes:  # noqa: FBT001 (one of a table)
    groups = sort_triples(store_of(dataset), mentions=mentions)
    return write_turtle(groups, prefixes_of(dataset))


def _ntriples(dataset: rdflib.Dataset, mentions: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return b"".join(as_lines(sort_triples(store_of(dataset), mentions=mentions)))


def _trig(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return write_trig(sorted_graphs(store_of(dataset)), prefixes_of(dataset))


def _nquads(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return sort_quads(store_of(dataset))


def _turtle12(dataset: rdflib.Dataset, mentions: bool) -> bytes:  # noqa: FBT001 (one of a table)
    groups = sort_triples(store_of(dataset), mentions=mentions)
    return write_turtle(reified(groups), prefixes_of(dataset))


def _rdfxml(dataset: rdflib.Dataset, mentions: bool) -> bytes:  # noqa: FBT001 (one of a table)
    rows = ox.parse(_ntriples(dataset, mentions), format=ox.RdfFormat.N_TRIPLES)
    return (ox.serialize(rows, format=ox.RdfFormat.RDF_XML) or b"") + b"\n"


def _statements(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return write_statements(store_of(dataset))


def _entities(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    return write_entities(store_of(dataset))


def _jsonld(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    quads = sort_quads(store_of(dataset))
    parsed = list(ox.parse(quads, format=ox.RdfFormat.N_QUADS))
    return write_jsonld(parsed, used_prefixes(quads, prefixes_of(dataset)))


def _gexf(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    written = BytesIO()
    nx.write_gexf(_flattened(dataset), written, encoding="utf-8", prettyprint=True)
    # networkx writes the day; the same graph is to give the same bytes
    return _DAY.sub(b"", written.getvalue())


def _graphml(dataset: rdflib.Dataset, _: bool) -> bytes:  # noqa: FBT001 (one of a table)
    written = BytesIO()
    # the writer that nx.write_graphml takes depends on what else is installed
    write_graphml_xml(_flattened(dataset), written, encoding="utf-8", prettyprint=True)
    return written.getvalue()


def _flattened(dataset: rdflib.Dataset) -> nx.MultiDiGraph[str]:
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network = make_network(dataset)
    for node, attributes in network.nodes(data=True):
        flat.add_node(node, **_flat(attributes))
    for subject, value, key, attributes in network.edges(keys=True, data=True):
        flat.add_edge(subject, value, key=key, **_flat(attributes))
    return flat


FORMATS: Mapping[str, Format] = {
    "turtle": Format(".ttl", _turtle, plain=True),
    "trig": Format(".trig", _trig),
    "nquads": Format(".nq", _nquads),
    "ntriples": Format(".nt", _ntriples, plain=True),
    "jsonld": Format(".jsonld", _jsonld),
    "rdfxml": Format(".rdf", _rdfxml, plain=True),
    "turtle12": Format(".ttl12", _turtle12, plain=True),
    "statements": Format(".csv", _statements),
    "entities": Format(".entities.csv", _entities),
    "graphml": Format(".graphml", _graphml),
    "gexf": Format(".gexf", _gexf),
}
"""Every format that the graph can be written in."""


def prefixes_of(dataset: rdflib.Dataset) -> dict[str, str]:
    """List the prefixes that a graph knows."""
    return {prefix: str(namespace) for prefix, namespace in dataset.namespaces()}


def _flat(attributes: Mapping[str, Any]) -> dict[str, str | int | float]:
    """Write nested values as text: GraphML holds texts and numbers only."""
    return {name: _flat_value(value) for name, value in attributes.items()}


def _flat_value(value: Any) -> str | int | float:  # noqa: ANN401 (any attribute of the network)
    if isinstance(value, dict):
        return f"{value['predicate']}: {value['value']} ({value['document']})"
    if isinstance(value, tuple):
        return "; ".join(str(_flat_value(one)) for one in value)
    return "" if value is None else value
