"""Events that only say since when, until when or after what another happened."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import clauses, syntax
from extractors.words.events.arguments import load_argument_words
from graph.model import Mention


def is_long_ago(reading: Reading, harm: Mention, event: Mention) -> bool:
    """Whether the event only says since, until or after when: "nine died since the war ended"."""
    own, other, words = reading.head_of(harm), reading.head_of(event), load_argument_words()
    since = {mark for word in _path(other, own) for mark in _leading(word)}
    # "the blast killed nine, a day after 30 died": another harm than the blast's
    before = {mark for word in _path(own, other) for mark in clauses.marks(word)}
    return not (since.isdisjoint(words.bounding) and before.isdisjoint(words.bounding | {"after"}))


def _path(token: Token, other: Token) -> list[Token]:
    """The words from a token up to the first that the other hangs from as well."""
    shared = {other, *other.ancestors}
    return list(takewhile(lambda word: word not in shared, (token, *token.ancestors)))


def _leading(word: Token) -> set[str]:
    return {*clauses.marks(word), syntax.preposition_of(word)}
