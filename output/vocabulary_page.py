"""One page of the vocabulary with every class, property and concept, made from its file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox
from jinja2 import Environment, StrictUndefined

from ontology.names import OWL, PREFIXES, RDF, RDFS, SCHEMA, SKOS, VG, local_name, vocabulary

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
    RDFS + "subClassOf": "below",
    RDFS + "subPropertyOf": "below",
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
    title = next(one.value for one in header["http://purl.org/dc/terms/title"])
    text = next(one.value for one in header["http://purl.org/dc/terms/description"])
    return environment.from_string(template).render(title=title, text=text, parts=_parts())


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
    comment = about.get(RDFS + "comment") or about.get(SKOS + "definition") or ()
    said = " ".join(one.value for one in comment)
    return Term(local_name(name), _label(name), said, tuple(facts))


def _label(name: str) -> str:
    about = vocabulary()[name]
    labels = about.get(RDFS + "label") or about.get(SKOS + "prefLabel") or ()
    return next((one.value for one in labels), local_name(name))


def _short(node: ox.NamedNode | ox.Literal) -> str:
    if isinstance(node, ox.Literal):
        return {"true": "yes", "false": "never"}.get(node.value, node.value)
    for prefix, namespace in PREFIXES.items():
        if node.value.startswith(namespace):
            return f"{prefix}:{node.value[len(namespace) :]}"
    return node.value
