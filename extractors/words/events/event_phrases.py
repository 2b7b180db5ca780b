"""Verbs that tell of an event with certain words, from ``data/event_phrases.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractors.words.events.triggers import Trigger
from extractors.words.tables import either, read_table, word_sets

By = Mapping[str, Trigger]


@dataclass(frozen=True, slots=True)
class CallingWords:
    """Verbs that bring about what their object names; ``data/event_phrases.toml`` explains them."""

    verbs: frozenset[str]
    by_words: frozenset[str]
    types: frozenset[str]

    @property
    def all_verbs(self) -> frozenset[str]:
        """The verbs, whatever their object."""
        return either(self.verbs, self.by_words)

    def bring_about(self, verb: str, event_type: str) -> bool:
        """Whether the subject of the verb, a lemma, brings about an event of the type."""
        return verb in self.verbs or (verb in self.by_words and event_type in self.types)


@dataclass(frozen=True, slots=True)
class EventPhrases:
    """Triggers by verb, and by the word or the class of words that must stand with it.

    ``phrases`` has a verb and a word as its key, ``prepositions`` a verb and a preposition.
    ``objects`` holds the verbs of each class of objects; ``classes`` the nouns of each, but for
    people and places, which are asked of the reading. Verbs of ``towards`` need a place that they
    lead to by one of ``to_place``, those of ``fallen`` one as their subject.
    """

    phrases: Mapping[tuple[str, str], Trigger]
    prepositions: Mapping[tuple[str, str], Trigger]
    classes: Mapping[str, frozenset[str]]
    objects: Mapping[str, By]
    calling: CallingWords
    towards: By
    fallen: By
    contests: frozenset[str]
    of_things: frozenset[str]
    to_place: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sayings:
    """Words that make a saying of an event noun; ``data/event_phrases.toml`` explains them."""

    before: frozenset[str]
    after: frozenset[str]
    fought: frozenset[str]
    fighting: frozenset[str]
    noun_about: frozenset[str]
    noun_against: frozenset[str]


@dataclass(frozen=True, slots=True)
class StrikeWords:
    """Words that make a strike a protest; ``data/event_phrases.toml`` explains them."""

    verbs: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class OperationWords:
    """Words before "operation"; ``data/event_phrases.toml`` explains them."""

    aid: frozenset[str]
    work: frozenset[str]


@dataclass(frozen=True, slots=True)
class ThoughtWords:
    """Words around what has not happened; ``data/event_phrases.toml`` explains them."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    asking: frozenset[str]
    adjectives: frozenset[str]
    adverbs: frozenset[str]
    implying: frozenset[str]
    without: frozenset[str]
    keeping: frozenset[str]
    holding: frozenset[str]
    thought_of: frozenset[str]
    stopping_deeds: frozenset[str]
    carrying_too: frozenset[str]
    undone_with: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Words around what is planned; ``data/event_phrases.toml`` explains them."""

    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]


@cache
def load_event_phrases() -> EventPhrases:
    """Read the phrases that ship with the package."""
    tables = read_table("event_phrases")
    ways = word_sets(tables["ways_to_place"])
    return EventPhrases(
        phrases=_by_pair(tables["phrases"]),
        prepositions=_by_pair(tables["prepositions"]),
        classes=word_sets(tables["classes"]),
        objects={name: _by_word(table) for name, table in tables["objects"].items()},
        calling=CallingWords(**word_sets(tables["calling"])),
        towards=_by_word(tables["towards"]),
        fallen=_by_word(tables["fallen"]),
        contests=word_sets(tables["contests"])["verbs"],
        of_things=ways["of_things"],
        to_place=ways["prepositions"],
    )


@cache
def load_operation_words() -> OperationWords:
    """Read the words that ship with the package."""
    return OperationWords(**word_sets(read_table("event_phrases")["operations"]))


@cache
def load_strike_words() -> StrikeWords:
    """Read the words that make a strike a protest."""
    return StrikeWords(**word_sets(read_table("event_phrases")["strikes"]))


@cache
def load_sayings() -> Sayings:
    """Read the sayings that ship with the package."""
    return Sayings(**word_sets(read_table("event_phrases")["sayings"]))


@cache
def load_thought_words() -> ThoughtWords:
    """Read the words around what has not happened that ship with the package."""
    return ThoughtWords(**word_sets(read_table("event_phrases")["thought"]))


@cache
def load_plan_words() -> PlanWords:
    """Read the words around what is planned that ship with the package."""
    return PlanWords(**word_sets(read_table("event_phrases")["planned"]))


def _by_pair(table: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], Trigger]:
    pairs = ((phrase.partition(" "), one) for phrase, one in _by_word(table).items())
    return {(verb, word): one for (verb, _, word), one in pairs}


def _by_word(table: Mapping[str, Mapping[str, str]]) -> dict[str, Trigger]:
    return {
        word: Trigger(event_type, noun)
        for event_type, words in table.items()
        for word, noun in words.items()
    }
