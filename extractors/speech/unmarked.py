"""Speech of which nothing beside it names the speaker: it goes on, or follows a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from extractors.reading import Reading, paragraph_of
from extractors.reference.gender import Gender
from extractors.speech.pronouns import fits_gender
from extractors.speech.quoted import is_reporting, is_speech
from extractors.speech.reported import speakers_of
from extractors.speech.speech import Speech, quotations_of
from extractors.tree import voice
from extractors.tree.quotations import Quotation
from extractors.words.cues import load_speech_words
from graph.model import Mention

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_LEADING: Final = re.compile(r":[ \t]*[—–-]*[ \t]*$")
_OPENING: Final = "“\"«„'‘"
_SHORTEST: Final = 8
_LESS_SURE: Final = 0.2
_NEAR: Final = 2
_AROUND: Final = 12
_GAP: Final = 80
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
    for quotation in reading.once(quotations_of):
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
    led = text[max(0, quotation.start - _GAP) : quotation.start]
    before = led.rstrip()
    last = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    after = text[quotation.end : quotation.end + 1]
    whole = last in {*".!?…"} and (not after or after.isspace())
    opens = not before or before[-1] in _CLOSING or "\n" in led[len(before) :]
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
        near = ordered[max(0, index - _AROUND) : index]
        doers = _doers(reading, speech) if not speech.speakers else []
        doers = doers if speech.quoted or _goes_on(reading, speech) else []
        before = speaker_before(reading, doers[0], near) if len(doers) == 1 else None
        if before is not None:
            surety = round(speech.confidence - _LESS_SURE, 2)
            ordered[index] = replace(speech, speakers=(before,), confidence=surety)
    return ordered


def _goes_on(reading: Reading, speech: Speech) -> bool:
    """Whether its words say that somebody goes on: "he also said", "she added"."""
    verb = reading.span_of(speech.cue_start, speech.cue_end).root
    words = load_speech_words().going_on
    return verb.lemma_.lower() in words or any(child.lower_ in words for child in verb.children)


def _doers(reading: Reading, speech: Speech) -> list[Token]:
    return voice.doers(reading.span_of(speech.cue_start, speech.cue_end).root)


def speaker_before(reading: Reading, pronoun: Token, speeches: Sequence[Speech]) -> Mention | None:
    """The person who spoke last before "he" or "she", in the sentence before at the most.

    ``speeches`` may stand in any order. None where several spoke, or one of another gender.
    """
    earlier = [
        s for s in speeches if s.cue_start < pronoun.idx and not s.covers(pronoun.idx, pronoun.idx)
    ]
    last = max(earlier, key=lambda speech: speech.cue_start, default=None)
    if last is None or len(last.speakers) != 1 or pronoun.lower_ not in _GENDERS:
        return None
    speaker = last.speakers[0]
    gap = reading.passage_at(pronoun.idx).index - reading.passage_at(last.cue_start).index
    apart = gap > _NEAR or "\n" in reading.document.text[last.cue_end : pronoun.idx]
    fits = fits_gender(reading, speaker, Gender(pronoun.lower_))
    return speaker if fits and not apart else None


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
