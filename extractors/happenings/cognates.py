"""Words of one sentence that tell of one happening: "killed nine in an attack"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree import clauses, functions, identities, syntax, voice
from extractors.words.events.triggers import load_type_sets
from extractors.words.general import load_grammar_words
from graph.model import Form, Kind, Link, Mention
from ontology.names import broader_event_types


def find_told_twice(reading: Reading) -> Iterator[Link]:
    """Links from each event word to another of its sentence that tells of the same happening."""
    for event in reading.mentions:
        if event.kind is not Kind.EVENT or event.form is Form.NAME:
            continue
        head = reading.head_of(event)
        finder = _of_verb if clauses.is_verb(head) else _of_noun
        for other, how in finder(reading, event, head):
            yield Link(event.key, other.key, _reason(event, other, how), 0.85)


def _reason(event: Mention, other: Mention, how: str) -> str:
    return f"“{event.text}” {how} “{other.text}” in the same sentence"


Found = Iterator[tuple[Mention, str]]


def _of_verb(reading: Reading, event: Mention, verb: Token) -> Found:
    types = load_type_sets()
    for other in _events_at(reading, event, voice.undergoers(verb)):
        if other.event_type == event.event_type:
            yield other, "is done by the"
    if event.event_type in types.results:
        yield from _of_result(reading, event, verb)
    if functions.is_joined(verb) and event.event_type in types.forceful:
        yield from ((o, "is one deed with") for o in _one_deed(reading, event, verb))
    if event.event_type in types.harms and functions.is_joined(verb):
        yield from ((o, "goes with") for o in _harms(reading, event, verb.head))


def _of_result(reading: Reading, event: Mention, verb: Token) -> Found:
    types, words = load_type_sets(), load_grammar_words()
    # a blast kills, and does not die: what a tree makes the subject of dying there is none
    dying = event.event_type == "Death" and not syntax.objects(verb)
    nouns = [*([] if dying else voice.doers(verb)), *_antecedents(verb)]
    causes = [o for o in _events_at(reading, event, nouns) if o.event_type in _causing()]
    yield from ((other, "tells what came of the") for other in causes[:1])
    after = [noun for p, noun in syntax.prepositional(verb) if p in words.owed_to]
    tied = [token for noun in after for token in _of_series(noun)]
    inside = [o for o in _events_at(reading, event, tied) if o.event_type in types.short]
    yield from ((other, "tells of the") for other in inside[:1])
    for above in filter(None, [clauses.led_on_from(verb)]):
        for other in _events_at(reading, event, _verb_or_noun(above)):
            if other.event_type in types.causes:
                yield other, "tells what came of"
    for other in _events_at(reading, event, clauses.occasions(verb)):
        if event.event_type in types.harms and other.event_type in types.causes:
            yield other, "happened as"


def _of_series(noun: Token) -> list[Token]:
    """The noun, or what it is a series of: "a wave of attacks"."""
    inner = [token for preposition, token in syntax.prepositional(noun) if preposition == "of"]
    return inner if noun.lemma_.lower() in load_grammar_words().series else [noun]


def _causing() -> frozenset[str]:
    return load_type_sets().causes | {"Occurrence"}


def _antecedents(verb: Token) -> list[Token]:
    """The noun of which a clause tells: "clashes in which nine died"."""
    return [verb.head] if clauses.is_noun_clause(verb) else []


def _verb_or_noun(verb: Token) -> list[Token]:
    """The verb, or the event noun that it carries: "carried out a raid, killing nine"."""
    return [verb, *syntax.objects(verb), *syntax.subjects_of_its_own(verb)]


def _one_deed(reading: Reading, event: Mention, verb: Token) -> Iterator[Mention]:
    """The verb before "and" without an object of its own: "shot and killed a nurse"."""
    first, types = verb.head, load_type_sets()
    if clauses.is_verb(first) and not syntax.is_passive(first) and not syntax.objects(first):
        for other in _events_at(reading, event, [first]):
            if other.event_type in types.forceful and not list(syntax.prepositional(first)):
                yield other


def _harms(reading: Reading, event: Mention, verb: Token) -> Iterator[Mention]:
    """The death or injury before "and": "five were killed and nine hurt"."""
    for other in _events_at(reading, event, [verb]):
        if other.event_type in load_type_sets().harms:
            yield other


def _of_noun(reading: Reading, event: Mention, noun: Token) -> Found:
    types, words = load_type_sets(), load_grammar_words()
    said = voice.identified(noun)
    beside = [*identities.equations(noun), *identities.appositions(noun), *said]
    for other in _events_at(reading, event, beside):
        if _are_alike(event, other):
            yield other, "is the same as"
    if event.event_type in types.results:
        tied = [t for preposition, t in syntax.prepositional(noun) if preposition in words.owed_to]
        for other in _events_at(reading, event, tied):
            if other.event_type in types.short:
                yield other, "tells of the"
        above = syntax.above(noun)
        if clauses.is_verb(above) and above.lemma_.lower() in words.bringing:
            for other in _events_at(reading, event, voice.doers(above)):
                if other.event_type in types.causes:
                    yield other, "tells what came of the"


def _are_alike(event: Mention, other: Mention) -> bool:
    """Whether one type is the other's or a broader one: a killing may be an attack, or anything."""
    own, its = event.event_type, other.event_type
    return own == its or own in broader_event_types(its) or its in broader_event_types(own)


def _events_at(reading: Reading, event: Mention, tokens: list[Token]) -> Iterator[Mention]:
    for token in tokens:
        found = reading.headed_by(token)
        if found is not None and found.kind is Kind.EVENT and found.key != event.key:
            yield found
