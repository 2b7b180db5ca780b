"""What the texts say of an event that tells which one it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from graph.clusters import Clusters
from graph.dates import PartialDate
from graph.identity.event_places import place_id, place_names, surroundings
from graph.identity.event_words import dates_in, marks, telling_words
from graph.identity.romanising import word_key
from graph.identity.sides import Sides
from graph.identity.tables import load_events, load_names
from graph.model import (
    Concept,
    Findings,
    Form,
    Kind,
    Mention,
    MentionKey,
    Polarity,
    Statement,
    Value,
)

SURE = 0.6
_COUNTS = frozenset({"killed", "injured", "missing", "captured", "displaced", "arrested"})
_FOLLOWING = re.compile(r"\s*(?:\(|,|of|in|on)\s*([^.;:()]{4,20})")
_ACTORS = {"agent": "agents", "patient": "patients", "participant": "participants"}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The time that one place of a text gives: both ends inclusive, as precise as the text."""

    begin: PartialDate
    end: PartialDate

    @property
    def precision(self) -> int:
        """1 for years, 2 for months, 3 for days."""
        return 3 if self.begin.day else 2 if self.begin.month else 1

    def may_equal(self, other: Span, *, days: int = 0) -> bool:
        """Whether both share a day, or lie at most so many days apart."""
        first, second = sorted((self, other), key=lambda span: span.begin.first)
        return (second.begin.first - first.end.last).days <= days


@dataclass(frozen=True, slots=True)
class EventFeatures:
    """What one event is known by; unions of what its mentions say.

    ``names`` holds the telling words of each name, ``told_at`` those of nouns that the text
    takes as told of already ("the massacre at Katyn"). ``hints`` are dates of the sentence that
    may be the event's. Places and actors are roots of their groups; ``near`` holds the places
    of the sentence, ``around`` those around the place, ``sides`` countries and peoples.
    """

    kinds: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    names: frozenset[frozenset[str]] = frozenset()
    told_at: frozenset[frozenset[str]] = frozenset()
    marks: frozenset[str] = frozenset()
    spans: frozenset[Span] = frozenset()
    hints: frozenset[Span] = frozenset()
    places: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    participants: frozenset[str] = frozenset()
    agent_sides: frozenset[str] = frozenset()
    patient_sides: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    counts: frozenset[tuple[str, int]] = frozenset()
    recalled: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()
    published: frozenset[date] = frozenset()
    documents: frozenset[str] = frozenset()

    def __or__(self, other: EventFeatures) -> EventFeatures:
        names = (field.name for field in fields(self))
        return EventFeatures(**{name: getattr(self, name) | getattr(other, name) for name in names})

    @property
    def leading(self) -> frozenset[str]:
        """The kinds without what only came of the happening: an attack, not the deaths in it."""
        outcomes = load_events().outcomes
        others = self.kinds.difference(outcomes)
        return others or frozenset([kind for kind in outcomes if kind in self.kinds][:1])

    @property
    def days(self) -> tuple[Span, ...]:
        """The times at the finest precision, in order."""
        finest = max((span.precision for span in self.spans), default=0)
        return tuple(sorted(span for span in self.spans if span.precision >= finest))


