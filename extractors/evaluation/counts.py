"""What a comparison of found with marked things comes to."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, found by the reader, and marked by the corpus."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        """Of those found, how many were right, in percent."""
        return 100 * self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Of those marked, how many were found, in percent."""
        return 100 * self.right / max(1, self.marked)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * self.right / max(1, self.found + self.marked)

    def __add__(self, other: Counts) -> Counts:
        """Give the counts of both."""
        return Counts(
            self.right + other.right, self.found + other.found, self.marked + other.marked
        )


NOTHING = Counts(0, 0, 0)


def count_matches(found: AbstractSet[object], marked: AbstractSet[object]) -> Counts:
    """Compare what was found with what was marked."""
    return Counts(len(found & marked), len(found), len(marked))
