"""Which longer or larger event a text puts an event into: "during the siege", "as part of …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import clauses, syntax, voice
from extractors.words.arguments import load_argument_words
from extractors.words.triggers import load_type_sets
from graph.model import Kind, Mention


def find_wholes(reading: Reading, event: Mention) -> Iterator[Mention]:
    """The events that the event is told to be a part of."""
    head = reading.head_of(event)
    seen = set()
    for noun, sure in _tied(head):
        whole = reading.headed_by(noun)
        if whole is None or whole.key in seen or not _is_apart(event, whole):
            continue
        if sure or whole.event_type in load_type_sets().lasting:
            seen.add(whole.key)
            yield whole


def _tied(head: Token) -> Iterator[tuple[Token, bool]]:
    """The nouns that may name the whole, and whether the words say so of any event."""
    about = voice.undergoers(head) if clauses.is_verb(head) else []
    nouns = [head, *_carrier(head), *about]
    words = load_argument_words()
    for word in nouns:
        for preposition, noun in syntax.prepositional(word):
            if preposition in words.during | words.inside:
                yield from ((inner, False) for inner in _through(noun))
            elif preposition == "as" and noun.lemma_.lower() == "part":
                yield from ((inner, True) for inner in _of(noun))
    for noun in (*syntax.appositions(head), *syntax.equations(head)):
        if noun.lemma_.lower() == "part":
            yield from ((inner, True) for inner in _of(noun))
    above = syntax.above(head)
    if syntax.preposition_of(head) == "including" and above != head:
        yield above, True


def _carrier(noun: Token) -> list[Token]:
    """The verb that the noun is the subject of, or that only carries it."""
    if clauses.is_verb(noun):
        return []
    light = clauses.light_verb(noun)
    own = noun.head if syntax.is_subject(noun) and clauses.is_verb(noun.head) else light
    return [own] if own is not None else []


def _through(noun: Token) -> Iterator[Token]:
    """The noun, or what it is a stretch of: "the first days of the war"."""
    yield noun
    if noun.lemma_.lower() in load_argument_words().stretches:
        yield from _of(noun)


def _of(noun: Token) -> Iterator[Token]:
    yield from (inner for preposition, inner in syntax.prepositional(noun) if preposition == "of")


def _is_apart(part: Mention, whole: Mention) -> bool:
    apart = whole.end <= part.start or part.end <= whole.start
    return apart and whole.kind is Kind.EVENT
