"""Which year a month or a day without one is in, by the date of the document."""

from __future__ import annotations

from extractors.times.phrases import Moment, Phrase, Shift
from graph.dates import PartialDate

# "In December" of a text of November may be the one past or the one to come.
_NEXT_MONTHS = 3


def tells_of_now(phrases: list[Phrase], anchor: PartialDate | None) -> bool:
    """Whether the text tells of its own days, so that a month without a year is one near them.

    Then days named by their distance to its own ("on Friday", "yesterday") are at least half as
    many as years that are not around its own.
    """
    if anchor is None or not anchor.month:
        return False
    moments = [moment for p in phrases for moment in (p.begin, p.until) if moment is not None]
    far = sum(1 for moment in moments if moment.year and abs(moment.year - anchor.year) > 1)
    own = sum(1 for p in phrases if p.shift is not None and _is_of_days(p.shift))
    return 2 * own >= far


def _is_of_days(shift: Shift) -> bool:
    counted = shift.unit in {"weekday", "weekend"} or (shift.unit == "day" and shift.count != 0)
    return counted and shift.base == "anchor"


def near_year(anchor: PartialDate, moment: Moment, *, ahead: bool) -> int:
    """The year of the nearest such day or month up to the document's own, or from it on.

    0 where the one before is as far as the one to come, or where no month is given.
    """
    if not anchor.month or not moment.month:
        return 0
    own = (anchor.month, anchor.day if moment.day and anchor.day else 0)
    day = (moment.month, moment.day if anchor.day else 0)
    if ahead:
        return anchor.year + (day < own)
    if day <= own:
        return anchor.year
    return anchor.year - 1 if moment.month - anchor.month > _NEXT_MONTHS else 0
