"""From the rank that a rule gives a statement to the share of such statements that are right."""

from __future__ import annotations

import math
from typing import Final

from graph.calibration import Calibration, log_odds

_OF_RANKS: Final = Calibration(slope=0.29, offset=1.54)
"""Fitted on 769 statements about 35 texts that careful readers made lists of; docs/evaluation.md
has how well it holds for texts that nobody looked at before."""


def probability_of(rank: float) -> float:
    """How many of 1 such statements are what the text says, for a rank between 0 and 1.

    It rises with the rank, and much less than it: ranks tell rules apart, which are nearly all
    about as good as one another.
    """
    return round(_OF_RANKS.apply(rank), 2)


def rank_of(probability: float) -> float:
    """The rank that stands for a probability, where something tells it rather than a rule."""
    odds = (log_odds(probability) - _OF_RANKS.offset) / _OF_RANKS.slope
    return round(1 / (1 + math.exp(-odds)), 6)
