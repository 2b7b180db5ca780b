"""The only file that makes RDF terms of our values, and so the only one that knows their traps.

What no reader of our files can hold (lone surrogates, control characters) becomes U+FFFD, one
for one, so that offsets still hold.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from graph.dates import PartialDate
from ontology.names import XSD, classes, iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model import Value

Term = NamedNode | Literal
Property = tuple[str, Term | None]
"""A prefixed name and its object; None where there is nothing to say."""

# XML 1.0 cannot hold these, and SPARQL results and GraphML are XML
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# eighteen digits fit 64 bits; a longer integer makes some stores refuse the whole file
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_BOOLEAN = frozenset({"true", "false"})
_DATES = frozenset({"date", "gYearMonth", "gYear"})


def about(subject: str, graph: str, properties: Iterable[Property]) -> Iterator[Quad]:
    """Give the subject these properties; those without an object are left out."""
    node, name = NamedNode(subject), NamedNode(graph)
    for prop, value in properties:
        if value is not None:
            yield Quad(node, term(prop), value, name)


@cache
def term(name: str) -> NamedNode:
    """Make the node of a prefixed name: ``term("vg:place")``."""
    return NamedNode(iri(name))


def types(name: str) -> list[Property]:
    """Type something as a class of ours, by local name, and as the classes above it."""
    also = [NamedNode(one) for one in classes()[name]]
    return [("rdf:type", one) for one in (term(f"vg:{name}"), *also)]


def link(identifier: str) -> NamedNode | None:
    """Make the node of an IRI that came from outside; None where it is no IRI."""
    try:
        return NamedNode(identifier)
    except ValueError:
        return None


def clean(value: str) -> str:
    """Replace what our formats cannot hold; the text stays as long as it was."""
    return _NO_CHARACTER.sub("\ufffd", value)


def text(value: str) -> Literal | None:
    """Make a plain literal; None for an empty text."""
    return Literal(clean(value)) if value else None


def label(value: str, language: str) -> Literal:
    """Write a name in a language (English for a bad tag); line breaks become spaces."""
    name = " ".join(clean(value).split())
    return Literal(name, language=language if _LANGUAGE.fullmatch(language) else "en")


def integer(value: int) -> Literal:
    """Write a whole number."""
    return typed(str(value), "integer")


def decimal(value: float) -> Literal:
    """Write a number, to six places."""
    return typed(f"{value:.6f}".rstrip("0").rstrip("."), "decimal")


def share(value: float) -> Literal:
    """Write a number from 0 to 1, to four places; what is no number counts as 0."""
    return decimal(round(min(max(value, 0.0), 1.0), 4) if math.isfinite(value) else 0.0)


def boolean(value: bool) -> Literal:  # noqa: FBT001 (the value is the argument)
    """Write a truth value."""
    return typed("true" if value else "false", "boolean")


def date(iso: str) -> Literal | None:
    """Write a date with its own precision; None where it is none of the calendar."""
    try:
        return typed(iso, PartialDate.parse(iso).datatype)
    except ValueError:
        return None


def literal(value: Value) -> Literal | None:
    """Write what a statement says; None where it does not fit its datatype."""
    if value.datatype in _DATES:
        return date(value.text)
    if value.datatype == "string":
        return text(value.text)
    fits = (value.datatype == "integer" and _INTEGER.fullmatch(value.text)) or (
        value.datatype == "boolean" and value.text in _BOOLEAN
    )
    return typed(value.text, value.datatype) if fits else None


def typed(value: str, datatype: str) -> Literal:
    """Write a literal of an XSD datatype, by its local name; the value is not checked."""
    return Literal(value, datatype=NamedNode(XSD + datatype))
