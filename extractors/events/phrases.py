"""Verbs that tell of an event only with what stands beside them: "gunned down", "passed a law"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from extractors.actors.described import measured
from extractors.actors.standing import actor_at, place_at
from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax, voice
from extractors.words.events.event_phrases import (
    load_event_phrases,
    load_operation_words,
    load_sayings,
    load_strike_words,
)
from extractors.words.events.triggers import Trigger
from extractors.words.people import kind_of_noun, load_pronouns
from extractors.words.quantities import load_quantity_words
from extractors.words.roles import load_role_words
from graph.model import Form, Kind

_PEOPLE = frozenset({Kind.PERSON, Kind.GROUP})
_HELPING = Trigger("Aid", "operation")
_BORN = Trigger("Birth", "birth")
_LEAKING = Trigger("Disaster", "leak")
_AGREEING = Trigger("Agreement", "agreement")
_BECOMING = Trigger("Appointment", "appointment")


def phrase_trigger(reading: Reading, verb: Token) -> Trigger | None:
    """What the verb tells of together with its object or another word; None where it does not."""
    if verb.lower_ == "born":
        return _BORN
    found = (_with_word(verb), _with_object(reading, verb), _with_place(reading, verb))
    return next((one for one in found if one is not None), _becoming(verb) or _agreeing(verb))


def as_meant(noun: Token, trigger: Trigger) -> Trigger | None:
    """The trigger of a noun by the words before it: of "hunger strike", of "relief operation"."""
    if trigger.noun == "operation":
        words = load_operation_words()
        before = {word.lemma_.lower() for word in syntax.modifiers(noun)}
        if before & words.work:
            return None
        return _HELPING if before & words.aid else trigger
    return _as_protest(noun, trigger)


def _as_protest(noun: Token, trigger: Trigger) -> Trigger:
    """The trigger, for a strike of those who stop working that of a protest."""
    if trigger.noun != "strike":
        return trigger
    words, verb = load_strike_words(), syntax.above(noun)
    before = any(word.lemma_.lower() in words.before for word in syntax.modifiers(noun))
    called = clauses.is_verb(verb) and verb.lemma_.lower() in words.verbs
    return Trigger("Protest", "strike", "of") if before or called else trigger


def is_saying(token: Token) -> bool:
    """Whether the event word is only a manner of speaking: "heart attack", "a war on drugs"."""
    words = load_sayings()
    if clauses.is_verb(token):
        aims = [*voice.undergoers(token), *_nouns_after(token, {"with"})]
        fought = _nouns_after(token, {"against"}) + aims
    else:
        aims = [*_nouns_after(token, words.noun_about)]
        fought = _nouns_after(token, words.noun_against)
        before = [*syntax.modifiers(token), *_word_before(token)]
        if any(t.lemma_.lower() in words.before for t in before):
            return True
    only_in_words = any(aim.lemma_.lower() in words.fought for aim in fought)
    if only_in_words and token.lemma_.lower() in words.fighting:
        return True
    in_words = any(aim.lemma_.lower() in words.after for aim in aims)
    # "lost their lives" is meant as it is said
    return in_words and not (clauses.is_verb(token) and _with_word(token) is not None)


def _word_before(token: Token) -> Span:
    """The word that the token follows, past a hyphen; empty at the beginning of a text."""
    end = token.i
    if end and token.nbor(-1).text == "-":
        end -= 1
    return token.doc[max(end - 1, 0) : end]


def _nouns_after(head: Token, prepositions: Iterable[str]) -> list[Token]:
    return [noun for preposition, noun in syntax.prepositional(head) if preposition in prepositions]


def _with_word(verb: Token) -> Trigger | None:
    """“Gunned down”, “set fire to”, “was sworn in”."""
    known, lemma = load_event_phrases(), verb.lemma_.lower()
    tied = list(syntax.prepositional(verb))
    alone = (child for child in verb.children if syntax.led_to(child) is None)
    beside = [word for child in alone for word in (child.lower_, child.lemma_.lower())]
    beside += [noun.lemma_.lower() for _, noun in tied]
    # "burned alive nine men": the word may hang from the object, as no noun does
    hanging = (word for noun in syntax.objects(verb) for word in syntax.modifiers(noun))
    beside += [word.lower_ for word in hanging if word.pos_ != "NOUN"]
    found = [known.phrases[lemma, word] for word in beside if (lemma, word) in known.phrases]
    prepositions = [preposition for preposition, _ in tied]
    found += [
        known.prepositions[lemma, p] for p in prepositions if (lemma, p) in known.prepositions
    ]
    return next(iter(found), None)


def _with_object(reading: Reading, verb: Token) -> Trigger | None:
    phrases, lemma = load_event_phrases(), verb.lemma_.lower()
    asked = [name for name, verbs in phrases.objects.items() if lemma in verbs]
    if not asked:
        return None
    objects = voice.undergoers(verb)
    if lemma in phrases.contests and _is_contest(reading, verb, objects):
        return None
    for name in asked:
        if any(_is_of(reading, noun, name) for noun in objects):
            return phrases.objects[name][lemma]
    return None


def _is_contest(reading: Reading, verb: Token, beaten: list[Token]) -> bool:
    """Whether one by name beat another: "Ada Berg beat Ida Krog", in a game or at the polls."""
    sides = [reading.headed_by(token) for token in (*voice.doers(verb), *beaten)]
    named = all(side is not None and side.form is Form.NAME for side in sides)
    return named and bool(voice.doers(verb))


def _is_of(reading: Reading, noun: Token, name: str) -> bool:
    """Whether the noun is of the class of objects: of a list, people, or a named place."""
    if name == "people":
        return is_people(reading, noun)
    if name == "place":
        return place_at(reading, noun) is not None
    found = reading.headed_by(noun)
    named = found.kind if found is not None and found.form is Form.NAME else None
    if named is not None:
        return (named, name) in {(Kind.WORK, "law"), (Kind.WORK, "text"), (Kind.WORK, "agreement")}
    return noun.lemma_.lower() in load_event_phrases().classes[name]


def is_people(reading: Reading, noun: Token) -> bool:
    """Whether the noun stands for a person, for people or for a body of people."""
    if noun.pos_ == "PRON":
        return noun.lower_ in load_pronouns().people
    of_many = measured(noun)
    if of_many is not None:
        return is_people(reading, of_many)
    named = actor_at(reading, noun)
    counted = (noun.lower_,) in load_quantity_words().groups
    return named is not None or counted or kind_of_noun(noun.lemma_.lower()) in _PEOPLE


def _with_place(reading: Reading, verb: Token) -> Trigger | None:
    """“Flew to Oslo”, “Oslo fell” and “Mount Orlin erupted”."""
    phrases, lemma = load_event_phrases(), verb.lemma_.lower()
    under = any(preposition == "under" for preposition, _ in syntax.prepositional(verb))
    # "came under fire in Doba" is no arrival, nor is "the medal went to Norland" a journey
    moving = lemma in phrases.towards and not under and not _is_thing(reading, verb)
    if moving:
        after = _nouns_after(verb, phrases.to_place)
        if any(place_at(reading, noun) is not None for noun in after):
            return phrases.towards[lemma]
    if lemma == "escape":
        return _LEAKING if any(_is_stuff(t) for t in voice.doers(verb)) else None
    if lemma in phrases.fallen and any(_may_fall(reading, t) for t in voice.doers(verb)):
        return phrases.fallen[lemma]
    return None


def _is_thing(reading: Reading, verb: Token) -> bool:
    """Whether what comes or goes is neither people nor what carries them."""
    phrases = load_event_phrases()
    doers = voice.doers(verb) if verb.lemma_.lower() in phrases.of_things else []
    carried = phrases.classes["carrier"]
    return bool(doers) and not any(
        is_people(reading, token) or token.lemma_.lower() in carried for token in doers
    )


def _is_stuff(noun: Token) -> bool:
    """Whether the noun, or what it is a measure of, is a gas or the like: "tonnes of chlorine"."""
    words = [noun, *_nouns_after(noun, {"of"})]
    below = [word.lemma_.lower() for one in words for word in (one, *syntax.modifiers(one))]
    return any(word in load_event_phrases().classes["stuff"] for word in below)


def _may_fall(reading: Reading, noun: Token) -> bool:
    """Whether the noun is a place by name, or a volcano."""
    found = reading.headed_by(noun)
    place = found is not None and found.kind is Kind.PLACE
    return place or noun.lemma_.lower() in load_event_phrases().classes["crater"]


def _becoming(verb: Token) -> Trigger | None:
    """“Became president”: who takes up a post."""
    if verb.lemma_.lower() != "become":
        return None
    made, words = _predicates(verb), load_role_words()
    posts = {t.lemma_.lower() for t in made} & words.heads
    return _BECOMING if posts - words.unappointed else None


def _agreeing(verb: Token) -> Trigger | None:
    """“They agreed to end the strike”, and not "I agree that it is right"."""
    past = verb.lemma_.lower() == "agree" and verb.tag_ in {"VBD", "VBN"}
    open_clause = any(clauses.is_open(child) for child in verb.rights)
    return _AGREEING if past and open_clause else None


def _predicates(verb: Token) -> Iterator[Token]:
    return (
        child for child in verb.rights if clauses.is_predicate(child) or functions.is_object(child)
    )
