"""Steps from a date to another: last year, two weeks ago, the following day."""

from __future__ import annotations

from datetime import date, timedelta

from extractors.times.phrases import Bounds, Phrase, Shift, dated
from graph.dates import PartialDate

_MONTHS = 12
_WEEK = 7


def count_from(phrase: Phrase, base: PartialDate) -> Bounds:
    """Count from a date; what is finer than that date stays unresolved."""
    shift = phrase.shift
    if shift is None:
        return None, None
    try:
        if shift.unit == "occurrence":
            return dated(phrase, _occurrence(phrase, shift, base))
        if phrase.begin is not None or phrase.until is not None:
            return dated(phrase, base.year + shift.count)
        return _stepped(shift, base)
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


def _stepped(shift: Shift, base: PartialDate) -> Bounds:
    """Move by years, months, weeks or days."""
    if shift.unit in ("decade", "century"):
        length, first = (10, 0) if shift.unit == "decade" else (100, 1)
        begin = (base.year - first) // length * length + first + shift.count * length
        return PartialDate(begin), PartialDate(begin + length - 1)
    if shift.unit == "year":
        return _twice(PartialDate(base.year + shift.count))
    if shift.unit == "month" and base.month:
        months = base.year * _MONTHS + base.month - 1 + shift.count
        return _twice(PartialDate(months // _MONTHS, months % _MONTHS + 1))
    return _stepped_days(shift, base.first) if base.day else (None, None)


def _stepped_days(shift: Shift, base: date) -> Bounds:
    if shift.unit == "week":
        monday = base + timedelta(weeks=shift.count, days=-base.weekday())
        return _day(monday), _day(monday + timedelta(days=_WEEK - 1))
    if shift.unit == "weekday":
        away = (base.weekday() - shift.weekday) % _WEEK
        days = -(away or _WEEK) if shift.count < 0 else _WEEK - away if shift.count else -away
        return _twice(_day(base + timedelta(days=days)))
    return _twice(_day(base + timedelta(days=shift.count))) if shift.unit == "day" else (None, None)


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _twice(day: PartialDate) -> Bounds:
    return day, day
