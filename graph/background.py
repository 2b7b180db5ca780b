"""What lexicons know of the places in the texts, as a named graph of its own.

No document says it, so that it has no statements; each thing names the entry that knows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.terms import Property, about, label, link, term, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.resolved import Entity
    from graph.sources import Context
    from ontology.lexicons import Entry

_TITLE = "What lexicons know, and no document says"


def describe_background(entities: Iterable[Entity], context: Context) -> Iterator[Quad]:
    """Say in which larger places the entities lie, as far up as the lexicon goes.

    A larger place that no text mentions stands by the IRI of its entry, with its name.
    """
    nodes = _nodes(entities, context)
    graph = context.names.background_graph
    known = {iri: entry for iri in nodes if (entry := context.lexicon.get(iri))}
    found = dict(_with_larger(known, context))
    if any(entry.located_in for entry in found.values()):
        title: list[Property] = [("dct:title", text(_TITLE)), ("rdf:type", term("prov:Entity"))]
        yield from about(graph, graph, title)
    for iri, entry in sorted(found.items()):
        yield from about(nodes.get(iri, iri), graph, _properties(entry, nodes, found))


def _nodes(entities: Iterable[Entity], context: Context) -> dict[str, str]:
    """Give the IRI of the entity by each of its identifiers."""
    nodes: dict[str, str] = {}
    for entity in sorted(entities, key=lambda entity: entity.id):
        for identifier in entity.identifiers:
            nodes.setdefault(identifier, context.names.of(entity.id))
    return nodes


def _with_larger(known: dict[str, Entry], context: Context) -> Iterator[tuple[str, Entry]]:
    """Give the entries and those that they lie in, each once."""
    seen, left = set(known), list(known.items())
    while left:
        iri, entry = left.pop()
        yield iri, entry
        for larger in entry.located_in:
            above = context.lexicon.get(larger)
            if above is not None and larger not in seen:
                seen.add(larger)
                left.append((larger, above))


def _properties(entry: Entry, nodes: dict[str, str], found: dict[str, Entry]) -> list[Property]:
    larger = [iri for iri in entry.located_in if iri in found]
    own = entry.iri not in nodes  # only because something lies in it
    if not larger and not own:
        return []
    return [
        *(("vg:locatedIn", NamedNode(nodes.get(iri, iri))) for iri in sorted(larger)),
        ("dct:source", link(entry.iri)),
        ("skos:prefLabel", label(entry.label, "en") if own else None),
        ("rdf:type", term("sem:Place") if own else None),
    ]
