"""What the page knows: entities, statements and sentences as short tables of numbers and texts."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ontology.names import predicates
from output.view.words import words as page_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from networkx import MultiDiGraph

    Attributes = Mapping[str, Any]

# A page cannot hold lone surrogates, and shows nothing for control characters. One character
# takes the place of one, so that spans still fit.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

ENTITY_COLUMNS = (
    "iri",
    "label",
    "kind",
    "others",
    "mentions",
    "titles",
    "eventType",
    "begin",
    "end",
    "named",
    "salience",
)
STATEMENT_COLUMNS = (
    "iri",
    "subject",
    "predicate",
    "object",
    "value",
    "denied",
    "hedged",
    "confidence",
    "speaker",
    "sentence",
    "subjectSpan",
    "relationSpan",
    "objectSpan",
    "rule",
    "role",
    "group",
    "bound",
    "time",
    "source",
    "voices",
)


def clean(text: object) -> str:
    """The text with a replacement character for each one that a page cannot hold."""
    return _UNPRINTABLE.sub("\ufffd", str(text))


@dataclass(slots=True)
class Table:
    """Numbers things in the order in which they first come."""

    numbers: dict[Hashable, int] = field(default_factory=dict)

    def number(self, item: Hashable) -> int:
        """The number of an item, a new one for a new item."""
        return self.numbers.setdefault(item, len(self.numbers))

    def rows(self) -> list[Any]:
        """The items by number."""
        return list(self.numbers)


@dataclass(slots=True)
class Evidence:
    """The tables while they are filled; 0 is the empty text in ``texts``."""

    has_sentences: bool = True
    texts: Table = field(default_factory=lambda: Table({"": 0}))
    documents: Table = field(default_factory=Table)
    sentences: Table = field(default_factory=Table)
    about: dict[int, tuple[str, str]] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    def text(self, text: object) -> int:
        """The number of a text that many rows share."""
        return self.texts.number(clean(text))

    def sentence(self, data: Attributes) -> int:
        """The number of the sentence behind a statement."""
        index, page = int(data.get("sentence_index", 0)), int(data.get("page", 0))
        document = self.document(data.get("document_iri", ""), data.get("document", ""))
        return self.passage(document, index, page, data.get("sentence", ""))

    def document(self, iri: object, title: object) -> int:
        """The number of a document."""
        return self.documents.number((self.text(title), clean(iri)))

    def passage(self, document: int, index: int, page: int, words: object) -> int:
        """The number of a sentence; its words stay away where no sentence may leave."""
        shown = clean(words) if self.has_sentences else ""
        return self.sentences.number((shown, document, index, page))

    def read(self, documents: Iterable[Attributes]) -> None:
        """Take in whole documents, so that people can read on around a statement."""
        for one in documents:
            document = self.document(one["iri"], one["title"])
            self.about[document] = (clean(one["date"]), clean(one["source"]))
            for index, page, start, words in one["sentences"] if self.has_sentences else ():
                self.starts[self.passage(document, index, page, words)] = start

    def document_rows(self) -> list[list[Any]]:
        """Each document: the number of its title, IRI, date, and where it came from."""
        rows = enumerate(self.documents.rows())
        return [[*row, *self.about.get(number, ("", ""))] for number, row in rows]

    def sentence_rows(self) -> list[list[Any]]:
        """Each sentence: words, document, index, page, and start in the text or -1."""
        rows = enumerate(self.sentences.rows())
        return [[*row, self.starts.get(number, -1)] for number, row in rows]


def gather(network: MultiDiGraph[str], *, sentences: bool = True) -> dict[str, Any]:
    """The tables of a network, ready for JSON; nodes and statements are sorted by their IRIs.

    Without ``sentences`` no sentence of the documents is among them, and no quoted words.

    A statement's ``object`` is the number of an entity, or -1 where it is a ``value``. Spans
    count code points. A sentence's page is 0 where its document has none. Who gives a figure or a
    word for an event is among its ``voices``; who is no entity of the network, as most authors
    are not, has a row after all entities.
    """
    evidence = Evidence(has_sentences=sentences)
    nodes = sorted(network)
    said = [*_said(network, nodes)]
    authors = _authors(network, said)
    number = {node: place for place, node in enumerate([*nodes, *authors])}
    entities = [_entity(node, network.nodes[node], evidence) for node in nodes]
    entities += [_entity(iri, {"label": label}, evidence) for iri, label in authors.items()]
    statements = [
        _statement(
            key,
            number[subject],
            -1 if target is None else number[target],
            data,
            evidence,
            source=_kind_of_source(network, data),
            voices=sorted(number[voice] for voice, _ in _voices(target, data)),
        )
        for key, subject, target, data in said
    ]
    evidence.read(network.graph.get("documents", ()))
    return {
        "entities": entities,
        "statements": statements,
        "sentences": evidence.sentence_rows(),
        "documents": evidence.document_rows(),
        "texts": evidence.texts.rows(),
    }


def _said(
    network: MultiDiGraph[str], nodes: list[str]
) -> Iterator[tuple[str, str, str | None, Attributes]]:
    """Every statement: its key, subject, object (None for a fact) and attributes."""
    edges = sorted(
        network.edges(keys=True, data=True),
        key=lambda edge: (str(edge[2]), edge[0], edge[1]),
    )
    for subject, target, key, data in edges:
        yield str(key), subject, target, data
    for node in nodes:
        for fact in network.nodes[node].get("facts", ()):
            yield str(fact.get("statement", "")), node, None, fact


def _voices(target: str | None, data: Attributes) -> Iterator[tuple[str, str]]:
    """Who gives a figure or a word for an event, each as IRI and name."""
    if target is None and data.get("predicate") in _claims():
        yield from zip(data.get("speaker_iris", ()), data.get("speaker_names", ()), strict=True)


@cache
def _claims() -> frozenset[str]:
    """The predicates whose objects are figures or words for what happened."""
    wanted = {"integer", "Concept"}
    return frozenset(name for name, one in predicates().items() if wanted & set(one.objects))


def _kind_of_source(network: MultiDiGraph[str], data: Attributes) -> str:
    """The kind of whoever says it first; "" for authors and outlets, who are in no network."""
    first = next(iter(data.get("speaker_iris", ())), "")
    return str(network.nodes[first].get("kind", "")) if first in network else ""


def _authors(
    network: MultiDiGraph[str], said: Iterable[tuple[str, str, str | None, Attributes]]
) -> dict[str, str]:
    """The voices that are no nodes of the network, by IRI, with their names."""
    voices = {one for _, _, target, data in said for one in _voices(target, data)}
    return {iri: name for iri, name in sorted(voices) if iri not in network}


def _entity(node: str, data: Attributes, evidence: Evidence) -> list[Any]:
    return [
        clean(node),
        clean(data.get("label", "")).strip() or clean(node),
        evidence.text(data.get("kind", "")),
        [clean(label) for label in data.get("alt_labels", ())],
        int(data.get("mention_count", 0)),
        [evidence.text(title) for title in data.get("documents", ())],
        evidence.text(data.get("event_type", "")),
        clean(data.get("begin", "")),
        clean(data.get("end", "")),
        int(data.get("named", True)),
        round(float(data.get("salience", 0.0)), 3),
    ]


def _statement(
    key: str,
    subject: int,
    target: int,
    data: Attributes,
    evidence: Evidence,
    *,
    source: str,
    voices: list[int],
) -> list[Any]:
    return [
        clean(key),
        subject,
        evidence.text(data.get("predicate", "")),
        target,
        _value(data) if evidence.has_sentences or data.get("predicate") != "says" else "",
        int(data.get("polarity") == "Denied"),
        int(data.get("certainty") == "Hedged"),
        _share(data.get("confidence", 1.0)),
        evidence.text(data.get("speaker", "")),
        evidence.sentence(data),
        *(
            _span(data.get(name)) if evidence.has_sentences else 0
            for name in ("subject_span", "relation_span", "object_span")
        ),
        *(evidence.text(data.get(name, "")) for name in ("rule", "role", "group", "bound")),
        evidence.text(data.get("time_text", "") or _tenure(data)),
        evidence.text(source),
        voices,
    ]


def _tenure(data: Attributes) -> str:
    """When a post is held, in words: "from 1999 until 2003"."""
    ends = (f"{name} {data[name]}" for name in ("from", "until") if data.get(name))
    return " ".join(ends) or str(page_words()["tenures"].get(data.get("held", ""), ""))


def _value(data: Attributes) -> str:
    return clean(data.get("value", ""))


def _share(confidence: float) -> float:
    """A confidence of two decimals; JSON knows no NaN."""
    return round(float(confidence), 2) if math.isfinite(confidence) else 0.0


def _span(span: tuple[int, int] | None) -> list[int] | int:
    """A span as JSON; 0 where there is none."""
    return 0 if span is None else [int(span[0]), int(span[1])]
