"""What the verbs around a noun tell of its event: that it broke out, went on, or struck a town."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax, voice
from extractors.tree.polarity import is_negated
from extractors.words.events.arguments import load_argument_words


def course_verbs(reading: Reading, noun: Token) -> list[Token]:
    """The verbs that tell what the noun's event did: "the fire broke out", "which hit Doba".

    Those that tell of an event themselves, or what somebody says, are none; nor is one with an
    object, unless it tells what the event struck.
    """
    above = [noun.head] if functions.is_subject(noun) else _suffering(noun)
    inner = [verb for verb in clauses.noun_clauses(noun) if noun in voice.doers(verb)]
    return [verb for verb in (*above, *inner, *_striking(noun)) if _is_course(reading, verb, noun)]


def struck_by(noun: Token) -> list[Token]:
    """The words for what the noun's event is told to hit, in the order of the verbs."""
    found = [subject for verb in _suffering(noun) for subject in syntax.subjects(verb)]
    along = load_argument_words().striking_along
    for verb in _striking(noun):
        found += voice.undergoers(verb)
        found += [after for before, after in syntax.prepositional(verb) if before in along]
    return found


def _suffering(noun: Token) -> list[Token]:
    """The verb by which somebody undergoes it: "Doba came under attack"."""
    verb = syntax.above(noun)
    under = syntax.preposition_of(noun) == "under" and clauses.is_verb(verb)
    told = under and not (clauses.is_infinitive(verb) or is_negated(verb))
    return [verb] if told and verb.lemma_.lower() in load_argument_words().suffering else []


def is_struck(verb: Token) -> bool:
    """Whether the verb can tell what an event struck."""
    return clauses.is_verb(verb) and verb.lemma_.lower() in load_argument_words().striking


def ends(verb: Token) -> bool:
    """Whether the verb tells that something ended: "ended", "was lifted", "came to an end"."""
    words = load_argument_words()
    to = (noun.lemma_.lower() for before, noun in syntax.prepositional(verb) if before == "to")
    return verb.lemma_.lower() in words.ending or any(noun in words.endings for noun in to)


def _striking(noun: Token) -> list[Token]:
    """The verbs that tell what the noun's event struck: as their subject, or after "by"."""
    near = [syntax.above(noun), *clauses.noun_clauses(noun)]
    told = (verb for verb in near if is_struck(verb) and noun in voice.doers(verb))
    return [verb for verb in told if not (clauses.is_infinitive(verb) or is_negated(verb))]


def _is_course(reading: Reading, verb: Token, noun: Token) -> bool:
    if not clauses.is_verb(verb) or reading.headed_by(verb) is not None:
        return False
    if is_struck(verb):
        return noun in voice.doers(verb)
    return clauses.content(verb) is None and not syntax.objects(verb)
