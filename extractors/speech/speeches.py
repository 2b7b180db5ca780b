"""All that is said in a text, each speech once: the half in quotation marks with the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.reading import Reading
from extractors.speech.interviews import find_answers
from extractors.speech.quoted import find_quoted
from extractors.speech.reported import find_heard, find_reported, find_sourced, find_told_by_nouns
from extractors.speech.sections import find_sections, find_turns
from extractors.speech.speech import Bounds, Speech, quotations_of
from extractors.speech.unmarked import carry_speakers, find_after_colons, find_continued
from extractors.tree.clauses import is_verb
from extractors.tree.quotations import Quotation
from extractors.tree.syntax import subjects_of_its_own

_MARKS = " ,.;:!?“”\"'‘’«»„\n"


def find_speeches(reading: Reading) -> list[Speech]:
    """The stretches of the text that somebody else than its author says; they may nest."""
    told = [*find_reported(reading), *find_heard(reading), *find_told_by_nouns(reading)]
    marked = [
        *_joined(reading, find_quoted(reading), told),
        *find_sourced(reading),
    ]
    text = reading.document.text
    quotations = reading.once(quotations_of)
    marked = [_marked(text, _spoken_from_outside(speech), quotations) for speech in marked]
    marked = [speech for speech in marked if not _is_told_of_speaker(reading, speech)]
    marked = carry_speakers(reading, marked)
    found = chain(
        marked,
        find_continued(reading, marked),
        find_after_colons(reading),
        find_sections(reading),
        find_turns(reading),
        find_answers(reading),
    )
    ordered = _without_repeats(sorted(found, key=lambda speech: (speech.start, -speech.end)))
    return list(_without_own_inner(ordered))


def _without_own_inner(speeches: list[Speech]) -> Iterator[Speech]:
    """Leave out what stands inside a longer speech of the same speakers: it is said there.

    The speeches are in the order of the text, of those with one beginning the longest first.
    """
    around: list[Speech] = []
    for speech in speeches:
        around = [outer for outer in around if outer.end >= speech.end]
        names = {speaker.label for speaker in speech.speakers}
        own = bool(names) and any(
            names == {speaker.label for speaker in outer.speakers} for outer in around
        )
        if not own:
            around.append(speech)
            yield speech


def _spoken_from_outside(speech: Speech) -> Speech:
    """The speech without speakers who are only named in it."""
    speakers = tuple(m for m in speech.speakers if not speech.covers(m.start, m.end))
    return speech if speakers == speech.speakers else replace(speech, speakers=speakers)


def _is_told_of_speaker(reading: Reading, speech: Speech) -> bool:
    """Whether a quote goes on with what somebody else says of its speaker: "Berg “walked in”"."""
    if not speech.quoted:
        return False
    words = (token for start, end in speech.segments for token in reading.span_of(start, end))
    before = [t for verb in words if is_verb(verb) for t in subjects_of_its_own(verb)]
    outside = [token for token in before if not speech.covers(token.idx, token.idx + len(token))]
    return any(m.start <= t.idx < m.end for m in speech.speakers for t in outside)


def _joined(reading: Reading, quoted: list[Speech], reported: list[Speech]) -> Iterator[Speech]:
    """The quotes and the clauses; what one word of speech gives both of is one speech."""
    text = reading.document.text
    by_cue: dict[Bounds, list[Speech]] = defaultdict(list)
    for quote in quoted:
        by_cue[quote.cue_start, quote.cue_end].append(quote)
    for clause in reported:
        quotes = by_cue.pop((clause.cue_start, clause.cue_end), [])
        near = [quote for quote in quotes if _is_near(text, clause, quote)]
        # a noun has no clause beside its quote: "the statement that “…”, as well as …"
        alone = bool(near) and clause.rule == "reporting noun"
        yield from (quote for quote in quotes if alone or quote not in near)
        if not alone:
            yield _one(clause, near)
    for quotes in by_cue.values():
        yield from quotes


def _one(clause: Speech, quotes: list[Speech]) -> Speech:
    """One speech of a clause and the quotes that belong to the same word of speech."""
    speakers = clause.speakers or next((quote.speakers for quote in quotes if quote.speakers), ())
    return replace(
        clause,
        segments=_united([*clause.segments, *(b for quote in quotes for b in quote.segments)]),
        speakers=speakers,
        confidence=max(speech.confidence for speech in (clause, *quotes)),
    )


def _marked(text: str, speech: Speech, quotations: list[Quotation]) -> Speech:
    """The speech, marked as quoted where nothing of it stands outside of quotation marks."""
    held = [_filling(text, bounds, quotations) for bounds in speech.segments]
    if not all(held):
        return speech
    whole = dict.fromkeys((quotation.start, quotation.end) for quotation in held if quotation)
    return replace(speech, segments=tuple(whole), quoted=True)


def _filling(text: str, bounds: Bounds, quotations: list[Quotation]) -> Quotation | None:
    """The quotation that is all of this stretch; None where some of it stands outside."""
    index = bisect_right(quotations, bounds[0] + 1, key=lambda quotation: quotation.start) - 1
    held = quotations[index] if index >= 0 else None
    if held is None or held.end <= bounds[0]:
        return None
    outside = text[bounds[0] : held.start] + text[held.end : bounds[1]]
    return None if outside.strip(_MARKS) else held


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
        """The speeches that hold these characters and are not told by them, the shortest first."""
        first = bisect_left(self._speeches, end - self._longest, key=_start)
        last = bisect_right(self._speeches, start, lo=first, key=_start)
        held = (s for s in self._speeches[first:last] if s.covers(start, end))
        other = (s for s in held if (s.cue_start, s.cue_end) != (start, end))
        return sorted(other, key=lambda speech: speech.length)


def _start(speech: Speech) -> int:
    return speech.start
