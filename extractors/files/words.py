"""The words by which the edges of a text are told from the text (``words.yaml``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _load() -> dict[str, Any]:
    content = files("extractors.files").joinpath("words.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(content)
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """Give one list as a set; raises ``KeyError`` for a list that is not there."""
    return frozenset(_load()[name])


@cache
def openings(name: str) -> tuple[str, ...]:
    """Give one list for ``str.startswith``, longest first."""
    return tuple(sorted(_load()[name], key=lambda phrase: (-len(phrase), phrase)))


@cache
def ordered(name: str) -> tuple[str, ...]:
    """Give one list in its own order."""
    return tuple(_load()[name])


@cache
def months() -> dict[str, int]:
    """Give the number of each month's name and abbreviation."""
    table: dict[int, list[str]] = _load()["months"]
    return {name: number for number, names in table.items() for name in names}
