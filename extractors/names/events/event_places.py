"""Places inside the names of events that were found whole: "siege of Paris", "Lima fire".

What happened there is told by the place; the names of other things keep their words to themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from extractors.names.events.event_names import event_noun
from extractors.names.spans import (
    Candidate,
    is_capitalised,
    is_heading,
    is_shouting,
    longest,
    occurrences,
)
from extractors.words.events.triggers import load_triggers, load_type_sets
from extractors.words.general import load_name_words
from graph.model import Kind

_ABOUT = frozenset({"Meeting", "Protest", "Trial", "Campaign", "Commemoration"})


def find_places_in_events(
    doc: Doc, names: list[Candidate], known: Iterable[Candidate]
) -> list[Candidate]:
    """The places inside events' names, by their event noun, where it is in the word lists.

    ``known`` are the names that the lexicon knows. Any place of those or of the text counts before
    a noun that makes a name with one, and after "of", "in" and "at". After these a name of a force
    or of a disaster also tells that an unknown word is a place's: "fall of Dobra".
    """
    events = [name for name in names if name.kind is Kind.EVENT and _is_in_text(doc, name)]
    if not events:
        return []
    places = [*(one for one in known if one.kind is Kind.PLACE), *_repeated(doc, names)]
    found = (place for event in events for place in _inside(doc, event, places, names))
    return longest(found)


def _is_read(name: Candidate) -> bool:
    """Whether a reader found the event: of one of the lexicon all words are known."""
    return name.origin != "lexicon" and not name.identifier


def _is_in_text(doc: Doc, name: Candidate) -> bool:
    """Whether the name stands where capitals tell names: not in a heading."""
    sentence = doc[name.start].sent
    return not (is_shouting(sentence) or is_heading(sentence))


def _repeated(doc: Doc, names: list[Candidate]) -> Iterator[Candidate]:
    """Every occurrence of the words that are a place's name somewhere in the text."""
    known = {_words(doc, name): name for name in names if name.kind is Kind.PLACE}
    for start, words in occurrences(doc, known):
        place = known[words]
        yield Candidate(
            start,
            start + len(words),
            Kind.PLACE,
            "repeated",
            identifier=place.identifier,
            confidence=place.confidence,
        )


def _words(doc: Doc, name: Candidate) -> tuple[str, ...]:
    return tuple(token.text for token in name.span(doc))


def _inside(
    doc: Doc, event: Candidate, places: list[Candidate], names: list[Candidate]
) -> Iterator[Candidate]:
    within = [p for p in places if event.start <= p.start and p.end <= event.end]
    nouns = [token for token in event.span(doc) if event_noun(token) is not None]
    # what stands before another noun of events is that one's: "Iraq War protests"
    for token in nouns[-1:]:
        after = [p for p in within if p.start > token.i + 1 and _is_led(doc, p)]
        yield from after
        if len(nouns) == 1 and not _is_about(token):
            yield from (p for p in within if _is_before(doc, p, token, event))
        if not after and _is_read(event):
            yield from _unknown(doc, token.i, event, names)


def _is_about(noun: Token) -> bool:
    """Whether a place before the noun may be what the event is about: "Norland conference"."""
    trigger = event_noun(noun)
    return trigger is not None and trigger.event_type in _ABOUT


def _is_before(doc: Doc, place: Candidate, noun: Token, event: Candidate) -> bool:
    """Whether the place stands before a noun that makes a name with one: "Lima train bombing".

    A capitalised name before it makes it a surname: "Michael Jordan trial".
    """
    triggers, word = load_triggers(), noun.lemma_.lower()
    if word not in triggers.with_place or place.end > noun.i:
        return False
    before = doc[place.start - 1] if place.start > event.start else None
    if before is not None and before.pos_ == "PROPN" and is_capitalised(before):
        return False
    return word not in triggers.with_person or place.end == noun.i


def _is_led(doc: Doc, place: Candidate) -> bool:
    """Whether "of", "in" or "at" stands before the place, with or without an article."""
    first = place.start - 1 - (doc[place.start - 1].lower_ == "the")
    return doc[first].lower_ in load_name_words().before_place


def _unknown(doc: Doc, noun: int, event: Candidate, names: list[Candidate]) -> Iterator[Candidate]:
    """The words after "of", "in" or "at" up to the name's end, if they are no other thing's."""
    start = noun + 2
    trigger = event_noun(doc[noun])
    if trigger is None or trigger.event_type not in _placing():
        return
    if start >= event.end or doc[noun + 1].lower_ not in load_name_words().before_place:
        return
    words = doc[start : event.end]
    others = {w for n in names if n.kind is not Kind.EVENT for w in _words(doc, n)}
    plain = all(token.pos_ == "PROPN" and is_capitalised(token) for token in words)
    if plain and others.isdisjoint(token.text for token in words):
        yield Candidate(start, event.end, Kind.PLACE, "event noun", confidence=0.7)


def _placing() -> frozenset[str]:
    """The types of events whose noun with "of" has a place: no killings, which have victims."""
    types = load_type_sets()
    return (types.at_a_place & types.may_be_deadly) | (types.named_by_place - {"Killing"})
