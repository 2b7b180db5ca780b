"""Who took part in an event, and where, by the grammar of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.events.attendance import attending
from extractors.names.labels import is_state
from extractors.reading import Reading
from extractors.reference.standing import actor_at, doer_at, is_whose, place_at
from extractors.tree import clauses, syntax, voice
from extractors.words.general import load_grammar_words
from extractors.words.trigger_types import load_trigger_types
from extractors.words.triggers import load_type_sets
from graph.model import Form, Kind, Mention

_AIMING = frozenset({"of", "on", "against", "from", "to", "upon"})
_AGAINST = frozenset({"on", "upon", "against"})
_ELSEWHERE = frozenset(
    {"about", "like", "unlike", "than", "over", "after", "before", "since", "for"}
)
_DONE_OF = frozenset({"resignation", "retirement", "abdication", "defeat", "surrender", "escape"})
_NONE = frozenset({"none", "nobody", "no", "neither"})
_TOGETHER = frozenset({"between", "with", "among"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A part that somebody or some place has in an event.

    ``role`` is a predicate of the ontology: ``agent``, ``patient``, ``participant`` or ``place``.
    ``link`` is the word on which the reading rests.
    """

    role: str
    target: Mention
    link: Token
    confidence: float


def find_arguments(reading: Reading, event: Mention) -> Iterator[Argument]:
    """The parts in one event mention; the same target may come twice."""
    head = reading.head_of(event)
    if head.pos_ in {"VERB", "AUX"}:
        yield from _of_verb(reading, event, head, own=True)
        return
    yield from _of_noun(reading, event, head)
    for token in attending(head):
        yield from _actor(reading, "participant", token, 0.75, event)
    verb = clauses.light_verb(head)
    if verb is not None:
        yield from _of_verb(reading, event, verb, own=False)


def _of_verb(reading: Reading, event: Mention, verb: Token, *, own: bool) -> Iterator[Argument]:
    """The parts by a verb; ``own``: the verb itself tells of the event, else it only carries it."""
    for token in voice.doers(verb):
        yield from _actor(reading, _doing(event), token, 0.75 if own else 0.7, event)
    if own:
        for token in voice.undergoers(verb):
            yield from _aim(reading, event, token, 0.75)
    for preposition, noun in syntax.prepositional(verb):
        yield from _prepositional(reading, event, preposition, noun, 0.65)
    if own:
        yield from _deeper_places(reading, event, verb)


def _doing(event: Mention) -> str:
    """The part of the verb's subject and of the noun's owner: they do it, but undergo a death.

    Those who meet or settle something take part as the others do.
    """
    if event.event_type in load_type_sets().shared - {"Visit"}:
        return "participant"
    return "patient" if event.head in load_trigger_types().undergone else "agent"


def _of_noun(reading: Reading, event: Mention, noun: Token) -> Iterator[Argument]:
    for token in syntax.possessors(noun):
        yield from _actor(reading, _doing(event), token, 0.6, event)
    for token in _modifying(reading, event, noun):
        yield from _modifier(reading, event, token)
    for preposition, token in syntax.prepositional(noun):
        yield from _prepositional(reading, event, preposition, token, 0.7)
    yield from _deeper_places(reading, event, noun)


def _modifier(reading: Reading, event: Mention, token: Token) -> Iterator[Argument]:
    """What a name before the noun tells: "Doba fire" its place, "Danish raid" who did it."""
    place = place_at(reading, token)
    sided = event.event_type in load_type_sets().by_sides and event.form is not Form.NAME
    whose = is_whose(reading, token)
    if place is not None and not whose and not (sided and is_state(place.identifier)):
        yield Argument("place", place, token, 0.8)
        return
    found = actor_at(reading, token)
    people = place is not None or (found is not None and found.kind is Kind.GROUP)
    doing = sided and (whose or people)
    yield from _actor(reading, "agent" if doing else "participant", token, 0.6, event)


