"""To what thing somebody did something, in words: the ban, of "lifted the 13-year ban"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from extractors.events.deeds import is_deed
from extractors.reading import Reading
from extractors.tree import functions, voice
from extractors.words.events.deeds import load_deed_words
from extractors.words.people import kind_of_noun
from graph.model import Mention

_TELLING: Final = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "VERB"})
_LONGEST: Final = 4


def thing_of(reading: Reading, event: Mention) -> str:
    """The thing that a deed of no list is done to, without article; empty for people and bodies.

    A noun that may mean anything ("thing", "step") tells of nothing.
    """
    verb = reading.head_of(event)
    if not is_deed(event):
        return ""
    things = (noun for noun in voice.undergoers(verb) if _is_thing(noun))
    return next((_written(noun) for noun in things), "")


def _is_thing(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    people = kind_of_noun(lemma) is not None
    return noun.pos_ == "NOUN" and not (people or lemma in load_deed_words().vague)


def _written(noun: Token) -> str:
    """The noun with the words right before it that say which: "13-year ban"."""
    start = noun.i
    while start > noun.sent.start and noun.i - start < _LONGEST:
        before = noun.doc[start - 1]
        tied = noun in {before.head, before.head.head}
        if not tied or before.pos_ not in _TELLING or functions.is_possessor(before):
            break
        start -= 1
    hyphened = start > 1 and functions.is_prefix(noun.doc[start - 2])  # "pro-Norland rally"
    return noun.doc[start - 2 * hyphened : noun.i + 1].text
