"""Who the word before a reporting verb, or after "according to", stands for."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from extractors.actors.standing import ACTING, WORDS, stands_for
from extractors.reading import Reading
from extractors.tree import voice
from graph.model import Kind, Mention

SPEAKING: Final = frozenset({Kind.PERSON, Kind.ORGANIZATION})
"""The kinds whose names are taken for a speaker's by their place beside a verb alone."""


def speaker_of(reading: Reading, verb: Token) -> Mention | None:
    """Who says what the verb reports; None where nobody is named."""
    found = (speaker_at(reading, token) for token in voice.doers(verb))
    return next((mention for mention in found if mention), None)


def speaker_at(reading: Reading, token: Token) -> Mention | None:
    """Whom the word stands for: by a name, a voice, as "he", by a description."""
    return stands_for(reading, token, ACTING, through=WORDS)
