"""What the statements tell of each event mention, and when two tell of different happenings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from extractors.reading import Reading
from graph.dates import PartialDate
from graph.model import Concept, Form, Kind, Mention, MentionKey, Polarity, Statement, Value

_SOUND = 0.35
_PLACED = 0.5
_ACTORS = frozenset({"agent", "patient", "participant"})


@dataclass(slots=True)
class Facts:
    """The facts of one happening: labels in lower case, spans of days, counts by what they count.

    ``patients`` are people by name: others of one description may suffer the same another day.
    ``victims`` are all who have a name, peoples included, which can only tell happenings apart.
    ``agents`` holds the last word of each agent, ``named`` those agents that have a name; ``said``
    the predicates of all that is told.
    """

    days: list[tuple[date, date]] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    patients: set[str] = field(default_factory=set)
    victims: set[str] = field(default_factory=set)
    counts: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    def add(self, other: Facts) -> None:
        """Take in the facts of another mention of the happening."""
        self.days += other.days
        self.places |= other.places
        self.agents |= other.agents
        self.named |= other.named
        self.patients |= other.patients
        self.victims |= other.victims
        self.said |= other.said
        for counted, values in other.counts.items():
            self.counts[counted] = self.counts.get(counted, set()) | values


class Places:
    """Which places of a document lie in which others, as its statements and names tell."""

    def __init__(self, reading: Reading, statements: Iterable[Statement]) -> None:
        labels = {m.key: m.label.casefold() for m in reading.mentions if m.kind is Kind.PLACE}
        self._inside: dict[str, set[str]] = defaultdict(set)
        for said in statements:
            if said.predicate == "locatedIn" and isinstance(said.object, MentionKey):
                part, whole = labels.get(said.subject), labels.get(said.object)
                if part and whole:
                    self._inside[part].add(whole)

    def may_meet(self, first: set[str], second: set[str]) -> bool:
        """Whether one of the first may be one of the second, or lie in it."""
        return any(self._is_near(a, b) or self._is_near(b, a) for a in first for b in second)

    def _is_near(self, part: str, whole: str) -> bool:
        above = self._inside.get(part, set())
        higher = {high for one in above for high in self._inside.get(one, set())}
        return whole in part or whole in above | higher


def find_facts(reading: Reading, statements: Iterable[Statement]) -> dict[MentionKey, Facts]:
    """The facts of each event mention of which something is told."""
    mentions = {mention.key: mention for mention in reading.mentions}
    found: dict[MentionKey, Facts] = defaultdict(Facts)
    spans: dict[tuple[MentionKey, int, int], list[PartialDate]] = defaultdict(list)
    for statement in statements:
        subject = mentions.get(statement.subject)
        if subject is None or subject.kind is not Kind.EVENT:
            continue
        _take(found[subject.key], statement, mentions)
        if statement.predicate in {"begin", "end"} and isinstance(statement.object, Value):
            evidence = statement.evidence
            place = (subject.key, evidence.start, evidence.end)
            spans[place].append(PartialDate.parse(statement.object.text))
    for (event, _, _), days in spans.items():
        found[event].days.append((min(d.first for d in days), max(d.last for d in days)))
    return dict(found)


def _take(facts: Facts, said: Statement, mentions: dict[MentionKey, Mention]) -> None:
    if said.evidence.confidence < _SOUND or said.evidence.polarity is Polarity.DENIED:
        return
    facts.said.add("count" if said.qualifiers.bound is not None else said.predicate)
    target = mentions.get(said.object) if isinstance(said.object, MentionKey) else None
    if target is not None and said.predicate == "place":
        if said.evidence.confidence >= _PLACED:
            facts.places.add(target.label.casefold())
    elif target is not None and said.predicate == "agent":
        facts.agents.add(target.label.casefold().split()[-1])
        if target.form is Form.NAME:
            facts.named.add(target.label.casefold())
    elif target is not None and said.predicate == "patient":
        if target.form is Form.NAME:
            facts.victims.add(target.label.casefold())
            if target.kind is Kind.PERSON:
                facts.patients.add(target.label.casefold())
    elif said.qualifiers.bound == Concept("Exactly") and not said.qualifiers.part_of:
        _count(facts, said)


def _count(facts: Facts, said: Statement) -> None:
    group = said.qualifiers.group
    if isinstance(said.object, Value) and isinstance(group, Concept):
        facts.counts.setdefault((said.predicate, group.name), set()).add(said.object.text)


def contradict(first: Facts, second: Facts, places: Places, *, strictly: bool) -> bool:
    """Whether both cannot be one happening: they have other days, or other places.

    ``strictly`` says that other sides and other numbers speak against it as well.
    """
    if first.days and second.days and not _overlap(first.days, second.days):
        return True
    if first.places and second.places and not places.may_meet(first.places, second.places):
        return True
    if not strictly:
        return False
    if first.named and second.named and first.named.isdisjoint(second.named):
        return True
    counted = first.counts.keys() & second.counts.keys()
    return any(first.counts[one].isdisjoint(second.counts[one]) for one in counted)


def _overlap(first: list[tuple[date, date]], second: list[tuple[date, date]]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in first for b in second)
