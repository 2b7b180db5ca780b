"""Events of all documents joined: candidates by blocks, the best known first, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from operator import or_

from graph.clusters import Clusters
from graph.doubts import Doubt
from graph.identity.event_comparison import Comparison, Surroundings, compare
from graph.identity.event_features import EventFeatures, FeatureReader
from graph.identity.same_names import Known
from graph.identity.units import Unit
from graph.model import Findings, Form, Kind, Mention, MentionKey
from graph.resolved import Feature

_FULL = 48
"""From how many groups on a block tells too little to look through it."""

_COMMON = 8
_SHARE = 0.02
_AHEAD, _FAR_AHEAD = 0.3, 1.0
_PARTING = {
    "partOf": "the text says that one is a part of the other",
    "commemorates": "the text says that one recalls the other",
    "causes": "the text says that one led to the other",
}


@dataclass
class _State:
    known: Known
    world: Surroundings
    features: dict[MentionKey, EventFeatures] = field(default_factory=dict)
    blocks: dict[tuple[str, ...], list[MentionKey]] = field(
        default_factory=lambda: defaultdict(list)
    )


def part_events(clusters: Clusters, findings: Iterable[Findings]) -> None:
    """Keep apart what the texts relate: a thing is no part, cause or anniversary of itself."""
    for found in findings:
        for statement in found.statements:
            reason = _PARTING.get(statement.predicate)
            if reason and isinstance(statement.object, MentionKey):
                clusters.keep_apart(statement.subject, statement.object, reason)


def join_events(
    known: Known, units: Sequence[Unit], reader: FeatureReader, spelled: Mapping[str, str]
) -> None:
    """Join the events of all documents, named and dated ones first."""
    features = {unit.key: _of_unit(unit, reader, spelled) for unit in units}
    state = _State(known, _surroundings(known, features.values()))
    recalling = [unit for unit in units if "Commemoration" in features[unit.key].kinds]
    later = {unit.key for unit in recalling}
    for unit in sorted((u for u in units if u.key not in later), key=_rank(features)):
        _place(state, unit, features[unit.key])
    # what they recall is resolved now
    for unit in recalling:
        features[unit.key] = _of_unit(unit, reader, spelled)
    for unit in sorted(recalling, key=_rank(features)):
        _place(state, unit, features[unit.key])


def explain(
    known: Known, one: Unit, other: Unit, reader: FeatureReader, spelled: Mapping[str, str]
) -> Comparison:
    """Compare two events as they stand, for people who ask why."""
    left, right = _of_unit(one, reader, spelled), _of_unit(other, reader, spelled)
    world = _surroundings(known, (left, right))
    return compare(left, right, world, likeness=lambda: known.likeness(one.key, other.key))


def _of_unit(unit: Unit, reader: FeatureReader, spelled: Mapping[str, str]) -> EventFeatures:
    features = [reader.read(mention, spelled) for mention in unit.mentions]
    found = reduce(or_, features)
    leading = (one for one in features if not one.kinds or one.kinds & found.leading)
    return replace(found, heads=frozenset().union(*(one.heads for one in leading)))


class _rank:  # noqa: N801 (a key function that holds the features)
    def __init__(self, features: Mapping[MentionKey, EventFeatures]) -> None:
        self._features = features

    def __call__(self, unit: Unit) -> tuple[bool, bool, int, MentionKey]:
        found = self._features[unit.key]
        said = (found.places, found.agents, found.patients, found.participants, found.counts)
        named = bool(found.names or found.entries)
        return not found.spans, not named, -sum(map(bool, said)), unit.key


def _surroundings(known: Known, features: Iterable[EventFeatures]) -> Surroundings:
    counts: Counter[str] = Counter()
    total = 0
    for found in features:
        counts.update(found.places | found.agents | found.patients | found.participants)
        total += 1
    most = max(_COMMON, _SHARE * total)
    common = frozenset(one for one, count in counts.items() if count > most)
    return Surroundings(common, frozenset(_countries(known)))


def _countries(known: Known) -> Iterator[str]:
    """The countries and peoples, with which too much happens to tell one event from another."""
    for key, mention in known.clusters.mentions.items():
        entry, is_people = mention.identifier, mention.kind is Kind.GROUP
        if entry and (is_people or known.sides.country(entry) == entry):
            root = known.clusters.root(key)
            yield f"{root.document}/{root.start}-{root.end}"


def _place(state: _State, unit: Unit, found: EventFeatures) -> None:
    """Join a unit to the event that fits best, or begin a new one."""
    ranked = _candidates(state, unit, found)
    enough = [(comparison, root) for comparison, root in ranked if comparison.is_enough]
    label = _label(state, unit.key)
    if len(enough) > 1 and _is_open(state, enough):
        reason = f"“{label}” fits {len(enough)} events, and nothing tells which"
        for comparison, root in enough[:2]:
            _doubt(state, root, unit.key, comparison, reason, joined=False)
    elif enough:
        best, root = enough[0]
        _join(state, root, unit.key, best, found)
    elif ranked and ranked[0][0].is_doubtful:
        best, root = ranked[0]
        reason = f"“{label}” may be “{_label(state, root)}”: {best.words}"
        _doubt(state, root, unit.key, best, reason, joined=False)
    _remember(state, unit.key, found)


def _is_open(state: _State, enough: list[tuple[Comparison, MentionKey]]) -> bool:
    """Whether two events fit about as well that are themselves known to be two."""
    (best, first), (second, other) = enough[0], enough[1]
    told = state.features[first].kinds and best.agrees("kind")
    if best.score - second.score >= (_AHEAD if told else _FAR_AHEAD):
        return False
    return bool(
        compare(state.features[first], state.features[other], state.world).veto
        or state.known.clusters.parted(first, other)
    )


def _candidates(
    state: _State, unit: Unit, found: EventFeatures
) -> list[tuple[Comparison, MentionKey]]:
    """The events that share a block with the unit, the best first."""
    clusters = state.known.clusters
    own = clusters.root(unit.key)
    roots = {
        clusters.root(key)
        for block in _sought(found)
        if len(keys := state.blocks.get(block, ())) <= _FULL
        for key in keys
    } - {own}
    compared = []
    for root in sorted(roots):
        if clusters.parted(root, own) or root not in state.features:
            continue
        comparison = _compared(state, found, state.features[root])
        compared.append((comparison, root))
        if comparison.veto and _is_near(found, state.features[root]):
            reason = f"“{_label(state, unit.key)}” and “{_label(state, root)}”: {comparison.veto}"
            _doubt(state, root, unit.key, comparison, reason, joined=False)
    return sorted(compared, key=lambda one: (bool(one[0].veto), -one[0].score, one[1]))


def _compared(state: _State, one: EventFeatures, other: EventFeatures) -> Comparison:
    return compare(one, other, state.world, likeness=partial(_likeness, state, one, other))


def _is_near(one: EventFeatures, other: EventFeatures) -> bool:
    """Whether two events that a veto parts are called the same, so that a person should know."""
    return bool(one.names & other.names and one.leading & other.leading)


def _likeness(state: _State, one: EventFeatures, other: EventFeatures) -> float:
    pairs = ((a, b) for a in sorted(one.documents)[:8] for b in sorted(other.documents)[:8])
    return max((state.known.stories.likeness(a, b) for a, b in pairs if a != b), default=0.0)


def _join(
    state: _State,
    root: MentionKey,
    key: MentionKey,
    comparison: Comparison,
    found: EventFeatures,
) -> None:
    clusters = state.known.clusters
    words = f"“{_label(state, key)}” and “{_label(state, root)}” are one event"
    reason = f"{words}: {comparison.words}"
    pooled = state.features[root] | state.features.get(clusters.root(key), found)
    if clusters.join(root, key, reason, comparison.confidence, comparison.features):
        state.features[clusters.root(key)] = pooled
        if comparison.is_doubtful:
            _doubt(state, root, key, comparison, reason, joined=True)


def _remember(state: _State, key: MentionKey, found: EventFeatures) -> None:
    root = state.known.clusters.root(key)
    known = state.features.get(root)
    state.features[root] = found if known is None else known | found
    for block in _kept(found):
        keys = state.blocks[block]
        if len(keys) <= _FULL and root not in keys:
            keys[:] = list(dict.fromkeys(state.known.clusters.root(one) for one in (*keys, root)))


def _doubt(
    state: _State,
    first: MentionKey,
    second: MentionKey,
    comparison: Comparison,
    reason: str,
    *,
    joined: bool,
) -> None:
    features: tuple[Feature, ...] = comparison.features
    sure = comparison.confidence if not comparison.veto else 0.3
    one, other = sorted((first, second))
    state.known.doubts.append(Doubt(one, other, reason, sure, joined, features))


def _label(state: _State, key: MentionKey) -> str:
    members = state.known.clusters.members(state.known.clusters.root(key))
    mentions: list[Mention] = [state.known.clusters.mentions[one] for one in sorted(members)]
    named = next((m for m in mentions if m.form is Form.NAME), None)
    return (named or state.known.clusters.mentions[key]).label


# Blocks: what two events must share to be compared at all


def _kept(found: EventFeatures) -> Iterator[tuple[str, ...]]:
    """The blocks in which an event is looked for by others."""
    yield from (("entry", one) for one in sorted(found.entries))
    yield from (("name", *sorted(words)) for words in sorted(map(sorted, found.names)))
    yield from (("recalled", one) for one in sorted(found.recalled))
    times = _times(found)
    for place in sorted(found.places | found.around | found.near):
        yield "place", place
        yield from (("place", place, time) for time in times)
    for actor in sorted(found.agents | found.patients | found.participants):
        yield "actor", actor
        yield from (("actor", actor, time) for time in times)
        yield from (("actor", actor, head) for head in sorted(found.heads))
    for kind in sorted(found.kinds):
        yield from (("day", kind, time) for time in times if len(time) > len("2000-01"))
        yield from (("count", kind, m, str(value)) for m, value in sorted(found.counts))


def _sought(found: EventFeatures) -> Iterator[tuple[str, ...]]:
    """The blocks in which an event looks for others.

    A dated one looks among those of its time alone: all others come after it.
    """
    for block in _kept(found):
        if not found.spans or block[0] not in {"place", "actor"} or block[-1][:4].isdecimal():
            yield block
    yield from (("name", *sorted(words)) for words in sorted(map(sorted, found.told_at)))


def _times(found: EventFeatures) -> list[str]:
    """The years, months and days of an event; of a long one the years alone."""
    times: set[str] = set()
    for span in found.spans:
        years = range(span.begin.year, min(span.end.year, span.begin.year + 10) + 1)
        times.update(f"{year:04}" for year in years)
        if len(years) == 1 and span.begin.month:
            last = span.end.month or span.begin.month
            months = range(span.begin.month, max(last, span.begin.month) + 1)
            times.update(f"{span.begin.year:04}-{month:02}" for month in months)
        if span.begin.day:
            times.update((span.begin.iso, span.end.iso))
    return sorted(times)
