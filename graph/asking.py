"""Why two things are one or two, for people who ask; and what a decision would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.deciding import References
from graph.decisions import Reference
from graph.errors import DecisionError
from graph.identity.event_comparison import Comparison
from graph.identity.event_joining import explain
from graph.identity.people import compare_names, read_name
from graph.identity.units import Unit
from graph.lasting import Anchors
from graph.model import Form, Kind, Mention, MentionKey
from graph.resolution import Resolved
from graph.resolved import Entity, Feature, Merge, Resolution

_SHOWN = 5


def find_thing(resolved: Resolved, words: str) -> Reference:
    """Find what is meant: ``DOCUMENT:WORDS``, the id or IRI of an entity, or its whole name.

    Raises ``DecisionError`` where nothing or more than one thing is called so.
    """
    mentions = resolved.known.clusters.mentions
    document, colon, said = words.partition(":")
    if colon and not said.startswith("//"):
        reference = Reference.parse(document, said)
        if References(mentions).find(reference) is not None:
            return reference
    entities = _called(resolved.resolution, words)
    if len(entities) == 1:
        return refer(resolved, _named(resolved, entities[0]))
    choices = ", ".join(entity.id for entity in entities[:_SHOWN])
    told = f"; it may be: {choices}" if choices else ""
    raise DecisionError(
        f"no one thing is {words!r}{told}; give DOCUMENT:WORDS as they stand in the text, or the "
        "id of an entity"
    )


def _named(resolved: Resolved, entity: Entity) -> MentionKey:
    """The first mention that names the entity; of what is only described, the first of all."""
    mentions = resolved.known.clusters.mentions
    names = (key for key in entity.mentions if mentions[key].form is Form.NAME)
    return next(names, entity.mentions[0])


def refer(resolved: Resolved, key: MentionKey) -> Reference:
    """Name a mention by its document and its words."""
    anchors = Anchors(resolved.known.clusters.mentions.values())
    return Reference(*anchors.of_mention[key])


def _called(resolution: Resolution, words: str) -> list[Entity]:
    """The entities of an id or IRI; else those of a label, else those of any name."""
    name = words.rpartition("/")[2].rpartition(":")[2] if "/" in words else words
    tests = (
        lambda entity: entity.id in {name, words.removeprefix("id:")},
        lambda entity: entity.label == words,
        lambda entity: words in entity.alt_labels,
    )
    found = ([entity for entity in resolution.entities if test(entity)] for test in tests)
    return next((entities for entities in found if entities), [])


def explain_pair(resolved: Resolved, first: Reference, second: Reference) -> Iterator[str]:
    """Tell why two things are one entity, step by step, or what keeps them apart."""
    one, other = _mention(resolved, first), _mention(resolved, second)
    entities = resolved.resolution.by_mention()
    left, right = entities.get(one.key), entities.get(other.key)
    if left is None or right is None:
        yield f"{first if left is None else second} was dropped by a decision"
    elif left.id == right.id:
        yield f"{first} and {second} are one: {left.id}, “{left.label}”"
        yield from _steps(left, one.key, other.key)
    else:
        yield f"{first} and {second} are two: {left.id} and {right.id}"
        yield from _apart(resolved, one, other)


def _mention(resolved: Resolved, reference: Reference) -> Mention:
    mentions = resolved.known.clusters.mentions
    key = References(mentions).find(reference)
    if key is None:
        raise DecisionError(
            f"there is nothing called {reference}; check the document and the words"
        )
    return mentions[key]


def _steps(entity: Entity, first: MentionKey, second: MentionKey) -> Iterator[str]:
    """The merges on the way from one mention to the other."""
    for merge in _path(entity, first, second):
        yield f"  {merge.reason} ({merge.confidence})"
        yield from map(_feature, merge.features)


def _path(entity: Entity, first: MentionKey, second: MentionKey) -> list[Merge]:
    beside: dict[MentionKey, list[tuple[MentionKey, Merge]]] = defaultdict(list)
    for merge in entity.merges:
        if merge.other is not None:
            beside[merge.mention].append((merge.other, merge))
            beside[merge.other].append((merge.mention, merge))
    came: dict[MentionKey, tuple[MentionKey, Merge]] = {}
    todo, seen = [first], {first}
    for key in todo:
        for near, merge in beside[key]:
            if near not in seen:
                seen.add(near)
                came[near] = key, merge
                todo.append(near)
    path = []
    while second in came:
        second, merge = came[second]
        path.append(merge)
    return path[::-1]


def _feature(feature: Feature) -> str:
    return f"    {feature.weight:+.2f} {feature.name}: {feature.words}"


def _apart(resolved: Resolved, one: Mention, other: Mention) -> Iterator[str]:
    known = resolved.known
    clusters = known.clusters
    roots = {clusters.root(one.key), clusters.root(other.key)}
    for first, second, reason, held in clusters.refused:
        if {clusters.root(first), clusters.root(second)} == roots:
            yield f"  {reason}, but {held}"
    for doubt in resolved.resolution.doubts:
        if {clusters.root(doubt.first), clusters.root(doubt.second)} == roots:
            yield f"  {doubt.reason}"
    if Kind.EVENT in {one.kind, other.kind}:
        yield from _events_apart(resolved, one, other)
    elif held := known.apart(one.key, other.key):
        yield f"  {held}"
    elif one.kind is Kind.PERSON is other.kind:
        yield f"  {_people_apart(one, other)}"
    else:
        yield f"  no rule makes “{one.label}” and “{other.label}” one name"


def _people_apart(one: Mention, other: Mention) -> str:
    left, right = read_name(one.label), read_name(other.label)
    alike = compare_names(left, right) if left and right else None
    if alike is not None:
        return f"“{one.label}” {alike.reason} “{other.label}”, but it may be another, too"
    return f"no rule makes “{one.label}” and “{other.label}” one name"


def _events_apart(resolved: Resolved, one: Mention, other: Mention) -> Iterator[str]:
    if one.kind is not other.kind:
        yield f"  one is an event, the other a {min({one.kind, other.kind} - {Kind.EVENT})}"
        return
    units = [_unit(resolved, mention) for mention in (one, other)]
    known = resolved.known
    if held := known.clusters.parted(one.key, other.key):
        yield f"  {held}"
        return
    comparison: Comparison = explain(known, units[0], units[1], resolved.reader, known.spelled)
    if comparison.veto:
        yield f"  {comparison.veto}"
        return
    yield f"  what agrees weighs {comparison.score}, and 2.1 is asked"
    yield from map(_feature, comparison.features)
    if not comparison.is_sound:
        yield "  no name agrees, and fewer than two of time, place, people and counts"


def _unit(resolved: Resolved, mention: Mention) -> Unit:
    """All mentions of the group, so that the question is that of the graph."""
    clusters = resolved.known.clusters
    members = sorted(clusters.members(clusters.root(mention.key)))
    return Unit(Kind.EVENT, tuple(clusters.mentions[key] for key in members))


def differences(before: Resolution, after: Resolution) -> Iterator[str]:
    """What another resolution changes: what is joined, split, called otherwise or gone."""
    was = before.by_mention()
    known = {entity.mentions: entity for entity in before.entities}
    for entity in after.entities:
        old = known.get(entity.mentions)
        if old is None:
            yield _changed(entity, sorted({was[key].id for key in entity.mentions if key in was}))
        elif (old.label, old.kind) != (entity.label, entity.kind):
            now = f"{entity.kind.value} “{entity.label}”"
            yield f"{old.kind.value} “{old.label}” ({old.id}) becomes {now}"
    left = {key for entity in after.entities for key in entity.mentions}
    for entity in before.entities:
        if left.isdisjoint(entity.mentions):
            yield f"“{entity.label}” ({entity.id}) is dropped"


def _changed(entity: Entity, former: Sequence[str]) -> str:
    count = f"{len(entity.mentions)} mention{'' if len(entity.mentions) == 1 else 's'}"
    if len(former) > 1:
        return f"{', '.join(former)} become one: “{entity.label}” ({count})"
    return f"of {', '.join(former) or 'nothing'} comes “{entity.label}” ({count})"
