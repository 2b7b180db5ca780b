"""What an event without a name is called: "attack on Doba", "killing of nine people"."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Token

from extractors.events.events import is_noun
from extractors.happenings.told import Told
from extractors.reading import Reading
from extractors.tree import syntax
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_triggers, load_type_sets
from extractors.words.general import load_grammar_words
from graph.model import Form, Kind, Mention

_PLAIN = frozenset({"NUM", "DET", "NOUN", "PRON"})
Way = Callable[[Reading, Mention, Told], str]

_BEFALLING = frozenset({"killed", "injured", "displaced"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)


def label_of(reading: Reading, members: list[Mention], told: Told) -> str:
    """The label of the happening that these unnamed mentions tell of; empty where none tells it."""
    event = min(members, key=_order)
    noun = _noun(reading, event)
    ways = (
        _by_recalled,
        _by_work,
        _by_thing,
        _by_place,
        *_ways(event),
        _by_doers,
        _by_whole,
        _by_time,
    )
    found = (way(reading, event, told) for way in ways)
    end = next((one for one in found if one), "")
    ordinal = _ordinal(reading.head_of(event)) if told.targets.get("commemorates") else ""
    return " ".join(filter(None, (ordinal, noun, end))) if end else ""


def _by_recalled(reading: Reading, _: Mention, told: Told) -> str:
    recalled = told.targets.get("commemorates", ())
    return f"of {_cased(reading, recalled[0])}" if recalled else ""


def _by_work(_: Reading, __: Mention, told: Told) -> str:
    return f"of {told.work.label}" if told.work is not None else ""


def _by_thing(_: Reading, __: Mention, told: Told) -> str:
    return f"of {told.thing}" if told.thing else ""


def _ways(event: Mention) -> tuple[Way, ...]:
    """A disaster is told from others by its day, a deed by whom it was done to."""
    if event.event_type == "Disaster":
        return (_by_day, _by_count)
    return (_by_patient, _by_count)


def _by_day(_: Reading, __: Mention, told: Told) -> str:
    return f"of {told.when}" if told.when else ""


def _by_place(reading: Reading, event: Mention, told: Told) -> str:
    return _by_target(reading, event, told, ("place",))


def _by_patient(reading: Reading, event: Mention, told: Told) -> str:
    return _by_target(reading, event, told, ("patient",))


def _by_doers(reading: Reading, event: Mention, told: Told) -> str:
    return _by_target(reading, event, told, ("participant", "agent"))


def _by_target(reading: Reading, event: Mention, told: Told, predicates: tuple[str, ...]) -> str:
    for predicate in predicates:
        for target in told.targets.get(predicate, ()):
            return f"{_tie(reading, event, predicate, target)} {_inside(reading, target)}"
    return ""


def _inside(reading: Reading, target: Mention) -> str:
    """The target's label as it stands inside of another: "Ten men" begins in lower case."""
    first = reading.span_of(target.start, target.end)[0]
    plain = target.form is not Form.NAME and first.is_sent_start and first.pos_ in _PLAIN
    return f"{target.label[:1].lower()}{target.label[1:]}" if plain else target.label


def _by_whole(_: Reading, __: Mention, told: Told) -> str:
    wholes = told.targets.get("partOf", ())
    return f"in {wholes[0].label}" if wholes else ""


def _by_time(_: Reading, event: Mention, told: Told) -> str:
    if event.event_type == "Occurrence":
        return ""
    begun = f"of {told.when}" if told.when else f"in {told.year}" if told.year else ""
    return begun or (f"until {told.ended}" if told.ended else "")


def _by_count(_: Reading, event: Mention, told: Told) -> str:
    return _of_counted(event, *told.counted) if told.counted is not None else ""


def _of_counted(event: Mention, befallen: str, counted: str) -> str:
    """“of 40 people” after "killing", "that killed 40 people" after "avalanche"."""
    if event.event_type in load_type_sets().results:
        return f"of {counted}"
    if befallen in _BEFALLING:
        return f"that {befallen} {counted}"
    return f"with {counted} {befallen}"


def _tie(reading: Reading, event: Mention, predicate: str, target: Mention) -> str:
    """The preposition between the noun and the place or the people."""
    return _written(reading, event, target) or _preposition(
        event, predicate, placed=_is_around(reading, target)
    )


def _order(event: Mention) -> tuple[bool, bool, bool, int]:
    """Definite types before vague ones, deeds before deaths, nouns before verbs, then the first."""
    vague = event.event_type == "Occurrence"
    harm = event.event_type in load_type_sets().suffered
    return (vague, harm, not is_noun(event), event.start)


def _noun(reading: Reading, event: Mention) -> str:
    """The noun with the nouns before it: "gas leak"; of a verb, the noun that stands for it."""
    nouns = (t for t in syntax.modifiers(reading.head_of(event)) if t.pos_ == "NOUN")
    # no measure: "a magnitude 7 earthquake"
    kinds = [t.text for t in nouns if not any(child.like_num for child in t.children)]
    return " ".join([*kinds, event.head])


def _cased(reading: Reading, event: Mention) -> str:
    """The event's label, in a spelling that is not all in capitals where the document has one."""
    if not event.label.isupper():
        return event.label
    folded = event.label.casefold()
    same = [m.label for m in reading.mentions if m.label.casefold() == folded]
    return next((label for label in same if not label.isupper()), event.label)


def _written(reading: Reading, event: Mention, target: Mention) -> str:
    """The preposition that stands between the word and its target; empty where there is none.

    Of verbs only those that lead somewhere keep it: "returned to Oslo".
    """
    head = reading.head_of(event)
    found = (p for p, noun in syntax.prepositional(head) if target.start <= noun.idx < target.end)
    leading = event.event_type in load_type_sets().leading and target.kind is Kind.PLACE
    written = next(found, "") if is_noun(event) or leading else ""
    return "" if written == "out" else written


def _is_around(reading: Reading, place: Mention) -> bool:
    """Whether the event was in or near the place, and not done to it."""
    noun = reading.head_of(place)
    above = syntax.noun_above(noun) if syntax.preposition_of(noun) == "of" else None
    words = {syntax.preposition_of(one) for one in (noun, above) if one is not None}
    return not words.isdisjoint(load_grammar_words().where)


def _preposition(event: Mention, predicate: str, *, placed: bool) -> str:
    triggers = load_triggers()
    noun = triggers.nouns.get(event.head)
    verbs = (t for t in triggers.verbs.values() if t.noun == event.head)
    trigger = noun or next(verbs, None)
    of = trigger.preposition if trigger else triggers.prepositions.get(event.event_type, "of")
    if predicate == "place":
        words = load_argument_words()
        if event.head in words.away | words.there:
            return "from" if event.head in words.away else "to"
        done_to_it = event.event_type in load_type_sets().at_a_place and not placed
        return of if done_to_it else "in"
    if predicate == "agent":
        return "of" if event.event_type in load_type_sets().of_whom else "by"
    return "of" if predicate == "participant" else of


def _ordinal(noun: Token) -> str:
    words = (token.lower_ for token in noun.lefts)
    return next((word for word in words if _ORDINAL.fullmatch(word)), "")


_LAST_WAYS: tuple[Way, ...] = (_by_doers, _by_whole, _by_time)
