"""One document as the scorer of links sees it: events, entities and times with their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from extractors.linking.clusters import Clusters, Told
from extractors.linking.features import event_features
from extractors.reading import Reading
from extractors.times.times import Time
from graph.model import Form, Kind, Mention, MentionKey, Statement

BACK: Final = 8
AHEAD: Final = 3
"""How many sentences before and after an event are looked at."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event's mention, the place of its passage, its word and what is told of that."""

    mention: Mention
    head: Token
    features: list[float]


@dataclass(frozen=True, slots=True)
class Near:
    """An entity near an event: its mentions in the event's sentence, the last before, the next."""

    cluster: MentionKey
    same: list[Mention]
    before: Mention | None
    after: Mention | None

    @property
    def nearest(self) -> list[Mention]:
        """The mentions in the sentence, else the last before, else the next after."""
        other = self.before or self.after
        return self.same or ([other] if other is not None else [])


class Scene:
    """A document's events with what stands around them."""

    def __init__(self, reading: Reading, statements: Iterable[Statement]) -> None:
        """Number paragraphs, events and times, and sort what the rules tell."""
        self.reading = reading
        self.clusters = Clusters(reading)
        self.told = Told(reading, self.clusters, statements)
        mentions = [mention for mention in reading.mentions if mention.kind is Kind.EVENT]
        self.events = [self._event(mention) for mention in mentions]
        self.starts = [mention.start for mention in mentions]
        self._passages = [mention.passage for mention in mentions]
        self.in_passage = Counter(self._passages)
        self.times = reading.times
        self.time_passages = [reading.passage_at(time.start).index for time in reading.times]
        self.in_time_passage = Counter(self.time_passages)
        self._time_starts = [time.start for time in reading.times]
        self._mentioned = [mention.passage for mention in self.clusters.mentions]
        self.paragraphs = list(_paragraphs(reading))

    def _event(self, mention: Mention) -> Event:
        head = self.reading.head_of(mention)
        return Event(mention, head, event_features(mention, head))

    def head_of(self, mention: Mention) -> Token:
        """The word on which the rest of a mention hangs."""
        return self.reading.head_of(mention)

    def word_of(self, time: Time) -> Token:
        """The word on which the rest of a time hangs."""
        return self.reading.span_of(time.start, time.end).root

    def events_between(self, start: int, end: int) -> int:
        """How many events stand between two offsets, in either order."""
        low, high = sorted((start, end))
        return bisect_left(self.starts, high) - bisect_right(self.starts, low)

    def times_between(self, start: int, end: int) -> int:
        """How many times stand between two offsets, in either order."""
        low, high = sorted((start, end))
        return bisect_left(self._time_starts, high) - bisect_right(self._time_starts, low)

    def times_near(self, event: Event) -> list[int]:
        """The numbers of the times around the event, and of the first of the text."""
        passage = event.mention.passage
        first = bisect_left(self.time_passages, passage - BACK)
        last = bisect_right(self.time_passages, passage + AHEAD)
        opening = [0] if first > 0 and self.times else []
        return [*opening, *range(first, last)]

    def entities_near(self, event: Event) -> list[Near]:
        """The entities around the event that have more than a pronoun, in the order of the text."""
        passage = event.mention.passage
        first = bisect_left(self._mentioned, passage - BACK)
        last = bisect_right(self._mentioned, passage + AHEAD)
        found: dict[MentionKey, Near] = {}
        for mention in self.clusters.mentions[first:last]:
            cluster = self.clusters.of(mention.key)
            if cluster is None or self.clusters.best[cluster].form is Form.PRONOUN:
                continue
            near = found.get(cluster) or Near(cluster, [], None, None)
            found[cluster] = _with(near, mention, passage)
        return list(found.values())


def _with(near: Near, mention: Mention, passage: int) -> Near:
    """The same with one more mention; they come in the order of the text."""
    if mention.passage == passage:
        near.same.append(mention)
        return near
    if mention.passage < passage:
        return Near(near.cluster, near.same, mention, near.after)
    return Near(near.cluster, near.same, near.before, near.after or mention)


def _paragraphs(reading: Reading) -> Iterator[int]:
    """The number of the paragraph of each passage."""
    text, number = reading.document.text, 0
    if reading.passages:
        yield number
    for before, passage in pairwise(reading.passages):
        number += "\n" in text[before.end : passage.start]
        yield number
