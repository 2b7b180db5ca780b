"""What somebody denies: "Berg denied that …", "rejected reports of …", "said there was no raid"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.speech.charges import words_of_charge
from extractors.speech.reported import is_said, speakers_of
from extractors.speech.speech import Speech, segments_of
from extractors.speech.speeches import Speeches, find_speeches
from extractors.speech.unmarked import speaker_before
from extractors.tree import clauses, functions, particles, syntax, voice
from extractors.tree.complements import clause_of, gerund, infinitive
from extractors.tree.polarity import is_negated
from extractors.words.cues import load_doubt_words, load_speech_words
from extractors.words.events.triggers import load_triggers
from extractors.words.tables import either
from graph.model import Evidence, Kind, Mention, Statement, Value

_RULE = "verb of denying"
_NEGATED = "negated clause"
_CLAUSE = "reporting verb"


def find_denials(reading: Reading) -> Iterator[Statement]:
    """Statements ``denies``: who denies what, in the words of the text."""
    for verb in reading.doc:
        denied = denied_by(reading, verb)
        told = words_of_charge(verb) or (list(denied.subtree) if denied is not None else [])
        segments = segments_of(told)
        text = " ".join(reading.document.text[start:end] for start, end in segments)
        if text and is_said(verb):
            for speaker in _deniers(reading, verb):
                yield _statement(reading, speaker, text, verb, _RULE)
    yield from _negated(reading)


def _statement(reading: Reading, speaker: Mention, text: str, cue: Token, rule: str) -> Statement:
    passage = reading.passage_at(cue.idx).index
    evidence = Evidence(passage, cue.idx, cue.idx + len(cue), rule, confidence=0.75)
    return Statement(speaker.key, "denies", Value(" ".join(text.split())), evidence)


def _deniers(reading: Reading, verb: Token) -> tuple[Mention, ...]:
    """Who denies: the subject; inside a quote, "we" are its speakers; "he" may go on speaking."""
    found = speakers_of(reading, verb)
    doers = voice.doers(verb)
    if found or len(doers) != 1:
        return found
    if doers[0].text in load_speech_words().first_person:
        around = Speeches(reading.once(find_speeches)).around(verb.idx, verb.idx + len(verb))
        return around[0].speakers if around else ()
    before = speaker_before(reading, doers[0], reading.once(find_speeches))
    return (before,) if before is not None else ()


def denied_by(reading: Reading, verb: Token) -> Token | None:
    """The head of what the verb denies: a clause, a verb in -ing, or a noun; None for other verbs.

    "Denied the prisoners water" and "rejected the offer" deny nothing that was said.
    """
    words = load_doubt_words()
    lemma = particles.phrasal_lemma(verb) if clauses.is_verb(verb) else ""
    if lemma not in words.denying:
        return None
    # "rejected the appeal, saying …": what is said besides is not what is rejected
    clause = clause_of(verb) or (None if syntax.objects(verb) else gerund(verb))
    if clause is not None or infinitive(verb) is not None:
        return clause
    if syntax.indirect_objects(verb):
        return None
    undergoing = syntax.passive_subjects(verb)
    if not syntax.is_passive(verb):
        undergoing = [c for c in verb.rights if clauses.is_complement(c) and not clauses.is_verb(c)]
    nouns = (noun for noun in undergoing if _is_deniable(reading, noun, lemma))
    return next(nouns, None)


def _is_deniable(reading: Reading, noun: Token, lemma: str) -> bool:
    """Whether the noun is something said or done: a report, a role in something, an event."""
    words = load_doubt_words()
    known = either(words.claims, words.evidence, words.assertions)
    if noun.lemma_.lower() in known:
        return True
    event = reading.headed_by(noun)
    happened = event is not None and event.kind is Kind.EVENT
    return lemma in words.disowning and (happened or noun.lemma_.lower() in words.deeds)


def _negated(reading: Reading) -> Iterator[Statement]:
    """What somebody says was not: "said that there was no raid", "that nobody was killed"."""
    for speech in reading.once(find_speeches):
        verb = reading.span_of(speech.cue_start, speech.cue_end).root
        clause = clause_of(verb) if speech.rule == _CLAUSE and speech.spoken else None
        if clause is not None and _denies(reading, clause):
            text = _text(reading, speech)
            for speaker in speech.speakers:
                yield _statement(reading, speaker, text, verb, _NEGATED)


def _denies(reading: Reading, clause: Token) -> bool:
    """Whether the clause says of something that it did not happen, and not that it will not.

    Who has "no role in" something or "nothing to do with" it denies as much in the present.
    """
    if any(_is_no_deed(thing) for thing in syntax.objects(clause)):
        return True
    past = clause.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in clause.lefts)
    none = [token for token in clause.children if functions.is_subject(token) and is_negated(token)]
    there = any(functions.is_expletive(child) for child in clause.children)
    if not past or not (none or is_negated(clause)):
        return False
    told = none if there else [clause]
    return any(_is_event(reading, token) for token in told)


def _is_no_deed(thing: Token) -> bool:
    words = load_doubt_words()
    to_do = [below.lemma_.lower() for below in thing.children if clauses.is_infinitive(below)]
    nothing = thing.lower_ in words.subjects and "do" in to_do
    return nothing or (thing.lemma_.lower() in words.deeds and is_negated(thing))


def _is_event(reading: Reading, token: Token) -> bool:
    words = load_doubt_words()
    lemma, triggers = token.lemma_.lower(), load_triggers()
    known = lemma in words.deeds or lemma in triggers.nouns or lemma in triggers.verbs
    found = reading.headed_by(token)
    return known or (found is not None and found.kind is Kind.EVENT)


def _text(reading: Reading, speech: Speech) -> str:
    return " ".join(reading.document.text[start:end] for start, end in speech.segments)
