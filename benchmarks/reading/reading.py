"""What a built graph holds of one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from benchmarks.reading.wording import flat, is_called

VG = "https://w3id.org/vouchgraph/ns#"
OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PROV = "http://www.w3.org/ns/prov#"
DCT = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: entities by IRI, concepts and predicates by local name."""

    subject: str
    predicate: str
    object: str
    speaker: str
    polarity: str
    certainty: str
    role: str
    group: str
    bound: str
    sentence: str = field(compare=False)
    confidence: float = field(compare=False, default=0.0)


@dataclass(slots=True)
class Thing:
    """An entity as one document knows it; spans count the flat text.

    ``forms`` are its labels and mentions, ``rests`` the spans of the words of its statements.
    """

    iri: str
    labels: list[str]
    forms: set[str]
    spans: list[Span] = field(default_factory=list)
    rests: list[Span] = field(default_factory=list)

    def is_called(self, names: list[str], *, by: list[str] | None = None) -> bool:
        """Whether one of its forms, or of those given, is a name or describes the same."""
        return is_called(frozenset(by or self.forms), names)


class Graph:
    """All triples of all named graphs, by subject."""

    def __init__(self, path: Path) -> None:
        self._properties: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.of_type: dict[str, dict[str, None]] = defaultdict(dict)
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TRIG):
            subject, told = _text(quad.subject), _text(quad.object)
            self._properties[subject][quad.predicate.value].append(told)
            if quad.predicate.value == f"{RDF}type":
                self.of_type[told.removeprefix(VG)][subject] = None

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values of a property, in the order of the file."""
        return self._properties[subject][predicate] if subject in self._properties else []

    def one(self, subject: str, predicate: str) -> str:
        """The first value, by its local name where it is one of ours; "" for none."""
        return next(iter(self.all(subject, predicate)), "").removeprefix(VG)

    def documents(self) -> dict[str, list[str]]:
        """The documents by the names of their files, without folder and suffix."""
        found: dict[str, list[str]] = {}
        for iri in self.of_type["Document"]:
            found.setdefault(Path(self.one(iri, f"{DCT}source")).stem, []).append(iri)
        return found


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


class Reading:
    """The things and statements of one document, with their places in its flat text."""

    def __init__(self, graph: Graph, document: str, text: str) -> None:
        self.graph, self._document, self._text = graph, document, text
        self._passages = dict(self._find_passages())
        self.things: dict[str, Thing] = {}
        for mention in graph.of_type["Mention"]:
            passage = graph.one(mention, f"{VG}inPassage")
            if passage in self._passages:
                thing = self.thing(graph.one(mention, f"{VG}refersTo"))
                thing.forms.add(graph.one(mention, f"{OA}exact"))
                thing.spans += self._span(mention, passage)
        self.said = list(self._find_said())
        self.own_voice = self._own_voice()

    def thing(self, iri: str) -> Thing:
        """The entity; one without a label is called by its IRI."""
        if iri not in self.things:
            labels = [
                *self.graph.all(iri, f"{SKOS}prefLabel"),
                *self.graph.all(iri, f"{SKOS}altLabel"),
            ]
            self.things[iri] = Thing(iri, labels or [iri], set(labels))
        return self.things[iri]

    def of_kind(self, kind: str) -> list[Thing]:
        """The named things of a kind that the document mentions."""
        known = (thing for iri, thing in self.things.items() if iri in self.graph.of_type[kind])
        named = (t for t in known if self.graph.one(t.iri, f"{VG}named") != "false")
        return [thing for thing in named if thing.spans]

    def _own_voice(self) -> frozenset[str]:
        """Who the document's own words are attributed to."""
        unnamed = (said.speaker for said in self.said if "/agent-author-of-" in said.speaker)
        creators = self.graph.all(self._document, f"{DCT}creator")
        publishers = self.graph.all(self._document, f"{DCT}publisher")
        return frozenset((self._document, *unnamed, *creators, *publishers))

    def _find_passages(self) -> Iterator[tuple[str, tuple[str, int, int]]]:
        """Each passage with its words, its start in the graph, and its start in the flat text."""
        for passage in self.graph.of_type["Passage"]:
            if self._document not in self.graph.all(passage, f"{OA}hasSource"):
                continue
            selector = self.graph.one(passage, f"{OA}hasSelector")
            exact = self.graph.one(selector, f"{OA}exact")
            start = int(self.graph.one(selector, f"{OA}start"))
            found = [m.start() for m in re.finditer(re.escape(flat(exact)), self._text)]
            nearest = min(found, key=lambda at: abs(at - start), default=-1)
            yield passage, (exact, start, nearest)

    def _span(self, node: str, passage: str) -> list[Span]:
        exact, start, found = self._passages[passage]
        if found < 0 or not self.graph.one(node, f"{OA}start"):
            return []
        begin, end = (int(self.graph.one(node, OA + side)) - start for side in ("start", "end"))
        return [
            (found + len(flat(exact[: max(0, begin)])), found + len(flat(exact[: max(0, end)])))
        ]

    def _find_said(self) -> Iterator[Said]:
        for node in self.graph.of_type["Statement"]:
            if self.graph.one(node, f"{PROV}hadPrimarySource") == self._document:
                passage = self.graph.one(node, f"{PROV}wasDerivedFrom")
                known = passage in self._passages
                said = self._read(node, flat(self._passages[passage][0]) if known else "")
                self.thing(said.subject).rests += self._span(node, passage) if known else []
                yield said

    def _read(self, node: str, sentence: str) -> Said:
        """The statement; who denies something says it, denied."""
        subject, predicate, told = (
            self.graph.one(node, RDF + p) for p in ("subject", "predicate", "object")
        )
        speaker = self.graph.one(node, f"{PROV}wasAttributedTo")
        names = ("polarity", "certainty", "role", "group", "bound")
        polarity, certainty, role, group, bound = (
            self.graph.one(node, VG + name) for name in names
        )
        if predicate == "denies":
            predicate, polarity = "says", "Denied"
            told = sentence if "://" in told else told
        sure = float(self.graph.one(node, f"{VG}confidence") or 0)
        parts = (subject, predicate, told, speaker, polarity, certainty, role, group, bound)
        return Said(*parts, sentence=sentence, confidence=sure)
