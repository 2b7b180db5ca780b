"""Who took part in an event, and where, by the grammar of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.actors.peoples import country_of
from extractors.actors.standing import actor_at, doer_at, is_whose, place_at
from extractors.arguments.attendance import attending, speaking_at
from extractors.arguments.participants import (
    Argument,
    actor_argument,
    befalls_another,
    part_of_doer,
    part_of_undergoer,
)
from extractors.arguments.whereabouts import (
    deeper_places,
    place_of_doer,
    place_of_site,
    seeing_places,
)
from extractors.events.courses import course_verbs, struck_by
from extractors.names.labels import is_state
from extractors.reading import Reading
from extractors.tree import clauses, functions, identities, syntax, voice
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.event_phrases import load_event_phrases
from extractors.words.events.trigger_types import load_trigger_types
from extractors.words.events.triggers import load_type_sets
from extractors.words.general import load_grammar_words
from graph.model import Form, Kind, Mention


def find_arguments(reading: Reading, event: Mention) -> Iterator[Argument]:
    """The parts in one event mention; the same target may come twice."""
    head = reading.head_of(event)
    if head.pos_ in {"VERB", "AUX"}:
        yield from _of_verb(reading, event, head, own=True)
        return
    yield from _of_noun(reading, event, head)
    for token in seeing_places(head):
        place = place_at(reading, token)
        if place is not None:
            yield Argument("place", place, token, 0.6)
    for token in attending(head):
        yield from actor_argument(reading, "participant", token, 0.75, event)
    met = speaking_at(reading, head) if event.event_type in {"Meeting", "Visit"} else ()
    for token in met:
        yield from actor_argument(reading, part_of_doer(event), token, 0.7, event)
    verb = clauses.light_verb(head)
    if verb is not None:
        yield from _of_verb(reading, event, verb, own=False)
    else:
        yield from _of_course(reading, event, head)
        yield from _called(reading, event, head)


def _called(reading: Reading, event: Mention, noun: Token) -> Iterator[Argument]:
    """Who called or declared it, and where: "the union called a strike in Doba"."""
    verb = noun.head
    if not functions.is_object(noun) or list(voice.predicates(verb)):
        return
    calling, lemma = load_event_phrases().calling, verb.lemma_.lower()
    if calling.bring_about(lemma, event.event_type) and reading.headed_by(verb) is None:
        yield from _of_verb(reading, event, verb, own=False)


def _of_course(reading: Reading, event: Mention, noun: Token) -> Iterator[Argument]:
    """Where the event is told to go on, and what it strikes: "the campaign progressed in Doba"."""
    for token in struck_by(noun):
        yield from _struck(reading, event, token)
    for verb in course_verbs(reading, noun):
        yield from deeper_places(reading, event, verb)
        for preposition, token in syntax.prepositional(verb):
            if preposition in load_grammar_words().where:
                place = place_of_site(reading, token)
                if place is not None:
                    yield Argument("place", place, token, 0.5)


def _struck(reading: Reading, event: Mention, noun: Token) -> Iterator[Argument]:
    """What a disaster, a war or an attack is told to strike: a place, or people."""
    place = place_at(reading, noun) or place_of_site(reading, noun)
    if place is not None:
        yield Argument("place", place, noun, 0.7)
    elif event.event_type in load_type_sets().deadly:
        yield from actor_argument(reading, "patient", noun, 0.65, event)


def _of_verb(reading: Reading, event: Mention, verb: Token, *, own: bool) -> Iterator[Argument]:
    """The parts by a verb; ``own``: the verb itself tells of the event, else it only carries it."""
    for token in voice.doers(verb):
        befallen = _has_fallen(verb) or _is_befallen(event, verb, token)
        place = place_at(reading, token) if befallen else None
        if place is not None:
            yield Argument("place", place, token, 0.7)
        elif not _is_doubtful_doer(reading, verb, token):
            role = part_of_doer(event, injuring=befalls_another(event, verb))
            yield from actor_argument(reading, role, token, 0.75 if own else 0.7, event)
            yield from place_of_doer(reading, token)
    if own:
        for token in voice.undergoers(verb):
            yield from _aim(reading, event, token, 0.75)
    for preposition, noun in syntax.prepositional(verb):
        if preposition != "of" or noun.i > verb.i:  # "of the 40, ten were killed"
            yield from _prepositional(reading, event, preposition, noun, 0.65)
    if own:
        yield from deeper_places(reading, event, verb)


def _is_befallen(event: Mention, verb: Token, noun: Token) -> bool:
    """Whether the noun only undergoes the verb before: "Doba was shelled and stormed"."""
    lent = functions.is_joined(verb) and noun in syntax.passive_subjects(verb.head)
    placed = event.event_type in load_type_sets().at_a_place
    return lent and placed and not syntax.objects(verb)


def _has_fallen(verb: Token) -> bool:
    return verb.lemma_.lower() in load_event_phrases().fallen


def _is_doubtful_doer(reading: Reading, verb: Token, noun: Token) -> bool:
    """Whether "which" before the verb cannot mean the noun: "the shelling of Doba, which killed".

    Neither a person is meant by it, nor what the event before is of.
    """
    relative = any(token.lower_ == "which" for token in syntax.subjects(verb))
    found = actor_at(reading, noun) if relative else None
    return found is not None and found.kind in {Kind.PERSON, Kind.PLACE}


def _of_noun(reading: Reading, event: Mention, noun: Token) -> Iterator[Argument]:
    for token in syntax.possessors(noun):
        yield from actor_argument(reading, _owning(reading, event, noun, token), token, 0.6, event)
    for token in _modifying(reading, event, noun):
        yield from _modifier(reading, event, token)
    for preposition, token in syntax.prepositional(noun):
        yield from _prepositional(reading, event, preposition, token, 0.7)
    yield from deeper_places(reading, event, noun)


def _owning(reading: Reading, event: Mention, noun: Token, owner: Token) -> str:
    """The part of whose the event is said to be.

    "His arrest" befalls him; "their raid" and "his murder of Ada Brun" do not.
    """
    found = actor_at(reading, owner)
    person = found is not None and found.kind is Kind.PERSON
    befalls = event.head in load_trigger_types().suffered and not any(
        preposition == "of" and actor_at(reading, other) is not None
        for preposition, other in syntax.prepositional(noun)
    )
    return "patient" if person and befalls else part_of_doer(event)


def _modifier(reading: Reading, event: Mention, token: Token) -> Iterator[Argument]:
    """What a name before the noun tells: "Doba fire" its place, "Danish raid" who did it."""
    place = place_at(reading, token)
    sided = event.event_type in load_type_sets().by_sides and event.form is not Form.NAME
    whose = is_whose(reading, token)
    if place is not None and not whose and not (sided and is_state(place.identifier)):
        yield Argument("place", place, token, 0.8)
        return
    found = doer_at(reading, token)
    country = _country(reading, event, found) if found is not None else None
    if country is not None:
        yield Argument("place", country, token, 0.65)
        return
    people = found is not None and found.kind in {Kind.GROUP, Kind.PLACE}
    doing = sided and (whose or people)
    yield from actor_argument(reading, "agent" if doing else "participant", token, 0.6, event)


def _country(reading: Reading, event: Mention, people: Mention) -> Mention | None:
    """The country of "Norland uprising", said with the adjective, where the text names it too."""
    there = event.event_type in load_type_sets().in_a_country
    aimed = event.head in load_argument_words().from_outside
    if people.kind is not Kind.GROUP or not there or aimed:
        return None
    return country_of(reading, people)


def _modifying(reading: Reading, event: Mention, noun: Token) -> list[Token]:
    """The words before the noun; inside an event's name, all of its words."""
    if event.form is not Form.NAME:
        return syntax.modifiers(noun)
    if event.origin == "title in quotes":
        return []
    return list(reading.span_of(event.start, event.end))


