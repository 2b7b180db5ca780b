"""All that is said in a text, each speech once: the half in quotation marks with the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.reading import Reading
from extractors.speech.quoted import find_quoted
from extractors.speech.reported import find_reported, find_sourced, find_told_by_nouns
from extractors.speech.sections import find_sections, find_turns
from extractors.speech.speech import Bounds, Speech

_MARKS = " ,.;:!?“”\"'‘’«»„\n"


def find_speeches(reading: Reading) -> list[Speech]:
    """The stretches of the text that somebody else than its author says; they may nest."""
    text = reading.document.text
    found = chain(
        _joined(text, find_quoted(reading), list(find_reported(reading))),
        find_told_by_nouns(reading),
        find_sourced(reading),
        find_sections(reading),
        find_turns(reading),
    )
    return _without_repeats(sorted(found, key=lambda speech: (speech.start, -speech.end)))


def _joined(text: str, quoted: list[Speech], reported: list[Speech]) -> Iterator[Speech]:
    """The quotes and the clauses; what one word of speech gives both of is one speech."""
    by_cue: dict[Bounds, list[Speech]] = defaultdict(list)
    for quote in quoted:
        by_cue[quote.cue_start, quote.cue_end].append(quote)
    for clause in reported:
        quotes = by_cue.pop((clause.cue_start, clause.cue_end), [])
        yield from _one(text, clause, quotes)
    for quotes in by_cue.values():
        yield from quotes


def _one(text: str, clause: Speech, quotes: list[Speech]) -> Iterator[Speech]:
    """One speech of a clause and the quotes that belong to the same word of speech."""
    apart = [
        quote
        for quote in quotes
        if "\n" in text[clause.end : quote.start] or not _is_near(text, clause, quote)
    ]
    near = [quote for quote in quotes if quote not in apart]
    yield from apart
    bounds = _united([*clause.segments, *(b for quote in near for b in quote.segments)])
    quoted = bool(near) and all(_is_filled(text, each, near) for each in bounds)
    speakers = clause.speakers or next((quote.speakers for quote in near if quote.speakers), ())
    best = max((clause, *near), key=lambda speech: speech.confidence)
    yield replace(
        clause, segments=bounds, speakers=speakers, quoted=quoted, confidence=best.confidence
    )


def _is_near(text: str, clause: Speech, quote: Speech) -> bool:
    """Whether the quote stands in the sentence of the clause or of its word of speech."""
    first, last = sorted(
        ((clause.start, max(clause.end, clause.cue_end)), (quote.start, quote.end))
    )
    between = text[first[1] : last[0]]
    return not any(mark in between for mark in ".!?\n")


def _united(bounds: Iterable[Bounds]) -> tuple[Bounds, ...]:
    """The stretches in order, those that touch as one."""
    united: list[Bounds] = []
    for start, end in sorted(bounds):
        if united and start <= united[-1][1] + 1:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return tuple(united)


def _is_filled(text: str, bounds: Bounds, quotes: list[Speech]) -> bool:
    """Whether a stretch is nothing but one of the quotes."""
    whole = {quote.segments[0] for quote in quotes}
    return any(
        bounds[0] <= start
        and end <= bounds[1]
        and not (text[bounds[0] : start] + text[end : bounds[1]]).strip(_MARKS)
        for start, end in whole
    )


def _without_repeats(speeches: list[Speech]) -> list[Speech]:
    """Leave out a stretch that another rule gave for the same words."""
    kept: dict[tuple[Bounds, ...], Speech] = {}
    for speech in speeches:
        known = kept.get(speech.segments)
        if known is None or speech.confidence > known.confidence:
            kept[speech.segments] = speech
    return list(kept.values())


class Speeches:
    """The speeches of a text, by their place in it."""

    def __init__(self, speeches: list[Speech]) -> None:
        self._speeches = speeches
        self._longest = max((s.end - s.start for s in speeches), default=0)

    def around(self, start: int, end: int) -> list[Speech]:
        """The speeches that hold these characters, the shortest first; none of which they are the
        cue.
        """
        first = bisect_left(self._speeches, end - self._longest, key=_start)
        last = bisect_right(self._speeches, start, lo=first, key=_start)
        held = (s for s in self._speeches[first:last] if s.covers(start, end))
        other = (s for s in held if (s.cue_start, s.cue_end) != (start, end))
        return sorted(other, key=lambda speech: speech.length)


def _start(speech: Speech) -> int:
    return speech.start
