"""What each written form of a time means: one small function a form."""

from __future__ import annotations

import re

from extractors.times.phrases import Moment, Phrase, Shift
from extractors.times.years import is_ranked, is_year, word_before, words_before
from extractors.words.times import load_around, load_words

_MONTHS = 12
_SHORT = 100
# "the 1900s" may be a century; "the 2000s" are a decade.
_CLEAR_HUNDREDS = 2000
# "in '82" is 1982, "in '12" is 2012.
_TURN = 30
_QUARTER = 3
_LAST_CENTURY = 21


def read_day(match: re.Match[str]) -> Phrase:
    """Read 26 February 1992; February 26."""
    return _single(match, Moment(_year(match), _month(match), int(match["day"])))


def read_days(match: re.Match[str]) -> Phrase | None:
    """Read 25-26 February 1992; "25 and 28 February" are two days unless between them."""
    year, month, first, last = _year(match), _month(match), int(match["day"]), int(match["day2"])
    between = match.string[: match.start()].rstrip().lower().endswith("between")
    if first >= last or (last > first + 1 and " and " in match[0] and not between):
        return None
    return Phrase(match.start(), match.end(), Moment(year, month, first), Moment(year, month, last))


def read_month(match: re.Match[str]) -> Phrase:
    """Read the end of February 1992; May in "May-August 1992"."""
    return _single(match, Moment(_year(match), _month(match)))


def read_lone_month(match: re.Match[str]) -> Phrase | None:
    """Read a month without a year where a preposition or "late" stands before."""
    licensed = word_before(match) in load_words().before_month
    return _single(match, Moment(0, _month(match))) if licensed else None


def read_year(match: re.Match[str]) -> Phrase | None:
    """Read four digits where the words around them make them a year."""
    return _single(match, Moment(_year(match))) if is_year(match) else None


def read_part_of_year(match: re.Match[str]) -> Phrase:
    """Read the summer of 2014; late 1991. Seasons differ over the world, so no month is made."""
    return _single(match, Moment(_year(match)))


def read_years(match: re.Match[str]) -> Phrase | None:
    """Read 1988-1994, 1992-93. Where 2001-12 may be a month, only the year is sure."""
    year, last = _year(match), int(match["year2"])
    if last < _SHORT:
        ambiguous = year % 100 + 1 < last <= _MONTHS
        last = year if ambiguous else year - year % 100 + last
    if last < year or word_before(match) in load_words().numbering:
        return None
    return Phrase(match.start(), match.end(), Moment(year), Moment(last))


def read_iso(match: re.Match[str]) -> Phrase:
    """Read 2026-02-26 and 2026-02."""
    return _single(match, Moment(_year(match), int(match["mm"]), int(match["dd"] or 0)))


def read_dotted(match: re.Match[str]) -> Phrase:
    """Read 26.02.1992: with dots the day comes first everywhere."""
    return _single(match, Moment(_year(match), int(match["mm"]), int(match["dd"])))


def read_slashed(match: re.Match[str]) -> Phrase:
    """Read 26/02/1992. Of 02/03/1999 only the year is sure: its order differs between countries."""
    one, other, year = int(match["one"]), int(match["other"]), _year(match)
    if one == other or other > _MONTHS:
        return _single(match, Moment(year, one, other))
    if one > _MONTHS:
        return _single(match, Moment(year, other, one))
    return _single(match, Moment(year), confidence=0.8)


def read_decade(match: re.Match[str]) -> Phrase:
    """Read the early 1990s as 1990 to 1999; the 1900s as the whole century."""
    year = int(match["decade"])
    length = 100 if year % 100 == 0 and year < _CLEAR_HUNDREDS else 10
    return Phrase(match.start(), match.end(), Moment(year), Moment(year + length - 1))


def read_short_decade(match: re.Match[str]) -> Phrase | None:
    """Read the 70s and the '80s as those of the last century; "in his 70s" is an age."""
    led = word_before(match) in load_words().before_decade
    if not led and words_before(match)[-1:] not in {"'", "’", "‘"}:
        return None
    year = 1900 + int(match["decade"])
    return Phrase(match.start(), match.end(), Moment(year), Moment(year + 9), confidence=0.8)


def read_short_year(match: re.Match[str]) -> Phrase | None:
    """Read '82 after "in", "since" and the like."""
    short = int(match["short"])
    if load_around().short_year.search(words_before(match)) is None:
        return None
    return _single(match, Moment((1900 if short > _TURN else 2000) + short), confidence=0.8)


def read_quarter(match: re.Match[str]) -> Phrase:
    """Read the third quarter of 2011; the third quarter of this year."""
    last = load_words().quarters[match["quarter"].lower()] * _QUARTER
    begin, until = Moment(_year(match), last - _QUARTER + 1), Moment(_year(match), last)
    step = match.groupdict().get("step")
    shift = Shift("year", load_words().steps[step.lower()]) if step else None
    return Phrase(match.start(), match.end(), begin, until, shift, 0.9)


def read_stepped_quarter(match: re.Match[str]) -> Phrase:
    """Read last quarter."""
    return _step(match, Shift("quarter", load_words().steps[match["step"].lower()]), 0.8)


def read_weekend(match: re.Match[str]) -> Phrase:
    """Read last weekend, this weekend; over the weekend."""
    return _step(match, Shift("weekend", load_words().steps.get(match["step"].lower(), 0)), 0.8)


