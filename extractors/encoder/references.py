"""Which mention before a mention it refers to."""

from __future__ import annotations

from typing import Final

DISTANCES: Final = (0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 60)
"""The edges of the classes of distance between two mentions, in sentences."""

NEAREST: Final = 60
"""How many mentions before a mention are looked at: the work grows with a text, not faster."""
