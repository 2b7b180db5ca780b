"""The words that name events or tell of them, read from ``data/events.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.words.tables import either, read_table, word_sets

_LIKE = frozenset({"Killing", "Attack"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event.

    ``event_type`` is a local name of ``vg:EventTypes``. ``noun`` is the noun that a label takes;
    ``preposition`` ties the place or the patient to it: "attack on".
    """

    event_type: str
    noun: str
    preposition: str = "of"


@dataclass(frozen=True, slots=True)
class Triggers:
    """All trigger words; the keys are lemmas in lower case.

    ``prepositions`` gives the one that ties the place or the patient to an event of each type.
    """

    nouns: dict[str, Trigger]
    verbs: dict[str, Trigger]
    referring: dict[str, frozenset[str]]
    with_people: frozenset[str]
    with_place: frozenset[str]
    with_person: frozenset[str]
    capitals: frozenset[str]
    with_own_name: frozenset[str]
    bodies: frozenset[str]
    prepositions: dict[str, str]

    def may_refer(self, noun: str, event_type: str) -> bool:
        """Whether "the NOUN" may take up an event of the type: "the attack" a Killing."""
        allowed = either(self.referring.get(event_type, frozenset()), self.referring["any"])
        trigger = self.nouns.get(noun)
        if noun in allowed or trigger is None:
            return noun in allowed
        return trigger.event_type == event_type or {trigger.event_type, event_type} == _LIKE


@dataclass(frozen=True, slots=True)
class TypeSets:
    """Types of events of which something special holds; ``data/events.toml`` explains them."""

    at_a_place: frozenset[str]
    may_aim_at_place: frozenset[str]
    leading: frozenset[str]
    shared: frozenset[str]
    titled: frozenset[str]
    named_by_place: frozenset[str]
    lasting: frozenset[str]
    staying: frozenset[str]
    of_a_day: frozenset[str]
    drawn_out: frozenset[str]
    deadly: frozenset[str]
    may_be_deadly: frozenset[str]
    results: frozenset[str]
    causes: frozenset[str]
    short: frozenset[str]
    of_whom: frozenset[str]
    done_of: frozenset[str]
    by_sides: frozenset[str]
    in_a_country: frozenset[str]
    harms: frozenset[str]
    suffered: frozenset[str]
    forceful: frozenset[str]


@cache
def load_type_sets() -> TypeSets:
    """Read the sets of types that ship with the package."""
    return TypeSets(**word_sets(read_table("events")["types"]))


@cache
def load_triggers() -> Triggers:
    """Read the trigger words that ship with the package."""
    tables = read_table("events")
    del tables["types"]
    naming, referring = word_sets(tables.pop("naming")), word_sets(tables.pop("referring"))
    return Triggers(
        nouns=_nouns(tables),
        verbs=_verbs(tables),
        referring=referring,
        prepositions={name: table.get("of", "of") for name, table in tables.items()},
        **naming,
    )


def _nouns(tables: dict[str, dict[str, Any]]) -> dict[str, Trigger]:
    found: dict[str, Trigger] = {}
    for event_type, table in tables.items():
        for noun in table["nouns"]:
            found.setdefault(noun, Trigger(event_type, noun, _preposition(table, noun)))
    return found


def _verbs(tables: dict[str, dict[str, Any]]) -> dict[str, Trigger]:
    return {
        verb: Trigger(event_type, noun, _preposition(table, noun))
        for event_type, table in tables.items()
        for verb, noun in table["verbs"].items()
    }


def _preposition(table: dict[str, Any], noun: str) -> str:
    return "on" if noun in table.get("on", ()) else table.get("of", "of")
