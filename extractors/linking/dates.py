"""What is told to the scorer of links about an event and each time near it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Token

from extractors.annotation.semantic_roles import arguments_of
from extractors.linking.clusters import PARTS
from extractors.linking.features import (
    PAIR,
    event_names,
    pair_features,
    preposition_features,
    word_features,
    word_names,
)
from extractors.linking.nearness import FAR, MOST, in_others, words_apart
from extractors.linking.scene import Event, Scene
from extractors.words.events.arguments import load_argument_words

_TIME: Final = (
    "together", "back", "rank", "near", "distance", "same paragraph", "day", "month", "resolved",
    "begins", "range", "absolute", "relative", "sure of time", "number", "times", "times here",
    "days", "opening", "told", "other told", "others", "before", "after", "of type", "of word",
    "shared", "events", "between", "times between", "by role",
)  # fmt: skip


@cache
def time_names() -> tuple[str, ...]:
    """The names of the numbers of an event and a time."""
    right_before = (f"right after {name}" for name in load_argument_words().tying)
    return (*event_names(), *_TIME, *right_before, *PAIR, *word_names())


def time_rows(scene: Scene, event: Event) -> Iterator[tuple[int, list[float]]]:
    """The number of each time around the event, and the numbers of both."""
    found = scene.times_near(event)
    words = {number: scene.word_of(scene.times[number]) for number in found}
    ordered = sorted(found, key=lambda number: _remote(scene, event, number, words[number]))
    ranks = {number: rank for rank, number in enumerate(ordered)}
    by_role = {a.argument.i: a.score for a in arguments_of(event.head) if a.role == "ARGM-TMP"}
    for number in found:
        word = words[number]
        own = _of_time(scene, event, number, word, ranks[number])
        own.append(by_role.get(word.i, 0.0))
        first = scene.reading.span_of(scene.times[number].start, scene.times[number].end)[0]
        before = scene.reading.doc[first.i - 1].lower_ if first.i else ""
        near = [float(tie) for tie in preposition_features(before)]
        tied = (*pair_features(event.head, word), *word_features(word))
        yield number, [*event.features, *own, *near, *tied]


def _remote(scene: Scene, event: Event, number: int, word: Token) -> tuple[float, int]:
    passage, at = event.mention.passage, scene.time_passages[number]
    return abs(passage - at) + (0.5 if at > passage else 0.0), abs(word.i - event.head.i)


def _of_time(scene: Scene, event: Event, number: int, word: Token, rank: int) -> list[float]:
    time, at, own = scene.times[number], scene.time_passages[number], event.mention
    facts = scene.told.facts[own.key]
    together = at == own.passage
    first = scene.reading.span_of(time.start, time.end)[0]
    known = time.begin is not None and time.until is not None
    days = (time.until.last - time.begin.first).days if time.begin and time.until else -1
    numbers = (
        together,
        own.passage - at,
        rank,
        len(scene.times_near(event)),
        words_apart(event, word, together=together, later=time.start > own.start),
        scene.paragraphs[at] == scene.paragraphs[own.passage],
        time.begin is not None and bool(time.begin.day),
        time.begin is not None and bool(time.begin.month),
        time.resolved,
        time.begin is not None,
        known and time.begin != time.until,
        time.how == "absolute",
        time.how == "relative",
        time.confidence,
        min(number, MOST),
        min(len(scene.times), FAR),
        scene.in_time_passage[own.passage],
        days,
        first.i == first.sent.start,
        number in facts.times,
        bool(facts.times - {number}),
        *in_others(scene, event, ("time", number)),
        _shared(scene, event, number),
        scene.in_passage[own.passage],
        scene.events_between(own.start, time.start) if together else MOST,
        scene.times_between(own.start, time.start),
    )
    return [float(one) for one in numbers]


def _shared(scene: Scene, event: Event, number: int) -> int:
    """How many parts the event shares with those that have the time."""
    own = scene.told.facts[event.mention.key]
    others = scene.told.events_of.get(("time", number), [])[:FAR]
    facts = (scene.told.facts[m.key] for m in others if m.key != event.mention.key)
    return sum(len(own.parts[part] & other.parts[part]) for other in facts for part in PARTS[:3])
