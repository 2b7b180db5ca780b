"""The graph as a network of entities: what is drawn, and what graph tools read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox

from graph.dataset import store_of
from graph.model import Kind
from ontology.names import iri, local_name

if TYPE_CHECKING:
    import rdflib

    Network = nx.MultiDiGraph[str]
    Span = tuple[int, int]


def make_network(dataset: rdflib.Dataset) -> Network:
    """Make the network of a graph: entities are nodes, statements between two of them edges.

    A statement about a date, a count, a characterisation or words is one of the ``facts`` of its
    subject. Spans count code points of ``sentence``; those of subject and object are None where
    the graph holds no mentions. The ``salience`` of what has none is 0. Nodes and edges are
    sorted by IRI. ``network.graph["documents"]`` holds the documents, each with its ``sentences``
    in their order: index, page (0 where there is none), start in the text, and words.
    """
    found = _Found(store_of(dataset))
    network: Network = nx.MultiDiGraph(documents=found.documents())
    facts: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    edges: list[tuple[str, str, str, dict[str, Any]]] = []
    for statement in found.of_class("Statement"):
        subject, value = found.one(statement, "rdf:subject"), found.object_of(statement)
        said = found.statement(statement)
        if subject not in found.kinds:
            continue
        if isinstance(value, ox.NamedNode) and value.value in found.kinds:
            edges.append((subject, value.value, statement, said))
        elif value is not None:
            facts[subject].append({"statement": statement, **said, "value": _value(value)})
    for entity, kind in sorted(found.kinds.items()):
        network.add_node(entity, kind=kind, **found.entity(entity), facts=_sorted(facts[entity]))
    for subject, target, statement, said in edges:
        network.add_edge(subject, target, key=statement, **said)
    return network


class _Found:
    """The graph by subject and property, the same triple of several documents once."""

    def __init__(self, store: ox.Store) -> None:
        self._about: dict[str, dict[str, set[ox.NamedNode | ox.Literal]]] = {}
        for quad in store:
            properties = self._about.setdefault(quad.subject.value, {})
            properties.setdefault(quad.predicate.value, set()).add(quad.object)
        kinds = {entity: kind for kind in Kind for entity in self.of_class(kind.value)}
        self.kinds = {entity: kind.value for entity, kind in kinds.items()}
        self._mentions: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for mention in self.of_class("Mention"):
            key = self.one(mention, "vg:inPassage"), self.one(mention, "vg:refersTo")
            self._mentions[key].append(self._extent(mention))

    def of_class(self, name: str) -> list[str]:
        wanted = ox.NamedNode(iri(f"vg:{name}"))
        typed = iri("rdf:type")
        return sorted(s for s, about in self._about.items() if wanted in about.get(typed, ()))

    def all(self, subject: str, name: str) -> list[str]:
        about = self._about.get(subject, {})
        return sorted(value.value for value in about.get(iri(name), ()))

    def one(self, subject: str, name: str) -> str:
        return next(iter(self.all(subject, name)), "")

    def object_of(self, statement: str) -> ox.NamedNode | ox.Literal | None:
        about = self._about.get(statement, {})
        return min(about.get(iri("rdf:object"), ()), key=str, default=None)

    def entity(self, entity: str) -> dict[str, Any]:
        titles = {self.one(one, "dct:title") for one in self.all(entity, "vg:mentionedIn")}
        return {
            "label": self.one(entity, "skos:prefLabel"),
            "alt_labels": tuple(self.all(entity, "skos:altLabel")),
            "mention_count": int(self.one(entity, "vg:mentionCount") or 0),
            "documents": tuple(sorted(titles)),
            "event_type": local_name(self.one(entity, "vg:eventType")),
            "begin": self.one(entity, "vg:begin"),
            "end": self.one(entity, "vg:end"),
            "named": self.one(entity, "vg:named") != "false",
            "salience": float(self.one(entity, "vg:salience") or 0),
        }

    def documents(self) -> tuple[dict[str, Any], ...]:
        sentences: defaultdict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
        for passage in self.of_class("Passage"):
            index = int(self.one(passage, "vg:sentenceIndex") or 0)
            page = int(self.one(passage, "vg:page") or 0)
            selector = self.one(passage, "oa:hasSelector")
            start, _ = self._extent(selector)
            row = (index, page, start, self.one(selector, "oa:exact"))
            sentences[self.one(passage, "oa:hasSource")].append(row)
        return tuple(
            {
                "iri": document,
                "title": self.one(document, "dct:title"),
                "date": self.one(document, "dct:date"),
                "source": self.one(document, "dct:source"),
                "sentences": tuple(sorted(sentences[document])),
            }
            for document in self.of_class("Document")
        )

    def statement(self, statement: str) -> dict[str, Any]:
        group = self.one(statement, "vg:group")
        document = self.one(statement, "prov:hadPrimarySource")
        speakers = self.all(statement, "prov:wasAttributedTo")
        names = tuple(self.one(speaker, "skos:prefLabel") for speaker in speakers)
        return {
            "predicate": local_name(self.one(statement, "rdf:predicate")),
            "polarity": local_name(self.one(statement, "vg:polarity")),
            "certainty": local_name(self.one(statement, "vg:certainty")),
            "confidence": float(self.one(statement, "vg:confidence") or 0),
            "speaker": ", ".join(sorted(names)),
            "speaker_iris": tuple(speakers),
            "speaker_names": names,
            "document": self.one(document, "dct:title"),
            "document_iri": document,
            "rule": self.one(statement, "vg:rule"),
            "role": self.one(statement, "vg:role"),
            "from": self.one(statement, "vg:from"),
            "until": self.one(statement, "vg:until"),
            "held": local_name(self.one(statement, "vg:held")),
            "group": self.one(group, "skos:prefLabel") or local_name(group),
            "bound": local_name(self.one(statement, "vg:bound")),
            "time_text": self.one(statement, "vg:timeText"),
            **self._sentence(statement),
        }

    def _sentence(self, statement: str) -> dict[str, Any]:
        passage = self.one(statement, "prov:wasDerivedFrom")
        selector = self.one(passage, "oa:hasSelector")
        start, _ = self._extent(selector)
        relation = self._extent(statement)
        subject, value = self.one(statement, "rdf:subject"), self.one(statement, "rdf:object")
        return {
            "sentence": self.one(selector, "oa:exact"),
            "sentence_index": int(self.one(passage, "vg:sentenceIndex") or 0),
            "page": int(self.one(passage, "vg:page") or 0),
            "relation_span": _within(relation, start),
            "subject_span": _within(self._nearest(passage, subject, relation), start),
            "object_span": _within(self._nearest(passage, value, relation), start),
        }

    def _extent(self, subject: str) -> Span:
        return int(self.one(subject, "oa:start") or 0), int(self.one(subject, "oa:end") or 0)

    def _nearest(self, passage: str, entity: str, relation: Span) -> Span | None:
        """Find the entity's mention nearest to the words of the relation, the earlier of two."""

        def distance(span: Span) -> tuple[int, int]:
            return max(span[0] - relation[1], relation[0] - span[1], 0), span[0]

        return min(self._mentions.get((passage, entity), ()), key=distance, default=None)


def _within(span: Span | None, start: int) -> Span | None:
    """Count a span from the start of its sentence; None for one that holds nothing."""
    return (span[0] - start, span[1] - start) if span and span[0] < span[1] else None


def _value(value: ox.NamedNode | ox.Literal) -> str:
    return local_name(value.value) if isinstance(value, ox.NamedNode) else value.value


def _sorted(facts: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    def place(fact: dict[str, Any]) -> tuple[str, str, int, str]:
        return fact["predicate"], fact["document"], fact["sentence_index"], fact["statement"]

    return tuple(sorted(facts, key=place))
