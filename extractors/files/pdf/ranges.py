"""Says numbers of pages as people write them: "Pages 2-6 and 9"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby


def say_pages(numbers: Sequence[int]) -> str:
    """Give "Page 3" or "Pages 2-6, 9" for sorted numbers."""
    runs: list[str] = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]))
    return f"Page{'s' if len(numbers) > 1 else ''} {', '.join(runs)}"
