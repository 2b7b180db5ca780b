"""Which longer or larger event a text puts an event into: "during the siege", "as part of …".

What is told in the same words of where the larger one was, or of the day of a short one, holds for
its part as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import clauses, functions, identities, syntax, voice
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_type_sets
from extractors.words.general import load_grammar_words
from graph.model import Kind, Mention

_PARTS = frozenset({"part"})


class Tie(Enum):
    """How sure the words are that one event is in another."""

    IN = auto()
    """It may be so of events that last: "in the siege"."""
    WHILE = auto()
    """It is so of all that take some time: "during the rescue"."""
    PART = auto()
    """It is so of all: "a part of the raids"."""


def find_wholes(reading: Reading, event: Mention) -> Iterator[Mention]:
    """The events that the event is told to be a part of."""
    head = reading.head_of(event)
    for noun, tie in _tied(head):
        whole = reading.headed_by(noun)
        if whole is None or not _is_apart(event, whole):
            continue
        if _may_hold(whole, tie):
            yield whole


def _may_hold(whole: Mention, tie: Tie) -> bool:
    types = load_type_sets()
    if tie is Tie.WHILE:
        return whole.event_type not in types.short
    return tie is Tie.PART or whole.event_type in types.lasting


def _tied(head: Token) -> Iterator[tuple[Token, Tie]]:
    """The nouns that may name the whole, and how the words tie it to the part."""
    about = voice.undergoers(head) if clauses.is_verb(head) else []
    around = load_argument_words()
    words = [head, *_carrier(head), *about]
    if clauses.is_verb(head):
        words += clauses.moments(head)
    for word in words:
        for preposition, noun in syntax.prepositional(word):
            if preposition in around.during | around.inside:
                tie = Tie.WHILE if preposition in around.during else Tie.IN
                yield from ((inner, tie) for inner in _through(noun))
            elif preposition == "as" and noun.lemma_.lower() in _PARTS:
                yield from ((inner, Tie.PART) for inner in _of(noun))
    for noun in (*identities.appositions(head), *identities.equations(head)):
        if noun.lemma_.lower() in _PARTS:
            yield from ((inner, Tie.PART) for inner in _of(noun))
    above = syntax.above(head)
    among = syntax.preposition_of(head) in around.among and not functions.is_joined(head)
    if among:
        yield above, Tie.PART
    others = (*_episode_of(head), *_in_course_of(head), *_meeting_of_doers(head))
    yield from ((noun, Tie.IN) for noun in others)


def _meeting_of_doers(head: Token) -> Iterator[Token]:
    """Where those who did it were: "the leaders at the summit signed a treaty"."""
    verb = head if clauses.is_verb(head) else head.head if functions.is_object(head) else None
    for doer in voice.doers(verb) if verb is not None else ():
        yield from (noun for tie, noun in syntax.prepositional(doer) if tie == "at")


def _episode_of(head: Token) -> Iterator[Token]:
    """What the event is called a moment or a battle of: "a turning point in the war was …"."""
    inside = load_argument_words().inside
    subjects = (c for c in head.children if head in identities.equations(c))
    for noun in (*identities.appositions(head), *identities.equations(head), *subjects):
        if noun.lemma_.lower() in load_grammar_words().episodes:
            yield from (n for tie, n in syntax.prepositional(noun) if tie in inside | {"of"})


def _in_course_of(head: Token) -> Iterator[Token]:
    """What began, went on or ended when the event happened: "the march ended with police …"."""
    verb = head.head
    if verb.lemma_.lower() not in load_grammar_words().course:
        return
    if clauses.is_subordinate(head) and _opened_by(head) & load_argument_words().in_course:
        yield from syntax.subjects(verb)


def _opened_by(clause: Token) -> frozenset[str]:
    cases = {c.lower_ for c in clause.children if c.i == clause.left_edge.i}
    return clauses.marks(clause) | cases


def _carrier(noun: Token) -> list[Token]:
    """The verb that the noun is the subject of, or that only carries it."""
    light = clauses.light_verb(noun)
    own = noun.head if functions.is_subject(noun) and clauses.is_verb(noun.head) else light
    return [own] if own is not None else []


def _through(noun: Token) -> Iterator[Token]:
    """The noun, or what it is a stretch of: "the first days of the war"."""
    yield noun
    if noun.lemma_.lower() in load_argument_words().stretches:
        yield from _of(noun)


def _of(noun: Token) -> Iterator[Token]:
    yield from (inner for preposition, inner in syntax.prepositional(noun) if preposition == "of")


def _is_apart(part: Mention, whole: Mention) -> bool:
    apart = whole.end <= part.start or part.end <= whole.start
    return apart and whole.kind is Kind.EVENT
