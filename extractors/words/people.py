"""The nouns for people and bodies, and who is called "he" or "she", read from ``data/``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.words.tables import either, read_table, word_sets
from graph.model import Kind


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Nouns by what they stand for; lemmas in lower case. ``data/people.toml`` explains them."""

    persons: frozenset[str]
    endings: tuple[str, ...]
    never: frozenset[str]
    after_the: frozenset[str]
    groups: frozenset[str]
    measures: frozenset[str]
    bodies: frozenset[str]
    bare: frozenset[str]
    plural: frozenset[str]
    counted: frozenset[str]
    general: frozenset[str]
    newspapers: frozenset[str]
    countries: frozenset[str]
    towns: frozenset[str]
    regions: frozenset[str]
    members: frozenset[str]
    wholes: frozenset[str]
    leading: frozenset[str]
    heading: frozenset[str]
    headed: frozenset[str]

    @property
    def polities(self) -> frozenset[str]:
        """The nouns for places that can act."""
        return either(self.countries, self.towns, self.regions)


@dataclass(frozen=True, slots=True)
class GenderWords:
    """What tells "he" from "she"; words in lower case. ``data/gender.toml`` explains them."""

    male_nouns: frozenset[str]
    female_nouns: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class PronounWords:
    """The pronouns by whom they take up; in lower case."""

    male: frozenset[str]
    female: frozenset[str]
    many: frozenset[str]
    thing: frozenset[str]
    own: frozenset[str]
    owning: frozenset[str]
    author: frozenset[str]
    personal: frozenset[str]
    people: frozenset[str]
    event: frozenset[str]


@cache
def load_people_words() -> PeopleWords:
    """Read the nouns for people and bodies that ship with the package."""
    tables = read_table("people")
    endings = tuple(tables["persons"].pop("endings"))
    lists = {name: word_sets(table) for name, table in tables.items()}
    own = {name: table.pop("nouns") for name, table in lists.items() if "nouns" in table}
    rest = {name: words for table in lists.values() for name, words in table.items()}
    return PeopleWords(**own, **rest, endings=endings)


@cache
def load_broader_nouns() -> dict[str, frozenset[str]]:
    """By what wider nouns a post or a rank may be called again: "leader" for "president"."""
    broader: dict[str, set[str]] = {}
    for wider, nouns in read_table("broader").items():
        for noun in nouns:
            broader.setdefault(noun, set()).add(wider)
    return {noun: frozenset(wider) for noun, wider in broader.items()}


@cache
def load_gender_words() -> GenderWords:
    """Read the words of gender that ship with the package."""
    return GenderWords(**word_sets(read_table("gender")["gender"]))


@cache
def load_pronouns() -> PronounWords:
    """Read the pronouns that ship with the package."""
    return PronounWords(**word_sets(read_table("gender")["pronouns"]))


@cache
def kind_of_noun(lemma: str) -> Kind | None:
    """Whether the noun stands for a person, several people or a body; None for other nouns."""
    words = load_people_words()
    if lemma in words.bodies:
        return Kind.ORGANIZATION
    if lemma in words.groups:
        return Kind.GROUP
    ends = lemma.endswith(words.endings) and lemma not in words.never
    return Kind.PERSON if lemma in words.persons or ends else None
