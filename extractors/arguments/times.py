"""When an event took place, and which event an anniversary recalls or a battle is part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.actors.standing import place_at
from extractors.arguments.attendance import is_joined_for, is_said_at
from extractors.arguments.whereabouts import is_seen, seeing_places
from extractors.arguments.wholes import find_wholes
from extractors.events.courses import course_verbs, ends
from extractors.events.events import reader_confidence
from extractors.reading import Reading
from extractors.times.times import Time
from extractors.tree import functions, identities, syntax, voice
from extractors.tree.clauses import (
    auxiliaries,
    is_accompanying,
    is_full,
    led_on_from,
    light_verb,
)
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_type_sets
from extractors.words.roles import load_role_words
from graph.dates import PartialDate
from graph.model import Evidence, Form, Kind, Mention, Passage, Qualifiers, Statement, Value

_BY_GRAMMAR = 0.85
_ALONE = 0.5
_IN_WAKE = 0.55
_FARTHEST = 25
_CERTAIN = 0.9


def find_event_times(reading: Reading) -> Iterator[Statement]:
    """Statements ``begin`` and ``end``, one pair for each time that belongs to one event."""
    for passage in reading.passages:
        events = [m for m in reading.mentions_in(passage) if m.kind is Kind.EVENT]
        told = [time for time in reading.times_in(passage) if time.resolved]
        times = [time for time in told if not any(_narrows(other, time) for other in told)]
        for time in times:
            found = _event_of(reading, time, events, alone=len(times) == 1)
            dated = [reading.span_of(t.start, t.end).root for t in told if t is not time]
            if found and _is_end(reading, found[0], time):
                last = replace(time, begin=None, until=time.until)
                yield from _statements(found[0], passage, last, found[1])
                continue
            for event in _sharing(reading, found[0], events, dated) if found else ():
                yield from _statements(event, passage, time, found[1] if found else 0)
            for event in () if found else _in_its_wake(reading, time, events, dated):
                yield from _statements(event, passage, time, _IN_WAKE)


def _narrows(time: Time, wider: Time) -> bool:
    """Whether a time says the same more exactly: "20 years ago, on 4 May"."""
    if time.begin is None or time.until is None or wider.begin is None or wider.until is None:
        return False
    own = (time.begin.first, time.until.last)
    other = (wider.begin.first, wider.until.last)
    return other[0] <= own[0] and own[1] <= other[1] and own != other


def _sharing(
    reading: Reading, event: Mention, events: list[Mention], others: list[Token]
) -> list[Mention]:
    """The event, and those of verbs joined to its own, which share its time.

    ``others`` are the words of other times; an event that has one of its own shares none.
    """
    head = reading.head_of(event)
    parts = [e for e in events if _is_same_day(reading, e, event, others)]
    alone = [
        verb for verb in _led_on(head) if not any(syntax.governs(verb, time) for time in others)
    ]
    return [event, *(e for e in events if reading.head_of(e) in alone or e in parts)]


def _in_its_wake(
    reading: Reading, time: Time, events: list[Mention], others: list[Token]
) -> list[Mention]:
    """The events told after a verb with a day that is none itself: "on 4 May he came and struck".

    They have no other time, and no subject or tense of their own.
    """
    head = reading.span_of(time.start, time.end).root
    verb = syntax.clause_verb(head)
    day = time.begin is not None and time.begin.first == time.begin.last
    if verb is None or not day:
        return []
    led_on = [v for v in _led_on(verb) if v.i > verb.i]
    later = [v for v in led_on if not (_has_other_subject(v) or auxiliaries(v))]
    alone = [v for v in later if not any(syntax.governs(v, other) for other in others)]
    return [event for event in events if reading.head_of(event) in alone]


def _has_other_subject(verb: Token) -> bool:
    return bool(syntax.subjects_of_its_own(verb)) and not is_accompanying(verb)


def _led_on(verb: Token) -> Iterator[Token]:
    """The verbs joined to a verb, and the participles that tell what came of it or went with it."""
    for child in verb.children:
        if functions.is_joined(child):
            yield child
        elif led_on_from(child) == verb or is_accompanying(child):
            yield child
            yield from _led_on(child)


def _is_same_day(reading: Reading, part: Mention, whole: Mention, others: list[Token]) -> bool:
    """Whether the event is told to be a part of a meeting or the like, and has no other time."""
    if whole.event_type not in load_type_sets().of_a_day:
        return False
    if whole.key not in {found.key for found in find_wholes(reading, part)}:
        return False
    return not any(_governs(reading, part, time) for time in others)


def _event_of(
    reading: Reading, time: Time, events: list[Mention], *, alone: bool
) -> tuple[Mention, float] | None:
    """The event that the time belongs to and how sure that is; None where none is near enough."""
    head = reading.span_of(time.start, time.end).root
    inside = [m for m in events if m.start <= time.start and time.end <= m.end]
    if inside:
        return inside[0], _BY_GRAMMAR
    if _says_which(reading, head, events):
        return None
    governing = [event for event in events if _governs(reading, event, head)]
    if governing:
        return min(governing, key=lambda event: _rank(reading, event, head)), _BY_GRAMMAR
    recalling = [event for event in events if event.event_type == "Commemoration"]
    telling = [event for event in events if not _only_orders(reading, event)]
    named = [event for event in telling if event.form is Form.NAME]
    candidates = recalling or named or telling
    if alone and len({event.label.casefold() for event in candidates}) == 1:
        nearest = min(candidates, key=lambda event: abs(event.start - time.start))
        word = reading.head_of(nearest)
        near = abs(word.i - head.i) <= _FARTHEST and time.confidence >= _CERTAIN
        if near and not _dates_another(word, head):
            return nearest, _ALONE
    return None


def _says_which(reading: Reading, time: Token, events: list[Mention]) -> bool:
    """Whether the time only tells which of other things is meant: "a 20th-century example".

    Or how long a post was held: "the fall of Ada Berg, president since 1995".
    """
    if functions.is_modifier(time) and time.head not in {reading.head_of(m) for m in events}:
        return True
    start = time.left_edge.i
    tied = syntax.preposition_of(time) in load_argument_words().held
    held = time.doc[start - 1] if start and tied else time
    return held.lemma_.lower() in load_role_words().heads


def _dates_another(event: Token, time: Token) -> bool:
    """Whether the time tells when something was done to the event: "recognized the war in 1950".

    Then the event is the object of the verb that the time hangs from, or in what that verb tells
    ("wrote in 1950 that"), or the time itself is the object; or the time belongs to another noun:
    "a report of 1950 on the war".
    """
    if syntax.noun_above(time) is not None:
        return True
    verb = syntax.clause_verb(time)
    if verb is None:
        return functions.is_object(time)
    if verb not in event.ancestors:
        return True
    branch = _branch(event, verb)
    return is_full(branch) or functions.is_object(branch) or functions.is_object(time)


def _branch(token: Token, above: Token) -> Token:
    """The child of a token above through which a token hangs from it."""
    chain = [token, *token.ancestors]
    return chain[chain.index(above) - 1]


def _only_orders(reading: Reading, event: Mention) -> bool:
    """Whether the event only tells what was earlier or later: "the first after the war"."""
    head = reading.head_of(event)
    before = {syntax.preposition_of(head), head.head.lower_}
    return bool(before & load_argument_words().ordering)


def _governs(reading: Reading, event: Mention, time: Token) -> bool:
    """Whether the time hangs from the event's word, or from the verb that carries the event."""
    head = reading.head_of(event)
    if syntax.governs(head, time):
        return True
    verb = light_verb(head)
    if verb is not None and syntax.governs(verb, time):
        return True
    verb = syntax.clause_verb(head)
    if verb is not None and is_seen(head) and syntax.governs(verb, time):
        seeing = [token for token in seeing_places(head) if token != time]
        return all(place_at(reading, token) is not None for token in seeing)
    beside = verb if verb and (is_joined_for(verb, head) or is_said_at(verb, head)) else None
    if beside is not None and syntax.governs(beside, time):
        return event.event_type in {"Meeting", "Visit"}
    # "the fire broke out on 4 May", "26 May is the anniversary"
    told = (syntax.governs(verb, time) for verb in course_verbs(reading, head))
    return head in identities.equations(time) or any(told)


