"""Whether two events are one: what speaks for it, what against, and what forbids it.

The weights say what one agreement is worth beside another; two events are joined from
``ENOUGH`` on, where two things at least agree or the name does. docs/identity.md explains them, and
benchmarks/identity.py measures what they give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from graph.identity.event_features import EventFeatures
from graph.identity.event_vetoes import find_veto, said
from graph.identity.tables import load_events
from graph.resolved import Feature

ENOUGH = 2.1
DOUBTFUL = 1.6
_DAY = 3
_NAME, _DESCRIBED, _OTHER_NAME = 2.0, 1.5, -1.5
_DATES = {1: 0.35, 2: 0.9, 3: 1.5}
_LONG_TIME = 0.3
_HINT = 0.7
_NEAR, _FAR = 7, 366
_MANY = 10
_TWICE = 2
_TWO = 2
_STRONG = frozenset({"name", "entry"})
_TELLING = frozenset({"date", "place", "agent", "patient", "participant", "count", "story"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the comparison of two events gave.

    ``veto`` says in words what makes them two, whatever else agrees; empty where nothing does.
    """

    features: tuple[Feature, ...] = ()
    veto: str = ""

    @property
    def score(self) -> float:
        """The sum of what speaks for and against."""
        return round(sum(feature.weight for feature in self.features), 4)

    @property
    def is_sound(self) -> bool:
        """Whether a name or two further things agree: a place alone never is enough."""
        agreeing = {feature.name for feature in self.features if feature.weight > 0}
        return bool(agreeing & _STRONG) or len(agreeing & _TELLING) >= _TWO

    def agrees(self, name: str) -> bool:
        """Whether a feature of that name speaks for both being one."""
        return any(feature.name == name and feature.weight > 0 for feature in self.features)

    @property
    def is_enough(self) -> bool:
        """Whether the two are one event."""
        return not self.veto and self.is_sound and self.score >= ENOUGH

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look: nearly enough, or only just."""
        near = DOUBTFUL <= self.score < ENOUGH + 0.3
        return not self.veto and near

    @property
    def confidence(self) -> float:
        """From 0 to 1; 0.6 where it is only just enough."""
        return min(0.95, max(0.05, round(0.6 + (self.score - ENOUGH) * 0.2, 2)))

    @property
    def words(self) -> str:
        """What agrees, or what forbids, as a part of a sentence."""
        if self.veto:
            return self.veto
        agreeing = [feature.words for feature in self.features if feature.weight > 0]
        against = [feature.words for feature in self.features if feature.weight < 0]
        told = ", ".join(agreeing) or "nothing agrees"
        return f"{told}; against it: {', '.join(against)}" if against else told


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a comparison needs to know beside the two: how common a place or actor is."""

    common: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


def compare(
    one: EventFeatures,
    other: EventFeatures,
    world: Surroundings,
    *,
    likeness: Callable[[], float] = lambda: 0.0,
) -> Comparison:
    """Compare two events; ``likeness`` tells how much their documents tell of the same names."""
    if veto := find_veto(one, other):
        return Comparison(veto=veto)
    return Comparison(tuple(_features(one, other, world, likeness())))


def _features(
    one: EventFeatures, other: EventFeatures, world: Surroundings, likeness: float
) -> Iterator[Feature]:
    yield from _names(one, other)
    yield from _time(one, other)
    yield from _place(one, other, world)
    yield from _kind(one, other)
    for role in ("agent", "patient", "participant"):
        yield from _actors(one, other, role, world)
    yield from _deaths(one, other)
    yield from _counts(one, other)
    yield from _recall(one, other)
    yield from _story(one, other, likeness)


def _recall(one: EventFeatures, other: EventFeatures) -> Iterator[Feature]:
    if one.recalled & other.recalled:
        yield Feature("recalled", 1.0, "both recall one event")
        if shared := one.marks & other.marks:
            yield Feature("name", 1.0, f"both are the {min(shared)}")


def _names(one: EventFeatures, other: EventFeatures) -> Iterator[Feature]:
    if one.entries & other.entries:
        yield Feature("entry", 2.0, "both are one entry of the lexicon")
    if one.names & other.names:
        yield Feature("name", _NAME, f"both are named “{_telling(one.names & other.names)}”")
        return
    if one.names and other.names:
        words = f"one is named “{_telling(one.names)}”, the other “{_telling(other.names)}”"
        yield Feature("name", _OTHER_NAME, words)
        return
    for described, named in ((one, other), (other, one)):
        if found := described.told_at & named.names:
            words = f"“{_telling(found)}” is in the name of one, and the other is told as known"
            yield Feature("name", _DESCRIBED, words)
            return


def _telling(names: frozenset[frozenset[str]]) -> str:
    return min(" ".join(sorted(words)) for words in names)


def _time(one: EventFeatures, other: EventFeatures) -> Iterator[Feature]:
    if one.spans and other.spans:
        yield _shared_time(one, other)
        return
    if hint := _shared_hint(one, other):
        yield hint
        return
    yield from _by_publication(one, other) or _by_publication(other, one)


def _shared_hint(one: EventFeatures, other: EventFeatures) -> Feature | None:
    """The only date of a sentence is likely that of its event."""
    left, right = one.spans or one.hints, other.spans or other.hints
    if not left or not right or max(len(one.hints), len(other.hints)) > 1:
        return None
    if not any(a.may_equal(b) for a in left for b in right):
        return None
    shared = _shared_time(replace(one, spans=left), replace(other, spans=right))
    weight = round(shared.weight * _HINT, 2)
    return Feature("date", weight, shared.words.replace("were in", "are told with"))


