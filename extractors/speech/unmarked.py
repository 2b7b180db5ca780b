"""Speech of which nothing beside it names the speaker: it goes on, or follows a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.reading import Reading, paragraph_of
from extractors.reference.gender import Gender, gender_of
from extractors.speech.quoted import is_reporting, is_speech
from extractors.speech.reported import speakers_of
from extractors.speech.speech import Speech
from extractors.tree import voice
from extractors.tree.quotations import Quotation, find_quotations
from extractors.words.cues import load_speech_words
from graph.model import Kind

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_LEADING: Final = re.compile(r":[ \t]*[—–-]*[ \t]*$")
_OPENING: Final = "“\"«„'‘"
_SHORTEST: Final = 8
_GENDERS: Final = frozenset(gender.value for gender in Gender if gender.value)
_CLOSING: Final = ".!?…”\"’'»"


def find_continued(reading: Reading, known: Sequence[Speech]) -> Iterator[Speech]:
    """Quotes that stand as sentences of their own right after what somebody said.

    "Berg said that the dam was old. “Nobody has looked after it.”"
    """
    cues = sorted(known, key=lambda speech: max(speech.end, speech.cue_end))
    ends = [max(speech.end, speech.cue_end) for speech in cues]
    spoken = {bounds for speech in known for bounds in speech.segments}
    last: Speech | None = None
    for quotation in find_quotations(reading.document.text):
        if (quotation.start, quotation.end) in spoken or not _stands_alone(reading, quotation):
            continue
        index = bisect_right(ends, quotation.start)
        before = cues[index - 1] if index else None
        if last is not None and (before is None or last.end > ends[index - 1]):
            before = last
        if before is not None and _follows(reading, before, quotation):
            cue = (before.cue_start, before.cue_end)
            bounds = ((quotation.start, quotation.end),)
            last = Speech(bounds, before.speakers, *cue, "continued quote", 0.6, quoted=True)
            yield last


def _stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """Whether the quotation is one or more sentences, with nothing else in them."""
    text = reading.document.text
    before = text[: quotation.start].rstrip()[-1:]
    last = text[: quotation.inner_end].rstrip()[-1:]
    after = text[quotation.end : quotation.end + 1]
    whole = last in ".!?…" and (not after or after.isspace())
    opens = (
        not before
        or before in _CLOSING
        or "\n" in text[len(text[: quotation.start].rstrip()) : quotation.start]
    )
    return whole and opens and is_speech(reading, quotation)


def _follows(reading: Reading, before: Speech, quotation: Quotation) -> bool:
    """Whether the quotation comes in the sentence after the words of speech, or right after."""
    text = reading.document.text
    end = max(before.end, before.cue_end)
    between = text[end : quotation.start]
    told = reading.passage_at(before.cue_start).end
    rest = text[max(end, min(told, quotation.start)) : quotation.start]
    paragraphs = between.count("\n\n") if "\n\n" in between else between.count("\n")
    fills = paragraph_of(text, quotation.start)[0] == quotation.start
    return not rest.strip(" .\n" + _CLOSING) and (not paragraphs or (paragraphs == 1 and fills))


def carry_speakers(reading: Reading, speeches: Sequence[Speech]) -> list[Speech]:
    """The speeches; a quote of "he" whom no rule knows is said by whoever spoke just before.

    "Berg said that Holm had left. “I am tired,” he said."
    """
    ordered = sorted(speeches, key=lambda speech: speech.cue_start)
    for index, speech in enumerate(ordered):
        earlier = (s for s in reversed(ordered[:index]) if s.cue_start < speech.cue_start)
        before = next(earlier, None) if speech.quoted and not speech.speakers else None
        ordered[index] = (_carried(reading, before, speech) if before else None) or speech
    return ordered


def _carried(reading: Reading, before: Speech, speech: Speech) -> Speech | None:
    doers = voice.doers(reading.span_of(speech.cue_start, speech.cue_end).root)
    pronoun = Gender(doers[0].lower_) if len(doers) == 1 and doers[0].lower_ in _GENDERS else None
    speaker = before.speaker
    if pronoun is None or speaker is None or len(before.speakers) > 1:
        return None
    gap = (
        reading.passage_at(min(speech.start, speech.cue_start)).index
        - reading.passage_at(before.cue_start).index
    )
    apart = gap > 1 or "\n" in reading.document.text[before.cue_end : speech.cue_start]
    # a surname alone may look like somebody's first name: "Clare"
    told = gender_of(reading, speaker) if " " in speaker.label else Gender.OPEN
    if apart or speaker.kind is not Kind.PERSON or not told.fits(pronoun):
        return None
    return replace(speech, speakers=(speaker,), confidence=round(speech.confidence - 0.2, 2))


def find_after_colons(reading: Reading) -> Iterator[Speech]:
    """The paragraphs after a line that ends in "X said:"; the first, and others in "we" or "I"."""
    paragraphs = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(reading.document.text)]
    for index, (start, end) in enumerate(paragraphs[:-1]):
        if _LEADING.search(reading.document.text, start, end):
            yield from _led(reading, (start, end), paragraphs[index + 1 :])


def _led(
    reading: Reading, line: tuple[int, int], following: list[tuple[int, int]]
) -> Iterator[Speech]:
    verbs = [token for token in reading.span_of(*line) if is_reporting(token)]
    speakers = speakers_of(reading, verbs[-1]) if verbs else ()
    if not verbs or not speakers:
        return
    cue = (verbs[-1].idx, verbs[-1].idx + len(verbs[-1]))
    for number, (start, end) in enumerate(following):
        text = reading.document.text[start:end]
        short = len(text.split()) < _SHORTEST or text.lstrip()[0] in _OPENING
        if short or (number and not _is_first_person(text)):
            return
        yield Speech(((start, end),), speakers, *cue, "paragraph after a colon", 0.65)


def _is_first_person(text: str) -> bool:
    return not load_speech_words().first_person.isdisjoint(re.findall(r"\w+", text))
