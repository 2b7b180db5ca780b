"""Statements about events: who took part, where, what they recall and what they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.events.arguments import Argument, find_arguments
from extractors.events.events import reader_confidence
from extractors.reading import Reading
from extractors.tree import syntax
from extractors.words.triggers import load_type_sets
from graph.model import Evidence, Form, Kind, Mention, Statement

_RECALLING = frozenset({"of", "for", "on"})
_BELONGING = frozenset({"during", "throughout", "amid"})


def find_participations(reading: Reading) -> Iterator[Statement]:
    """Statements ``agent``, ``patient``, ``participant`` and ``place``."""
    for event in _events(reading):
        best: dict[tuple[str, str], Argument] = {}
        for argument in find_arguments(reading, event):
            target = argument.target.label.casefold()
            kept = best.get((argument.role, target))
            if kept is None or argument.confidence > kept.confidence:
                best[argument.role, target] = argument
        for argument in best.values():
            yield _statement(reading, event, argument.role, argument.target, argument.confidence)


def find_commemorations(reading: Reading) -> Iterator[Statement]:
    """Statements ``commemorates``: from an anniversary to the event that it recalls."""
    for event in _events(reading):
        if event.event_type == "Commemoration":
            recalled = _recalled(reading, event)
            if recalled is not None:
                yield _statement(reading, event, "commemorates", recalled, 0.8)


def find_parts(reading: Reading) -> Iterator[Statement]:
    """Statements ``partOf``: an event told to have happened during a longer one."""
    for event in _events(reading):
        head = reading.head_of(event)
        for word in (head, *_verb(head)):
            for preposition, noun in syntax.prepositional(word):
                whole = reading.headed_by(noun)
                if preposition in _BELONGING and whole is not None and _is_whole(event, whole):
                    yield _statement(reading, event, "partOf", whole, 0.65)


def _events(reading: Reading) -> list[Mention]:
    return [mention for mention in reading.mentions if mention.kind is Kind.EVENT]


def _verb(noun: Token) -> list[Token]:
    """The verb that the noun is the subject of, if it is one."""
    return [noun.head] if syntax.is_subject(noun) and noun.head.pos_ == "VERB" else []


def _is_whole(part: Mention, whole: Mention) -> bool:
    apart = whole.end <= part.start or part.end <= whole.start
    return apart and whole.kind is Kind.EVENT and whole.event_type in load_type_sets().lasting


def _recalled(reading: Reading, event: Mention) -> Mention | None:
    head = reading.head_of(event)
    targets = [
        noun for preposition, noun in syntax.prepositional(head) if preposition in _RECALLING
    ]
    if head.pos_ == "VERB":
        targets = [*syntax.objects(head), *syntax.passive_subjects(head)]
    targets += syntax.modifiers(head) + syntax.possessors(head)
    found = (reading.headed_by(token) for token in targets)
    recalled = (m for m in found if m and m.kind is Kind.EVENT and m.event_type != "Commemoration")
    return next((m for m in recalled if m.form is Form.NAME), None) or _nested(reading, event)


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