def _prepositional(
    reading: Reading, event: Mention, preposition: str, noun: Token, confidence: float
) -> Iterator[Argument]:
    if preposition in load_grammar_words().where:
        place = place_at(reading, noun) or place_of_site(reading, noun)
        if place is not None:
            yield Argument("place", place, noun, confidence)
    elif preposition in load_argument_words().aiming:
        yield from _aimed(reading, event, preposition, noun, confidence)
    elif preposition in load_argument_words().leading:
        place = place_at(reading, noun) if event.event_type in load_type_sets().leading else None
        if place is not None:
            yield Argument("place", place, noun, confidence - 0.05)
    elif preposition == "by":
        yield from actor_argument(reading, "agent", noun, confidence, event)
    elif preposition in load_argument_words().together:
        yield from actor_argument(reading, "participant", noun, confidence, event)


def _aimed(
    reading: Reading, event: Mention, preposition: str, noun: Token, confidence: float
) -> Iterator[Argument]:
    """What "of" or "on" leads to; sanctions strike a state as they do a body."""
    if event.event_type == "Sanction" and preposition in load_argument_words().against:
        target = doer_at(reading, noun)
        if target is not None:
            yield Argument("patient", target, noun, confidence)
    elif not _is_no_aim(event, preposition):
        yield from _aim(reading, event, noun, confidence)


def _is_no_aim(event: Mention, preposition: str) -> bool:
    """Whether the noun is no aim: "a conference on Darfur"."""
    aimed = load_type_sets().may_aim_at_place | {"Killing"}
    return preposition in load_argument_words().matter and event.event_type not in aimed


def _aim(reading: Reading, event: Mention, noun: Token, confidence: float) -> Iterator[Argument]:
    """To whom it was done, or, for attacks and the like, which place it was aimed at."""
    place = place_at(reading, noun) or place_of_site(reading, noun)
    if place is not None:
        yield from _others(reading, noun, confidence)
        aimed = event.event_type in load_type_sets().may_aim_at_place
        if aimed or not functions.is_object(noun):
            yield Argument("place", place, noun, confidence - 0.05)
    else:
        role = part_of_undergoer(event, noun)
        yield from actor_argument(reading, role, noun, confidence, event)


def _others(reading: Reading, noun: Token, confidence: float) -> Iterator[Argument]:
    """The other places of a list after the noun: "the towns of the east, Doba and Lom"."""
    for token in identities.appositions(noun):
        place = reading.headed_by(token)
        if place is not None and place.kind is Kind.PLACE:
            yield Argument("place", place, token, confidence - 0.05)
