"""Times that a text tells, with only the precision that it gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from extractors.times.forms import find_phrases
from extractors.times.nearness import near_year, tells_of_now
from extractors.times.phrases import Bounds, Moment, Phrase, Shift, dated
from extractors.times.steps import count_from
from extractors.words.times import load_around
from graph.dates import PartialDate

How = Literal["absolute", "relative", "inherited"]

_MONTHS = 12
# Between "34 years ago" and "on the night of 25-26 February" stand few words.
_NEAR = 40
# No sentence and hardly a paragraph is longer; it keeps the search linear.
_FAR = 2000
_BY_ANCHOR = 0.7
# A history goes on in the months after the last one told, over paragraphs as well.
_GOING_ON = 2

_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)\]]*\s|\n\s*\n")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=[A-Z•*-])")


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time in a text and the dates that it means.

    ``start`` and ``end`` count code points of the text. ``begin`` and ``until`` are equal for a
    single date; in "since 1991" ``until`` is None, in "until 1994" ``begin`` is. Both are None
    where the text does not settle the date. ``how`` tells where the year comes from: the
    expression itself, the date of the document, or another expression of the text.
    """

    start: int
    end: int
    text: str
    begin: PartialDate | None
    until: PartialDate | None
    how: How
    confidence: float = 1.0

    @property
    def resolved(self) -> bool:
        """Whether at least one end is known."""
        return self.begin is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class _Context:
    """What the dates of one text are settled by; ``years`` by month and day."""

    text: str
    anchor: PartialDate | None
    years: dict[tuple[int, int], int]
    ahead: Callable[[int], bool]
    is_of_now: bool
    year: int = 0


def find_times(
    text: str,
    anchor: PartialDate | None,
    *,
    ahead: Callable[[int], bool] = lambda _: False,
    title: str = "",
) -> list[Time]:
    """Find every date of a text, sorted and without overlaps; durations are no dates.

    ``anchor`` is the date of the document. Without it "last year" stays unresolved: the date of
    today is never taken. ``ahead`` tells whether the words at a character speak of what is still
    to come. A year in the ``title`` is that of the days of the text that have none.
    """
    phrases = _share_shifts(text, _open_ends(text, _join(text, find_phrases(text))))
    is_of_now = tells_of_now(phrases, anchor)
    context = _Context(text, anchor, _years_by_day(phrases), ahead, is_of_now, _year_of(title))
    times: list[Time] = []
    told: Time | None = None
    for phrase in phrases:
        times.append(_resolve(context, phrase, told))
        own = times[-1].how == "relative" and not is_of_now
        told = times[-1] if times[-1].resolved and not (own or _is_now(phrase)) else told
    return times


def _is_now(phrase: Phrase) -> bool:
    """Whether it is "today" or "this year": that dates the telling rather than what is told."""
    shift = phrase.shift
    named = phrase.begin or (shift is not None and shift.unit in {"weekday", "weekend"})
    return shift is not None and shift.base == "anchor" and not shift.count and not named


