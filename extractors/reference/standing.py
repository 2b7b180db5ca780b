"""Whom or which place a word stands for: one answer for every relation.

Each relation says which steps it allows. A spokesman may speak for a ministry; he is not arrested
for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum, auto
from typing import Final

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.reference.antecedents import taken_up
from extractors.tree import clauses, syntax
from extractors.words.cues import load_speech_words
from extractors.words.general import load_grammar_words
from graph.model import Form, Kind, Mention

ACTORS: Final = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP})
"""The kinds that take part in events."""

_SPEAKING = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_BEHIND = frozenset({"of", "for", "by", "from", "at"})


class Step(Enum):
    """One way from a word to whom it stands for."""

    NAME = auto()
    """The word heads a name or a description, or one stands beside it: "the envoy Ada Lund"."""
    VOICE = auto()
    """A spokesman, a report or a resolution speaks for somebody: "a spokesman for the ministry"."""
    TAKEN_UP = auto()
    """A pronoun or a definite noun takes up somebody named before: "he", "the court"."""


DEEDS: Final = frozenset({Step.NAME})
"""The steps to who does something or undergoes it."""

WORDS: Final = frozenset(Step)
"""The steps to who says something."""


def stands_for(
    reading: Reading, word: Token, kinds: Collection[Kind], *, through: Collection[Step] = DEEDS
) -> Mention | None:
    """The mention of one of the kinds that the word stands for; None where it is open."""
    for step, finder in _FINDERS.items():
        found = finder(reading, word, kinds) if step in through else None
        if found is not None:
            return found
    return None


def actor_at(reading: Reading, token: Token) -> Mention | None:
    """The person, organization or group that the word stands for; None where it is none."""
    return stands_for(reading, token, ACTORS)


def place_at(reading: Reading, token: Token) -> Mention | None:
    """The named place that the word stands for, through "the town of …"; None where it is none."""
    for word in (*syntax.same_things(token), *_through(token)):
        found = reading.headed_by(word) or nested_place(reading, word)
        if found is not None and found.kind is Kind.PLACE and found.form is Form.NAME:
            return found
    return None


def nested_place(reading: Reading, token: Token) -> Mention | None:
    """The place name that is this word inside a longer mention."""
    end = token.idx + len(token)
    nested = (m for m in reading.around(token) if m.kind is Kind.PLACE and m.end == end)
    return next(nested, None)


def _through(token: Token) -> Iterator[Token]:
    if token.lemma_.lower() not in load_grammar_words().leading_to_place:
        return
    yield from syntax.modifiers(token)
    for preposition, noun in syntax.prepositional(token):
        if preposition in {"of", "in"}:
            yield noun
            yield from _through(noun)


def _named(reading: Reading, token: Token, kinds: Collection[Kind]) -> Mention | None:
    for word in syntax.same_things(token):
        found = reading.headed_by(word) or _inside_name(reading, word)
        if found is not None and found.kind in kinds and found.form is not Form.PRONOUN:
            return found
        place = nested_place(reading, word) if Kind.PLACE in kinds else None
        if found is None and place is not None:
            return place
    return None


def _inside_name(reading: Reading, token: Token) -> Mention | None:
    """A person's name that holds the word, where the reader took another word for its head."""
    found = reading.covering(token)
    held = found is not None and found.kind in _SPEAKING and found.form is Form.NAME
    return found if held else None


def _voice(reading: Reading, token: Token, kinds: Collection[Kind]) -> Mention | None:
    """For whom the spokesman or the report speaks; who adopted or issued the text that speaks."""
    tokens = _standing_behind(token) if _speaks_for(token) else _issuers(token)
    found = (_named(reading, word, kinds) for word in tokens)
    return next((mention for mention in found if mention), None)


def _speaks_for(token: Token) -> bool:
    return token.lemma_.lower() in load_speech_words().speaking_for


def _issuers(text: Token) -> list[Token]:
    """Who adopted or issued the text that speaks: "X adopted a resolution that calls …"."""
    words, verb = load_speech_words(), text.head
    issued = text.lemma_.lower() in words.texts and verb.lemma_.lower() in words.issuing
    return clauses.doers(verb) if issued and clauses.is_complement(text) else []


def _standing_behind(noun: Token) -> Iterator[Token]:
    """The nouns for which a spokesman or a report speaks."""
    yield from syntax.possessors(noun)
    yield from reversed(syntax.modifiers(noun))
    for preposition, token in syntax.prepositional(noun):
        if preposition in _BEHIND:
            yield token
            yield from _standing_behind(token)


_FINDERS: Final = {Step.NAME: _named, Step.VOICE: _voice, Step.TAKEN_UP: taken_up}
