"""The words for where things are, read from ``data/places.toml``, which explains them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table, word_sets


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One set for each list of the file; lemmas or words in lower case."""

    kinds: frozenset[str]
    areas: frozenset[str]
    lying: frozenset[str]
    linking: frozenset[str]
    kind_articles: frozenset[str]
    tied_inside: frozenset[str]
    in_description: frozenset[str]
    list_joints: frozenset[str]
    before_tied: frozenset[str]
    before_capital: frozenset[str]
    abroad: frozenset[str]
    sites: frozenset[str]
    countries: frozenset[str]
    towns: frozenset[str]
    anywhere: frozenset[str]
    divisions: frozenset[str]
    inner: frozenset[str]


@cache
def load_place_words() -> PlaceWords:
    """Read the words that ship with the package."""
    return PlaceWords(**word_sets(read_table("places")))
