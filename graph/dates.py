"""Dates with only the precision that a text gives."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day.

    ``month`` and ``day`` are 0 where the text does not give them; a day needs a month.
    Raises ``ValueError`` for what is no date of the calendar. Years run from 1 to 9999.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError(f"a day needs a month: {self.year}-?-{self.day}")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Read ``1992``, ``1992-02`` or ``1992-02-25``; raises ``ValueError`` for anything else."""
        found = _ISO.fullmatch(iso)
        if found is None:
            raise ValueError(f"no date of the form YYYY, YYYY-MM or YYYY-MM-DD: {iso!r}")
        return cls(*(int(part) for part in found.groups(default="0")))

    @property
    def iso(self) -> str:
        """The date as ``1992``, ``1992-02`` or ``1992-02-25``."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def datatype(self) -> str:
        """The local name of the XSD datatype: ``gYear``, ``gYearMonth`` or ``date``."""
        return "date" if self.day else "gYearMonth" if self.month else "gYear"

    @property
    def first(self) -> date:
        """The first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that the date may mean, inclusive."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_equal(self, other: PartialDate) -> bool:
        """Whether both can be the same day: ``1992-02`` may equal ``1992-02-25``."""
        return self.first <= other.last and other.first <= self.last
