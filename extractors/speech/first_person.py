"""Who "I" and "we" are: who speaks around them, or the author or publisher of the document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from extractors.frames.frames import find_told
from extractors.reading import Reading
from extractors.reference.authors import find_author
from extractors.speech.speeches import Speeches, find_speeches
from extractors.words.cues import load_speech_words
from graph.model import Kind, Mention, Statement


def find_told_by_all(reading: Reading) -> Iterator[Statement]:
    """The statements of all frames, also where "I" or "we" is the subject."""
    return find_told(reading, first_person=partial(first_person_at, reading))


def first_person_at(reading: Reading, token: Token) -> Mention | None:
    """The one speaker of the speech around "I" or "we"; outside of speech, whose text it is.

    None for other words, where several speak, and where the text names neither author nor
    publisher.
    """
    if token.lower_ not in load_speech_words().first_person:
        return None
    around = reading.once(_speeches).around(token.idx, token.idx + len(token))
    if not around:
        return find_author(reading) or _publisher(reading)
    speakers = around[0].speakers
    return speakers[0] if len(speakers) == 1 else None


def _speeches(reading: Reading) -> Speeches:
    return Speeches(reading.once(find_speeches))


def _publisher(reading: Reading) -> Mention | None:
    """The first mention of the document's publisher by its name."""
    publisher = reading.document.publisher
    if publisher is None or reading.document.authors:
        return None
    name = publisher.value.casefold()
    bodies = (m for m in reading.mentions if m.kind is Kind.ORGANIZATION)
    return next((m for m in bodies if m.label.casefold() == name), None)
