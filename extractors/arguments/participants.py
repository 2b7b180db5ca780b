"""The parts that people and places have in an event, whoever found the words for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.actors.standing import actor_at, doer_at
from extractors.names.labels import is_state
from extractors.reading import Reading
from extractors.tree import functions, syntax
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.trigger_types import load_trigger_types
from extractors.words.events.triggers import load_type_sets
from extractors.words.general import load_grammar_words
from graph.model import Kind, Mention


@dataclass(frozen=True, slots=True)
class Argument:
    """A part that somebody or some place has in an event.

    ``role`` is a predicate of the ontology: ``agent``, ``patient``, ``participant`` or ``place``.
    ``link`` is the word on which the reading rests; ``by`` who found it, "" for the tree.
    """

    role: str
    target: Mention
    link: Token
    confidence: float
    by: str = ""


def part_of_doer(event: Mention, *, injuring: bool = False) -> str:
    """The part of the verb's subject and of the noun's owner: they do it, but undergo a death.

    Those who meet or settle something take part as the others do; who injures others undergoes
    nothing.
    """
    if injuring:
        return "agent"
    if event.event_type in load_type_sets().shared - {"Visit"}:
        return "participant"
    flown = event.event_type == "Movement"  # their flight is none from danger
    undergone = event.head in load_trigger_types().undergone and not flown
    return "patient" if undergone else "agent"


def befalls_another(event: Mention, verb: Token) -> bool:
    """Whether the subject does it to others: "he drowned two boys", "they left nine dead"."""
    others = bool(syntax.objects(verb) or syntax.agents(verb))
    brings = verb.lemma_.lower() in load_argument_words().bringing_death
    return others and (brings or event.head in load_argument_words().done_to_others)


def part_of_undergoer(event: Mention, noun: Token) -> str:
    """The part of who stands after "of" or as the object."""
    types = load_type_sets()
    if event.event_type in types.shared:
        return "participant"
    aimed = event.head in load_argument_words().aimed
    done = event.event_type in types.done_of and syntax.preposition_of(noun) == "of" and not aimed
    # "the defeat of the army", and not "the army was defeated"
    named = not event.origin.startswith("event verb")
    given_up = named and event.head in load_argument_words().given_up
    return "agent" if done or given_up else "patient"


def actor_argument(
    reading: Reading, role: str, token: Token, confidence: float, event: Mention
) -> Iterator[Argument]:
    """The part of whom the word stands for; none where it is nobody who can have such a part."""
    acts = role == "agent" or (role == "participant" and not functions.serves_another(token))
    target = doer_at(reading, token) if acts else actor_at(reading, token)
    first, blank, _ = target.text.lower().partition(" ") if target is not None else ("", "", "")
    asking = bool(blank) and first in load_argument_words().asking
    if target is None or asking or functions.is_left_out(token):
        return
    if target.kind is Kind.PLACE and not _lets_act(token, target):
        return
    apart = target.end <= event.start or event.end <= target.start
    if apart or role == "participant":
        yield Argument(role, target, token, confidence)


def _lets_act(token: Token, place: Mention) -> bool:
    """Whether the grammar lets a place act: as a subject, or as the owner of a deed.

    In "After Lissa, Berg declared …" and "Mecca's pilgrimages" the place does nothing.
    """
    if functions.is_possessor(token):
        return is_state(place.identifier) or _has_aim(token.head)
    opened = syntax.preposition_of(token) or _opens(token)
    return not opened or syntax.preposition_of(token) in load_argument_words().doing


def _has_aim(noun: Token) -> bool:
    """Whether the deed was done to something: "Norway's recognition of the treaty"."""
    return any(
        preposition in load_argument_words().done_to
        for preposition, _ in syntax.prepositional(noun)
    )


def _opens(token: Token) -> bool:
    """Whether a preposition that a reader hung elsewhere stands right before the words.

    "After" may as well open a clause in which the place does something, but not one that has
    another subject.
    """
    before = token.doc[token.left_edge.i - 1]
    if before.lower_ in load_grammar_words().where:
        return True
    others = [subject for subject in syntax.subjects(token.head) if subject.i > token.i]
    return before.lower_ in load_argument_words().elsewhere and bool(others)
