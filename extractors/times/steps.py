"""Steps from a date to another: last year, two weeks ago, the following day."""

from __future__ import annotations

from datetime import date, timedelta

from extractors.times.phrases import Bounds, Phrase, Shift, dated
from graph.dates import PartialDate

_MONTHS = 12
_WEEK = 7
_SATURDAY = 5
_QUARTER = 3
_QUARTERS = 4


def count_from(phrase: Phrase, base: PartialDate, *, ahead: bool = False) -> Bounds:
    """Count from a date; what is finer than that date stays unresolved.

    ``ahead`` tells that the sentence speaks of what is still to come: "begins on Monday".
    """
    shift = phrase.shift
    if shift is None:
        return None, None
    try:
        if shift.unit == "occurrence":
            return dated(phrase, _occurrence(phrase, shift, base))
        if phrase.begin is not None or phrase.until is not None:
            return dated(phrase, base.year + shift.count)
        return _stepped(shift, base, ahead=ahead)
    except (ValueError, OverflowError):  # before the year 1
        return None, None


def _occurrence(phrase: Phrase, shift: Shift, base: PartialDate) -> int:
    """Give the year of "last October" and "next May"."""
    month = phrase.begin.month if phrase.begin else 0
    if not shift.count:
        return base.year
    if not base.month:
        return 0
    passed = month < base.month if shift.count < 0 else month > base.month
    return base.year if passed else base.year + shift.count


def _stepped(shift: Shift, base: PartialDate, *, ahead: bool) -> Bounds:
    """Move by years, months, weeks or days."""
    if shift.unit in ("decade", "century"):
        length, first = (10, 0) if shift.unit == "decade" else (100, 1)
        begin = (base.year - first) // length * length + first + shift.count * length
        return PartialDate(begin), PartialDate(begin + length - 1)
    if shift.unit == "year":
        return _twice(PartialDate(base.year + shift.count))
    if shift.unit == "same day" and base.day:
        return _twice(PartialDate(base.year + shift.count, base.month, base.day))
    if shift.unit == "month" and base.month:
        months = base.year * _MONTHS + base.month - 1 + shift.count
        return _twice(PartialDate(months // _MONTHS, months % _MONTHS + 1))
    if shift.unit == "quarter" and base.month:
        return _quarter(base.year * _QUARTERS + (base.month - 1) // _QUARTER + shift.count)
    return _stepped_days(shift, base.first, ahead=ahead) if base.day else (None, None)


def _quarter(quarters: int) -> Bounds:
    """The first and the last month of a quarter, counted from the year 0."""
    year, first = quarters // _QUARTERS, quarters % _QUARTERS * _QUARTER + 1
    return PartialDate(year, first), PartialDate(year, first + _QUARTER - 1)


def _stepped_days(shift: Shift, base: date, *, ahead: bool) -> Bounds:
    if shift.unit == "week":
        monday = base + timedelta(weeks=shift.count, days=-base.weekday())
        return _day(monday), _day(monday + timedelta(days=_WEEK - 1))
    if shift.unit == "weekday":
        away = (base.weekday() - shift.weekday) % _WEEK
        days = -(away or _WEEK) if shift.count < 0 else _WEEK - away if shift.count else -away
        if ahead and not shift.count:
            days = (_WEEK - away) % _WEEK
        return _twice(_day(base + timedelta(days=days)))
    if shift.unit == "weekend":
        return _weekend(base, shift.count, ahead=ahead)
    return _twice(_day(base + timedelta(days=shift.count))) if shift.unit == "day" else (None, None)


def _weekend(base: date, count: int, *, ahead: bool) -> Bounds:
    """The weekend of the day itself, or the one before or after it."""
    away = (base.weekday() - _SATURDAY) % _WEEK
    inside = away <= 1
    if count < 0:
        away += _WEEK * inside
    elif count > 0 or (ahead and not inside):
        away -= _WEEK
    saturday = base - timedelta(days=away)
    return _day(saturday), _day(saturday + timedelta(days=1))


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _twice(day: PartialDate) -> Bounds:
    return day, day
