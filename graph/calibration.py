"""From how sure something says to be to how often it is right (Platt, 1999)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

_EDGE: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Calibration:
    """A slope, which is one over the temperature, and an offset, both of log-odds.

    For readers ``python -m training calibrate`` fits them on texts that neither train nor test.
    Without any, what it is asked for is given back.
    """

    slope: float = 1.0
    offset: float = 0.0

    def apply(self, share: float) -> float:
        """The probability of being right for what is held right by ``share``, from 0 to 1."""
        if self == UNFITTED:
            return share
        return 1 / (1 + math.exp(-self.slope * log_odds(share) - self.offset))


UNFITTED: Final = Calibration()


def log_odds(share: float) -> float:
    """The logarithm of the odds; shares of nearly nothing and of nearly all are cut at an edge."""
    kept = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
