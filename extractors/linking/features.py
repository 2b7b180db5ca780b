"""What is told to the scorer of links about one word: its form, its place in the tree, its type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Final

from spacy.tokens import Token

from extractors.annotation.remembering import remembered
from extractors.events.events import is_by_reader
from extractors.events.reality import is_planned
from extractors.tree import clauses, functions, syntax
from extractors.words.cues import load_speech_words
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import TypeSets, load_type_sets
from graph.model import Form, Mention

FARTHEST: Final = 12
"""Steps between two words of the tree; more count as this many."""

_DEEPEST: Final = 8
_SETS: Final = tuple(field.name for field in fields(TypeSets))

EVENT: Final = (
    "verb", "named", "passive", "definite", "plural", "sure", "planned", "subject", "object",
    "tied", "past", "root", "depth", "deed", "by reader",
)  # fmt: skip
"""What is told of an event's word; then come the sets of types and the types."""

WORD: Final = ("subject", "object", "owner", "modifier", "apposition", "said", "of noun", "bare")
"""What is told of the word for an entity or a time; then come the classes of prepositions."""

PAIR: Final = ("governs", "governed", "path", "below", "above", "same verb")
"""What is told of two words."""


@cache
def event_names() -> tuple[str, ...]:
    """The names of what ``event_features`` gives, in its order."""
    types = load_argument_words().linked_types
    return (*EVENT, *(f"in {name}" for name in _SETS), *(f"a {name}" for name in types))


def event_features(event: Mention, head: Token) -> list[float]:
    """What is told of an event's word."""
    verb, sets = clauses.is_verb(head), load_type_sets()
    own = (
        verb,
        event.form is Form.NAME,
        verb and syntax.is_passive(head),
        not verb and functions.is_definite(head),
        functions.is_plural_noun(head),
        event.confidence,
        is_planned(head),
        functions.is_subject(head),
        functions.is_object(head),
        bool(syntax.preposition_of(head)),
        verb and clauses.is_past(head),
        head.head.i == head.i,
        min(_DEEPEST, sum(1 for _ in head.ancestors)),
        "by itself" in event.origin,
        is_by_reader(event),
    )
    inside = (event.event_type in getattr(sets, name) for name in _SETS)
    types = (event.event_type == name for name in load_argument_words().linked_types)
    return [float(one) for one in (*own, *inside, *types)]


@cache
def word_names() -> tuple[str, ...]:
    """The names of what ``word_features`` gives, in its order."""
    return (*WORD, *(f"after {name}" for name in load_argument_words().tying))


@remembered
def word_features(word: Token) -> list[float]:
    """What is told of the word for an entity or a time, wherever the event stands."""
    verb, tie = syntax.clause_verb(word), syntax.preposition_of(word)
    speech = load_speech_words()
    own = (
        functions.is_subject(word),
        functions.is_object(word),
        functions.is_possessor(word),
        functions.is_modifier(word),
        functions.is_apposition(word),
        verb is not None and verb.lemma_.lower() in speech.reporting | speech.plainly,
        syntax.noun_above(word) is not None,
        not tie,
    )
    return [float(one) for one in (*own, *preposition_features(tie))]


def preposition_features(tie: str) -> list[bool]:
    """To which classes of prepositions a word belongs, in the order of their table."""
    return [tie in words for words in load_argument_words().tying.values()]


def pair_features(head: Token, word: Token) -> Sequence[float]:
    """How an event's word and another hang together; ``PAIR`` names it."""
    if head.sent.start != word.sent.start:
        return (0.0, 0.0, float(FARTHEST), 0.0, 0.0, 0.0)
    above, over = _places(head), _places(word)
    verb = head if clauses.is_verb(head) else syntax.clause_verb(head)
    other = syntax.clause_verb(word)
    return (
        float(syntax.governs(head, word)),
        float(syntax.governs(word, head)),
        float(_distance(above, over)),
        float(head.i in over and head.i != word.i),
        float(word.i in above and head.i != word.i),
        float(verb is not None and other is not None and verb.i == other.i),
    )


@remembered
def _places(word: Token) -> list[int]:
    """The word's place and those of the words above it, from the next one up."""
    return [word.i, *(above.i for above in word.ancestors)]


def _distance(first: list[int], second: list[int]) -> int:
    steps = {place: step for step, place in enumerate(second)}
    met = (step + steps[place] for step, place in enumerate(first) if place in steps)
    return min(FARTHEST, next(met, FARTHEST))
