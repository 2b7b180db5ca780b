"""Which mentions are one entity, over all documents, and why.

Mentions are merged by pointers with a reason: people's decisions, links inside a document, equal
names, names whose difference a rule explains, entries of a lexicon, and for events what the texts
say of them. What contradicts stays apart. docs/identity.md tells the rules.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from graph.clusters import Clusters
from graph.deciding import Decided, apply_decisions
from graph.decisions import Decision
from graph.doubts import Doubt
from graph.entities import make_entities
from graph.identity.event_features import FeatureReader
from graph.identity.event_joining import join_events, part_events
from graph.identity.like_names import find_expansions, join_bodies, join_spellings
from graph.identity.like_people import join_people
from graph.identity.profiles import read_profiles
from graph.identity.same_names import (
    Known,
    join_inside,
    join_same_names,
    shared_abbreviations,
)
from graph.identity.sides import Sides
from graph.identity.stories import Stories
from graph.identity.trusting import trusted
from graph.identity.units import make_units
from graph.lasting import Register
from graph.model import Findings, Form, Kind, Mention, MentionKey
from graph.resolved import Resolution
from graph.spelling import count_forms, misspellings, normalised
from ontology.lexicons import Lexicon


@dataclass(frozen=True, slots=True)
class Resolved:
    """What resolution knows at its end: the groups, and all that it weighed to make them."""

    resolution: Resolution
    register: Register
    known: Known
    reader: FeatureReader


def resolve(
    findings: Sequence[Findings],
    *,
    lexicon: Lexicon | None = None,
    decisions: Sequence[Decision] = (),
    former: Register | None = None,
) -> Resolution:
    """Merge the mentions of all documents into entities, sorted by id.

    ``lexicon`` tells which country a place or a people belongs to, ``former`` which ids an earlier
    build gave. Raises ``DecisionError`` where ``decisions`` contradict one another.
    """
    return resolve_fully(findings, lexicon=lexicon, decisions=decisions, former=former).resolution


def resolve_fully(
    findings: Sequence[Findings],
    *,
    lexicon: Lexicon | None = None,
    decisions: Sequence[Decision] = (),
    former: Register | None = None,
) -> Resolved:
    """Resolve, and keep what was weighed, for those who ask why or build again."""
    with _no_cycles_sought():
        return _resolved(findings, lexicon or Lexicon(), decisions, former or Register())


@contextmanager
def _no_cycles_sought() -> Iterator[None]:
    """Many small objects are made, and none in cycles: to look for some takes a third more."""
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()


def _resolved(
    findings: Sequence[Findings],
    lexicon: Lexicon,
    decisions: Sequence[Decision],
    former: Register,
) -> Resolved:
    sides = Sides(lexicon)
    mentions = trusted(findings, lexicon, sides)
    clusters = Clusters(mentions)
    decided = apply_decisions(clusters, decisions)
    part_events(clusters, findings)
    for found in findings:
        for link in found.links:
            clusters.join(link.antecedent, link.mention, link.reason, link.confidence)
    known = _join_names(clusters, findings, sides)
    _join_entries(clusters, mentions.values())
    events = make_units(clusters, (m for m in mentions.values() if m.kind is Kind.EVENT))
    reader = FeatureReader(clusters, findings, sides)
    join_events(known, events, reader, known.spelled)
    return _finished(known, decided, decisions, former, reader)


def _finished(
    known: Known,
    decided: Decided,
    decisions: Sequence[Decision],
    former: Register,
    reader: FeatureReader,
) -> Resolved:
    dropped = {known.clusters.root(key) for key in decided.dropped}
    groups = [
        group
        for group in known.clusters.groups()
        if known.clusters.root(group[0][0].key) not in dropped
    ]
    keys = frozenset(decision.key for decision in decisions)
    entities, lasting = make_entities(
        groups,
        former,
        keys,
        told=decided.told,
        years=reader.years,
        mentions=known.clusters.mentions.values(),
    )
    resolution = Resolution(
        entities,
        doubts=_settled(known, decided),
        replaced=lasting.replaced,
        derived=lasting.derived,
        idle=decided.idle,
    )
    return Resolved(resolution, lasting.register, known, reader)


def _settled(known: Known, decided: Decided) -> tuple[Doubt, ...]:
    """The doubts that no decision has settled, one a pair of groups, the least sure first."""
    found: dict[tuple[MentionKey, MentionKey, bool], Doubt] = {}
    for doubt in sorted(known.doubts, key=lambda d: (d.first, d.second, d.reason)):
        roots = known.clusters.root(doubt.first), known.clusters.root(doubt.second)
        if (roots[0] == roots[1]) != doubt.joined or decided.settles(known.clusters, doubt):
            continue
        place = (doubt.first, doubt.second) if doubt.joined else (min(roots), max(roots))
        found.setdefault((*place, doubt.joined), doubt)
    return tuple(sorted(found.values(), key=lambda d: (abs(d.confidence - 0.5), d.first, d.second)))


def _join_names(clusters: Clusters, findings: Sequence[Findings], sides: Sides) -> Known:
    """Join people, bodies, places, peoples and works, from equal names to like ones."""
    linked = frozenset(link.mention for found in findings for link in found.links)
    mentions = clusters.mentions
    told_elsewhere = (m for _, m in sorted(mentions.items()) if not m.is_local)
    own = [m for m in told_elsewhere if m.key not in linked or _stands_alone(m)]
    names = [m for m in own if m.kind is not Kind.EVENT]
    texts = {found.document.id: found.document.text for found in findings}
    profiles = read_profiles(findings, mentions, sides)
    known = Known(clusters, Stories(findings), sides, _spelled(own), profiles, texts)
    join_inside(known, names)
    units = make_units(clusters, (m for m in mentions.values() if m.kind is not Kind.EVENT))
    join_same_names(known, units, shared_abbreviations(find_expansions(known, units)))
    join_spellings(known, units)
    join_bodies(known, units)
    join_people(known, units)
    return known


def _stands_alone(mention: Mention) -> bool:
    """Whether the label tells who is meant outside its document too: no last name, no "Forum"."""
    if mention.kind in {Kind.PERSON, Kind.EVENT}:
        return False
    return " " in mention.label or mention.label.isupper()


def _spelled(mentions: Iterable[Mention]) -> dict[str, str]:
    """The usual spelling of whole labels, and of the places in events' labels.

    No person's name is a misspelling of a people's, nor of a place's or a body's.
    """
    named = [m for m in mentions if m.form is Form.NAME and m.kind is not Kind.EVENT]
    known = frozenset(normalised(m.label) for m in named if m.identifier)
    own = {kind: [m.label for m in named if m.kind is kind] for kind in (Kind.PERSON, Kind.GROUP)}
    others = [m.label for m in named if m.kind not in own]
    counted = [*map(count_forms, own.values()), count_forms(others) + _places_in_events(mentions)]
    found: dict[str, str] = {}
    for counts in counted:
        found |= misspellings(counts, known)
    return found | _aliases(named)


def _places_in_events(mentions: Iterable[Mention]) -> Counter[str]:
    """The single words that are left of events' names without the noun for the event."""
    found: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind is Kind.EVENT and mention.form is Form.NAME:
            words = [w for w in mention.label.split() if not w.islower()]
            kept = [w for w in words if normalised(w) not in {mention.head, "the"}]
            if len(kept) == 1:
                found[normalised(kept[0])] += 1
    return found


def _aliases(mentions: Iterable[Mention]) -> dict[str, str]:
    """One form for all names of an entry of the lexicon: "xocalı" and "khojaly" are one place."""
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.identifier and mention.kind is Kind.PLACE:
            forms[mention.identifier].add(normalised(mention.label))
    usual = {form: min(group) for group in forms.values() for form in group}
    return {form: first for form, first in usual.items() if form != first}


def _join_entries(clusters: Clusters, mentions: Iterable[Mention]) -> None:
    entries: dict[str, MentionKey] = {}
    for mention in sorted(mentions, key=lambda m: m.key):
        if mention.identifier:
            first = entries.setdefault(mention.identifier, mention.key)
            reason = f"“{mention.label}” is a name of the lexicon's entry {mention.identifier}"
            clusters.join(first, mention.key, reason, 0.97)
