"""Where an event was by the words around it, where none of its own say so.

The place of what it is a part of, of the verb that it follows from ("marched through Doba, burning
shops"), of the moment it is told to have come at ("shot as he walked through Doba"), and what
opens the sentence ("in Doba, police say …").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from extractors.actors.standing import place_at
from extractors.arguments.arguments import find_arguments
from extractors.arguments.participants import Argument
from extractors.arguments.wholes import find_wholes
from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax, voice
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_type_sets
from extractors.words.general import load_grammar_words
from graph.model import Mention

_SURE: Final = 0.5
_HIGHEST: Final = 3


def find_scenes(reading: Reading, event: Mention) -> Iterator[Argument]:
    """The places that the event shares with what the text ties it to."""
    yield from _where_the_whole_was(reading, event)
    for noun in _scenes(reading.head_of(event)):
        place = place_at(reading, noun)
        if place is not None:
            yield Argument("place", place, noun, _SURE)


def _scenes(head: Token) -> Iterator[Token]:
    verb = head if clauses.is_verb(head) else clauses.light_verb(head)
    if verb == head:
        for above, where in _around(head):
            yield from (noun for tie, noun in syntax.prepositional(above) if tie in where)
    if verb is None and functions.is_subject(head) and not syntax.is_passive(head.head):
        yield from _opening(head.head)
    elif verb is not None:
        yield from _opening(verb)


def _opening(verb: Token) -> Iterator[Token]:
    """The nouns that say where, before the subject of the sentence that the clause stands in."""
    where = load_grammar_words().where
    for _ in range(_HIGHEST):
        opened = [(tie, noun) for tie, noun in syntax.prepositional(verb) if tie in where]
        starts = [subject.left_edge.i for subject in syntax.subjects(verb)]
        yield from (noun for _, noun in opened if starts and noun.i < min(starts))
        above = verb.head
        if clauses.is_full(verb) and clauses.is_verb(above):
            tellers = [t for t in voice.doers(above) if _is_on_the_spot(t)]
            if not tellers:
                return
            for teller in tellers:
                yield from (noun for tie, noun in syntax.prepositional(teller) if tie == "in")
        elif not functions.is_joined(verb):
            return
        verb = above


def _is_on_the_spot(teller: Token) -> bool:
    return teller.lemma_.lower() in load_grammar_words().on_the_spot


def _where_the_whole_was(reading: Reading, event: Mention) -> Iterator[Argument]:
    """The place of what the event is told to be a part of: "arrested during a protest in Doba"."""
    for whole in find_wholes(reading, event):
        if whole.event_type in load_type_sets().staying:
            found = find_arguments(reading, whole)
            yield from (replace(one, confidence=_SURE) for one in found if one.role == "place")


def _around(verb: Token) -> Iterator[tuple[Token, frozenset[str]]]:
    """The verbs that set the scene for a verb, and the prepositions that tell where."""
    where = load_grammar_words().where
    above = verb.head if clauses.is_accompanying(verb) else clauses.led_on_from(verb)
    if above is not None:
        yield above, where
    for moment in clauses.moments(verb):
        if any(subject.pos_ == "PRON" for subject in syntax.subjects(moment)):
            yield moment, where | load_argument_words().moving_over