def _deeper_places(reading: Reading, event: Mention, head: Token) -> Iterator[Argument]:
    """The places after the event's word that hang from another word of its phrase or clause.

    "They killed miners in Doba": in a tree "in Doba" often hangs from "miners". Nothing is taken
    from a clause or from another event inside the phrase.
    """
    direct = [noun for _, noun in syntax.prepositional(head)]
    for token in head.subtree:
        inner = token.i > head.i and token not in direct and syntax.governs(head, token)
        if not inner or any(_closes(reading, event, above) for above in _between(token, head)):
            continue
        if _leads_to_place(event, syntax.preposition_of(token)):
            place = place_at(reading, token)
            if place is not None:
                yield Argument("place", place, token, 0.5)


def _leads_to_place(event: Mention, preposition: str) -> bool:
    """Whether the preposition stands before places of such events: "in"; of attacks also "on"."""
    if preposition in _AGAINST:
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
    if token.lower_ in _NONE or any(child.lower_ in _NONE for child in token.lefts):
        return True
    preposition = syntax.preposition_of(token)
    about = preposition in _AGAINST and event.event_type not in load_type_sets().at_a_place
    return about or preposition in _ELSEWHERE


def _modifying(reading: Reading, event: Mention, noun: Token) -> list[Token]:
    """The words before the noun; inside an event's name, all of its words."""
    if event.form is not Form.NAME:
        return syntax.modifiers(noun)
    if event.origin == "title in quotes":
        return []
    return [token for token in reading.span_of(event.start, event.end) if token.i != noun.i]


def _prepositional(
    reading: Reading, event: Mention, preposition: str, noun: Token, confidence: float
) -> Iterator[Argument]:
    if preposition in load_grammar_words().where:
        place = place_at(reading, noun)
        if place is not None:
            yield Argument("place", place, noun, confidence)
    elif preposition in _AIMING:
        if _is_no_aim(event, preposition):
            return
        yield from _aim(reading, event, noun, confidence, only_place=preposition in {"from", "to"})
    elif preposition == "by":
        yield from _actor(reading, "agent", noun, confidence, event)
    elif preposition in _TOGETHER:
        yield from _actor(reading, "participant", noun, confidence, event)


def _is_no_aim(event: Mention, preposition: str) -> bool:
    """Whether the noun is no aim: "a conference on Darfur", "shelling from the hills"."""
    if preposition == "from":
        return event.event_type != "Displacement"
    aimed = load_type_sets().may_aim_at_place | {"Killing"}
    return preposition in {"on", "upon"} and event.event_type not in aimed


def _aim(
    reading: Reading, event: Mention, noun: Token, confidence: float, *, only_place: bool = False
) -> Iterator[Argument]:
    """To whom it was done, or, for attacks and the like, which place it was aimed at."""
    place = place_at(reading, noun)
    if place is not None:
        aimed = event.event_type in load_type_sets().may_aim_at_place
        if aimed or event.form is Form.NAME or not syntax.is_object(noun):
            yield Argument("place", place, noun, confidence - 0.05)
    elif not only_place:
        role = _aimed(event, noun)
        yield from _actor(reading, role, noun, confidence, event)


def _aimed(event: Mention, noun: Token) -> str:
    """The part of who stands after "of" or as the object."""
    types = load_type_sets()
    if event.event_type in types.shared:
        return "participant"
    done = event.event_type in types.done_of and syntax.preposition_of(noun) == "of"
    return "agent" if done or (event.head in _DONE_OF and not syntax.is_object(noun)) else "patient"


def _actor(
    reading: Reading, role: str, token: Token, confidence: float, event: Mention
) -> Iterator[Argument]:
    acts = role == "agent" or (role == "participant" and not syntax.serves_another(token))
    target = doer_at(reading, token) if acts else actor_at(reading, token)
    if target is None:
        return
    apart = target.end <= event.start or event.end <= target.start
    if apart or role == "participant":
        yield Argument(role, target, token, confidence)
