"""What the graph says of one thing, gathered for its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.names import VG, iri, label, local_name, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.loading import Held

_MENTION = ox.NamedNode(iri("vg:Mention"))
_STATEMENT = ox.NamedNode(iri("vg:Statement"))

_MANNERS: Mapping[object, str] = {
    ox.NamedNode(iri("vg:Denied")): "denied",
    ox.NamedNode(iri("vg:Hedged")): "with a reserve",
}

# without these a count says something else
_QUALIFIERS = ("vg:bound", "vg:group", "vg:role", "vg:from", "vg:until", "vg:held")
# of these the value says nothing by itself
_TOLD = frozenset({"vg:from", "vg:until"})

# what a page tells of a thing by itself, and the words for it, in their order
_WORDS: Mapping[str, str] = {
    iri(name): word
    for name, word in (
        ("skos:altLabel", "also called"),
        ("vg:eventType", "type"),
        ("vg:mentionCount", "mentions"),
        ("vg:mentionedIn", "mentioned in"),
        ("dct:creator", "by"),
        ("dct:publisher", "published by"),
        ("dct:date", "date"),
        ("dct:language", "language"),
        ("dct:source", "source"),
        ("geo:lat", "latitude"),
        ("geo:long", "longitude"),
        ("schema:sameAs", "the same as"),
        ("vg:sha256", "SHA-256"),
    )
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of a thing; ``link`` is the IRI of its value, where the graph knows it."""

    name: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; ``start`` and ``end`` are those in the document's text."""

    document: Fact
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; its words stand from ``start`` to ``end`` of the sentence.

    ``manner`` holds what is not as usual: that it is denied, or said with a reserve.
    """

    iri: str
    subject: Fact
    predicate: str
    object: Fact
    polarity: str
    certainty: str
    manner: tuple[str, ...]
    qualifiers: tuple[str, ...]
    speakers: tuple[Fact, ...]
    document: Fact
    sentence: Sentence
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words that it rests on."""
        return self.sentence.text[self.start : self.end]


