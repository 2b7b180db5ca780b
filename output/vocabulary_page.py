"""One page of the vocabulary with every class, property and concept, made from its file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox
from jinja2 import Environment, StrictUndefined

from ontology.names import DCT, OWL, PREFIXES, RDF, RDFS, SCHEMA, SKOS, VG, local_name, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Objects = Iterable[ox.NamedNode | ox.Literal]


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the page shows it; ``facts`` are pairs of a word and prefixed names."""

    name: str
    label: str
    comment: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


_FACTS: Mapping[str, str] = {
    RDFS + "subClassOf": "a kind of",
    RDFS + "subPropertyOf": "a kind of",
    OWL + "inverseOf": "the other way round of",
    SCHEMA + "domainIncludes": "from",
    SCHEMA + "rangeIncludes": "to",
    SKOS + "broader": "broader",
    SKOS + "closeMatch": "near",
    SKOS + "exactMatch": "same as",
    VG + "materialised": "also a plain triple",
}


def make_vocabulary_page() -> str:
    """Write the page; the same file gives the same page."""
    template = files("output").joinpath("vocabulary_page.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    header = next(about for about in vocabulary().values() if _is(about, OWL + "Ontology"))
    told = {
        name: next(one.value for one in header[prop])
        for name, prop in (
            ("title", DCT + "title"), ("text", DCT + "description"), ("day", DCT + "modified"),
            ("version", OWL + "versionInfo"), ("prior", OWL + "priorVersion"),
            ("licence", DCT + "license"),
        )
    }  # fmt: skip
    return environment.from_string(template).render(**told, parts=_parts())


def _parts() -> list[tuple[str, list[Term]]]:
    terms = vocabulary()
    schemes = [name for name, about in terms.items() if _is(about, SKOS + "ConceptScheme")]
    return [
        ("Classes", [_term(name) for name in terms if _is(terms[name], OWL + "Class")]),
        ("Properties", [_term(name) for name in terms if _is(terms[name], RDF + "Property")]),
        *(
            (_label(scheme), [_term(name) for name in terms if _in(name, scheme)])
            for scheme in schemes
        ),
    ]


def _is(about: Mapping[str, Objects], kind: str) -> bool:
    return any(one.value == kind for one in about.get(RDF + "type", ()))


def _in(name: str, scheme: str) -> bool:
    return any(one.value == scheme for one in vocabulary()[name].get(SKOS + "inScheme", ()))


def _term(name: str) -> Term:
    about = vocabulary()[name]
    facts = [
        (word, tuple(sorted(map(_short, about[prop]))))
        for prop, word in _FACTS.items()
        if prop in about
    ]
    if near := _aligned().get(name):
        facts.append(("near", tuple(sorted(near))))
    comment = about.get(RDFS + "comment") or about.get(SKOS + "definition") or ()
    said = " ".join(one.value for one in comment)
    return Term(local_name(name), _label(name), said, tuple(facts))


@cache
def _aligned() -> Mapping[str, list[str]]:
    """The terms of other vocabularies that are near one of ours, by prefix; see alignments.ttl."""
    text = files("ontology").joinpath("alignments.ttl").read_bytes()
    parser = ox.parse(text, format=ox.RdfFormat.TURTLE)
    found: dict[str, list[str]] = defaultdict(list)
    for quad in parser:
        near = quad.predicate.value.startswith(SKOS) and isinstance(quad.object, ox.NamedNode)
        if near and isinstance(quad.subject, ox.NamedNode):
            found[quad.subject.value].append(_short(quad.object, parser.prefixes))
    return found


def _label(name: str) -> str:
    about = vocabulary()[name]
    labels = about.get(RDFS + "label") or about.get(SKOS + "prefLabel") or ()
    return next((one.value for one in labels), local_name(name))


def _short(node: object, prefixes: Mapping[str, str] = PREFIXES) -> str:
    if not isinstance(node, ox.NamedNode):
        value = getattr(node, "value", str(node))
        return {"true": "yes", "false": "never"}.get(value, value)
    for prefix, namespace in prefixes.items():
        if node.value.startswith(namespace):
            return f"{prefix}:{node.value[len(namespace) :]}"
    return node.value
