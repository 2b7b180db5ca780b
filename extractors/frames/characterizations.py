"""What a text says that an event was: a genocide, an accident, a liberation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from extractors.actors.speakers import speaker_at
from extractors.reading import Reading, paragraph_of
from extractors.tree import clauses, functions, identities, syntax, voice
from extractors.words.people import load_pronouns
from extractors.words.tables import read_table, word_sets
from graph.model import Concept, Evidence, Form, Kind, Mention, Statement

_CONFIDENCE = {
    "name of the event": 0.75,
    "noun for the event": 0.5,
    "adjective of the event": 0.5,
    "equation": 0.7,
    "apposition": 0.65,
    "verb of calling": 0.8,
    "noun of calling": 0.6,
}


@dataclass(frozen=True, slots=True)
class ConceptPhrase:
    """A phrase for a concept: the words before its head, and those after it."""

    concept: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CharacterizationWords:
    """The phrases by head word, longest first, the words that lead to them, adjectives.

    ``data/characterizations.toml`` explains them; lemmas in lower case.
    """

    phrases: dict[str, tuple[ConceptPhrase, ...]]
    calling: frozenset[str]
    naming: frozenset[str]
    being: frozenset[str]
    amounting: frozenset[str]
    too_general: frozenset[str]
    never: frozenset[str]
    carrying: frozenset[str]
    adjectives: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Called:
    """A concept that an event is called, with the words that do so and who does."""

    event: Mention
    concept: str
    start: int
    end: int
    rule: str
    confidence: float
    speaker: Mention | None = None


@cache
def load_characterization_words() -> CharacterizationWords:
    """Read the words of characterisation that ship with the package."""
    tables = read_table("characterizations")
    phrases: dict[str, list[ConceptPhrase]] = {}
    for concept, listed in tables["concepts"].items():
        for phrase in listed:
            before, _, rest = phrase.partition("*")
            head, *after = rest.split()
            made = ConceptPhrase(concept, tuple(before.split()), tuple(after))
            phrases.setdefault(head, []).append(made)
    ordered = {
        head: tuple(sorted(made, key=lambda p: -len(p.before) - len(p.after)))
        for head, made in phrases.items()
    }
    lists = word_sets(tables["words"])
    return CharacterizationWords(ordered, **lists, adjectives=tables["adjectives"])


def concept_at(token: Token) -> tuple[str, int, int] | None:
    """The concept of the phrase that has the token as its head, and its first and last token."""
    phrases = load_characterization_words().phrases
    for phrase in phrases.get(token.lemma_.lower()) or phrases.get(token.lower_) or ():
        start, end = token.i - len(phrase.before), token.i + len(phrase.after) + 1
        if _reads(token, start, phrase.before) and _reads(token, token.i + 1, phrase.after):
            return phrase.concept, start, end
    return None


def _reads(token: Token, start: int, words: tuple[str, ...]) -> bool:
    if start < 0 or start + len(words) > len(token.doc):
        return False
    found = token.doc[start : start + len(words)]
    return all(word in {t.lower_, t.lemma_.lower()} for word, t in zip(words, found, strict=True))


def find_characterizations(reading: Reading) -> Iterator[Statement]:
    """What the text calls its events; one statement a passage, event, concept and rule."""
    seen: set[tuple[int, Mention, str, str]] = set()
    for called in _called(reading):
        passage = reading.passage_at(called.start).index
        key = (passage, called.event, called.concept, called.rule)
        if key not in seen:
            seen.add(key)
            yield _statement(called, passage)


def _called(reading: Reading) -> Iterator[_Called]:
    for event in reading.mentions:
        if event.kind is Kind.EVENT and event.event_type not in load_characterization_words().never:
            yield from _by_name(reading, event)
            yield from _by_equation(reading, event)
    for token in reading.doc:
        if token.lemma_.lower() in load_characterization_words().calling and _is_verbal(token):
            yield from _by_verb(reading, token)
        elif token.lemma_.lower() in load_characterization_words().naming:
            yield from _by_noun(reading, token)


def _is_verbal(token: Token) -> bool:
    return clauses.is_verb(token) or token.tag_ == "VBN"


def _by_name(reading: Reading, event: Mention) -> Iterator[_Called]:
    """By the noun inside the event's name, or by the noun and its adjectives that tell of it."""
    head = reading.head_of(event)
    if event.form is Form.NAME:
        for token in _naming_words(reading, event):
            found = concept_at(token)
            if found is not None:
                yield _made(event, token, found, "name of the event")
    elif head.pos_ == "NOUN" and not functions.is_attribute(head):
        found = concept_at(head)
        general = load_characterization_words().too_general
        if found is not None and found[0] not in general:
            yield _made(event, head, found, "noun for the event")
        yield from _by_adjective(event, head)


