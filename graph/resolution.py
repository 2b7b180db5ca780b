"""Which mentions are one entity, over all documents, and why.

Mentions are merged by pointers with a reason: links inside a document, entries of a lexicon,
equal or nearly equal names, and for events a compatible type, place and time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graph.clusters import Clusters
from graph.entities import make_entities
from graph.event_identity import (
    EventIdentity,
    are_alike,
    event_days,
    event_years,
    placed_events,
    recalled_events,
    which_event,
)
from graph.model import Findings, Form, Kind, Mention, MentionKey, Resolution
from graph.spelling import count_forms, misspellings, normalised

_CLEAR = 0.7


def resolve(findings: Sequence[Findings]) -> Resolution:
    """Merge the mentions of all documents into entities, sorted by id."""
    mentions = {m.key: m for found in findings for m in found.mentions}
    clusters = Clusters(mentions)
    for found in findings:
        for link in found.links:
            clusters.join(link.antecedent, link.mention, link.reason, link.confidence)
    linked = frozenset(link.mention for found in findings for link in found.links)
    global_ = (m for _, m in sorted(mentions.items()) if not m.is_local)
    own = [m for m in global_ if m.key not in linked or _stands_alone(m)]
    spelled = _spelled(own)
    _join_names(clusters, [m for m in own if m.kind is not Kind.EVENT], spelled)
    _join_entries(clusters, own)
    _join_events(clusters, [m for m in own if m.kind is Kind.EVENT], findings, spelled)
    _join_unplaced(clusters, [m for m in own if m.kind is Kind.EVENT], findings)
    return Resolution(make_entities(clusters, event_years(findings)))


def _stands_alone(mention: Mention) -> bool:
    """Whether the label tells who is meant outside its document too: no last name, no "Forum"."""
    if mention.kind in {Kind.PERSON, Kind.EVENT}:
        return False
    return " " in mention.label or mention.label.isupper()


def _spelled(mentions: Iterable[Mention]) -> dict[str, str]:
    """The usual spelling of whole labels, and of the places in events' labels."""
    named = [m for m in mentions if m.form is Form.NAME and m.kind is not Kind.EVENT]
    known = frozenset(normalised(m.label) for m in named if m.identifier)
    counts = count_forms([mention.label for mention in named])
    events = [m for m in mentions if m.kind is Kind.EVENT and m.form is Form.NAME]
    counts += Counter(which for m in events if " " not in (which := which_event(m, {})))
    return misspellings(counts, known) | _aliases(named)


def _aliases(mentions: Iterable[Mention]) -> dict[str, str]:
    """One form for all names of an entry of the lexicon: "xocalı" and "khojaly" are one place."""
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.identifier and mention.kind is Kind.PLACE:
            forms[mention.identifier].add(normalised(mention.label))
    usual = {form: min(group) for group in forms.values() for form in group}
    return {form: first for form, first in usual.items() if form != first}


def _join_names(clusters: Clusters, mentions: list[Mention], spelled: dict[str, str]) -> None:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        form = normalised(mention.label)
        groups[form if mention.identifier else spelled.get(form, form)].append(mention)
    for form, group in sorted(groups.items()):
        for kind_group in _by_kind(group):
            _join_all(clusters, kind_group, form)


def _join_entries(clusters: Clusters, mentions: list[Mention]) -> None:
    entries: dict[str, MentionKey] = {}
    for mention in mentions:
        if mention.identifier:
            first = entries.setdefault(mention.identifier, mention.key)
            reason = f"“{mention.label}” is a name of the lexicon's entry {mention.identifier}"
            clusters.join(first, mention.key, reason, 0.97)


def _by_kind(group: list[Mention]) -> list[list[Mention]]:
    """One list where most mentions agree on a kind, else one for each kind."""
    kinds = Counter(mention.kind for mention in group)
    top = max(kinds.values())
    if top >= _CLEAR * len(group) or " " in group[0].label:
        return [group]
    return [[mention for mention in group if mention.kind is kind] for kind in sorted(kinds)]


def _join_all(clusters: Clusters, group: list[Mention], form: str) -> None:
    first = next((m for m in group if normalised(m.label) == form), group[0])
    for mention in group:
        if mention is first:
            continue
        same = normalised(mention.label) == form
        how = "is the same name as" if same else "is written almost like"
        reason = f"“{mention.label}” {how} “{first.label}”"
        clusters.join(first.key, mention.key, reason, 0.95 if same else 0.75)


def _join_events(
    clusters: Clusters,
    mentions: list[Mention],
    findings: Sequence[Findings],
    spelled: dict[str, str],
) -> None:
    years = event_years(findings)
    recalled = recalled_events(findings)
    heads: dict[str, list[tuple[EventIdentity, Mention]]] = defaultdict(list)
    for mention in sorted(mentions, key=_naming):
        which = which_event(mention, spelled)
        if mention.key in recalled:
            ordinal = which.partition(" ")[0]
            which = f"{ordinal} {clusters.root(recalled[mention.key])}"
        identity = EventIdentity(mention.event_type, which, years.get(mention.key, frozenset()))
        found = next((head for known, head in heads[which] if known.may_equal(identity)), None)
        if found is None:
            heads[which].append((identity, mention))
            continue
        reason = f"“{mention.label}” is an event of a like kind at the place of “{found.label}”"
        if normalised(mention.label) == normalised(found.label):
            reason = f"“{mention.label}” is the same name as “{found.label}”"
        clusters.join(found.key, mention.key, reason, 0.8)


def _join_unplaced(
    clusters: Clusters, mentions: list[Mention], findings: Sequence[Findings]
) -> None:
    """Join an unnamed event without a place to the only named one of its kind on that day."""
    days, placed = event_days(findings), placed_events(findings)
    for key in list(days):
        days[clusters.root(key)] |= days[key]
    named = [m for m in mentions if m.form is Form.NAME]
    for mention in mentions:
        if mention.form is Form.NAME or mention.key in placed:
            continue
        alike = [
            n
            for n in named
            if are_alike(n, mention) and days[clusters.root(n.key)] & days[mention.key]
        ]
        if len({clusters.root(one.key) for one in alike}) == 1:
            reason = (
                f"“{mention.label}” is of a like kind and on the same day as “{alike[0].label}”"
            )
            clusters.join(alike[0].key, mention.key, reason, 0.65)


def _naming(mention: Mention) -> tuple[bool, bool, bool, MentionKey]:
    """Anniversaries last, names before other mentions, definite types before vague ones."""
    recalls = mention.event_type == "Commemoration"
    return (recalls, mention.form is not Form.NAME, mention.event_type == "Occurrence", mention.key)
