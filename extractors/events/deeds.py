"""Verbs of no list that tell what somebody did on a day or to somebody: "hosted the talks".

No list holds all verbs. One that is none of speech, thought, state or phase tells of a happening
where the text says enough of it: who, and to whom, with whom, where or when, one of them by name.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from extractors.annotation.semantic_roles import gives_roles, predicate_score
from extractors.events.courses import is_struck
from extractors.reading import Reading
from extractors.tree import clauses, particles, syntax, voice
from extractors.words.cues import load_speech_words
from extractors.words.events.deeds import DeedWords, load_deed_words
from extractors.words.events.triggers import Trigger, load_triggers
from extractors.words.general import load_grammar_words
from extractors.words.people import kind_of_noun
from extractors.words.tables import either
from graph.model import Kind, Mention

BY_ITSELF: Final = " by itself"
"""What the origin of a mention says that no list and no reader knows its verb."""


def is_deed(event: Mention) -> bool:
    """Whether it is an event only if enough is told of it."""
    return event.origin.endswith(BY_ITSELF)


def wants_time(deed: Mention) -> bool:
    """Whether the verb tells of a happening only where its time is told: "raised the price"."""
    words = load_deed_words()
    return deed.head in {words.noun_for(verb) for verb in words.dated}


def deed_trigger(reading: Reading, verb: Token) -> Trigger | None:
    """What the verb tells of, if it may be a deed of somebody; None for other verbs."""
    words, lemma = load_deed_words(), verb.lemma_.lower()
    belongs = lemma in load_grammar_words().attending and _has_body(reading, verb)
    if (
        not clauses.is_past(verb)
        or is_struck(verb)
        or (_says_too_little(verb, words) and not belongs)
    ):
        return None
    if gives_roles(verb.doc) and predicate_score(verb) is None:
        return None
    if not any(_may_act(reading, t) for t in (*voice.doers(verb), *voice.undergoers(verb))):
        return None
    return Trigger("Occurrence", words.noun_for(particles.phrasal_lemma(verb)))


def _says_too_little(verb: Token, words: DeedWords) -> bool:
    """Whether the verb is none of deeds, or carries an event or a text that its object names."""
    grammar, speech = load_grammar_words(), load_speech_words()
    lemma = verb.lemma_.lower()
    if lemma in either(words.untelling, grammar.attending):
        return True
    nouns = [noun.lemma_.lower() for noun in voice.undergoers(verb)]
    if lemma in grammar.carrying and (
        not nouns or any(noun in load_triggers().nouns for noun in nouns)
    ):
        return True
    said = either(speech.texts, speech.reporting_nouns)
    return any(noun in said for noun in nouns)


def _has_body(reading: Reading, verb: Token) -> bool:
    """Whether somebody joins a body by name, and no talks."""
    found = (reading.headed_by(noun) for noun in syntax.objects(verb))
    return any(one is not None and one.kind is Kind.ORGANIZATION for one in found)


def _may_act(reading: Reading, token: Token) -> bool:
    """Whether the word may stand for somebody: by name, by a noun for people, or as a pronoun."""
    named = reading.headed_by(token)
    if named is not None:
        return named.kind is not Kind.EVENT
    return token.pos_ == "PRON" or kind_of_noun(token.lemma_.lower()) is not None