def _by_adjective(event: Mention, noun: Token) -> Iterator[_Called]:
    """By an adjective of the noun: "the terrorist raids"."""
    adjectives = load_characterization_words().adjectives
    for token in syntax.modifiers(noun):
        concept = adjectives.get(token.lower_)
        if concept is not None:
            found = (concept, token.i, token.i + 1)
            yield _made(event, token, found, "adjective of the event")


def _naming_words(reading: Reading, event: Mention) -> Iterator[Token]:
    """The words of the name up to its first preposition: "massacre" of "massacre of …"."""
    for token in reading.span_of(event.start, event.end):
        if token.pos_ == "ADP" or token.lower_ == "of":
            return
        yield token


def _by_equation(reading: Reading, event: Mention) -> Iterator[_Called]:
    """By what the event is said to be: "X was a …", "X constitutes a …", "X, an act of …"."""
    head = reading.head_of(event)
    if clauses.is_verb(head):
        return
    for token in (*identities.equations(head), *_constituted(head)):
        yield from _concepts(event, token, "equation")
    for token in identities.appositions(head):
        yield from _concepts(event, token, "apposition")


def _constituted(noun: Token) -> list[Token]:
    words, verb = load_characterization_words(), noun.head
    if not functions.is_doer(noun) or not clauses.is_verb(verb):
        return []
    lemma = verb.lemma_.lower()
    if lemma in words.being:
        return [*syntax.objects(verb), *voice.predicates(verb)]
    if lemma in words.amounting:
        return [token for preposition, token in syntax.prepositional(verb) if preposition == "to"]
    return []


def _by_verb(reading: Reading, verb: Token) -> Iterator[_Called]:
    """By a verb of calling: "described the X as a …", "X, dubbed a …"."""
    complements = list(voice.predicates(verb))
    if not complements:
        return
    speaker = _first_speaker(reading, voice.doers(verb))
    for token in voice.undergoers(verb):
        event, cost = _event_at(reading, token)
        if event is None:
            continue
        for complement in complements:
            if complement != token:
                yield from _concepts(event, complement, "verb of calling", cost, speaker)


def _by_noun(reading: Reading, noun: Token) -> Iterator[_Called]:
    """By a noun of calling: "the recognition of the X as a …"."""
    tied = list(syntax.prepositional(noun))
    complements = [token for preposition, token in tied if preposition == "as"]
    speaker = _first_speaker(
        reading, [*syntax.possessors(noun), *(t for preposition, t in tied if preposition == "by")]
    )
    for preposition, token in tied:
        event, cost = _event_at(reading, token)
        if preposition == "of" and event is not None:
            for complement in complements:
                yield from _concepts(event, complement, "noun of calling", cost, speaker)


def _first_speaker(reading: Reading, tokens: list[Token]) -> Mention | None:
    found = (speaker_at(reading, token) for token in tokens)
    return next((mention for mention in found if mention), None)


def _event_at(reading: Reading, token: Token) -> tuple[Mention | None, float]:
    """The event that the word stands for, and what the guess costs: "it" costs more."""
    found = reading.headed_by(token)
    if found is not None and found.kind is Kind.EVENT:
        return found, 0.0
    if token.lower_ not in load_pronouns().event:
        return None, 0.0
    start, _ = paragraph_of(reading.document.text, token.idx)
    named = [
        m
        for m in reading.mentions_between(start, token.idx)
        if m.kind is Kind.EVENT and m.form is Form.NAME
    ]
    labels = {m.label.casefold() for m in named}
    return (named[-1], 0.3) if len(labels) == 1 else (None, 0.0)


def _concepts(
    event: Mention, token: Token, rule: str, cost: float = 0.0, speaker: Mention | None = None
) -> Iterator[_Called]:
    """The concepts of a noun, of those joined to it, and of what it only carries: "an act of …"."""
    for noun in syntax.joined(token):
        found = concept_at(noun)
        if found is not None:
            yield _made(event, noun, found, rule, cost=cost, speaker=speaker)
        if noun.lemma_.lower() in load_characterization_words().carrying:
            for preposition, carried in syntax.prepositional(noun):
                inner = concept_at(carried) if preposition == "of" else None
                if inner is not None:
                    yield _made(event, carried, inner, rule, cost=cost, speaker=speaker)


def _made(
    event: Mention,
    token: Token,
    found: tuple[str, int, int],
    rule: str,
    *,
    cost: float = 0.0,
    speaker: Mention | None = None,
) -> _Called:
    concept, start, end = found
    span = token.doc[start:end]
    return _Called(
        event, concept, span.start_char, span.end_char, rule, _CONFIDENCE[rule] - cost, speaker
    )


def _statement(called: _Called, passage: int) -> Statement:
    return Statement(
        subject=called.event.key,
        predicate="characterizedAs",
        object=Concept(called.concept),
        evidence=Evidence(
            passage=passage,
            start=called.start,
            end=called.end,
            rule=called.rule,
            speaker=called.speaker.key if called.speaker else None,
            confidence=round(called.confidence, 2),
        ),
    )
