"""Two small documents that disagree, read by hand: what most tests of the graph start from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import hypothesis
import pytest

from graph.dataset import DATA_PREFIX, make_dataset
from graph.iris import DEFAULT_BASE
from graph.model import (
    Certainty,
    Concept,
    Cut,
    Document,
    Evidence,
    Findings,
    Form,
    Kind,
    Mention,
    MentionKey,
    Object,
    Passage,
    Polarity,
    Qualifiers,
    Sourced,
    Statement,
    Value,
)
from graph.network import make_network
from graph.rdf import describe
from graph.resolved import Entity, Merge, Resolution
from ontology.lexicons import Entry, Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import rdflib

# on a busy machine the time of an example says nothing
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

COURIER = Document(
    id="courier",
    text=(
        "Alden Bridge collapsed in Lindvik on the night of 3–4 May 1987. "
        "“At least 12 people were killed, among them 4 children,” said Mara Voss, "
        "chief engineer of the Roads Department. "
        "The Roads Department never recognized the collapse."
    ),
    source="courier.txt",
    title=Sourced("Ten years after the bridge", "first line"),
    authors=(Sourced("Ines Falk", "byline"),),
    date=Sourced("1997-05-03", "dateline"),
    publisher=Sourced("Harbour Courier", "front matter"),
    language=Sourced("en", "front matter"),
    cuts=(Cut("Share this article", "page furniture"),),
)
NOTE = Document(
    id="note",
    text=(
        "The Alden Bridge collapse of May 1987 killed 9 people in Lindvik. "
        "The Roads Department reportedly supported the inquiry."
    ),
    source="note.txt",
)


class Reader:
    """Finds by hand: each method takes words of the text and makes what stands there."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mentions: dict[str, Mention] = {}
        self.statements: list[Statement] = []
        ends = [i + 1 for i, c in enumerate(document.text) if c == "."]
        starts = [0, *(end + 1 for end in ends[:-1])]
        bounds = zip(starts, ends, strict=True)
        self.passages = tuple(Passage(i, start, end) for i, (start, end) in enumerate(bounds))

    def mention(
        self, words: str, kind: Kind, *, nth: int = 0, form: Form = Form.NAME
    ) -> MentionKey:
        start, end = self.span(words, nth)
        mention = Mention(
            self.document.id,
            start,
            end,
            self._passage(start),
            text=words,
            label=words.removeprefix("the ").removeprefix("The "),
            kind=kind,
            form=form,
            confidence=0.9,
            origin="hand",
        )
        self.mentions[f"{words}/{nth}"] = mention
        return mention.key

    def say(
        self,
        subject: MentionKey,
        predicate: str,
        value: Object,
        words: str,
        evidence: Mapping[str, object] | None = None,
        **qualifiers: object,
    ) -> Statement:
        start, end = self.span(words)
        found = Evidence(self._passage(start), start, end, rule="hand", confidence=0.8)
        statement = Statement(
            subject,
            predicate,
            value,
            replace(found, **(evidence or {})),  # type: ignore[arg-type]
            Qualifiers(**qualifiers),  # type: ignore[arg-type]
        )
        self.statements.append(statement)
        return statement

    def span(self, words: str, nth: int = 0) -> tuple[int, int]:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return start, start + len(words)

    @property
    def findings(self) -> Findings:
        mentions = sorted(self.mentions.values(), key=lambda m: m.key)
        return Findings(self.document, self.passages, tuple(mentions), tuple(self.statements))

    def _passage(self, start: int) -> int:
        return next(p.index for p in self.passages if p.start <= start < p.end)


