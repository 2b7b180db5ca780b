"""Triples as a client wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from output.jsonld import write_jsonld
from output.ordering import as_lines, sort_lines
from output.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def write_triples(lines: Iterable[str], name: str, prefixes: Mapping[str, str]) -> bytes:
    """Write lines of N-Triples, in any order, in one of the formats of ``GRAPHS``."""
    groups = sort_lines(f"{line}\n".encode() for line in lines)
    if name == "turtle":
        return write_turtle(groups, prefixes)
    plain = b"".join(as_lines(groups))
    if name == "ntriples":
        return plain
    quads = ox.parse(plain, format=ox.RdfFormat.N_TRIPLES)
    if name == "jsonld":
        return write_jsonld(list(quads), prefixes)
    return ox.serialize(quads, format=ox.RdfFormat.RDF_XML) or b""
