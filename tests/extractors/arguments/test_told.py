"""Who has which part in the events of the sentences beside this file, and where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from extractors.actors.nominals import find_nominals
from extractors.annotation.semantic_roles import ROLES_NAME, RoleRow, register_roles
from extractors.arguments.relations import find_commemorations, find_participations, find_parts
from extractors.arguments.times import find_event_times
from extractors.events.events import find_event_mentions
from extractors.reading import Reading
from extractors.reference.antecedents import with_references
from graph.model import MentionKey, Statement, Value

Tell = Callable[..., Reading]


def _told(reading: Reading) -> Iterator[str]:
    """Lines of the event's noun, the part, who or what has it, and how sure that is."""
    heads = {mention.key: mention.head for mention in reading.mentions}
    labels = {m.key: m.label for m in (*reading.mentions, *reading.described)}
    for find in (find_participations, find_event_times, find_commemorations, find_parts):
        for said in find(reading):
            yield f"{heads[said.subject]}: {said.predicate} {_target(said, labels)}"


def _target(said: Statement, labels: dict[MentionKey, str]) -> str:
    certainty, by = said.evidence.certainty.lower(), said.evidence.rule.partition(" by roles")[1]
    how = f"{by} {said.evidence.confidence}{'' if certainty == 'certain' else f', {certainty}'}"
    if isinstance(said.object, Value):
        return f"{said.object.text}{how}"
    assert isinstance(said.object, MentionKey)
    return f"{labels[said.object]}{how}"


def _with_events(reading: Reading, known: list[str]) -> Reading:
    """The reading with its descriptions and events.

    ``known`` tells which names are those of countries and peoples, or stand in quotes.
    """
    kinds = dict(name.split("=") for line in known for name in line.split(", "))
    changes: dict[str, dict[str, Any]] = {
        name: {"origin": "title in quotes"}
        if kind == "quoted"
        else {"identifier": f"https://example.org/#{kind}-1"}
        for name, kind in kinds.items()
    }
    mentions = [replace(mention, **changes.get(mention.label, {})) for mention in reading.mentions]
    for find in (find_nominals, find_event_mentions):
        reading = reading.with_mentions(mentions)
        mentions += find(reading)
    return with_references(reading.with_mentions(mentions))


def _roles(reading: Reading, line: str) -> RoleRow:
    """The row of "killed Ada ARG0 0.9"."""
    predicate, argument, role, score = line.split()
    words = [token.text for token in reading.doc]
    return words.index(predicate), words.index(argument), role, float(score)


def outcome(case: Any, tell: Tell) -> dict[str, list[str]]:
    """What is found in a case, by the name of its lines."""
    reading = tell(*case.trees, names=case.names)
    if "roles" in case.told:
        register_roles()
        reading.doc._.set(ROLES_NAME, sorted(_roles(reading, line) for line in case.told["roles"]))
    return {"told": list(_told(_with_events(reading, case.told.get("known", []))))}


def test_a_sentence_tells_who_has_which_part_in_its_events(case: Any, tell: Tell) -> None:
    assert outcome(case, tell)["told"] == case.told["told"]
