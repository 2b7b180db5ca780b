"""From the rank that a rule gives a statement to the share of such statements that are right."""

from __future__ import annotations

import math
from typing import Final

_AT_MEAN: Final = 1.83
_SLOPE: Final = 0.29
_MEAN: Final = 1.0
"""Fitted by logistic regression, all three as logits, on 769 statements about 35 texts that
careful readers made lists of; docs/evaluation.md has how well it holds for texts that nobody
looked at before."""
_LEAST, _MOST = 0.01, 0.99


def probability_of(rank: float) -> float:
    """How many of 1 such statements are what the text says, for a rank between 0 and 1.

    It rises with the rank, and much less than it: ranks tell rules apart, which are nearly all
    about as good as one another.
    """
    held = min(max(rank, _LEAST), _MOST)
    logit = math.log(held / (1 - held))
    return round(1 / (1 + math.exp(-_AT_MEAN - _SLOPE * (logit - _MEAN))), 2)