def _join(text: str, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Make one range of "3 May" and "5 June 1999" with "to" between them."""
    joined: list[Phrase] = []
    for phrase in phrases:
        pair = _range(text, joined[-1], phrase) if joined else None
        if pair is None:
            joined.append(phrase)
        else:
            joined[-1:] = pair
    return joined


def _range(text: str, one: Phrase, other: Phrase) -> list[Phrase] | None:
    """Give what two neighbours mean together, or None where they stand apart."""
    gap, around = text[one.end : other.start], load_around()
    is_range, is_list = around.range.fullmatch(gap), around.listed.fullmatch(gap)
    if not (is_range or is_list) or one.shift or other.shift:
        return None
    if one.begin is None or one.until is None or other.begin is None or other.until is None:
        return None
    led = around.leading.search(text, max(0, one.start - 20), one.start)
    first, last = _share_year(one.begin, other.until)
    if is_range or (led and led[0].lower().startswith("between")) or _follows(one, other):
        if _order(first) > _order(last):
            return None
        start = led.start() if led else one.start
        return [Phrase(start, other.end, first, last, None, min(one.confidence, other.confidence))]
    if one.begin == one.until and not one.begin.year:
        return [replace(one, begin=first, until=first), other]
    return None


def _follows(one: Phrase, other: Phrase) -> bool:
    """Whether "October and November 1947" and "the 1980s and 1990s" name one stretch."""
    if one.until is None or other.begin is None or one.until.day or other.begin.day:
        return False
    first, last = _share_year(one.until, other.begin)
    if last.month:
        return first.year * _MONTHS + first.month + 1 == last.year * _MONTHS + last.month
    return one.begin != one.until and first.year + 1 == last.year


def _share_year(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    """Give the year of one end to the other: December to February 1992 begins in 1991."""
    turned = one.month > other.month > 0
    if not one.year and other.year and one.month:
        one = replace(one, year=other.year - turned)
    elif one.year and not other.year and other.month:
        other = replace(other, year=one.year + turned)
    return one, other


def _order(moment: Moment) -> tuple[int, int, int]:
    return (moment.year, moment.month, moment.day) if moment.month else (moment.year, 0, 0)


def _open_ends(text: str, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Open the one end in "since 1991" and the other in "until 1994"."""
    return [_open_end(text, phrase) for phrase in phrases]


def _open_end(text: str, phrase: Phrase) -> Phrase:
    if phrase.begin is None or phrase.begin != phrase.until:
        return phrase
    around = load_around()
    since = around.since.search(text, max(0, phrase.start - 20), phrase.start)
    until = around.until.search(text, max(0, phrase.start - 20), phrase.start)
    if since:
        return replace(phrase, start=since.start(), until=None)
    return replace(phrase, start=until.start(), begin=None) if until else phrase


def _share_shifts(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Tie "34 years ago" to "on the night of 25-26 February" beside it in the sentence."""
    shared = list(phrases)
    for here, there in [*zip(range(len(phrases)), range(1, len(phrases)), strict=False)]:
        for step, yearless in ((here, there), (there, here)):
            shift, moment = shared[step].shift, shared[yearless].begin or shared[yearless].until
            if (
                shift is not None
                and shift.unit == "year"
                and shared[step].begin is None
                and moment is not None
                and not (moment.year or shared[yearless].shift)
                and _is_near(text, phrases[here], phrases[there])
            ):
                shared[yearless] = replace(shared[yearless], shift=shift, confidence=0.9)
    return shared


def _is_near(text: str, one: Phrase, other: Phrase) -> bool:
    gap = text[one.end : min(other.start, one.end + _NEAR + 1)]
    return len(gap) <= _NEAR and not _SENTENCE_END.search(gap)


def _years_by_day(phrases: Iterable[Phrase]) -> dict[tuple[int, int], int]:
    """Give the year that a text most often tells with a day of a month, where one leads."""
    counts: dict[tuple[int, int], Counter[int]] = {}
    for phrase in phrases:
        for moment in {phrase.begin, phrase.until} - {None}:
            if moment is not None and moment.year and moment.day:
                counts.setdefault((moment.month, moment.day), Counter())[moment.year] += 1
    ranked = {day: years.most_common(2) for day, years in counts.items()}
    return {
        day: years[0][0]
        for day, years in ranked.items()
        if len(years) == 1 or years[0][1] > years[1][1]
    }


def _resolve(context: _Context, phrase: Phrase, told: Time | None) -> Time:
    """Settle the dates of a phrase from itself, the document's date, or what was told before."""
    moment = phrase.begin or phrase.until
    if phrase.shift is not None:
        return _shifted(context, phrase, phrase.shift, told)
    if moment is None or moment.year:
        bounds = dated(phrase, moment.year if moment else 0)
        how: How = "relative" if moment is None else "absolute"
        return _time(context.text, phrase, bounds, how, phrase.confidence)
    year, confidence = _inherit(context, phrase, moment, told)
    if year:
        return _time(context.text, phrase, dated(phrase, year), "inherited", confidence)
    year = _near_year(context, phrase, moment)
    how = "relative" if year else "inherited"
    return _time(context.text, phrase, dated(phrase, year), how, _BY_ANCHOR if year else 0.0)


def _shifted(context: _Context, phrase: Phrase, shift: Shift, told: Time | None) -> Time:
    """Count from the date of the document, or from the one told before."""
    ahead = context.ahead(phrase.start)
    how: How = "relative"
    base = context.anchor
    if shift.base == "text":
        base, how = _last_told(context.text, phrase, told, _PARAGRAPH_END), "inherited"
        if base is None and context.is_of_now and not shift.count and shift.unit != "day":
            base, how = context.anchor, "relative"
    bounds = count_from(phrase, base, ahead=ahead) if base is not None else (None, None)
    return _time(context.text, phrase, bounds, how, phrase.confidence)


def _year_of(title: str) -> int:
    """The one year that a title names; 0 where it names none, or several."""
    years = {int(year) for year in re.findall(r"(?<![\w/.-])(?:1[5-9]|20)\d\d(?![\w/-])", title)}
    return years.pop() if len(years) == 1 else 0


def _near_year(context: _Context, phrase: Phrase, moment: Moment) -> int:
    if context.year and moment.month:
        return context.year
    if context.anchor is None or not context.is_of_now:
        return 0
    return near_year(context.anchor, moment, ahead=context.ahead(phrase.start))


def _time(text: str, phrase: Phrase, bounds: Bounds, how: How, confidence: float) -> Time:
    return Time(phrase.start, phrase.end, text[phrase.start : phrase.end], *bounds, how, confidence)


def _inherit(
    context: _Context, phrase: Phrase, moment: Moment, told: Time | None
) -> tuple[int, float]:
    """Find the year of "on 24 April": the sentence first, then the same day elsewhere."""
    text, years = context.text, context.years
    near = _last_told(text, phrase, told, _SENTENCE_END)
    if near is not None:
        return _year_beside(near, moment), 0.7
    if (moment.month, moment.day) in years:
        return years[moment.month, moment.day], 0.7
    around = _last_told(text, phrase, told, _PARAGRAPH_END)
    if around is not None:
        return _year_beside(around, moment), 0.5
    before = (told.until or told.begin) if told is not None and not context.is_of_now else None
    follows = before is not None and 0 <= moment.month - before.month <= _GOING_ON
    return (before.year, 0.5) if before is not None and before.month and follows else (0, 0.0)


def _year_beside(told: PartialDate, moment: Moment) -> int:
    """Give the year of the nearest such month: after November 1941 "in January" is in 1942."""
    if not told.month or abs(moment.month - told.month) <= _MONTHS // 2:
        return told.year
    return told.year + (1 if moment.month < told.month else -1)


def _last_told(
    text: str, phrase: Phrase, told: Time | None, boundary: re.Pattern[str]
) -> PartialDate | None:
    """Give the date told last before a phrase, if it is of the same sentence or paragraph."""
    if told is None or phrase.start - told.end > _FAR:
        return None
    if boundary.search(text, told.end, phrase.start):
        return None
    return told.until or told.begin