def read_day_beside(match: re.Match[str]) -> Phrase:
    """Read "the day after, …": the day beside the one told before."""
    return _step(match, Shift("day", 1 if match["way"].lower() == "after" else -1, "text"), 0.5)


def read_century(match: re.Match[str]) -> Phrase | None:
    """Read the 20th century as 1901 to 2000; the 16th and 17th as 1501 to 1700."""
    first = _ordinal(match["ordinal"])
    last = _ordinal(match["ordinal2"]) if match["ordinal2"] else first
    if not 0 < first <= last <= _LAST_CENTURY or is_ranked(match):
        return None
    return Phrase(match.start(), match.end(), Moment(first * 100 - 99), Moment(last * 100))


def read_ago(match: re.Match[str]) -> Phrase:
    """Read 34 years ago, 34 years ago today; "more than 30 years ago" stays open."""
    if word_before(match) in load_words().numbering:
        return Phrase(match.start(), match.end(), confidence=0.0)
    unit = match["unit"].lower()
    if match["today"] and unit == "year":
        return _step(match, Shift("same day", -_count(match)))
    return _step(match, Shift(unit, -_count(match)), 0.8)


def read_step(match: re.Match[str]) -> Phrase | None:
    """Read last year, this month, the past century."""
    if is_ranked(match):
        return None
    return _step(match, Shift(match["unit"].lower(), load_words().steps[match["step"].lower()]))


def read_later_step(match: re.Match[str]) -> Phrase | None:
    """Read the same year, the following day: counted from the date told before."""
    word, unit = match["later"].lower(), _unit(match)
    words = load_words()
    count = words.later_steps[word]
    if word not in words.later_alone and word_before(match) not in words.before_later:
        return None
    return _step(match, Shift(unit, count, "anchor" if unit == "century" else "text"), 0.5)


def read_later(match: re.Match[str]) -> Phrase:
    """Read two days later: counted from the date told before."""
    steps = _count(match) * (1 if match["way"].lower() == "later" else -1)
    return _step(match, Shift(match["unit"].lower(), steps, "text"), 0.5)


def read_part_of_told(match: re.Match[str]) -> Phrase:
    """Read the end of the year: the one told before."""
    return _step(match, Shift(match["unit"].lower(), 0, "text"), 0.5)


def read_stepped_day(match: re.Match[str]) -> Phrase:
    """Read October 7 last year."""
    moment = Moment(0, _month(match), int(match["day"]))
    shift = Shift("year", load_words().steps[match["step"].lower()])
    return Phrase(match.start(), match.end(), moment, moment, shift, 0.9)


def read_stepped_month(match: re.Match[str]) -> Phrase:
    """Read last October: the nearest one before the document's month."""
    moment = Moment(0, _month(match))
    shift = Shift("occurrence", load_words().steps[match["step"].lower()])
    return Phrase(match.start(), match.end(), moment, moment, shift, 0.8)


def read_weekday(match: re.Match[str]) -> Phrase | None:
    """Read Monday, on Monday, last Monday, Monday night; "Sunday Times" and "Good Friday" are none.

    A weekday alone is the nearest one up to the document's own day, or from it on where the
    sentence looks ahead.
    """
    step = match.groupdict().get("step")
    if step is None and not (word_before(match) == "on" or _is_lone_weekday(match)):
        return None
    count = load_words().steps[step.lower()] if step else 0
    weekday = load_words().weekdays[match["weekday"].lower()]
    return _step(match, Shift("weekday", count, weekday=weekday), 0.8)


def _is_lone_weekday(match: re.Match[str]) -> bool:
    words, name = load_words(), match["weekday"].lower()
    after = re.match(r"\s(\w+)", match.string[match.end() : match.end() + 20])
    named = after is not None and after[1].lower() in words.after_weekday
    return name.endswith("day") and not named and word_before(match) not in words.not_before_weekday


def read_today(match: re.Match[str]) -> Phrase:
    """Read today and yesterday; "today" often means no more than "nowadays"."""
    count = load_words().days[match[0].lower()]
    return _step(match, Shift("day", count), 0.9 if count else 0.6)


def _unit(match: re.Match[str]) -> str:
    """The unit; a part of a day counts as the day."""
    unit = match["unit"].lower()
    return unit if unit in load_words().units else "day"


def _year(match: re.Match[str]) -> int:
    return int(match.groupdict().get("year") or 0)


def _month(match: re.Match[str]) -> int:
    return load_words().months[match["month"].lower()]


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    if count.isdecimal():
        return int(count)
    return sum(load_words().counts[part] for part in re.split(r"[-\s]+", count))


def _ordinal(written: str) -> int:
    figures = re.match(r"\d+", written)
    name = written.lower().removesuffix("th")
    ordinals = load_words().ordinals
    return int(figures[0]) if figures else ordinals.get(written.lower(), ordinals.get(name, 0))


def _single(match: re.Match[str], moment: Moment, *, confidence: float = 1.0) -> Phrase:
    return Phrase(match.start(), match.end(), moment, moment, confidence=confidence)


def _step(match: re.Match[str], shift: Shift, confidence: float = 0.9) -> Phrase:
    return Phrase(match.start(), match.end(), shift=shift, confidence=confidence)
