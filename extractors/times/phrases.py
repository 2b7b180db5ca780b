"""Expressions of time as a text gives them, before they are related to other dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.dates import PartialDate

Bounds = tuple[PartialDate | None, PartialDate | None]

# Any leap year: it lets a yearless 29 February stand.
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of which even the year may be missing; 0 means "not given"."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        PartialDate(self.year or _LEAP_YEAR, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Shift:
    """A step away from another date: 34 years before the document's, the day after the last told.

    ``base`` says from which: the document's own ("anchor") or the one told before ("text").
    ``weekday`` counts from Monday and is -1 where none is named.
    """

    unit: str
    count: int
    base: Literal["anchor", "text"] = "anchor"
    weekday: int = -1


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression of time as the text gives it, before it is related to other dates.

    ``begin`` and ``until`` are equal for a single date; None is an open end. A phrase with a
    ``shift`` waits for the date from which to count.
    """

    start: int
    end: int
    begin: Moment | None = None
    until: Moment | None = None
    shift: Shift | None = None
    confidence: float = 1.0


def dated(phrase: Phrase, year: int) -> Bounds:
    """Give both ends their year; a range from December to February ends in the next one."""
    if not year:
        return None, None
    begin, until = phrase.begin, phrase.until
    turned = (
        begin is not None and until is not None and not until.year and begin.month > until.month
    )
    try:
        return _partial(begin, year), _partial(until, year + turned)
    except ValueError:  # 29 February of a year without one
        return None, None


def _partial(moment: Moment | None, year: int) -> PartialDate | None:
    return PartialDate(moment.year or year, moment.month, moment.day) if moment else None
