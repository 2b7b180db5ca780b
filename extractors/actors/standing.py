"""Whom or which place a word stands for: one answer for every relation.

Each relation says which steps it allows. A spokesman may speak for a ministry; he is not arrested
for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import Enum, auto
from itertools import chain
from typing import Final

from spacy.tokens import Token

from extractors.actors.described import is_issuer, is_plural, measured
from extractors.actors.peoples import acting_for
from extractors.actors.sites import site_at
from extractors.reading import Reading
from extractors.tree import clauses, functions, identities, syntax, voice
from extractors.words.cues import load_speech_words
from extractors.words.general import load_grammar_words, load_name_words
from extractors.words.people import load_people_words
from extractors.words.places import load_place_words
from graph.model import Form, Kind, Mention

ACTORS: Final = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP})
"""The kinds that take part in events, whatever their part."""

ACTING: Final = ACTORS | {Kind.PLACE}
"""The kinds that can do something or speak: a state, a province or a town as well."""

_SPEAKING = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_LONGEST_SHORT = 4
_REACH = 120


class Step(Enum):
    """One way from a word to whom it stands for."""

    NAME = auto()
    """The word heads a name, or one stands beside it: "the envoy Ada Lund"."""
    VOICE = auto()
    """A spokesman, a report or a resolution speaks for somebody: "a spokesman for the ministry"."""
    MEMBERS = auto()
    """A body acts through its people: "men of the 4th Lancers", "US-led forces"."""
    TAKEN_UP = auto()
    """A pronoun or a definite noun takes up somebody told of before: "he", "the court"."""
    DESCRIBED = auto()
    """The word heads a description without a name: "two shepherds", "the mayor's office"."""


PARTS: Final = frozenset({Step.NAME, Step.TAKEN_UP, Step.DESCRIBED})
"""The steps to who undergoes something or takes part in it."""

DEEDS: Final = PARTS | {Step.MEMBERS}
"""The steps to who does something."""

WORDS: Final = PARTS | {Step.VOICE}
"""The steps to who says something."""


def stands_for(
    reading: Reading, word: Token, kinds: Collection[Kind], *, through: Collection[Step] = PARTS
) -> Mention | None:
    """The mention of one of the kinds that the word stands for; None where it is open."""
    for step, finder in _FINDERS.items():
        found = finder(reading, word) if step in through else None
        if found is not None and found.kind in kinds:
            return found
    return None


def actor_at(reading: Reading, token: Token) -> Mention | None:
    """Whom the word stands for as one who undergoes or takes part; None where it is nobody."""
    return stands_for(reading, token, ACTORS)


def doer_at(reading: Reading, token: Token) -> Mention | None:
    """Whom the word stands for as one who does something: a state too; None where it is nobody."""
    return stands_for(reading, token, ACTING, through=DEEDS)


def is_whose(reading: Reading, modifier: Token) -> bool:
    """Whether the word before a noun tells who is behind it: "Danish", "US", "X-led".

    The short form of a country serves as its adjective; "Mosul" or "Iraq" before a noun may be
    where something was.
    """
    found = reading.headed_by(modifier)
    if found is None or found.form is not Form.NAME:
        return any(True for _ in _leaders(modifier))
    short = found.text.replace(".", "")
    country = found.kind is Kind.PLACE and short.isupper() and len(short) < _LONGEST_SHORT
    return country or (found.kind is Kind.GROUP and modifier.pos_ == "ADJ")


def place_at(reading: Reading, token: Token) -> Mention | None:
    """The named place that the word stands for; None where it is none.

    "The town of …" leads to it, and "the town" takes it up.
    """
    for word in (*identities.same_things(token), *_through(token)):
        found = (
            None
            if functions.is_turned(word)
            else reading.headed_by(word) or nested_place(reading, word)
        )
        if found is not None and found.kind is Kind.PLACE and found.form is Form.NAME:
            return found
    return site_at(reading, token)


def nested_place(reading: Reading, token: Token) -> Mention | None:
    """The place name that is this word inside a longer mention."""
    end = token.idx + len(token)
    nested = (m for m in reading.around(token) if m.kind is Kind.PLACE and m.end == end)
    return next(nested, None)


def _through(token: Token) -> Iterator[Token]:
    words = load_grammar_words()
    if token.lemma_.lower() not in words.leading_to_place:
        return
    tied = [noun for before, noun in syntax.prepositional(token) if before in words.tied_to_place]
    after = (word for noun in tied for word in (noun, *_through(noun)))
    # "the Volta town of Doba" is Doba, and "the Doba district of Norland" Doba as well
    inner = token.lemma_.lower() in load_place_words().inner
    parts = (after, syntax.modifiers(token)) if inner else (syntax.modifiers(token), after)
    yield from chain(*parts)


def _named(reading: Reading, token: Token) -> Mention | None:
    for word in identities.same_things(token):
        found = reading.headed_by(word) or _inside_name(reading, word)
        found = found or nested_place(reading, word)
        if found is not None and _can_act(found) and not functions.is_turned(word):
            return acting_for(reading, word, found)
    return None


def _can_act(mention: Mention) -> bool:
    """Whether the mention is an actor by name or by its people, or a place that is no mere site."""
    if mention.kind is not Kind.PLACE:
        return mention.kind in ACTORS and mention.form is not Form.PRONOUN
    heads = load_name_words().heads
    words = set(mention.label.split())
    return not any(heads.get(word) is Kind.PLACE for word in words - load_name_words().polities)


def _inside_name(reading: Reading, token: Token) -> Mention | None:
    """A person's name that holds the word, where the reader took another word for its head."""
    found = reading.covering(token)
    held = found is not None and found.kind in _SPEAKING and found.form is Form.NAME
    return found if held else None


