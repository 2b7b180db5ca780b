"""SPARQL 1.1 Protocol, its query part: what was asked, and how the answer is to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
"""The types of answers to SELECT and ASK, the usual one first."""

GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/ld+json": "jsonld",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
}
"""The types of answers to CONSTRUCT and DESCRIBE."""

THINGS: Mapping[str, str] = {"text/html": "html", **GRAPHS}
"""The types in which a thing is described."""

_QUERY = "application/sparql-query"
_FORM = "application/x-www-form-urlencoded"


def choose(accept: str, offered: Mapping[str, str]) -> str | None:
    """Choose the type that a client likes best; the first where it has no wish.

    None means that it takes none of those offered.
    """
    wishes = sorted(_wishes(accept or "*/*"), key=lambda one: -one[1])
    for wanted, quality in wishes:
        for kind in offered:
            if quality > 0 and wanted in {kind, "*/*", f"{kind.partition('/')[0]}/*"}:
                return kind
    return None


def _wishes(accept: str) -> list[tuple[str, float]]:
    found = []
    for one in accept.split(","):
        kind, *parameters = (part.strip().lower() for part in one.split(";"))
        quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        try:
            found.append((kind, float(quality)))
        except ValueError:
            found.append((kind, 0.0))
    return found


def read_query(
    parameters: Mapping[str, Sequence[str]], content_type: str, body: bytes
) -> tuple[str, Mapping[str, Sequence[str]]]:
    """Give the query of a request, and its other parameters.

    ``parameters`` are those of the address. Raises ``QueryError`` where there is not one query.
    """
    from urllib.parse import parse_qs  # noqa: PLC0415 (only here)

    kind = content_type.partition(";")[0].strip().lower()
    given = dict(parameters)
    if kind == _FORM:
        given |= parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    elif kind == _QUERY:
        given["query"] = [body.decode("utf-8", "replace")]
    elif body:
        raise QueryError(f"no query can be read from {kind!r}; send {_QUERY} or {_FORM}")
    if "update" in given:
        raise QueryError("the graph is read only; ask with query=")
    if "default-graph-uri" in given or "named-graph-uri" in given:
        raise QueryError("all graphs are asked together; write GRAPH <...> { ... } for one")
    queries = given.get("query", [])
    if len(queries) != 1:
        raise QueryError("send one query, as query=")
    return queries[0], given
