"""How much the texts tell of each event, so that what they tell most of can be shown first.

It counts what is told, never how grave it is.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.materialising import is_affirmed
from graph.model import Form, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.model import Findings, Mention, MentionKey, Statement
    from graph.resolved import Entity, Resolution

_HALF = 5
_MOST_MENTIONS = 5
_NAMED = 2.0
_RESERVED = 0.5


def saliences(findings: Sequence[Findings], resolution: Resolution) -> dict[str, float]:
    """The salience of each event, from 0 to 1, by the id of its entity.

    It grows with the kinds of facts told (who, whom, where, when, how many …), a name, the
    mentions and the documents. What is only told with a reserve, or denied, counts half.
    """
    entities = resolution.by_mention()
    mentions = {m.key: m for found in findings for m in found.mentions}
    told = _told(findings, entities)
    events = (entity for entity in resolution.entities if entity.kind is Kind.EVENT)
    return {event.id: _salience(event, told.get(event.id, ()), mentions) for event in events}


def _told(
    findings: Sequence[Findings], entities: Mapping[MentionKey, Entity]
) -> dict[str, list[Statement]]:
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in (statement for found in findings for statement in found.statements):
        entity = entities.get(statement.subject)
        if entity is not None:
            told[entity.id].append(statement)
    return told


def _salience(
    event: Entity, told: Iterable[Statement], mentions: Mapping[MentionKey, Mention]
) -> float:
    facts: dict[str, float] = {}
    for statement in told:
        weight = 1.0 if is_affirmed(statement) else _RESERVED
        facts[statement.predicate] = max(weight, facts.get(statement.predicate, 0.0))
    named = any(mentions[key].form is Form.NAME for key in event.mentions if key in mentions)
    documents = len({key.document for key in event.mentions})
    more = min(len(event.mentions) - 1, _MOST_MENTIONS) / 2
    points = sum(facts.values()) + _NAMED * named + more + documents - 1
    return points / (points + _HALF) if points else 0.0