def read_courier() -> Reader:
    reader = Reader(COURIER)
    event = reader.mention("collapsed", Kind.EVENT, form=Form.NOMINAL)
    place = reader.mention("Lindvik", Kind.PLACE)
    voss = reader.mention("Mara Voss", Kind.PERSON)
    roads = reader.mention("Roads Department", Kind.ORGANIZATION)
    again = reader.mention("Roads Department", Kind.ORGANIZATION, nth=1)
    collapse = reader.mention("the collapse", Kind.EVENT, form=Form.NOMINAL)
    night = "the night of 3–4 May 1987"
    everyone, children = Concept("Everyone"), Concept("Children")
    said = {"speaker": voss}
    reader.say(event, "place", place, "collapsed in")
    reader.say(event, "begin", Value("1987-05-03", "date"), night, time_text=night)
    reader.say(event, "end", Value("1987-05-04", "date"), night, time_text=night)
    whole = reader.say(
        event, "killed", Value("12", "integer"), "12 people were killed", said,
        group=everyone, bound=Concept("AtLeast"),
    )  # fmt: skip
    reader.say(
        event, "killed", Value("4", "integer"), "4 children", said,
        group=children, bound=Concept("Exactly"), part_of=whole.key,
    )  # fmt: skip
    words = "At least 12 people were killed, among them 4 children,"
    reader.say(voss, "says", Value(words), "said", said, quoted=True)
    reader.say(voss, "affiliation", roads, "chief engineer of", role="chief engineer")
    denied = {"polarity": Polarity.DENIED}
    reader.say(again, "recognizes", collapse, "never recognized", denied)
    return reader


def read_note() -> Reader:
    reader = Reader(NOTE)
    event = reader.mention("The Alden Bridge collapse", Kind.EVENT)
    place = reader.mention("Lindvik", Kind.PLACE)
    roads = reader.mention("Roads Department", Kind.ORGANIZATION)
    inquiry = reader.mention("the inquiry", Kind.EVENT, form=Form.NOMINAL)
    reader.say(event, "place", place, "in Lindvik")
    reader.say(event, "begin", Value("1987-05", "gYearMonth"), "May 1987", time_text="May 1987")
    reader.say(
        event, "killed", Value("9", "integer"), "killed 9 people",
        group=Concept("Everyone"), bound=Concept("Exactly"),
    )  # fmt: skip
    reader.say(event, "characterizedAs", Concept("Accident"), "collapse")
    hedged = {"certainty": Certainty.HEDGED}
    reader.say(roads, "supports", inquiry, "reportedly supported", hedged)
    return reader


@pytest.fixture
def findings() -> tuple[Findings, ...]:
    """What was found in the two documents, sorted by their ids."""
    return (read_courier().findings, read_note().findings)


@pytest.fixture
def resolution(findings: tuple[Findings, ...]) -> Resolution:
    """The mentions of the two documents, as five entities."""
    by_id = {
        "event-alden-bridge-collapse-1987": (
            "collapsed",
            "the collapse",
            "The Alden Bridge collapse",
        ),
        "event-inquiry": ("the inquiry",),
        "organization-roads-department": ("Roads Department",),
        "person-mara-voss": ("Mara Voss",),
        "place-lindvik": ("Lindvik",),
    }
    mentions = [mention for found in findings for mention in found.mentions]
    return Resolution(
        tuple(
            _entity(entity, [m for m in mentions if m.text in words])
            for entity, words in by_id.items()
        )
    )


def _entity(entity: str, mentions: list[Mention]) -> Entity:
    kind = mentions[0].kind
    longest = max((mention.label for mention in mentions), key=len)
    first, *others = (mention.key for mention in mentions)
    return Entity(
        entity,
        kind,
        longest,
        alt_labels=tuple(sorted({m.label for m in mentions} - {longest})),
        mentions=(first, *others),
        identifiers=("https://example.org/lexicon/lindvik",) if kind is Kind.PLACE else (),
        event_type="Disaster" if "collapse" in entity else "Trial" if kind is Kind.EVENT else "",
        merges=tuple(Merge(other, "the same name", 0.9) for other in others),
    )


@pytest.fixture
def dataset(findings: tuple[Findings, ...], resolution: Resolution) -> rdflib.Dataset:
    """The graph of the two documents."""
    known = "https://example.org/lexicon/lindvik"
    entry = Entry(known, "Place", "Lindvik", latitude=59.1, longitude=10.25)
    quads = describe(findings, resolution, lexicon=Lexicon(own=(entry,)))
    return make_dataset(quads, prefixes={DATA_PREFIX: DEFAULT_BASE})


@pytest.fixture
def network(dataset: rdflib.Dataset) -> nx.MultiDiGraph[str]:
    """The network of the two documents."""
    return make_network(dataset)
