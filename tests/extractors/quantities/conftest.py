"""What befell how many people in a text, in lines that tests can compare."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.quantities.counts import Count
from extractors.quantities.quantities import find_told_counts
from extractors.reading import Reading
from graph.model import Concept

Tell = Callable[..., list[str]]


@pytest.fixture
def befell(write: Callable[..., Reading]) -> Tell:
    """Each count of a text as "predicate bound value group"; parts are indented."""

    def make(text: str, names: str = "") -> list[str]:
        lines: list[str] = []
        for quantity in find_told_counts(write(text, names)):
            lines += [f"{quantity.told.predicate} {_written(count)}" for count in quantity.totals]
            lines += [f"  {_written(count)}" for count in quantity.parts]
        return lines

    return make


def _written(count: Count) -> str:
    value = f"{count.value}-{count.upper}" if count.upper else str(count.value)
    group = count.group or Concept("Everyone")
    return f"{value} {group.name if isinstance(group, Concept) else 'named'}"
