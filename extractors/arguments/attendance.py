"""Who takes part in an event that a noun names: "took part in the talks", "attended the trial"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import clauses, syntax, voice
from extractors.tree.polarity import is_negated
from extractors.words.cues import load_speech_words
from extractors.words.events.arguments import load_argument_words
from extractors.words.general import load_grammar_words
from extractors.words.tables import either


def attending(noun: Token) -> Iterator[Token]:
    """The words for those who take part in what the noun names.

    Who did not take part, or only should, does not; who will, does.
    """
    yield from _attending(noun)
    yield from _gathered(noun)


def speaking_at(reading: Reading, noun: Token) -> Iterator[Token]:
    """The words for those who spoke or agreed at the meeting or on the visit of the noun.

    Whoever did something else during it was there too, but for those who attacked it.
    """
    verb = syntax.clause_verb(noun)
    if verb is None or not _is_told(verb):
        return
    during = syntax.preposition_of(noun) == "during" and reading.headed_by(verb) is None
    if is_said_at(verb, noun) or during:
        yield from voice.doers(verb)


def is_said_at(verb: Token, noun: Token) -> bool:
    """Whether the verb tells what was said or settled there: "agreed at", "said in talks with"."""
    words = load_speech_words()
    speaking = either(words.reporting, words.infinitive, words.describing, words.noun)
    lemma = verb.lemma_.lower()
    known = lemma in speaking or lemma in load_grammar_words().at_meetings
    return known and syntax.preposition_of(noun) in load_argument_words().spoken_at


def _gathered(noun: Token) -> Iterator[Token]:
    """Those whom the noun is told to include or to bring together."""
    verbs = [noun.head, *clauses.noun_clauses(noun)]
    for verb in verbs:
        known = verb.lemma_.lower() in load_grammar_words().gathering
        if known and _is_told(verb) and noun in voice.doers(verb):
            yield from voice.undergoers(verb)


def _is_told(verb: Token) -> bool:
    words = load_grammar_words()
    unreal = (clauses.auxiliaries(verb) & words.unreal) - words.coming
    return not (clauses.is_infinitive(verb) or is_negated(verb) or unreal)


def _attending(noun: Token) -> Iterator[Token]:
    words = load_grammar_words()
    verb = syntax.clause_verb(noun)
    if verb is None or not _is_told(verb):
        return
    direct = verb.lemma_.lower() in words.attending and noun in voice.undergoers(verb)
    if direct or (syntax.preposition_of(noun) == "in" and _takes_part(verb, noun)):
        yield from voice.doers(verb)
    elif is_joined_for(verb, noun):
        yield from (*voice.doers(verb), *voice.undergoers(verb))


def is_joined_for(verb: Token, noun: Token) -> bool:
    """Whether the verb says who came together for it: "joined the envoys for talks"."""
    together = verb.lemma_.lower() in load_grammar_words().attending
    tied = syntax.preposition_of(noun) in load_argument_words().joined_for
    return together and tied and bool(voice.doers(verb))


def _takes_part(verb: Token, noun: Token) -> bool:
    words, lemma = load_grammar_words(), verb.lemma_.lower()
    if lemma in words.participating:
        return any(tied == noun for _, tied in syntax.prepositional(verb))
    parts = [
        thing
        for thing in syntax.objects(verb)
        if thing.lemma_.lower() in words.parts and not is_negated(thing)
    ]
    tied = [
        *syntax.prepositional(verb),
        *(pair for part in parts for pair in syntax.prepositional(part)),
    ]
    return lemma in words.taking and bool(parts) and any(found == noun for _, found in tied)