def _voice(reading: Reading, token: Token) -> Mention | None:
    """For whom the spokesman or the report speaks; who adopted or issued the text that speaks.

    "Reports from Norland" are no words of that state, as a statement from it is.
    """
    tokens = list(_standing_behind(token) if _speaks_for(token) else _issuers(token))
    if functions.is_plural_noun(token):
        from_there = [word for word in tokens if syntax.preposition_of(word) == "from"]
        tokens = [w for w in tokens if w not in from_there or place_at(reading, w) is None]
    told = [word for word in tokens if word.pos_ != "ADJ" or is_issuer(word)]
    named = (_named_or_taken_up(reading, word) for word in told)
    authors = (reading.described_at(word) for word in told if _is_author(word))
    # the president's spokesman has words of his own, as the ministry's has not
    own = token.lemma_.lower() in load_speech_words().spokespeople
    found = (m for m in (*named, *authors) if m and not (own and m.kind is Kind.PERSON))
    return _first(found) or (None if told else _voice_before(reading, token))


def _voice_before(reading: Reading, text: Token) -> Mention | None:
    """Who spoke in the text that "the statement" takes up."""
    lemma = text.lemma_.lower()
    if not functions.is_definite(text) or functions.is_plural_noun(text) or not _is_text(lemma):
        return None
    start = max(text.i - _REACH, 0)
    before = (t for t in reversed(text.doc[start : text.i]) if t.lemma_.lower() == lemma)
    last = next((t for t in before if t.pos_ == "NOUN"), None)
    if last is None:
        return None
    stated = syntax.preposition_of(last) == "in"  # "in a statement, the ministry said"
    tellers = voice.doers(syntax.above(last)) if stated else _issuers(last)
    told = _first(stands_for(reading, word, ACTING, through=WORDS) for word in tellers)
    return told or _voice(reading, last)


def _is_text(lemma: str) -> bool:
    return lemma in load_speech_words().texts or lemma in load_speech_words().printed


def _is_author(token: Token) -> bool:
    """Whether it stands where authors do: "the inspector's report", "a report by the inspector"."""
    by = syntax.preposition_of(token) == "by"
    return by or functions.is_possessor(token) or is_issuer(token)


def _named_or_taken_up(reading: Reading, token: Token) -> Mention | None:
    described = reading.described_at(token)
    unit = described if described is not None and described.form is Form.NAME else None
    return _named(reading, token) or _taken_up(reading, token) or unit


def _speaks_for(token: Token) -> bool:
    return token.lemma_.lower() in load_speech_words().speaking_for


def _issuers(text: Token) -> list[Token]:
    """Who adopted or issued the text that speaks: "X adopted a resolution that calls …"."""
    words, verb = load_speech_words(), text.head
    issued = text.lemma_.lower() in words.texts and verb.lemma_.lower() in words.issuing
    return voice.doers(verb) if issued and clauses.is_complement(text) else []


def _standing_behind(noun: Token) -> Iterator[Token]:
    """The nouns for which a spokesman or a report speaks."""
    yield from syntax.possessors(noun)
    yield from reversed(syntax.modifiers(noun))
    words = load_speech_words()
    printed = noun.lemma_.lower() in words.printed
    for preposition, token in syntax.prepositional(noun):
        if preposition in words.spoken_for or (printed and preposition == "in"):
            yield token
            if _speaks_for(token):  # "the statement of a spokesman for X"
                yield from _standing_behind(token)


def _members(reading: Reading, token: Token) -> Mention | None:
    """The body that acts through the people or the machines that the word names."""
    words = load_people_words()
    leaders = [*_leaders(token), *(n for m in syntax.modifiers(token) for n in _leaders(m))]
    led = _first(_named(reading, leader) for leader in leaders)
    lemma = token.lemma_.lower()
    several = is_plural(token) or lemma in words.wholes  # one soldier is not the brigade
    if led is not None or lemma not in words.members or not several:
        return led
    tied = [noun for preposition, noun in syntax.prepositional(token) if preposition == "of"]
    before = [*syntax.possessors(token), *reversed(syntax.modifiers(token))]
    around = tied if functions.opens_after_preposition(token) else [*before, *tied]
    found = (_named_or_taken_up(reading, word) for word in around)
    return _first(m for m in found if m and m.kind in {Kind.ORGANIZATION, Kind.GROUP})


def _leaders(word: Token) -> Iterator[Token]:
    """X, of the word "led" in "X-led"."""
    before = word.i - 1
    if word.lower_ in load_people_words().leading and before > 0:
        hyphen = word.doc[before]
        if hyphen.text in {"-", "–"} and not hyphen.whitespace_:
            yield word.doc[before - 1]


def _taken_up(reading: Reading, token: Token) -> Mention | None:
    """Whom a pronoun or a definite noun takes up; for "the country" the place that acts."""
    found = reading.taken_up_by(_people_of(token))
    if found is None and token.lemma_.lower() in load_people_words().polities:
        return site_at(reading, token)
    return found


def _described(reading: Reading, token: Token) -> Mention | None:
    return _first(reading.described_at(_people_of(word)) for word in identities.same_things(token))


def _people_of(token: Token) -> Token:
    """The people that a measure counts: of "dozens of miners" the miners; else the word itself."""
    return measured(token) or token


def _first(found: Iterable[Mention | None]) -> Mention | None:
    return next((mention for mention in found if mention is not None), None)


_FINDERS: Final[dict[Step, Callable[[Reading, Token], Mention | None]]] = {
    Step.NAME: _named,
    Step.VOICE: _voice,
    Step.MEMBERS: _members,
    Step.TAKEN_UP: _taken_up,
    Step.DESCRIBED: _described,
}
