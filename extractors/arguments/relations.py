"""Statements about events: who took part, where, what they recall and what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.arguments.arguments import find_arguments
from extractors.arguments.learned import with_learned
from extractors.arguments.participants import Argument
from extractors.arguments.scenes import find_scenes
from extractors.arguments.wholes import find_wholes
from extractors.events.events import reader_confidence
from extractors.reading import Reading
from extractors.tree import functions, syntax
from extractors.words.events.arguments import load_argument_words
from graph.model import Certainty, Evidence, Form, Kind, Mention, Statement


def find_participations(reading: Reading) -> Iterator[Statement]:
    """Statements ``agent``, ``patient``, ``participant`` and ``place``."""
    for event in _events(reading):
        best: dict[tuple[str, str], Argument] = {}
        own = list(with_learned(reading, event, find_arguments(reading, event)))
        placed = any(argument.role == "place" for argument in own)
        for argument in (*own, *(() if placed else find_scenes(reading, event))):
            target = argument.target.label.casefold()
            kept = best.get((argument.role, target))
            if kept is None or argument.confidence > kept.confidence:
                best[argument.role, target] = argument
        for argument in best.values():
            yield _participation(reading, event, argument)


def _participation(reading: Reading, event: Mention, argument: Argument) -> Statement:
    made = _statement(reading, event, argument.role, argument.target, argument.confidence)
    rule = f"{made.evidence.rule}{argument.by}"
    # "the army or the police shot them": which of both, the text does not say
    alternative = argument.role == "agent" and functions.is_alternative(argument.link)
    certainty = Certainty.HEDGED if alternative else made.evidence.certainty
    return replace(made, evidence=replace(made.evidence, rule=rule, certainty=certainty))


def find_commemorations(reading: Reading) -> Iterator[Statement]:
    """Statements ``commemorates``: from an anniversary to the event that it recalls."""
    marking = [event for event in _events(reading) if event.event_type == "Commemoration"]
    found = {event.key: _recalled(reading, event) for event in marking}
    only = {m.label.casefold(): m for m in found.values() if m is not None}
    for event in marking:
        recalled = found[event.key]
        if recalled is not None:
            yield _statement(reading, event, "commemorates", recalled, 0.8)
        elif len(only) == 1 and _is_anniversary(reading, event):
            yield _statement(reading, event, "commemorates", next(iter(only.values())), 0.6)


def find_parts(reading: Reading) -> Iterator[Statement]:
    """Statements ``partOf``: an event told to have happened in a longer or larger one."""
    for event in _events(reading):
        for whole in find_wholes(reading, event):
            yield _statement(reading, event, "partOf", whole, 0.65)


def _events(reading: Reading) -> list[Mention]:
    return [mention for mention in reading.mentions if mention.kind is Kind.EVENT]


def _recalled(reading: Reading, event: Mention) -> Mention | None:
    head = reading.head_of(event)
    targets = [
        noun
        for preposition, noun in syntax.prepositional(head)
        if preposition in load_argument_words().recalling
    ]
    if head.pos_ == "VERB":
        targets = [*syntax.objects(head), *syntax.passive_subjects(head)]
    targets += syntax.modifiers(head) + syntax.possessors(head)
    found = (reading.headed_by(token) for token in targets)
    recalled = [m for m in found if m and m.kind is Kind.EVENT and m.event_type != "Commemoration"]
    named = next((m for m in recalled if m.form is Form.NAME), None) or _nested(reading, event)
    return named or next(iter(recalled), None)


def _is_anniversary(reading: Reading, event: Mention) -> bool:
    """Whether it is "the 50th anniversary" alone: that of what the text recalls elsewhere."""
    head = reading.head_of(event)
    return event.head == "anniversary" and functions.is_definite(head)


def _nested(reading: Reading, event: Mention) -> Mention | None:
    """The event named inside the name of its anniversary."""
    inside = reading.mentions_between(event.start, event.end)
    return next((m for m in inside if m.kind is Kind.EVENT and m.key != event.key), None)


def _statement(
    reading: Reading, event: Mention, predicate: str, target: Mention, confidence: float
) -> Statement:
    """A statement that rests on the words from the event to the target, in the event's passage."""
    head = reading.head_of(event)
    evidence = Evidence(
        passage=event.passage,
        start=head.idx,
        end=head.idx + len(head),
        rule=f"{event.origin}: {predicate}",
        confidence=round(confidence * reader_confidence(event), 2),
    )
    return Statement(event.key, predicate, target.key, evidence)
