"""Whom or which place a word stands for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import syntax
from extractors.words.general import load_grammar_words
from graph.model import Form, Kind, Mention

ACTORS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP})
"""The kinds that take part in events."""


def actor_at(reading: Reading, token: Token) -> Mention | None:
    """The person, organization or group that the word stands for; None where it is none."""
    for word in syntax.same_things(token):
        found = reading.headed_by(word)
        if found is not None and found.kind in ACTORS:
            return found
    return None


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
