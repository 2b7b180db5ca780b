"""What was read, as plain values: documents, passages, mentions, statements and their evidence.

Offsets are Python code points of ``Document.text``; ends are exclusive.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a mention names; the values are the local names of the ontology's classes."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    EVENT = "Event"
    GROUP = "Group"
    WORK = "Work"


class Form(StrEnum):
    """How a mention names its entity; the values are terms of the ontology."""

    NAME = "Name"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"


class Polarity(StrEnum):
    """Whether the speaker says that it is so or that it is not so."""

    AFFIRMED = "Affirmed"
    DENIED = "Denied"


class Certainty(StrEnum):
    """Whether the speaker says it outright or with a reserve ("reportedly", "may have")."""

    CERTAIN = "Certain"
    HEDGED = "Hedged"


@dataclass(frozen=True, slots=True)
class Sourced:
    """A piece of metadata and where it was found: "front matter", "byline", "file name"."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of a file that its document leaves out, and why: "running head", "note number"."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What people should know of how a file was read, as a sentence.

    ``partial`` says that a part of what the file shows is not in the text.
    """

    sentence: str
    partial: bool = False


class Page(NamedTuple):
    """Where a page begins in a text, and its number in the file, counted from 1."""

    start: int
    number: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    ``id`` is unique in a graph and safe in IRIs and file names: ``[a-z0-9][a-z0-9-]*``.
    ``date`` holds an ISO date of any precision (``2026-02-26``, ``2026-02``, ``2026``).
    ``language`` holds a BCP 47 tag. ``source`` is where the text came from: an address, or the
    name of the file. ``cuts`` lists what was left out of the text, ``remarks`` says how the file
    was read. ``pages`` is sorted by start, and empty where the file has no pages.
    """

    id: str
    text: str
    source: str
    title: Sourced | None = None
    authors: tuple[Sourced, ...] = ()
    date: Sourced | None = None
    publisher: Sourced | None = None
    language: Sourced | None = None
    cuts: tuple[Cut, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[Page, ...] = ()

    @property
    def cut(self) -> int:
        """How many characters were left out."""
        return sum(len(cut.words) for cut in self.cuts)

    def page_at(self, offset: int) -> int | None:
        """Give the number of the page that holds an offset of the text; None without pages."""
        before = bisect_right(self.pages, offset, key=lambda page: page.start)
        return self.pages[before - 1].number if before else None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document, and why, as a sentence for people."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document; ``index`` counts from 0 in the order of the text."""

    index: int
    start: int
    end: int


class MentionKey(NamedTuple):
    """What identifies a mention: its document's id and its span."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to something; a document holds one mention a span.

    ``text`` is the span as it stands in the document; ``label`` the same without line breaks,
    markup, articles and possessive endings. ``head`` is the lemma of the head word, lower-case.
    ``event_type`` (events only) is a local name of the scheme ``vg:EventTypes``, such as
    ``Killing``. ``is_local`` marks a description that tells who is meant inside its document only
    ("two guards", "the mayor's office"): it never means the same as a mention of another.
    ``identifier`` is the IRI of the lexicon's concept where one matched. ``origin`` names the
    model or rule that found it.
    """

    document: str
    start: int
    end: int
    passage: int
    text: str
    label: str
    kind: Kind
    form: Form = Form.NAME
    head: str = ""
    event_type: str = ""
    identifier: str = ""
    confidence: float = 1.0
    origin: str = ""
    is_local: bool = False

    @property
    def key(self) -> MentionKey:
        """What identifies the mention."""
        return MentionKey(self.document, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: its text, and the local name of its XSD datatype (``string``, ``integer``, …)."""

    text: str
    datatype: str = "string"


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the ontology by its local name: ``Genocide``, ``Women``, ``AtLeast``."""

    name: str


Object = MentionKey | Value | Concept


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement stands in a text, who says it and how.

    ``start`` and ``end`` mark the words that express the relation, inside the passage.
    ``speaker`` is the mention of a quoted speaker; None means the document's author or publisher.
    ``rule`` names the rule or model. ``confidence`` runs from 0 to 1.
    """

    passage: int
    start: int
    end: int
    rule: str
    speaker: MentionKey | None = None
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What narrows a statement; empty and None mean "not given".

    ``part_of`` is the key of another statement of the same document (63 children of 613 people).
    ``reported_by`` are those who pass on what the speaker says, the nearest to him first: the
    ministry that quotes the witness. ``since`` and ``until`` are dates as ``PartialDate.iso``.
    """

    role: str = ""
    since: str = ""
    until: str = ""
    held: Concept | None = None
    group: Concept | MentionKey | None = None
    bound: Concept | None = None
    part_of: str = ""
    time_text: str = ""
    quoted: bool | None = None
    reported_by: tuple[MentionKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text says: a relation (a local name of the ontology) between mentions or values."""

    subject: MentionKey
    predicate: str
    object: Object
    evidence: Evidence
    qualifiers: Qualifiers = field(default_factory=Qualifiers)

    @property
    def key(self) -> str:
        """Sixteen hexadecimal digits that depend on what is said, where and by whom.

        How it was found (rule, confidence), who passes it on and ``part_of`` are left out.
        """
        evidence = self.evidence
        content = (
            self.subject,
            self.predicate,
            self.object,
            (evidence.passage, evidence.start, evidence.end, evidence.speaker),
            (evidence.polarity, evidence.certainty),
            self.qualifiers.role,
            self.qualifiers.group,
            self.qualifiers.bound,
            self.qualifiers.quoted,
        )
        return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one document mean the same thing; ``reason`` is a sentence for people."""

    mention: MentionKey
    antecedent: MentionKey
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one document, sorted by place in the text."""

    document: Document
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
