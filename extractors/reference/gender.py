"""Whether a person is called "he" or "she", as far as a name, a title or a noun tells."""

from __future__ import annotations

from enum import Enum

from extractors.reading import Reading
from extractors.words.people import load_gender_words
from graph.model import Form, Mention


class Gender(Enum):
    """What a text calls a person."""

    MALE = "he"
    FEMALE = "she"
    OPEN = ""

    def fits(self, other: Gender) -> bool:
        """Whether both can be of one person."""
        return Gender.OPEN in {self, other} or self is other


def gender_of(reading: Reading, person: Mention) -> Gender:
    """The gender that the words of the mention, a title before it or its first name tell."""
    words = load_gender_words()
    if person.form is not Form.NAME:
        return _by(person.head, words.male_nouns, words.female_nouns)
    span = reading.span_of(person.start, person.end)
    before = reading.doc[max(span.start - 1, 0) : span.start]
    for token in (*before, *span):
        told = _by(token.lower_, words.male_titles, words.female_titles)
        told = told if told is not Gender.OPEN else _by_noun(token.lower_)
        if told is not Gender.OPEN:
            return told
    return _by(span[0].lower_, words.male_names, words.female_names)


def _by_noun(word: str) -> Gender:
    words = load_gender_words()
    return _by(word, words.male_nouns, words.female_nouns)


def _by(word: str, male: frozenset[str], female: frozenset[str]) -> Gender:
    if word in male:
        return Gender.MALE
    return Gender.FEMALE if word in female else Gender.OPEN
