"""Bodies, places and works whose names differ in a way that a rule explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.identity.bodies import (
    full_labels,
    initials,
    is_abbreviation,
    is_generic,
    letters_of,
    short_labels,
    without_form,
)
from graph.identity.romanising import name_key
from graph.identity.same_names import Known, is_nearby
from graph.identity.units import Unit
from graph.model import Kind, MentionKey
from graph.spelling import normalised

_MOST = 20
_LONG = 5
_LETTERS = 3
_STORY = 0.35
_AHEAD = 0.15
_SURE = 0.7


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
    # a company without its legal form is easily read as a place
    _join_forms(known, [*bodies, *(u for u in units if _is_unknown_place(u))])
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
    label = known.label(unit.key)
    roots = {known.clusters.root(root) for root in explained or possible}
    roots -= {known.clusters.root(unit.key)}
    heads = sorted(root for root in roots if not known.apart(root, unit.key))
    if not heads or (not explained and len(letters_of(label)) < _LETTERS):
        return
    best = _clearly(known, unit, heads)
    if best is None:
        reason = f"“{label}” may stand for “{known.label(heads[0])}”, as for {len(heads) - 1} more"
        known.doubt(heads[0], unit.key, reason, 0.4, joined=False)
        return
    named = known.label(best)
    if explained:
        known.join(best, unit.key, f"another text explains “{label}” as “{named}”", 0.85)
    else:
        reason = f"“{label}” is made of the first letters of “{named}”, which alone fits"
        told = known.likeness(best, unit.key) > 0
        joined = told and known.join(best, unit.key, reason, 0.65)
        known.doubt(best, unit.key, reason, 0.65 if joined else 0.45, joined=joined)


def _clearly(known: Known, unit: Unit, heads: list[MentionKey]) -> MentionKey | None:
    """The only one, or the one whose documents tell clearly more of the same things."""
    if len(heads) == 1:
        return heads[0]
    ranked = sorted((-known.likeness(head, unit.key), head) for head in heads[:_MOST])
    return ranked[0][1] if ranked[1][0] - ranked[0][0] >= _AHEAD else None


def _is_unknown_place(unit: Unit) -> bool:
    return unit.kind is Kind.PLACE and not unit.identifiers


def _join_forms(known: Known, bodies: Sequence[Unit]) -> None:
    bases: dict[str, dict[str, list[MentionKey]]] = defaultdict(lambda: defaultdict(list))
    for unit in bodies:
        for label in full_labels(unit):
            base, form = without_form(label)
            if len(base) >= _LETTERS and not is_generic(base):
                bases[base][form].append(known.clusters.root(unit.key))
    for base, forms in sorted(bases.items()):
        legal = [form for form in sorted(forms) if form]
        for form in legal:
            _join_all(known, forms[form], f"both are “{base}” with one legal form")
        if len(legal) == 1 and "" in forms:
            first, others = forms[legal[0]][0], forms[""]
            reason = f"“{known.label(first)}” is “{base}” with its legal form"
            _join_all(known, [first, *others], reason)
        elif len(legal) > 1 and "" in forms:
            reason = f"“{base}” may be any of {len(legal)} companies with different legal forms"
            known.doubt(forms[legal[0]][0], forms[""][0], reason, 0.4, joined=False)


def _join_all(known: Known, roots: Sequence[MentionKey], reason: str) -> None:
    first = roots[0]
    for other in sorted(set(roots[1:])):
        if not known.apart(first, other):
            known.join(first, other, reason, 0.85)


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
    return sorted({m.label for m in unit.names if not is_nearby(m.label)})


def _join_spelled(known: Known, keys: list[MentionKey]) -> None:
    heads: list[MentionKey] = []
    for key in keys:
        root = known.clusters.root(key)
        if root in {known.clusters.root(head) for head in heads}:
            continue
        fitting = [head for head in heads if not known.apart(head, key)]
        if len(fitting) == 1 and known.label(fitting[0]) != known.label(key):
            label, named = known.label(key), known.label(fitting[0])
            reason = f"“{label}” is another spelling of “{named}” in Latin letters"
            known.join(fitting[0], key, reason, 0.8)
        elif len(heads) < _MOST:
            heads.append(key)
