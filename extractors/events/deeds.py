"""Verbs of no list that tell what somebody did on a day or to somebody: "hosted the talks".

No list holds all verbs. One that is none of speech, thought, state or phase tells of a happening
where the text says enough of it: who by name, and to whom, with whom or when.
"""

from __future__ import annotations

from spacy.tokens import Token

from extractors.events.courses import is_struck
from extractors.reading import Reading
from extractors.reference.standing import actor_at, doer_at
from extractors.tree import clauses, particles, syntax, voice
from extractors.tree.semantic_roles import gives_roles, predicate_score
from extractors.words.cues import load_speech_words
from extractors.words.deeds import load_deed_words
from extractors.words.general import load_grammar_words
from extractors.words.triggers import Trigger
from graph.model import Form, Mention

_PAST = "VBD"


def deed_trigger(reading: Reading, verb: Token) -> Trigger | None:
    """What the verb tells of by itself; None where that is no happening or too little is told."""
    words = load_deed_words()
    grammar = load_grammar_words()
    saying_too_little = words.untelling | grammar.carrying | grammar.attending
    if verb.lemma_.lower() in saying_too_little or is_struck(verb) or not _is_past(verb):
        return None
    said = load_speech_words().texts | load_speech_words().reporting_nouns
    if any(noun.lemma_.lower() in said for noun in voice.undergoers(verb)):
        return None
    if gives_roles(verb.doc) and predicate_score(verb) is None:
        return None
    doers = [found for token in voice.doers(verb) if (found := doer_at(reading, token))]
    others = _others(reading, verb)
    named = any(one.form is Form.NAME for one in (*doers, *others))
    if not (doers and named) and not (syntax.is_passive(verb) and others and named):
        return None
    if not (others and doers) and not _is_dated(reading, verb):
        return None
    return Trigger("Occurrence", words.noun_for(particles.phrasal_lemma(verb)))


def _is_past(verb: Token) -> bool:
    if verb.tag_ == _PAST:
        return True
    return verb.tag_ == "VBN" and bool(clauses.auxiliaries(verb) & {"have", "be"})


def _others(reading: Reading, verb: Token) -> list[Mention]:
    """Whom or what of a name the verb is done to or with."""
    tokens = [*voice.undergoers(verb), *(noun for _, noun in syntax.prepositional(verb))]
    found = (reading.headed_by(token) or actor_at(reading, token) for token in tokens)
    return [one for one in found if one is not None]


def _is_dated(reading: Reading, verb: Token) -> bool:
    passage = reading.passage_at(verb.idx)
    times = (reading.span_of(t.start, t.end).root for t in reading.times_in(passage))
    return any(syntax.governs(verb, time) for time in times)
