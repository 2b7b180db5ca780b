"""What dumps tell of one thing, and what the shipped lexicon knows it as."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ontology.lexicons.lexicon import Lexicon

GEONAMES = "https://sws.geonames.org/{}/"
WIKIDATA = "http://www.wikidata.org/entity/{}"


class DumpError(ValueError):
    """A dump is none of those that are known; the message is a sentence with the next step."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Which things of a dump are taken: the kinds, and how well known a thing has to be.

    ``population`` is the least of a town, ``sitelinks`` the least number of Wikipedias and other
    wikis that tell of an item. ``other_names`` takes names in other languages too, as far as they
    are written in Latin letters.
    """

    population: int = 15_000
    sitelinks: int = 20
    kinds: frozenset[str] = frozenset({"Place", "Organization", "Event"})
    other_names: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """One thing of a dump; empty, None and 0 mean that the dump is silent.

    ``links`` are its addresses, the dump's own first; ``lies_in`` holds addresses or ISO 3166
    codes, the narrowest first.
    """

    kind: str
    labels: tuple[str, ...]
    links: tuple[str, ...]
    lies_in: tuple[str, ...] = ()
    place: tuple[str, str] | None = None
    population: int = 0
    is_capital: bool = False
    event_type: str = ""
    begin: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Shipped:
    """The entries of the shipped lexicon by their addresses elsewhere and their ISO 3166 codes."""

    by_link: Mapping[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Shipped:
        """Index a lexicon."""
        return cls(
            {link: entry.iri for entry in lexicon for link in (*entry.exact_matches, *entry.codes)}
        )

    def find(self, links: tuple[str, ...]) -> str:
        """The IRI of the first of the addresses or codes that is known; empty where none is."""
        return next((self.by_link[link] for link in links if link in self.by_link), "")


@dataclass(frozen=True, slots=True)
class Words:
    """Tables: which classes of Wikidata are of which kind, and names that are words as well."""

    classes: Mapping[str, tuple[str, str]]
    ordinary: frozenset[str]


@cache
def load_words() -> Words:
    """Load the tables from ``making.toml``."""
    folder = files("ontology.lexicons.making")
    told = tomllib.loads(folder.joinpath("making.toml").read_text(encoding="utf-8"))
    classes = {
        item: (kind, event_type)
        for kind, event_types in told["classes"].items()
        for event_type, items in event_types.items()
        for item in items
    }
    return Words(MappingProxyType(classes), frozenset(told["ordinary"]["words"]))
