"""The words of tenures, read from ``data/tenures.toml``, which explains them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table, word_sets


@dataclass(frozen=True, slots=True)
class TenureWords:
    """One set for each list of the file; lemmas or words in lower case."""

    since: frozenset[str]
    until: frozenset[str]
    joints: frozenset[str]
    open: frozenset[str]
    entering: frozenset[str]
    leaving: frozenset[str]
    holding: frozenset[str]
    leading: frozenset[str]
    lasting: frozenset[str]
    ruling: frozenset[str]
    power: frozenset[str]
    counted: frozenset[str]
    formerly: frozenset[str]
    then: frozenset[str]
    coming: frozenset[str]
    apart: frozenset[str]


@cache
def load_tenure_words() -> TenureWords:
    """Read the words of tenures that ship with the package."""
    return TenureWords(**word_sets(read_table("tenures")))
