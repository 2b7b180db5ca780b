"""What the statements of a text tell of each of its events, as far as it tells them apart."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.events.things import thing_of
from extractors.reading import Reading
from extractors.tree import clauses, voice
from graph.dates import PartialDate
from graph.model import Concept, Form, Kind, Mention, MentionKey, Statement, Value

_SURE = 0.45
_LABELLING = ("place", "patient", "participant", "agent")
_SIDES = ("agent", "patient", "participant")


@dataclass(slots=True)
class Told:
    """What is told of one event: targets by predicate in the order of the text, a time, a count.

    ``when`` is the time in words, empty for a year alone, and ``ended`` when it ended; ``work``
    the law or the treaty that the verb is about, ``thing`` what else it is about; ``counted`` says
    what befell how many: "killed" and "40 people".
    """

    targets: dict[str, list[Mention]] = field(default_factory=dict)
    when: str = ""
    year: str = ""
    ended: str = ""
    work: Mention | None = None
    thing: str = ""
    counted: tuple[str, str] | None = None

    @property
    def is_sound(self) -> bool:
        """Whether one fact at least tells the event from others."""
        known = any(self.targets.get(name) for name in (*_LABELLING, "commemorates", "partOf"))
        told = self.when or self.year or self.ended or self.counted or self.work
        return known or bool(told)

    @property
    def is_telling(self) -> bool:
        """Whether so much is told as makes a deed of any verb: who, and a fact, a thing or a day.

        One at least of those told of has a name, or the day is known.
        """
        found = {name: self.targets.get(name, []) for name in (*_SIDES, "place", "partOf")}
        everyone = [mention for mentions in found.values() for mention in mentions]
        named = any(mention.form is Form.NAME for mention in everyone)
        more = len({m.label for m in everyone}) > 1 or self.is_dated or bool(self.thing)
        return any(found[name] for name in _SIDES) and (named or self.is_dated) and more

    @property
    def is_dated(self) -> bool:
        """Whether a day, a month or a year is told."""
        return bool(self.when or self.year or self.ended)

    def add(self, other: Told) -> None:
        """Take in what another mention of the same happening tells."""
        for predicate, targets in other.targets.items():
            self.targets.setdefault(predicate, []).extend(targets)
        self.when, self.year = self.when or other.when, self.year or other.year
        self.ended = self.ended or other.ended
        self.work, self.counted = self.work or other.work, self.counted or other.counted
        self.thing = self.thing or other.thing


def find_told(reading: Reading, statements: Iterable[Statement]) -> dict[MentionKey, Told]:
    """What the statements tell of each event mention."""
    by_key = {mention.key: mention for mention in reading.mentions}
    found: dict[MentionKey, Told] = defaultdict(Told)
    for said in statements:
        subject = by_key.get(said.subject)
        if subject is not None and subject.kind is Kind.EVENT:
            _take(found[subject.key], said, by_key)
    for mention in reading.mentions:
        work = _work_of(reading, mention)
        if work is not None:
            found[mention.key].work = work
        if mention.key in found:
            found[mention.key].thing = thing_of(reading, mention)
    return dict(found)


def _take(told: Told, said: Statement, by_key: dict[MentionKey, Mention]) -> None:
    if isinstance(said.object, MentionKey):
        told.targets.setdefault(said.predicate, []).append(by_key[said.object])
    elif said.qualifiers.bound is not None:
        told.counted = told.counted or (said.predicate, _counted(said, by_key))
    elif said.predicate in {"begin", "end"} and isinstance(said.object, Value):
        date = PartialDate.parse(said.object.text)
        if said.evidence.confidence < _SURE:
            return
        if said.predicate == "end":
            told.ended = told.ended or _spoken(date)
            return
        told.when = told.when or (_spoken(date) if date.month else "")
        told.year = told.year or str(date.year)


def _counted(said: Statement, by_key: dict[MentionKey, Mention]) -> str:
    """“40 people”, “three soldiers”: the number and who was counted."""
    group, value = said.qualifiers.group, said.object
    number = value.text if isinstance(value, Value) else ""
    if number.isdecimal():
        number = f"{int(number):,}"
    if isinstance(group, MentionKey):
        return f"{number} {by_key[group].label}"
    name = group.name if isinstance(group, Concept) else "Everyone"
    return f"{number} {'people' if name == 'Everyone' else name.lower()}"


def _spoken(date: PartialDate) -> str:
    """“26 February 1992”, “February 1992” or “1992”."""
    month = calendar.month_name[date.month or 0]
    return " ".join(filter(None, (str(date.day or ""), month, str(date.year))))


def _work_of(reading: Reading, event: Mention) -> Mention | None:
    """The treaty or law that a verb of signing or adopting is about."""
    head = reading.head_of(event)
    if event.kind is not Kind.EVENT or not clauses.is_verb(head):
        return None
    found = (reading.headed_by(token) for token in voice.undergoers(head))
    return next((m for m in found if m is not None and m.kind is Kind.WORK), None)
