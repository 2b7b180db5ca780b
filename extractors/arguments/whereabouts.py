"""Where an event took place, by words that hang deeper in its phrase or its clause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.actors.standing import place_at
from extractors.arguments.participants import Argument
from extractors.reading import Reading
from extractors.tree import functions, identities, syntax
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_type_sets
from extractors.words.general import load_grammar_words
from extractors.words.places import load_place_words
from graph.model import Kind, Mention


def place_of_doer(reading: Reading, noun: Token) -> Iterator[Argument]:
    """Where those who do it are: "police in Doba arrested nine"."""
    for preposition, token in syntax.prepositional(noun):
        place = place_at(reading, token) if preposition == "in" else None
        if place is not None:
            yield Argument("place", place, token, 0.45)


def is_seen(noun: Token) -> bool:
    """Whether a verb says who or what saw the event, or where it was: "Doba saw unrest"."""
    return functions.is_object(noun) and noun.head.lemma_.lower() in load_argument_words().seeing


def seeing_places(noun: Token) -> Iterator[Token]:
    """The words for where the event is told to be: "Doba saw unrest", "the scene of a battle"."""
    words = load_argument_words()
    if is_seen(noun):
        yield from syntax.subjects(noun.head)
    of = syntax.noun_above(noun) if syntax.preposition_of(noun) == "of" else None
    if of is not None and of.lemma_.lower() in words.scenes:
        beside = (*of.children, *of.head.children)
        yield from (word for word in beside if of in identities.equations(word))


def place_of_site(reading: Reading, noun: Token) -> Mention | None:
    """The place of "the market of Doba", "Doba's market" and "Doba airport"."""
    if noun.lemma_.lower() not in load_place_words().sites:
        return None
    of = (inner for preposition, inner in syntax.prepositional(noun) if preposition == "of")
    words = (*syntax.possessors(noun), *syntax.modifiers(noun), *of)
    found = (place_at(reading, inner) for inner in words)
    return next((place for place in found if place is not None), None)


def deeper_places(reading: Reading, event: Mention, head: Token) -> Iterator[Argument]:
    """The places after the event's word that hang from another word of its phrase or clause.

    "They killed miners in Doba": in a tree "in Doba" often hangs from "miners". Nothing is taken
    from a clause or from another event inside the phrase.
    """
    for token in head.subtree:
        inner = token.i > head.i and syntax.governs(head, token)
        if not inner or any(_closes(reading, event, above) for above in _between(token, head)):
            continue
        if _leads_to_place(event, syntax.preposition_of(token)):
            place = place_at(reading, token)
            if place is not None:
                yield Argument("place", place, token, 0.5)


def _leads_to_place(event: Mention, preposition: str) -> bool:
    """Whether the preposition stands before places of such events: "in"; of attacks also "on".

    What is published "in" something stands in a paper of that name.
    """
    if event.event_type == "Publication":
        return False
    if preposition in load_argument_words().against:
        return event.event_type in load_type_sets().at_a_place
    return preposition in load_grammar_words().where


def _between(token: Token, above: Token) -> list[Token]:
    chain = [token, *token.ancestors]
    return chain[: chain.index(above)]


def _closes(reading: Reading, event: Mention, token: Token) -> bool:
    """Whether no place below the word is the event's: it is another event, or what this is about.

    "Talks on the siege in Doba", "died like the miners in Doba", "nobody in Doba".
    """
    found = reading.headed_by(token)
    if found is not None and found.kind is Kind.EVENT:
        return True
    nobody = load_argument_words().nobody
    if token.lower_ in nobody or any(child.lower_ in nobody for child in token.lefts):
        return True
    preposition = syntax.preposition_of(token)
    if _has_place_before(reading, token):
        return True
    about = (
        preposition in load_argument_words().against
        and event.event_type not in load_type_sets().at_a_place
    )
    return about or preposition in load_argument_words().elsewhere


def _has_place_before(reading: Reading, token: Token) -> bool:
    """Whether others joined before have a place of their own: "nine in Doba and two in Lom"."""
    if not functions.is_joined(token) or place_at(reading, token) is not None:
        return False
    before = (noun for p, noun in syntax.prepositional(token.head) if p == "in")
    return any(place_at(reading, noun) is not None for noun in before)
