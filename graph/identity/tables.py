"""The tables of words in ``data/``, with the types that the rules need."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class NameTable:
    """Words of names; ``first_names``, ``walks`` and ``legal_forms`` give a word's list by it."""

    first_names: dict[str, str]
    titles: frozenset[str]
    generations: frozenset[str]
    particles: frozenset[str]
    born: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    walks: dict[str, str]
    legal_forms: dict[str, str]
    generic: frozenset[str]
    place_nouns: frozenset[str]
    nearby: frozenset[str]
    divisions: frozenset[str]
    definite: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventTable:
    """Types that may be one, and words that tell nothing, a number, a sort or a month."""

    alike: frozenset[frozenset[str]]
    outcomes: tuple[str, ...]
    once: frozenset[str]
    yearly: frozenset[str]
    small: frozenset[str]
    nouns: frozenset[str]
    ordinals: dict[str, str]
    sorts: dict[str, str]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpellingTable:
    """Spellings of one name: a table of whole words, and rules for the letters of all others."""

    names: dict[str, str]
    rules: tuple[tuple[re.Pattern[str], str], ...]


@cache
def load_names() -> NameTable:
    """The words of names."""
    table = _read("names")
    people = {name: frozenset(words) for name, words in table["people"].items()}
    return NameTable(
        first_names=_by_word(table["first_names"]),
        **people,
        walks=_by_word(table["walks"]),
        legal_forms=_by_word(table["legal_forms"]),
        generic=frozenset(table["generic"]["words"]),
        place_nouns=frozenset(table["place_nouns"]["words"]),
        nearby=frozenset(table["nearby"]["words"]),
        divisions=frozenset(table["divisions"]["words"]),
        definite=frozenset(table["definite"]["words"]),
    )


@cache
def load_events() -> EventTable:
    """The words and types of events."""
    table = _read("events")
    return EventTable(
        alike=frozenset(frozenset(pair) for pair in table["alike"]["pairs"]),
        outcomes=tuple(table["outcomes"]["types"]),
        once=frozenset(table["once"]["types"]),
        yearly=frozenset(table["yearly"]["types"]),
        small=frozenset(table["small"]["words"]),
        nouns=frozenset(table["nouns"]["words"]),
        ordinals=_by_word(table["ordinals"]),
        sorts=_by_word(table["sorts"]),
        months=tuple(table["months"]["words"]),
    )


@cache
def load_spellings() -> SpellingTable:
    """The spellings of names."""
    table = _read("spellings")
    rules = tuple((re.compile(rule["from"]), rule["to"]) for rule in table["rules"])
    return SpellingTable(_by_word(table["names"]), rules)


def _by_word(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("graph.identity") / "data" / f"{name}.toml").read_text("utf-8"))