def _is_end(reading: Reading, event: Mention, time: Time) -> bool:
    """Whether the time is that at which the event ended: "the talks ended on 4 May"."""
    head = reading.head_of(event)
    verb = syntax.clause_verb(reading.span_of(time.start, time.end).root)
    if verb is None or not ends(verb):
        return False
    return head in {*voice.doers(verb), *syntax.passive_subjects(verb)}


def _rank(reading: Reading, event: Mention, time: Token) -> tuple[int, int]:
    """Prefer the event that the time hangs from most directly, then the named one."""
    head = reading.head_of(event)
    above = [time, *time.ancestors]
    steps = above.index(head) if head in above else len(above)
    return (steps, event.form is not Form.NAME)


def _statements(
    event: Mention, passage: Passage, time: Time, confidence: float
) -> Iterator[Statement]:
    evidence = Evidence(
        passage=passage.index,
        start=time.start,
        end=time.end,
        rule=f"{time.how} date",
        confidence=round(confidence * time.confidence * reader_confidence(event), 2),
    )
    qualifiers = Qualifiers(time_text=" ".join(time.text.split()))
    if time.begin is not None:
        yield Statement(event.key, "begin", _value(time.begin), evidence, qualifiers)
    if time.until is not None and time.until != time.begin:
        yield Statement(event.key, "end", _value(time.until), evidence, qualifiers)


def _value(day: PartialDate) -> Value:
    return Value(day.iso, day.datatype)
