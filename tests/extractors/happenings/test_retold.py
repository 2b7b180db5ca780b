"""Which words of the texts beside this file tell of one happening, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from extractors.actors.nominals import find_nominals
from extractors.arguments.relations import find_commemorations, find_participations, find_parts
from extractors.arguments.times import find_event_times
from extractors.events.events import find_event_mentions
from extractors.happenings.happenings import Happenings, find_happenings
from extractors.happenings.selection import select_events
from extractors.quantities.quantities import find_quantities
from extractors.reading import Reading
from extractors.reference.antecedents import with_references
from graph.model import Kind, Statement

Tell = Callable[..., Reading]

FINDERS = (
    find_participations, find_event_times, find_commemorations, find_parts, find_quantities,
)  # fmt: skip


def _called(reading: Reading, said: list[Statement], happenings: Happenings) -> Iterator[str]:
    """Each happening that stays: what it is called, and the words for it."""
    mentions, _, _ = select_events(reading, said, happenings, [])
    words: dict[object, list[str]] = {}
    labels: dict[object, str] = {}
    for mention in mentions:
        if mention.kind is Kind.EVENT:
            words.setdefault(happenings.of(mention.key), []).append(mention.text)
            labels.setdefault(happenings.of(mention.key), mention.label)
    yield from (f"{labels[key]} ({', '.join(told)})" for key, told in words.items())


def _links(happenings: Happenings, text: str) -> Iterator[str]:
    for link in happenings.links:
        mention, before = (text[k.start : k.end] for k in (link.mention, link.antecedent))
        yield f"{mention} is {before}, {link.confidence}"


def outcome(case: Any, tell: Tell) -> dict[str, list[str]]:
    """What is found in a case, by the name of its lines."""
    reading = tell(*case.trees, names=case.names)
    mentions = list(reading.mentions)
    for find in (find_nominals, find_event_mentions):
        reading = reading.with_mentions(mentions)
        mentions += find(reading)
    reading = with_references(reading.with_mentions(mentions))
    said = [statement for find in FINDERS for statement in find(reading)]
    full = reading.with_mentions([*reading.mentions, *reading.described])
    happenings = find_happenings(full, said)
    return {
        "called": list(_called(full, said, happenings)),
        "links": list(_links(happenings, full.document.text)),
    }


def test_a_text_tells_of_a_happening_in_several_words(case: Any, tell: Tell) -> None:
    assert outcome(case, tell) == {"called": [], "links": [], **case.told}
