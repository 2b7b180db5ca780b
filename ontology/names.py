"""The names of the vocabulary, read from ``vouchgraph.ttl``, so that nothing is defined twice.

``iri("vg:participant")`` makes an IRI and refuses a term of ours that is not defined; the other
functions list what the vocabulary holds, by local names, in the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Mapping

VG = "https://w3id.org/vouchgraph/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
FOAF = "http://xmlns.com/foaf/0.1/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
PROV = "http://www.w3.org/ns/prov#"
DCT = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "vg": VG,
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
        "owl": OWL,
        "foaf": FOAF,
        "sem": SEM,
        "geo": GEO,
        "prov": PROV,
        "dct": DCT,
        "oa": OA,
        "skos": SKOS,
        "schema": SCHEMA,
    }
)
"""The prefixes of every serialisation that we write."""

Objects = tuple[ox.NamedNode | ox.Literal, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate that a statement can have.

    ``name`` is a local name of ``vg:``. ``also`` holds the IRIs of the properties that are
    written with it when it is ``materialised``: its ancestors, ours first (``vg:agent`` brings
    ``vg:participant`` and ``sem:hasActor``). ``parents`` holds the local names of ours among
    them. ``subjects`` and ``objects`` are local names of what it may join: classes of ``vg:``,
    ``Concept``, or datatypes of XSD.
    """

    name: str
    materialised: bool
    also: tuple[str, ...]
    parents: tuple[str, ...]
    subjects: tuple[str, ...]
    objects: tuple[str, ...]


@cache
def vocabulary() -> Mapping[str, Mapping[str, Objects]]:
    """Read the vocabulary: for each subject IRI, its properties with their objects."""
    found: dict[str, dict[str, Objects]] = {}
    text = files("ontology").joinpath("vouchgraph.ttl").read_bytes()
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        if not isinstance(quad.subject, ox.NamedNode) or not isinstance(
            quad.object, ox.NamedNode | ox.Literal
        ):
            raise TypeError(f"the vocabulary has no blank nodes and no triple terms, but: {quad}")
        properties = found.setdefault(quad.subject.value, {})
        properties[quad.predicate.value] = (*properties.get(quad.predicate.value, ()), quad.object)
    return MappingProxyType(found)


@cache
def iri(name: str) -> str:
    """Make the IRI of a prefixed name such as ``vg:Person`` or ``prov:wasDerivedFrom``.

    Raises ``ValueError`` for an unknown prefix, and for a term of ``vg:`` that is not defined.
    """
    prefix, colon, local = name.partition(":")
    if not colon or prefix not in PREFIXES:
        raise ValueError(f"no known prefix in {name!r}; one of: {', '.join(PREFIXES)}")
    whole = PREFIXES[prefix] + local
    if prefix == "vg" and whole not in vocabulary():
        raise ValueError(f"no term {name!r} in ontology/vouchgraph.ttl; define it there first")
    return whole


def local_name(whole: str) -> str:
    """Take the part of an IRI after its last ``#`` or ``/``: the name that the code uses."""
    return whole[max(whole.rfind("#"), whole.rfind("/")) + 1 :]


@cache
def label(name: str) -> str:
    """Give the English label of a term of ours by its local name: ``capture of a place``."""
    return _values(iri(f"vg:{name}"), RDFS + "label")[0]


@cache
def predicates() -> Mapping[str, Predicate]:
    """List every predicate that a statement can have, by local name."""
    names = [
        local_name(term) for term, about in vocabulary().items() if VG + "materialised" in about
    ]
    return MappingProxyType({name: _predicate(name) for name in names})


@cache
def classes() -> Mapping[str, tuple[str, ...]]:
    """List every class of ours by local name, with the IRIs of all above it, nearest first."""
    return MappingProxyType(
        {
            local_name(term): tuple(dict.fromkeys(_ancestors(term, RDFS + "subClassOf")))
            for term in vocabulary()
            if OWL + "Class" in _values(term, RDF + "type")
        }
    )


@cache
def event_types() -> Mapping[str, str]:
    """List every type of event with its broader one, ``""`` for the broadest (``Occurrence``)."""
    return MappingProxyType(
        {
            name: next(map(local_name, _values(VG + name, SKOS + "broader")), "")
            for name in concepts("EventTypes")
        }
    )


@cache
def broader_event_types(name: str) -> tuple[str, ...]:
    """List the broader types of a type of event, nearest first: ``Attack Conflict Occurrence``."""
    above = event_types()[name]
    return (above, *broader_event_types(above)) if above else ()


def characterizations() -> tuple[str, ...]:
    """List what a source can call an event: the objects of ``vg:characterizedAs``."""
    return concepts("Characterizations")


def groups() -> tuple[str, ...]:
    """List who can be counted: the concepts that ``vg:group`` can name."""
    return concepts("Groups")


def bounds() -> tuple[str, ...]:
    """List how a count can be meant: the objects of ``vg:bound``."""
    return concepts("Bounds")


@cache
def concepts(scheme: str) -> tuple[str, ...]:
    """List the concepts of a scheme of ours, by local names: ``concepts("Polarities")``."""
    wanted = iri(f"vg:{scheme}")
    return tuple(
        local_name(term) for term in vocabulary() if wanted in _values(term, SKOS + "inScheme")
    )


def _values(term: str, about: str) -> tuple[str, ...]:
    return tuple(node.value for node in vocabulary()[term].get(about, ()))


def _predicate(name: str) -> Predicate:
    ancestors = _ancestors(VG + name, RDFS + "subPropertyOf")
    return Predicate(
        name,
        materialised=_values(VG + name, VG + "materialised") == ("true",),
        also=ancestors,
        parents=tuple(local_name(term) for term in ancestors if term.startswith(VG)),
        subjects=tuple(map(local_name, _values(VG + name, SCHEMA + "domainIncludes"))),
        objects=tuple(map(local_name, _values(VG + name, SCHEMA + "rangeIncludes"))),
    )


def _ancestors(term: str, relation: str) -> tuple[str, ...]:
    """List the terms above one, nearest first; other vocabularies are not followed."""
    if term not in vocabulary():
        return ()
    above = _values(term, relation)
    return above + tuple(far for near in above for far in _ancestors(near, relation))
