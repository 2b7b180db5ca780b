"""The author of a document, as the text speaks of them: "The author is a lecturer at …"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.words.people import load_pronouns
from extractors.words.roles import load_role_words
from graph.model import Form, Kind, Mention, Passage
from ontology.lexicons import normalise

_FURTHEST = 3


def author_at(reading: Reading, token: Token) -> Mention | None:
    """The author's name, for "the author" at the start of a sentence, or "he" in the next ones.

    None where the word stands for nobody of the kind, where the document names no author or
    several, or where the text never names them.
    """
    passage = reading.passage_at(token.idx)
    if not (_opens(reading, passage, token) and _is_of_author(reading, passage)):
        return None
    return find_author(reading)


def find_author(reading: Reading) -> Mention | None:
    """The mention of the document's only author that shares most words with the name."""
    if len(reading.document.authors) != 1:
        return None
    name = _words(reading.document.authors[0].value)
    people = [m for m in reading.mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
    same = [m for m in people if _words(m.label) <= name or name <= _words(m.label)]
    return max(same, key=lambda m: len(_words(m.label) & name), default=None)


def _words(name: str) -> set[str]:
    honours = load_role_words().honours
    return set(re.findall(r"[^\W\d_]+", normalise(name))) - honours - {""}


def _opens(reading: Reading, passage: Passage, token: Token) -> bool:
    before = reading.document.text[passage.start : token.idx].split()
    opening = load_role_words().before_author
    return all(word.lower() in opening for word in before)


def _is_of_author(reading: Reading, passage: Passage) -> bool:
    """Whether the passage is about the author by its first words, or goes on from one that is."""
    roles = load_role_words()
    for index in range(passage.index, max(passage.index - _FURTHEST, -1), -1):
        words = _first_words(reading, reading.passages[index])
        if len(words) > 1 and words[0] in roles.before_author and words[1] in roles.authors:
            return True
        if words[0] not in load_pronouns().personal:
            return False
    return False


def _first_words(reading: Reading, passage: Passage) -> list[str]:
    return reading.document.text[passage.start : passage.end].lower().split()[:2]
