"""Which happenings are told of well enough to stand in the graph, and what they are called.

A word alone ("the attack", "they met") tells of no event that can be told from others. One sound
fact is enough: who, where, when, how many, or a name. The facts of all words for one happening
count together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from extractors.events.deeds import is_deed, wants_time
from extractors.happenings.happenings import Happenings
from extractors.happenings.labels import label_of
from extractors.happenings.told import Told, find_told
from extractors.reading import Reading
from graph.model import Form, Kind, Link, Mention, MentionKey, Object, Statement


def select_events(
    reading: Reading, statements: list[Statement], happenings: Happenings, links: list[Link]
) -> tuple[list[Mention], list[Statement], list[Link]]:
    """Drop the happenings of which nothing sound is told, with their statements and links.

    The unnamed mentions of those that stay get a label from what is said: "siege of Leningrad".
    """
    labels = _labels(reading, statements, happenings)
    dropped = {
        m.key
        for m in reading.mentions
        if m.kind is Kind.EVENT and m.form is not Form.NAME and m.key not in labels
    }
    kept = {mention.key for mention in reading.mentions} - dropped
    mentions = [_labelled(m, labels) for m in reading.mentions if m.key in kept]
    return (
        mentions,
        [s for s in statements if s.subject in kept and _is_kept(s.object, kept)],
        [link for link in links if link.mention in kept and link.antecedent in kept],
    )


def _labelled(mention: Mention, labels: dict[MentionKey, str]) -> Mention:
    label = labels.get(mention.key)
    return replace(mention, label=label) if label else mention


def _is_kept(target: Object, kept: set[MentionKey]) -> bool:
    return not isinstance(target, MentionKey) or target in kept


def _labels(
    reading: Reading, statements: Iterable[Statement], happenings: Happenings
) -> dict[MentionKey, str]:
    """The label of each unnamed event mention that stays."""
    groups: dict[MentionKey, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.kind is Kind.EVENT:
            groups[happenings.of(mention.key)].append(mention)
    told = find_told(reading, statements)
    labels: dict[MentionKey, str] = {}
    for members in groups.values():
        label = _label_of_group(reading, members, told)
        if label:
            labels.update((m.key, label) for m in members if m.form is not Form.NAME)
    return labels


def _label_of_group(reading: Reading, members: list[Mention], told: dict[MentionKey, Told]) -> str:
    names = [m for m in members if m.form is Form.NAME]
    if names:
        return names[0].label
    pooled = Told()
    for member in members:
        if member.key in told:
            pooled.add(told[member.key])
    deeds = [member for member in members if is_deed(member)]
    sound = pooled.is_sound
    if len(deeds) == len(members):
        sound = pooled.is_telling and (pooled.is_dated or not any(map(wants_time, deeds)))
    return label_of(reading, members, pooled) if sound else ""
