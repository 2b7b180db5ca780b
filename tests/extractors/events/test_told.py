"""Which words of the sentences beside this file tell of events, and of which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from extractors.actors.nominals import find_nominals
from extractors.annotation.semantic_roles import ROLES_NAME, register_roles
from extractors.events.courses import course_verbs, ends, struck_by
from extractors.events.events import find_event_mentions
from extractors.events.reality import is_planned
from extractors.events.things import thing_of
from extractors.reading import Reading
from extractors.reference.antecedents import with_references
from graph.model import Mention

Tell = Callable[..., Reading]


def _told(reading: Reading) -> Iterator[str]:
    """Lines of the word, its noun and type, whether it is planned, and what is told of it."""
    events = list(find_event_mentions(reading))
    full = reading.with_mentions([*reading.mentions, *events])
    for event in events:
        planned = "planned " if is_planned(full.head_of(event)) else ""
        yield f"{event.text}: {planned}{event.head}, {event.event_type}{_more(full, event)}"


def _more(reading: Reading, event: Mention) -> str:
    """The thing of a deed, and what the verbs around a noun tell of its course."""
    head, thing = reading.head_of(event), thing_of(reading, event)
    course = dict.fromkeys(course_verbs(reading, head))
    parts = [f"of {thing}"] if thing else []
    parts += [f"{verb.text}{' (its end)' if ends(verb) else ''}" for verb in course]
    parts += [f"hit {word.text}" for word in struck_by(head)]
    return "".join(f"; {part}" for part in parts)


def outcome(case: Any, tell: Tell) -> dict[str, list[str]]:
    """What is found in a case, by the name of its lines."""
    reading = tell(*case.trees, names=case.names)
    if "roles" in case.told:
        register_roles()
        words = [token.text for token in reading.doc]
        found = [(words.index(word), words.index(word), "V", 0.9) for word in case.told["roles"]]
        reading.doc._.set(ROLES_NAME, found)
    described = [*reading.mentions, *find_nominals(reading)]
    return {"told": list(_told(with_references(reading.with_mentions(described))))}


def test_a_sentence_tells_of_events(case: Any, tell: Tell) -> None:
    assert outcome(case, tell)["told"] == case.told["told"]