def _shared_time(one: EventFeatures, other: EventFeatures) -> Feature:
    level, found = 1, min(one.spans)
    for a, b in product(sorted(one.spans), sorted(other.spans)):
        shared = min(a.precision, b.precision)
        if a.may_equal(b) and shared >= level:
            level, found = shared, a if a.precision >= b.precision else b
    weight = _DATES[level]
    if level == 1 and (one.kinds | other.kinds) & load_events().yearly:
        weight = _DATES[_DAY]
    if found.end.year > found.begin.year:
        weight = _LONG_TIME
    return Feature("date", weight, f"both were in {said(found)}")


def _by_publication(dated: EventFeatures, told: EventFeatures) -> list[Feature]:
    """News tells of what happened just before; an undated event is seldom years old."""
    if not told.published or told.spans:
        return []
    if not dated.spans:
        gap = min(
            (abs((a - b).days) for a in dated.published for b in told.published), default=_FAR
        )
        near = dated.documents != told.documents and gap <= _NEAR
        return [Feature("story", 0.4, "the texts are of one week")] if near else []
    gaps = [
        (published - span.end.last).days
        for published in sorted(told.published)
        for span in sorted(dated.spans)
    ]
    if any(0 <= gap <= _NEAR for gap in gaps):
        return [Feature("story", 0.4, "one is told of in the week of the other")]
    named = told.names or told.told_at
    if not named and all(abs(gap) > _FAR for gap in gaps):
        return [Feature("time", -0.8, "one is told of as news years from the other")]
    return []


def _place(one: EventFeatures, other: EventFeatures, world: Surroundings) -> Iterator[Feature]:
    same = one.places & other.places
    if same:
        towns = same - world.countries
        whole = (one.kinds & other.kinds) <= load_events().yearly and one.kinds & other.kinds
        weight = 1.0 if whole or towns - world.common else 0.7 if towns else 0.3
        yield Feature("place", weight, "both were at one place")
    elif one.places & other.around or other.places & one.around:
        inner = (one.places & other.around) | (other.places & one.around)
        weight = 0.6 if inner - world.countries else 0.3
        yield Feature("place", weight, "the place of one lies in that of the other")
    elif one.places and other.places:
        weight = -0.5 if one.names & other.names else -1.5
        yield Feature("place", weight, "they were at different places")
    elif (one.places | one.near) & (other.places | other.near) - world.countries - world.common:
        yield Feature("place", 0.6, "their sentences name one place")


def _kind(one: EventFeatures, other: EventFeatures) -> Iterator[Feature]:
    if one.heads & other.heads:
        yield Feature("kind", 0.7, f"both are called “{min(one.heads & other.heads)}”")
    elif one.kinds & other.kinds:
        yield Feature("kind", 0.4, f"both are of the kind {min(one.kinds & other.kinds)}")
    elif one.kinds and other.kinds:
        kinds = f"{min(one.kinds)}, the other of the kind {min(other.kinds)}"
        yield Feature("kind", -0.4, f"one is of the kind {kinds}")
    left, right = _sorts(one), _sorts(other)
    if left and right and not left & right:
        words = f"one is a “{min(one.heads)}”, the other a “{min(other.heads)}”"
        yield Feature("kind", -1.3, words)


def _sorts(event: EventFeatures) -> frozenset[str]:
    sorts = load_events().sorts
    return frozenset(sorts[head] for head in event.heads if head in sorts)


def _actors(
    one: EventFeatures, other: EventFeatures, role: str, world: Surroundings
) -> Iterator[Feature]:
    left: frozenset[str] = getattr(one, f"{role}s")
    right: frozenset[str] = getattr(other, f"{role}s")
    if shared := left & right:
        weight = 0.9 if shared - world.common - world.countries else 0.4
        yield Feature(role, weight, f"both have one {role}")
    elif left and right and role != "participant":
        sides = getattr(one, f"{role}_sides"), getattr(other, f"{role}_sides")
        if left & one.people and right & other.people:
            yield Feature(role, -1.5, f"their {role}s are two people")
        elif sides[0] & sides[1]:
            yield Feature(role, 0.4, f"their {role}s are of one side")
        elif sides[0] and sides[1]:
            yield Feature(role, -0.6, f"their {role}s differ")


def _deaths(one: EventFeatures, other: EventFeatures) -> Iterator[Feature]:
    """One person is born, dies and is killed once."""
    once = one.kinds & other.kinds & load_events().once
    if once and (one.patients & other.patients & one.people):
        yield Feature("patient", 1.2, f"one person has one {min(once).lower()}")


def _counts(one: EventFeatures, other: EventFeatures) -> Iterator[Feature]:
    shared = one.counts & other.counts
    if shared:
        measure, value = max(shared, key=lambda count: (count[1], count[0]))
        weight = 1.0 if value >= _MANY else 0.6
        yield Feature("count", weight, f"both have {value} {measure}")
        return
    for measure in sorted({m for m, _ in one.counts} & {m for m, _ in other.counts}):
        left = [value for m, value in one.counts if m == measure]
        right = [value for m, value in other.counts if m == measure]
        if max(min(left), min(right)) > _TWICE * min(max(left), max(right)):
            yield Feature("count", -0.4, f"one has {min(left)} {measure}, the other {min(right)}")
            return


def _story(one: EventFeatures, other: EventFeatures, likeness: float) -> Iterator[Feature]:
    if one.documents & other.documents:
        if _both_on_a_day(one, other):
            yield Feature("story", 0.6, "one text sets both on one day")
    elif likeness > 0.2:  # noqa: PLR2004 (a fifth of the names)
        yield Feature("story", round(likeness, 2), "the texts tell of the same people and places")


def _both_on_a_day(one: EventFeatures, other: EventFeatures) -> bool:
    days = [{span for span in each.spans if span.precision == _DAY} for each in (one, other)]
    return bool(days[0] & days[1])
