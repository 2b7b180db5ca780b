"""What the types of event triggers mean that readers give, from ``data/trigger_types.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table, word_sets
from ontology.names import event_types

_ANY = "Occurrence"


@dataclass(frozen=True, slots=True)
class TriggerType:
    """What words of one finer type tell of.

    ``event_type`` is a local name of ``vg:EventTypes``; ``noun`` is the noun that a verb gives to
    a label, "" where verbs of the type make no event. A word of a weak type never makes one.
    """

    event_type: str
    noun: str = ""
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class TriggerTypes:
    """The finer types by name, and words that hold whatever the type; lemmas in lower case.

    ``general`` are verbs that tell of no event, ``others`` nouns that tell of none,
    ``undergone`` nouns for events that the subject of the verb undergoes, ``suffered`` nouns for
    those that a person undergoes of whom the noun is said: "his arrest".
    """

    by_name: Mapping[str, TriggerType]
    general: frozenset[str]
    others: frozenset[str]
    undergone: frozenset[str]
    suffered: frozenset[str]

    def type_of(self, name: str, label: str = "") -> TriggerType:
        """The type of this name; one unknown here means what its label says.

        A label that is no type of events, or says no more than that something occurred, is weak.
        """
        known = self.by_name.get(name)
        if known is not None:
            return known
        strong = label != _ANY and label in event_types()
        return TriggerType(label) if strong else TriggerType(_ANY, is_weak=True)

    def event_types(self) -> dict[str, str]:
        """The type of ``vg:EventTypes`` for each finer type, sorted: what a reader writes."""
        return {name: self.by_name[name].event_type for name in sorted(self.by_name)}


@cache
def load_trigger_types() -> TriggerTypes:
    """Read the types that ship with the package."""
    tables = read_table("trigger_types")
    strong = {
        name: TriggerType(entry["type"], entry.get("noun", ""))
        for name, entry in tables["strong"].items()
    }
    weak = dict.fromkeys(tables["weak"]["types"], TriggerType(_ANY, is_weak=True))
    return TriggerTypes({**weak, **strong}, **word_sets(tables["words"]))
