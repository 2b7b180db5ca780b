"""When two mentions of events mean one event: a compatible type, the same place, no other time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.dates import PartialDate
from graph.model import Findings, Form, Mention, MentionKey, Value
from graph.spelling import normalised

_SMALL = frozenset(
    {"a", "against", "an", "and", "at", "by", "during", "for", "in", "of", "on", "the", "to"}
)
# events that come again at one place, so that the year tells them apart
_RECURRING = frozenset(
    {"Election", "Meeting", "Protest", "Commemoration", "Attack"}
    | {"Visit", "Trial", "Agreement", "Disaster"}
)
_SURE = 0.6
_KILLING_OR_ATTACK = frozenset({"Killing", "Attack"})


@dataclass(frozen=True, slots=True)
class EventIdentity:
    """What tells one event from another.

    ``which`` holds the words of the label but for the event noun: "khojaly" in "massacre of
    Khojaly". ``years`` holds those in which a text sets it.
    """

    event_type: str
    which: str
    years: frozenset[int] = frozenset()

    def may_equal(self, other: EventIdentity) -> bool:
        """Whether both can be the same event."""
        if self.which != other.which or not self.which:
            return False
        dated = bool(self.years and other.years)
        if self.event_type in _RECURRING and dated and self.years.isdisjoint(other.years):
            return False
        types = {self.event_type, other.event_type}
        return len(types) == 1 or "Occurrence" in types or types == _KILLING_OR_ATTACK


def which_event(mention: Mention, spelled: dict[str, str]) -> str:
    """The words of an event's label that tell which: all but the event noun and small words.

    Of a name they are those with a capital: "Bhopal" in "Bhopal gas disaster".
    ``spelled`` gives the usual spelling of words that are misspelled in places.
    """
    label = mention.label
    if mention.form is Form.NAME and not label.islower():
        label = " ".join(word for word in label.split() if not word.islower())
    words: list[str] = re.findall(r"[\w'’-]+", normalised(label))
    heads = {mention.head, f"{mention.head}s"}
    kept = (spelled.get(word, word) for word in words if word not in heads | _SMALL)
    return " ".join(kept)


def event_years(findings: Iterable[Findings]) -> dict[MentionKey, frozenset[int]]:
    """The years in which the texts set each event mention, where they do so clearly."""
    years: dict[MentionKey, set[int]] = defaultdict(set)
    for found in findings:
        for statement in found.statements:
            sure = statement.evidence.confidence >= _SURE
            if statement.predicate == "begin" and sure and isinstance(statement.object, Value):
                years[statement.subject].add(PartialDate.parse(statement.object.text).year)
    return {mention: frozenset(found) for mention, found in years.items()}


def are_alike(first: Mention, second: Mention) -> bool:
    """Whether the types of both fit: equal, one unknown, or a killing and an attack."""
    types = {first.event_type, second.event_type}
    return len(types) == 1 or "Occurrence" in types or types == _KILLING_OR_ATTACK


def event_days(findings: Iterable[Findings]) -> dict[MentionKey, set[str]]:
    """The days on which the texts clearly set each event mention, as ISO dates."""
    days: dict[MentionKey, set[str]] = defaultdict(set)
    for found in findings:
        for statement in found.statements:
            value = statement.object
            if not isinstance(value, Value) or value.datatype != "date":
                continue
            if statement.predicate in {"begin", "end"} and statement.evidence.confidence >= _SURE:
                days[statement.subject].add(value.text)
    return days


def placed_events(findings: Iterable[Findings]) -> frozenset[MentionKey]:
    """The event mentions of which the texts say where they were."""
    said = (statement for found in findings for statement in found.statements)
    return frozenset(statement.subject for statement in said if statement.predicate == "place")


def recalled_events(findings: Iterable[Findings]) -> dict[MentionKey, MentionKey]:
    """The event that each anniversary recalls, where the text says so."""
    return {
        statement.subject: statement.object
        for found in findings
        for statement in found.statements
        if statement.predicate == "commemorates" and isinstance(statement.object, MentionKey)
    }


def best_year(years: Iterable[int]) -> int | None:
    """The year most often given; of equals the earliest."""
    counted = Counter(years)
    return min(counted, key=lambda year: (-counted[year], year), default=None)
