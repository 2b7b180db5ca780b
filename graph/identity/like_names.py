"""Things whose names differ in a way that a rule explains, over all documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.bodies import (
    full_labels,
    initials,
    is_abbreviation,
    is_generic,
    letters_of,
    short_labels,
    without_form,
)
from graph.identity.people import (
    Likeness,
    PersonName,
    compare_names,
    first_key,
    is_initial,
    names_of,
)
from graph.identity.romanising import name_key
from graph.identity.same_names import Known
from graph.identity.units import Unit
from graph.model import Kind, MentionKey
from graph.spelling import normalised

_MOST = 20
_LONG = 5
_LETTERS = 3
_STORY = 0.35
_AHEAD = 0.15
_SURE = 0.7


# People


@dataclass(frozen=True, slots=True)
class _Person:
    root: MentionKey
    names: tuple[PersonName, ...]

    def like(self, other: _Person) -> Likeness | None:
        """How the best pair of names is alike; None where no pair is."""
        pairs = (compare_names(a, b) for a in self.names for b in other.names)
        found = [one for one in pairs if one]
        return max(found, key=lambda one: one.confidence, default=None)


def join_people(known: Known, units: Sequence[Unit], texts: Mapping[str, str]) -> None:
    """Join people whose full names differ, where only one fits; then last names told alone."""
    people = _people(known, units, texts)
    index = _index(people)
    fitting = {root: _fitting(known, one, people, index) for root, one in people.items()}
    for root, person in people.items():
        for other in fitting[root]:
            _join_person(known, person, people[other], fitting, people)
    _join_single(known, units, people)


def _people(
    known: Known, units: Sequence[Unit], texts: Mapping[str, str]
) -> dict[MentionKey, _Person]:
    names: dict[MentionKey, set[PersonName]] = defaultdict(set)
    for unit in units:
        if unit.kind is Kind.PERSON:
            root = known.clusters.root(unit.key)
            names[root].update(names_of(unit, texts.get(unit.document, "")))
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
        first = first_key(name.first)
        yield name.last, first
        yield name.last, first[0] + ("." if is_initial(name.first) else "…")
        yield name.last, name.first[0] + ("." if is_initial(name.first) else "…")


def _sought(name: PersonName) -> Iterable[tuple[str, str]]:
    if name.is_full:
        yield name.last, first_key(name.first)
        yield name.first, first_key(name.last)
        yield name.last, name.first[0] + "."
        yield name.last, first_key(name.first)[0] + "."
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
    label, named = _label(known, person.root), _label(known, other.root)
    reason = f"“{named}” {likeness.reason} “{label}”"
    rivals = [
        third
        for one, two in ((person, other), (other, person))
        for third in fitting[one.root]
        if third != two.root and two.like(people[third]) is None
    ]
    if rivals:
        reason = f"{reason}, and so does “{_label(known, rivals[0])}”"
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
    heads = sorted({known.clusters.root(root) for root in roots} - {known.clusters.root(unit.key)})
    if not heads or len(heads) > _MOST:
        return
    ranked = sorted((-known.likeness(head, unit.key), head) for head in heads)
    likeness, best = -ranked[0][0], ranked[0][1]
    if likeness == 0 or known.apart(best, unit.key):
        return
    clear = len(ranked) == 1 or likeness + ranked[1][0] >= _AHEAD
    reason = (
        f"“{_label(known, unit.key)}” is a part of the name “{_label(known, best)}”, "
        "and both texts tell of the same things"
    )
    joined = clear and likeness >= _STORY and known.join(best, unit.key, reason, 0.6)
    known.doubt(best, unit.key, reason, 0.6 if joined else 0.45, joined=bool(joined))


# Bodies


def find_expansions(known: Known, units: Sequence[Unit]) -> dict[str, set[str]]:
    """The written-out names that the texts give for each abbreviation, as normalised forms."""
    found: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.kind is Kind.ORGANIZATION:
            for short in short_labels(unit):
                full = [one for one in full_labels(unit) if not is_abbreviation(one)]
                forms = (known.spelled.get(normalised(one), normalised(one)) for one in full)
                found[short].update(form for form in forms if _abbreviates(short, form))
    return {short: names for short, names in found.items() if names}


def _abbreviates(short: str, name: str) -> bool:
    letters = letters_of(short)
    starts = iter([word[0] for word in name.replace("-", " ").split()])
    return all(letter in starts for letter in letters)


def join_bodies(known: Known, units: Sequence[Unit]) -> None:
    """Join abbreviations to the one body that fits, and names with and without a legal form."""
    bodies = [unit for unit in units if unit.kind is Kind.ORGANIZATION]
    _join_forms(known, bodies)
    explained: dict[str, set[MentionKey]] = defaultdict(set)
    possible: dict[str, set[MentionKey]] = defaultdict(set)
    for unit in bodies:
        full = [one for one in full_labels(unit) if not is_abbreviation(one)]
        root = known.clusters.root(unit.key)
        for label in full:
            possible[initials(label)].add(root)
        for short in short_labels(unit) if full else ():
            explained[letters_of(short)].add(root)
    for unit in bodies:
        shorts = short_labels(unit)
        if shorts and not unit.identifiers and len(shorts) == len({m.label for m in unit.names}):
            letters = letters_of(shorts[0])
            _join_short(known, unit, explained.get(letters, set()), possible.get(letters, set()))


def _join_short(
    known: Known, unit: Unit, explained: set[MentionKey], possible: set[MentionKey]
) -> None:
    label = _label(known, unit.key)
    roots = {known.clusters.root(root) for root in explained or possible}
    roots -= {known.clusters.root(unit.key)}
    heads = sorted(root for root in roots if not known.apart(root, unit.key))
    if not heads or (not explained and len(letters_of(label)) < _LETTERS):
        return
    best = _clearly(known, unit, heads)
    if best is None:
        reason = (
            f"“{label}” may stand for “{_label(known, heads[0])}”, as for {len(heads) - 1} more"
        )
        known.doubt(heads[0], unit.key, reason, 0.4, joined=False)
        return
    named = _label(known, best)
    if explained:
        known.join(best, unit.key, f"another text explains “{label}” as “{named}”", 0.85)
    else:
        reason = f"“{label}” is made of the first letters of “{named}”, which alone fits"
        joined = known.join(best, unit.key, reason, 0.65)
        known.doubt(best, unit.key, reason, 0.65, joined=joined)


def _clearly(known: Known, unit: Unit, heads: list[MentionKey]) -> MentionKey | None:
    """The only one, or the one whose documents tell clearly more of the same things."""
    if len(heads) == 1:
        return heads[0]
    ranked = sorted((-known.likeness(head, unit.key), head) for head in heads[:_MOST])
    return ranked[0][1] if ranked[1][0] - ranked[0][0] >= _AHEAD else None


def _join_forms(known: Known, bodies: Sequence[Unit]) -> None:
    bases: dict[str, dict[str, list[MentionKey]]] = defaultdict(lambda: defaultdict(list))
    for unit in bodies:
        for label in full_labels(unit):
            base, form = without_form(label)
            if len(base) >= _LETTERS and not is_generic(base):
                bases[base][form].append(known.clusters.root(unit.key))
    for base, forms in sorted(bases.items()):
        legal = [form for form in sorted(forms) if form]
        if len(legal) == 1 and "" in forms:
            first, others = forms[legal[0]][0], forms[""]
            reason = f"“{_label(known, first)}” is “{base}” with its legal form"
            for other in sorted(set(others)):
                if not known.apart(first, other):
                    known.join(first, other, reason, 0.85)
        elif len(legal) > 1 and "" in forms:
            reason = f"“{base}” may be any of {len(legal)} companies with different legal forms"
            known.doubt(forms[legal[0]][0], forms[""][0], reason, 0.4, joined=False)


# All names


def join_spellings(known: Known, units: Sequence[Unit]) -> None:
    """Join names of places, bodies, peoples and works that romanisation alone makes different."""
    index: dict[tuple[Kind, str], list[MentionKey]] = defaultdict(list)
    for unit in units:
        if unit.kind in {Kind.PERSON, Kind.EVENT}:
            continue
        labels = full_labels(unit) if unit.kind is Kind.ORGANIZATION else _labels(unit)
        for label in labels:
            key = name_key(label)
            if len(key) >= _LONG and not is_abbreviation(label) and not is_generic(label):
                index[unit.kind, key].append(unit.key)
    for _, keys in sorted(index.items()):
        _join_spelled(known, keys)


def _labels(unit: Unit) -> list[str]:
    return sorted({mention.label for mention in unit.names})


def _join_spelled(known: Known, keys: list[MentionKey]) -> None:
    heads: list[MentionKey] = []
    for key in keys:
        root = known.clusters.root(key)
        if root in {known.clusters.root(head) for head in heads}:
            continue
        fitting = [head for head in heads if not known.apart(head, key)]
        if len(fitting) == 1 and _label(known, fitting[0]) != _label(known, key):
            label, named = _label(known, key), _label(known, fitting[0])
            reason = f"“{label}” is another spelling of “{named}” in Latin letters"
            known.join(fitting[0], key, reason, 0.8)
        elif len(heads) < _MOST:
            heads.append(key)


def _label(known: Known, key: MentionKey) -> str:
    return known.clusters.mentions[key].label
