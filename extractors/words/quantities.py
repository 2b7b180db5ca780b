"""The words with which texts count people, read from ``data/quantities.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.words.tables import read_table

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The phrases that tell one predicate; ``data/quantities.toml`` explains the fields."""

    predicate: str
    passive: frozenset[Phrase]
    active: frozenset[Phrase]
    before: frozenset[Phrase]
    nouns: frozenset[str]
    lives_before: frozenset[Phrase]
    lives_after: frozenset[Phrase]
    tolls: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """All word lists; groups and bounds map to the local names of concepts."""

    bounds_before: dict[Phrase, str]
    bounds_after: dict[Phrase, str]
    groups: dict[Phrase, str]
    inside: dict[str, frozenset[Phrase]]
    triggers: tuple[Trigger, ...]
    event_types: frozenset[str]
    governing: frozenset[str]
    counting: frozenset[str]
    units: list[str]
    tens: list[str]
    percent: list[str]
    scales: dict[str, int]


@cache
def load_quantity_words() -> QuantityWords:
    """Read the word lists that ship with the package."""
    tables = read_table("quantities")
    return QuantityWords(
        bounds_before=_by_phrase(tables["bounds"]["before"]),
        bounds_after=_by_phrase(tables["bounds"]["after"]),
        groups=_by_phrase(tables["groups"]),
        inside={name: _phrases(words) for name, words in tables["inside"].items()},
        triggers=tuple(_trigger(name, table) for name, table in tables["triggers"].items()),
        event_types=frozenset(tables["events"]["types"]),
        governing=frozenset(tables["events"]["governing"]),
        counting=frozenset(tables["counting"]["verbs"]),
        **tables["numbers"],
    )


def _trigger(predicate: str, table: dict[str, Any]) -> Trigger:
    lives = table.get("lives", {})
    return Trigger(
        predicate=predicate,
        passive=_phrases(table["passive"]),
        active=_phrases(table["active"]),
        before=_phrases(table["before"]),
        nouns=frozenset(table["nouns"]),
        lives_before=_phrases(lives.get("before", [])),
        lives_after=_phrases(lives.get("after", [])),
        tolls=_phrases(table.get("tolls", [])),
    )


def _phrases(phrases: list[str]) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def _by_phrase(table: dict[str, list[str]]) -> dict[Phrase, str]:
    return {tuple(phrase.split()): name for name, phrases in table.items() for phrase in phrases}
