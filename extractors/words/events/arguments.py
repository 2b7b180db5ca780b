"""Words around an event that tell who has which part in it, from ``data/arguments.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table, word_sets


@dataclass(frozen=True, slots=True)
class ArgumentWords:
    """Words beside an event in lower case; ``data/arguments.toml`` explains them."""

    aiming: frozenset[str]
    against: frozenset[str]
    leading: frozenset[str]
    away: frozenset[str]
    there: frozenset[str]
    done_to: frozenset[str]
    together: frozenset[str]
    doing: frozenset[str]
    elsewhere: frozenset[str]
    narrowing: frozenset[str]
    recalling: frozenset[str]
    nobody: frozenset[str]
    from_outside: frozenset[str]
    given_up: frozenset[str]
    during: frozenset[str]
    inside: frozenset[str]
    stretches: frozenset[str]
    striking: frozenset[str]
    done_to_others: frozenset[str]
    bringing_death: frozenset[str]
    seeing: frozenset[str]
    scenes: frozenset[str]
    ending: frozenset[str]
    endings: frozenset[str]
    bounding: frozenset[str]
    suffering: frozenset[str]
    striking_along: frozenset[str]
    matter: frozenset[str]
    spoken_at: frozenset[str]
    joined_for: frozenset[str]
    asking: frozenset[str]
    moving_over: frozenset[str]
    held: frozenset[str]
    ordering: frozenset[str]
    among: frozenset[str]
    in_course: frozenset[str]
    aimed: frozenset[str]
    tying: Mapping[str, frozenset[str]]
    linked_types: tuple[str, ...]


@cache
def load_argument_words() -> ArgumentWords:
    """Read the words that ship with the package."""
    table = read_table("arguments")
    tying, types = word_sets(table.pop("tying")), tuple(table.pop("linked")["types"])
    return ArgumentWords(**word_sets(table), tying=tying, linked_types=types)
