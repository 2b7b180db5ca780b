"""People whose names differ in a way that a rule explains, over all documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.people import (
    Likeness,
    PersonName,
    compare_names,
    is_initial,
    names_of,
)
from graph.identity.same_names import Known
from graph.identity.units import Unit
from graph.model import Kind, MentionKey

_MOST = 20
_STORY = 0.35
_AHEAD = 0.15
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Person:
    root: MentionKey
    names: tuple[PersonName, ...]

    def like(self, other: _Person) -> Likeness | None:
        """How the best pair of names is alike; None where no pair is."""
        pairs = (compare_names(a, b) for a in self.names for b in other.names)
        found = [one for one in pairs if one]
        return max(found, key=lambda one: one.confidence, default=None)


def join_people(known: Known, units: Sequence[Unit]) -> None:
    """Join people whose full names differ, where only one fits; then last names told alone."""
    people = _people(known, units)
    index = _index(people)
    fitting = {root: _fitting(known, one, people, index) for root, one in people.items()}
    for root, person in people.items():
        for other in fitting[root]:
            _join_person(known, person, people[other], fitting, people)
    _join_single(known, units, people)


def _people(known: Known, units: Sequence[Unit]) -> dict[MentionKey, _Person]:
    names: dict[MentionKey, set[PersonName]] = defaultdict(set)
    for unit in units:
        if unit.kind is Kind.PERSON:
            root = known.clusters.root(unit.key)
            names[root].update(names_of(unit, known.texts.get(unit.document, "")))
    return {
        root: _Person(root, tuple(sorted(names[root], key=lambda n: (n.words, n.generation))))
        for root in sorted(names)
    }


def _index(people: Mapping[MentionKey, _Person]) -> dict[tuple[str, str], list[MentionKey]]:
    index: dict[tuple[str, str], list[MentionKey]] = defaultdict(list)
    for root, person in people.items():
        for key in sorted({key for name in person.names for key in _keys(name)}):
            index[key].append(root)
    return index


def _keys(name: PersonName) -> Iterable[tuple[str, str]]:
    if name.is_full:
        yield name.last, name.given
        yield name.last, name.given[0] + ("." if is_initial(name.first) else "…")
        yield name.last, name.first[0] + ("." if is_initial(name.first) else "…")


def _sought(name: PersonName) -> Iterable[tuple[str, str]]:
    if name.is_full:
        yield name.last, name.given
        yield name.first, name.last
        yield name.last, name.first[0] + "."
        yield name.last, name.given[0] + "."
        if is_initial(name.first):
            yield name.last, name.first[0] + "…"


def _fitting(
    known: Known,
    person: _Person,
    people: Mapping[MentionKey, _Person],
    index: Mapping[tuple[str, str], list[MentionKey]],
) -> list[MentionKey]:
    """The other people whose names and posts fit; none where too many do."""
    keys = {key for name in person.names for key in _sought(name)}
    roots = {root for key in keys for root in index.get(key, ())[: _MOST + 1]} - {person.root}
    if len(roots) > _MOST:
        return []
    alike = [root for root in sorted(roots) if person.like(people[root])]
    return [root for root in alike if not known.apart(person.root, root)]


def _join_person(
    known: Known,
    person: _Person,
    other: _Person,
    fitting: Mapping[MentionKey, list[MentionKey]],
    people: Mapping[MentionKey, _Person],
) -> None:
    """Join two people unless one of the names fits a third person, too, whom the other does not."""
    likeness = person.like(other)
    if likeness is None or person.root > other.root:
        return
    label, named = known.label(person.root), known.label(other.root)
    reason = f"“{named}” {likeness.reason} “{label}”"
    rivals = [
        third
        for one, two in ((person, other), (other, person))
        for third in fitting[one.root]
        if third != two.root and two.like(people[third]) is None
    ]
    if rivals:
        reason = f"{reason}, and so does “{known.label(rivals[0])}”"
        known.doubt(person.root, other.root, reason, 0.4, joined=False)
    elif not known.apart(person.root, other.root):
        joined = known.join(person.root, other.root, reason, likeness.confidence)
        if likeness.confidence <= _SURE:
            known.doubt(person.root, other.root, reason, likeness.confidence, joined=joined)


def _join_single(known: Known, units: Sequence[Unit], people: Mapping[MentionKey, _Person]) -> None:
    """“Kamal” in one text for “Kamal Nasseri” in another that tells of the same things."""
    full: dict[str, set[MentionKey]] = defaultdict(set)
    for root, person in people.items():
        for name in person.names:
            if name.is_full:
                full[name.last].add(known.clusters.root(root))
                full[name.first].add(known.clusters.root(root))
    for unit in units:
        person_here = people.get(known.clusters.root(unit.key))
        if unit.kind is not Kind.PERSON or person_here is None:
            continue
        if all(not name.is_full for name in person_here.names):
            for name in person_here.names:
                _join_alone(known, unit, sorted(full.get(name.last, ())))


def _join_alone(known: Known, unit: Unit, roots: list[MentionKey]) -> None:
    own = known.clusters.root(unit.key)
    told = {known.clusters.root(root) for root in roots} - {own}
    # inside a text the text itself tells who is meant
    heads = sorted(root for root in told if not known.shares_document(root, own))
    if not heads or len(heads) > _MOST:
        return
    ranked = sorted((-known.likeness(head, unit.key), head) for head in heads)
    likeness, best = -ranked[0][0], ranked[0][1]
    if likeness == 0 or known.apart(best, unit.key):
        return
    clear = len(ranked) == 1 or likeness + ranked[1][0] >= _AHEAD
    reason = (
        f"“{known.label(unit.key)}” is a part of the name “{known.label(best)}”, "
        "and both texts tell of the same things"
    )
    joined = clear and likeness >= _STORY and known.join(best, unit.key, reason, 0.6)
    known.doubt(best, unit.key, reason, 0.6 if joined else 0.45, joined=bool(joined))