class Things:
    """Looks up things in a store; a value that is not there is an empty text."""

    def __init__(self, held: Held) -> None:
        self._store = held.store

    def is_known(self, name: str) -> bool:
        """Tell whether the graph says anything of an IRI."""
        node = _node(name)
        return node is not None and any(self._store.quads_for_pattern(node, None, None))

    def label(self, term: object) -> str:
        """Give the name of a thing, or the text of a literal."""
        if not isinstance(term, ox.NamedNode):
            return getattr(term, "value", str(term))
        return (
            self.text(term, "skos:prefLabel")
            or self.text(term, "dct:title")
            or (label(local_name(term.value)) if term.value in vocabulary() else "")
            or local_name(term.value)
        )

    def facts(self, name: str) -> list[tuple[str, list[Fact]]]:
        """List what is known of a thing beside what sources say, with the values of each property.

        What a source says is left out, its plain triples too: it stands with its speaker alone.
        """
        found: dict[str, set[Fact]] = {}
        for quad in self._store.quads_for_pattern(ox.NamedNode(name), None, None):
            word = _WORDS.get(quad.predicate.value)
            if word is not None:
                found.setdefault(word, set()).add(self._fact("", quad.object))
        order = list(_WORDS.values())
        return [
            (word, sorted(found[word], key=lambda one: (one.value, one.link)))
            for word in sorted(found, key=order.index)
        ]

    def said_of(self, name: str) -> list[Said]:
        """List the statements that a thing is in: about it, or with it as object or speaker."""
        node = ox.NamedNode(name)
        roles = ("rdf:subject", "rdf:object", "prov:wasAttributedTo", "prov:hadPrimarySource")
        found = {
            quad.subject
            for role in roles
            for quad in self._store.quads_for_pattern(None, ox.NamedNode(iri(role)), node)
        }
        said = (self.said(one) for one in found if isinstance(one, ox.NamedNode))
        kept = [one for one in said if one is not None]
        return sorted(kept, key=_place)

    def sentences(self, name: str) -> list[Sentence]:
        """List the sentences of a document in their order; nothing else has any."""
        rows = self._store.quads_for_pattern(
            None, ox.NamedNode(iri("oa:hasSource")), ox.NamedNode(name)
        )
        found = (self._sentence(passage) for passage in {quad.subject for quad in rows})
        return sorted(found, key=lambda one: one.start)

    def said(self, node: ox.NamedNode) -> Said | None:
        """Read a statement; None for what is none."""
        if not self._has(node, "rdf:type", _STATEMENT):
            return None
        sentence = self._sentence(self.one(node, "prov:wasDerivedFrom"))
        ends = (int(self.text(node, name) or sentence.start) for name in ("oa:start", "oa:end"))
        start, end = (max(one - sentence.start, 0) for one in ends)
        stands = [self.one(node, name) for name in ("vg:polarity", "vg:certainty")]
        return Said(
            node.value,
            self._fact("", self.one(node, "rdf:subject")),
            self.label(self.one(node, "rdf:predicate")),
            self._fact("", self.one(node, "rdf:object")),
            self.label(stands[0]).lower(),
            self.label(stands[1]).lower(),
            tuple(_MANNERS[one] for one in stands if one in _MANNERS),
            tuple(self._told(name, one) for name in _QUALIFIERS for one in self.all(node, name)),
            tuple(self._fact("", one) for one in self.all(node, "prov:wasAttributedTo")),
            self._fact("", self.one(node, "prov:hadPrimarySource")),
            sentence,
            start,
            end,
        )

    def _sentence(self, passage: object) -> Sentence:
        selector = self.one(passage, "oa:hasSelector")
        start, end = (int(self.text(selector, name) or 0) for name in ("oa:start", "oa:end"))
        document = self._fact("", self.one(passage, "oa:hasSource"))
        return Sentence(document, start, end, self.text(selector, "oa:exact"))

    def described(self, name: str) -> Iterator[ox.Triple]:
        """Yield the triples of a thing and of the statements about it, for other programs."""
        nodes = [ox.NamedNode(name), *(ox.NamedNode(one.iri) for one in self.said_of(name))]
        for node in nodes:
            yield from {quad.triple for quad in self._store.quads_for_pattern(node, None, None)}

    def neighbours(self, name: str) -> dict[str, list[dict[str, str]]]:
        """Give the things that statements join with one, as nodes and edges."""
        said = [one for one in self.said_of(name) if one.object.link and one.subject.link]
        ours = [one for one in said if name in {one.subject.link, one.object.link}]
        named = {one.link: one.value for said in ours for one in (said.subject, said.object)}
        edges = [
            {
                "source": one.subject.link,
                "target": one.object.link,
                "predicate": one.predicate,
                "polarity": one.polarity,
                "certainty": one.certainty,
                "statement": one.iri,
                "document": one.document.link,
            }
            for one in ours
        ]
        nodes = [{"id": node, "label": label} for node, label in sorted(named.items())]
        return {"nodes": nodes, "edges": edges}

    def listed(self, kind: str) -> list[Fact]:
        """List the things of a class of ours by their names, those mentioned most first."""
        rows = self._store.quads_for_pattern(
            None, ox.NamedNode(iri("rdf:type")), ox.NamedNode(VG + kind)
        )
        nodes = {quad.subject for quad in rows if isinstance(quad.subject, ox.NamedNode)}
        counted = [(-int(self.text(node, "vg:mentionCount") or 0), self.label(node), node.value)
                   for node in nodes]  # fmt: skip
        return [Fact(str(-count), label, node) for count, label, node in sorted(counted)]

    def all(self, node: object, name: str) -> list[object]:
        """List the values of a property, sorted."""
        if not isinstance(node, ox.NamedNode):
            return []
        quads = self._store.quads_for_pattern(node, ox.NamedNode(iri(name)), None)
        return sorted({quad.object for quad in quads}, key=str)

    def one(self, node: object, name: str) -> object:
        """Give the first value of a property, None where there is none."""
        return next(iter(self.all(node, name)), None)

    def text(self, node: object, name: str) -> str:
        """Give the first value of a property as a text."""
        return getattr(self.one(node, name), "value", "")

    def _told(self, name: str, value: object) -> str:
        """A qualifier in words: "from 1999"."""
        told = f"{self.label(ox.NamedNode(iri(name)))} " if name in _TOLD else ""
        return told + self.label(value)

    def _has(self, node: ox.NamedNode, name: str, value: ox.NamedNode) -> bool:
        return any(self._store.quads_for_pattern(node, ox.NamedNode(iri(name)), value))

    def _fact(self, name: str, value: object) -> Fact:
        known = isinstance(value, ox.NamedNode) and self.is_known(value.value)
        link = value.value if known and isinstance(value, ox.NamedNode) else ""
        if isinstance(value, ox.NamedNode) and not known and value.value not in vocabulary():
            return Fact(name, value.value)  # elsewhere: its last part says too little
        return Fact(name, self.label(value) if value is not None else "", link)


def _place(said: Said) -> tuple[str, int, int, str]:
    return said.document.value, said.sentence.start, said.start, said.iri


def _node(name: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(name)
    except ValueError:
        return None
