"""The sources as RDF: the run, the speakers, the documents, their sentences and mentions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.attribution import Agent, Attribution, title_of
from graph.iris import Names, slug
from graph.terms import Property, about, date, integer, label, share, term, text, typed, types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.model import Document, Findings, Mention, MentionKey, Passage
    from graph.resolved import Entity
    from ontology.lexicons import Lexicon


@dataclass(frozen=True, slots=True)
class Run:
    """What read the texts: names and versions, so that a graph tells how it can be made again.

    ``software`` holds (name, version) pairs. ``ended`` is an ISO time, left out by default, so
    that the same texts give the same bytes.
    """

    software: tuple[tuple[str, str], ...] = (("Vouchgraph", ""),)
    ended: str = ""

    @property
    def id(self) -> str:
        """The local name of the run's IRI; it depends on what ran, not on when."""
        return "run-" + hashlib.sha256(repr(self.software).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Context:
    """What every part of a description looks up.

    ``polities`` holds the ids of the places that act. ``language`` is the language of names.
    ``lexicon`` gives what is known of an entity by its identifier.
    """

    names: Names
    run: Run
    attribution: Attribution
    entities: Mapping[MentionKey, Entity]
    polities: frozenset[str]
    language: str
    lexicon: Lexicon

    def node(self, key: MentionKey) -> NamedNode | None:
        """Give the node of a mention's entity; None where it names nothing known."""
        entity = self.entities.get(key)
        return NamedNode(self.names.of(entity.id)) if entity else None


def describe_run(context: Context) -> Iterator[Quad]:
    """Describe the run, and the software that took part in it."""
    names, run = context.names, context.run
    software = {names.of(f"software-{slug(' '.join(pair))}"): pair for pair in run.software}
    ended = typed(run.ended, "dateTime") if run.ended else None
    properties: list[Property] = [("rdf:type", term("prov:Activity")), ("prov:endedAtTime", ended)]
    properties += [("prov:wasAssociatedWith", NamedNode(one)) for one in software]
    yield from about(names.of(run.id), names.shared_graph, properties)
    for one, (name, version) in software.items():
        named = [("skos:prefLabel", label(name, "en")), ("owl:versionInfo", text(version))]
        typing: Property = ("rdf:type", term("prov:SoftwareAgent"))
        yield from about(one, names.shared_graph, [typing, *named])


def describe_agents(agents: Iterable[Agent], context: Context) -> Iterator[Quad]:
    """Describe the speakers that are no entities of the graph.

    Where several spellings share an IRI, the first in the order of the alphabet is the label.
    """
    labelled: set[str] = set()
    for agent in sorted(agent for agent in agents if not agent.entity):
        form = "skos:altLabel" if agent.id in labelled else "skos:prefLabel"
        labelled.add(agent.id)
        named: Property = (form, label(agent.label, context.language))
        properties = [("rdf:type", term("prov:Agent")), named]
        yield from about(context.names.of(agent.id), context.names.shared_graph, properties)


def describe_document(document: Document, context: Context) -> Iterator[Quad]:
    """Describe the document; its id stands in for a title."""
    names, attribution = context.names, context.attribution
    publisher = attribution.publisher(document)
    properties: list[Property] = [
        *types("Document"),
        ("dct:title", text(title_of(document))),
        *(("dct:creator", NamedNode(names.of(a.id))) for a in attribution.authors(document)),
        ("dct:date", date(document.date.value) if document.date else None),
        ("dct:publisher", NamedNode(names.of(publisher.id)) if publisher else None),
        ("dct:language", text(document.language.value) if document.language else None),
        ("dct:source", text(document.source)),
        ("vg:sha256", text(document.sha256)),
    ]
    yield from about(names.document(document.id), names.graph(document.id), properties)


def describe_sentences(found: Findings, context: Context) -> Iterator[Quad]:
    """Describe the sentences that carry a statement or a mention, and the known mentions."""
    mentions = [mention for mention in found.mentions if mention.key in context.entities]
    used = {m.passage for m in mentions} | {s.evidence.passage for s in found.statements}
    for passage in found.passages:
        if passage.index in used:
            yield from _passage(passage, found.document, context.names)
    for mention in mentions:
        yield from _mention(mention, context)


def extent(start: int, end: int) -> list[Property]:
    """Tell where something stands in the text of its document, in code points."""
    return [("oa:start", integer(start)), ("oa:end", integer(end))]


def _passage(passage: Passage, document: Document, names: Names) -> Iterator[Quad]:
    graph = names.graph(document.id)
    selector = names.selector(document.id, passage.index)
    page = document.page_at(passage.start)
    properties: list[Property] = [
        *types("Passage"),
        ("oa:hasSource", NamedNode(names.document(document.id))),
        ("oa:hasSelector", NamedNode(selector)),
        ("vg:sentenceIndex", integer(passage.index)),
        ("vg:page", None if page is None else integer(page)),
    ]
    yield from about(names.passage(document.id, passage.index), graph, properties)
    position: list[Property] = [
        ("rdf:type", term("oa:TextPositionSelector")),
        ("rdf:type", term("oa:TextQuoteSelector")),
        *extent(passage.start, passage.end),
        ("oa:exact", text(document.text[passage.start : passage.end])),
    ]
    yield from about(selector, graph, position)


def _mention(mention: Mention, context: Context) -> Iterator[Quad]:
    names = context.names
    properties: list[Property] = [
        *types("Mention"),
        ("vg:refersTo", context.node(mention.key)),
        ("vg:inPassage", NamedNode(names.passage(mention.document, mention.passage))),
        *extent(mention.start, mention.end),
        ("oa:exact", text(mention.text)),
        ("vg:form", term(f"vg:{mention.form.value}")),
        ("vg:confidence", share(mention.confidence)),
        ("vg:rule", text(mention.origin)),
    ]
    yield from about(names.mention(mention.key), names.graph(mention.document), properties)
