"""The tables of words in ``data/``, as the modules of words take them in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """Read ``data/NAME.toml``, which explains its lists; each call gives a copy of its own."""
    return tomllib.loads((files("extractors.words") / "data" / f"{name}.toml").read_text("utf-8"))


def word_sets(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """The lists of a table as sets, by the same names."""
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def either(*lists: frozenset[str]) -> frozenset[str]:
    """The words of all of these lists, put together once."""
    return frozenset[str]().union(*lists)
