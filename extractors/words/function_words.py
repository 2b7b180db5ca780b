"""The words of the closed classes, read from ``data/function_words.toml``, which explains them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table, word_sets


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """One set for each list of the file; words in lower case."""

    articles: frozenset[str]
    conjoining: frozenset[str]
    coordinating: frozenset[str]
    role_joints: frozenset[str]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    indefinite: frozenset[str]
    open: frozenset[str]
    distributive: frozenset[str]
    relative: frozenset[str]
    alternative: frozenset[str]
    weakening: frozenset[str]
    stop_words: frozenset[str]
    describing: frozenset[str]
    originating: frozenset[str]
    singular: frozenset[str]
    auxiliary: frozenset[str]
    inverted: frozenset[str]
    able: frozenset[str]
    occasions: frozenset[str]
    moments: frozenset[str]


@cache
def load_function_words() -> FunctionWords:
    """Read the function words that ship with the package."""
    return FunctionWords(**word_sets(read_table("function_words")))