class FeatureReader:
    """Reads features from statements; places, people and bodies are resolved before."""

    def __init__(self, clusters: Clusters, findings: Sequence[Findings], sides: Sides) -> None:
        self._clusters = clusters
        self._sides = sides
        self._passages = {
            (found.document.id, passage.index): found.document.text[passage.start : passage.end]
            for found in findings
            for passage in found.passages
        }
        self._texts = {found.document.id: found.document.text for found in findings}
        self._published = {
            found.document.id: day for found in findings if (day := _published(found))
        }
        self._said: dict[MentionKey, list[Statement]] = defaultdict(list)
        for found in findings:
            for statement in found.statements:
                if statement.evidence.polarity is Polarity.AFFIRMED:
                    self._said[statement.subject].append(statement)
        self._around = surroundings(clusters, findings, sides)
        self.years = {key: min(spans).begin.year for key, spans in self._dated()}
        self._names = place_names(clusters)
        self._near: dict[tuple[str, int], set[str]] = defaultdict(set)
        for mention in clusters.mentions.values():
            if mention.kind is Kind.PLACE and mention.form is Form.NAME:
                place = place_id(clusters.root(mention.key))
                self._near[mention.document, mention.passage].add(place)

    def _dated(self) -> Iterator[tuple[MentionKey, list[Span]]]:
        for key, said in self._said.items():
            if spans := _spans(said):
                yield key, spans

    def read(self, mention: Mention, spelled: Mapping[str, str]) -> EventFeatures:
        """Gather all that is said of one mention."""
        said = self._said.get(mention.key, [])
        known: dict[str, set[object]] = defaultdict(set)
        self._take_label(mention, spelled, known)
        if not any(statement.predicate == "place" for statement in said):
            known["near"].update(self._near.get((mention.document, mention.passage), ()))
        known["spans"].update(_spans(said) or self._following(mention))
        if not known["spans"]:
            sentence = self._passages.get((mention.document, mention.passage), "")
            known["hints"].update(Span(date, date) for date in dates_in(sentence))
        for statement in said:
            self._take(statement, known)
        published = self._published.get(mention.document)
        return EventFeatures(
            kinds=frozenset({mention.event_type} - {"", "Occurrence"}),
            heads=frozenset({mention.head} - {""}),
            documents=frozenset({mention.document}),
            published=frozenset({published} if published else ()),
            entries=frozenset({mention.identifier} - {""}),
            **{name: frozenset(found) for name, found in known.items()},  # type: ignore[arg-type]
        )

    def _take_label(
        self, mention: Mention, spelled: Mapping[str, str], known: dict[str, set[object]]
    ) -> None:
        words = self._telling(mention, spelled)
        if mention.form is Form.NAME or mention.event_type == "Commemoration":
            known["marks"].update(marks(mention.label))
            known["marks"].update(marks(self._word_before(mention)))
        if mention.form is Form.NAME:
            if words:
                known["names"].add(words)
        elif words and self._is_told_already(mention):
            known["told_at"].add(words)
        for word in words:
            if place := self._names.get(word):
                known["places"].add(place)
                known["around"].update(self._around.get(place, ()))

    def _following(self, mention: Mention) -> list[Span]:
        """The date that stands right after a name: "the Odra famine of 1846"."""
        text = self._texts.get(mention.document, "")
        found = _FOLLOWING.match(text, mention.end, mention.end + 40)
        dates = list(dates_in(found.group(1))) if found and mention.form is Form.NAME else []
        return [Span(date, date) for date in dates]

    def _telling(self, mention: Mention, spelled: Mapping[str, str]) -> frozenset[str]:
        found = frozenset(word_key(word) for word in telling_words(mention, spelled))
        return found - load_names().place_nouns or found

    def _word_before(self, mention: Mention) -> str:
        """The word before a name, which may count it: "the First Battle of Orm"."""
        before = self._texts.get(mention.document, "")[
            max(0, mention.start - 40) : mention.start
        ].split()
        return before[-1] if before else ""

    def _is_told_already(self, mention: Mention) -> bool:
        """Whether the noun is definite: "the mass killing", not "a killing" nor "killed"."""
        if not mention.origin.startswith("event noun"):
            return False
        text = self._texts.get(mention.document, "")
        before = text[max(0, mention.start - 40) : mention.start].casefold().split()[-3:]
        return any(word in load_names().definite for word in before)

    def _take(self, statement: Statement, known: dict[str, set[object]]) -> None:
        value, predicate = statement.object, statement.predicate
        if isinstance(value, Value):
            everyone = statement.qualifiers.group in {None, Concept("Everyone")}
            if predicate in _COUNTS and everyone and value.text.isdecimal():
                known["counts"].add((predicate, int(value.text)))
            return
        target = self._clusters.mentions.get(value) if isinstance(value, MentionKey) else None
        if target is None:
            return
        root = place_id(self._clusters.root(target.key))
        if predicate == "place":
            known["places"].add(root)
            known["around"].update(self._around.get(root, ()))
        elif predicate in _ACTORS:
            self._take_actor(predicate, target, root, known)
        elif predicate == "commemorates":
            known["recalled"].add(root)

    def _take_actor(
        self, predicate: str, target: Mention, root: str, known: dict[str, set[object]]
    ) -> None:
        known[_ACTORS[predicate]].add(root)
        if target.kind is Kind.PERSON:
            known["people"].add(root)
        if predicate in {"agent", "patient"}:
            known[f"{predicate}_sides"].update(self._sides.of(target))


def _published(found: Findings) -> date | None:
    given = found.document.date
    try:
        parsed = PartialDate.parse(given.value) if given else None
    except ValueError:
        return None
    return parsed.first if parsed and parsed.day else None


def _spans(said: Iterable[Statement]) -> list[Span]:
    """The times that are sure; a beginning and an end of the same words are one."""
    places: dict[tuple[int, int, int], dict[str, PartialDate]] = defaultdict(dict)
    for statement in said:
        value, evidence = statement.object, statement.evidence
        if statement.predicate not in {"begin", "end"} or not isinstance(value, Value):
            continue
        if evidence.confidence >= SURE and (parsed := _parsed(value.text)):
            place = (evidence.passage, evidence.start, evidence.end)
            places[place].setdefault(statement.predicate, parsed)
    found = []
    for dates in places.values():
        begin = dates.get("begin")
        end = dates.get("end", begin)
        if begin is not None and end is not None:
            found.append(Span(begin, end if end.last >= begin.first else begin))
    return found


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
