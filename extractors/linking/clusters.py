"""Which mentions of one document mean the same, and what the rules tell of each event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from extractors.reading import Reading
from graph.model import Form, Kind, Mention, MentionKey, Statement, Value

PARTS: Final = ("place", "agent", "patient", "participant")
"""What an entity can be in an event."""

_NEITHER: Final = frozenset({Kind.EVENT, Kind.WORK})


def _no_parts() -> dict[str, set[MentionKey]]:
    return {part: set() for part in PARTS}


@dataclass(slots=True)
class Facts:
    """What is told of one event: clusters by part, numbers of times, dates, larger events."""

    parts: dict[str, set[MentionKey]] = field(
        default_factory=lambda: {part: set() for part in PARTS}
    )
    times: set[int] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    wholes: set[MentionKey] = field(default_factory=set)

    def held(self) -> frozenset[MentionKey]:
        """All entities that have a part in the event."""
        return frozenset[MentionKey]().union(*self.parts.values())

    def take(self, said: Statement, clusters: Clusters) -> None:
        """Take in what one statement tells of the event."""
        if isinstance(said.object, Value):
            if said.predicate in {"begin", "end"}:
                self.dates.add(said.object.text)
        elif isinstance(said.object, MentionKey):
            cluster = clusters.of(said.object)
            if said.predicate == "partOf":
                self.wholes.add(said.object)
            elif said.predicate in self.parts and cluster is not None:
                self.parts[said.predicate].add(cluster)


class Clusters:
    """The mentions of people, places and bodies, pronouns too, by what they mean.

    A cluster goes by the key of one of its mentions; ``best`` is the one that names it best.
    """

    def __init__(self, reading: Reading) -> None:
        """Put together equal names and what is linked."""
        told = (*reading.mentions, *reading.described)
        entities = [mention for mention in told if mention.kind not in _NEITHER]
        mentions = sorted((*entities, *reading.pronouns), key=lambda m: (m.start, m.end))
        self._above = {mention.key: mention.key for mention in mentions}
        self._join_names(entities)
        for link in reading.links:
            if link.mention in self._above and link.antecedent in self._above:
                self._above[self._first(link.mention)] = self._first(link.antecedent)
        self.members: dict[MentionKey, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.members[self._first(mention.key)].append(mention)
        self.best = {key: _best(members) for key, members in self.members.items()}
        self.mentions = mentions

    def _join_names(self, entities: Iterable[Mention]) -> None:
        named: dict[str, MentionKey] = {}
        for mention in entities:
            if mention.form is Form.NAME:
                first = named.setdefault(mention.label.casefold(), mention.key)
                self._above[self._first(mention.key)] = self._first(first)

    def _first(self, key: MentionKey) -> MentionKey:
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def of(self, key: MentionKey) -> MentionKey | None:
        """The cluster of a mention; None for an event and for what was never a mention."""
        return self._first(key) if key in self._above else None


def _best(members: list[Mention]) -> Mention:
    named = [mention for mention in members if mention.form is Form.NAME]
    return max(named, key=lambda m: len(m.label)) if named else members[0]


class Told:
    """What the rules tell of each event, and in which events each entity and time stands."""

    def __init__(
        self, reading: Reading, clusters: Clusters, statements: Iterable[Statement]
    ) -> None:
        """Sort the statements on events; a date stands for all times that begin with it."""
        events = {m.key: m for m in reading.mentions if m.kind is Kind.EVENT}
        self.facts = {key: Facts() for key in events}
        self.speakers: Counter[tuple[MentionKey, int]] = Counter()
        begun: dict[str, list[int]] = defaultdict(list)
        for number, time in enumerate(reading.times):
            if time.begin is not None:
                begun[time.begin.iso].append(number)
        for said in statements:
            facts = self.facts.get(said.subject)
            if facts is not None:
                facts.take(said, clusters)
                if said.predicate == "begin" and isinstance(said.object, Value):
                    facts.times.update(begun.get(said.object.text, ()))
            elif said.predicate == "says" and (speaker := clusters.of(said.subject)):
                self.speakers[speaker, said.evidence.passage] += 1
        self.spoken = Counter(speaker for speaker, _ in self.speakers)
        self.events_of = self._by_part(events)

    def _by_part(
        self, events: dict[MentionKey, Mention]
    ) -> dict[tuple[str, MentionKey | int], list[Mention]]:
        found: dict[tuple[str, MentionKey | int], list[Mention]] = defaultdict(list)
        for key, event in events.items():  # in the order of the text
            for part, cluster in self._stated(key):
                found[part, cluster].append(event)
        return found

    def _stated(self, key: MentionKey) -> Iterator[tuple[str, MentionKey | int]]:
        facts = self.facts[key]
        for part, clusters in facts.parts.items():
            yield from ((part, cluster) for cluster in clusters)
        yield from (("time", number) for number in facts.times)
