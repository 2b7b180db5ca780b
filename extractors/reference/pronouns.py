"""What a pronoun asks for, and which of those told of before it may be meant."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from extractors.reference.gender import Gender
from extractors.reference.referents import Referent
from extractors.tree import functions
from extractors.words.cues import load_speech_words
from extractors.words.people import load_pronouns
from extractors.words.tables import either
from graph.model import Kind

WINDOW: Final = {"person": 5, "many": 1, "thing": 1}
"""How many passages back a pronoun of each sort looks."""

MARGIN: Final = {"person": 0.24, "many": 0.3, "thing": 0.35}
"""By how much the likeliest must stand out from the next."""

_PER_PASSAGE, _CHAIN, _KNOWN = 0.3, 0.3, 0.25
_TOPIC, _MOST_TOPIC, _BODY_AS_MANY = 0.1, 4, 0.3
_SPEAKER, _SPOKE_EARLIER, _LATER = 0.6, 0.2, 2


def sort_of(token: Token) -> str:
    """What the pronoun asks for: "person", "many", "thing"; empty for other words."""
    words, word = load_pronouns(), token.lower_
    if word in either(words.male, words.female):
        return "person"
    if word in words.many:
        return "many" if functions.is_subject(token) or functions.is_possessor(token) else ""
    return "thing" if word in words.thing and _acts(token) else ""


def _acts(token: Token) -> bool:
    """Whether the pronoun does something: "it" of "it was lost" seldom is a body."""
    verb = token.head
    active = functions.is_doer(token) and verb.pos_ == "VERB" and not functions.has_copula(verb)
    return active and verb.lemma_.lower() != "be"


def gender_asked(word: str) -> Gender:
    """The gender that a pronoun tells; open for "they" and "it"."""
    words = load_pronouns()
    if word in words.male:
        return Gender.MALE
    return Gender.FEMALE if word in words.female else Gender.OPEN


def fits(sort: str, referent: Referent) -> bool:
    """Whether number and kind allow it; things and pairs fit so that they can stand in the way."""
    unknown = referent.kind is None and referent.word.pos_ == "PROPN"
    if sort == "person":
        return (referent.kind is Kind.PERSON or unknown) and not referent.plural
    if sort == "many":
        return referent.plural or referent.kind in {Kind.ORGANIZATION, Kind.GROUP}
    return referent.kind is not Kind.PERSON and not referent.plural


def score_of(token: Token, referent: Referent, *, passages: int, told: int) -> float:
    """How likely the referent is meant: by its part, its distance, and how often it was told of.

    Who says something more is likely who spoke before, not whom they spoke of.
    ``passages`` lie between the two; ``told`` counts how often the text has named the referent.
    """
    asked, person = gender_asked(token.lower_), referent.kind is Kind.PERSON
    known = asked is not Gender.OPEN and referent.gender is asked
    topic = _TOPIC * min(told, _MOST_TOPIC) if person else 0.0
    body = token.lower_ in load_pronouns().many and not referent.plural
    goes_on = _speaks(token) and _speaks(referent.word)
    score = referent.salience - _PER_PASSAGE * passages + topic
    score += goes_on * (_SPEAKER if passages < _LATER else _SPOKE_EARLIER)
    return score + _CHAIN * referent.by_pronoun + _KNOWN * known - _BODY_AS_MANY * body


def _speaks(word: Token) -> bool:
    """Whether the word is the subject of a verb of saying."""
    verb = word.head
    return functions.is_subject(word) and verb.lemma_.lower() in load_speech_words().reporting
