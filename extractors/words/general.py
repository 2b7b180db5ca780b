"""The word lists behind the rules, read from ``data/``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from extractors.words.tables import read_table, word_sets
from graph.model import Kind

_LONG = 8


@dataclass(frozen=True, slots=True)
class NameWords:
    """What single words say of the name that they stand in."""

    heads: dict[str, Kind]
    inside: frozenset[str]
    joining: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    roles: frozenset[str]
    units: frozenset[str]
    alone: frozenset[str]
    either: frozenset[str]
    place_nouns: frozenset[str]
    polities: frozenset[str]
    headline: frozenset[str]
    versus: frozenset[str]
    numbering: frozenset[str]
    degrees: frozenset[str]
    generations: frozenset[str]
    before_place: frozenset[str]
    before_inner: frozenset[str]
    after_head: frozenset[str]
    list_joints: frozenset[str]
    list_leads: frozenset[str]
    within_list: frozenset[str]
    name_particles: frozenset[str]
    doctrine_endings: tuple[str, ...]


@cache
def head_kind(word: str) -> Kind | None:
    """The kind of a name around this head word; None where it is none.

    A long capitalised word that misses a head word by one letter, or by two that changed places,
    is taken for it: texts misspell names ("Founcation").
    """
    words = load_name_words()
    known = words.heads.get(word) or (Kind.ORGANIZATION if word in words.units else None)
    if known is not None or len(word) < _LONG or not word[:1].isupper():
        return known
    close = (h for h in sorted(words.heads) if h[0] == word[0] and OSA.distance(h, word) == 1)
    return next((words.heads[head] for head in close), None)


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """Words that the rules of grammar look for; lemmas in lower case."""

    carrying: frozenset[str]
    leading_to_place: frozenset[str]
    tied_to_place: frozenset[str]
    unreal: frozenset[str]
    coming: frozenset[str]
    intransitive: frozenset[str]
    where: frozenset[str]
    attending: frozenset[str]
    turning: frozenset[str]
    participating: frozenset[str]
    taking: frozenset[str]
    parts: frozenset[str]
    at_meetings: frozenset[str]
    gathering: frozenset[str]
    episodes: frozenset[str]
    course: frozenset[str]
    on_the_spot: frozenset[str]
    series: frozenset[str]
    bringing: frozenset[str]
    owed_to: frozenset[str]
    singling_out: frozenset[str]
    putting_on: frozenset[str]
    put_on: frozenset[str]


@cache
def load_name_words() -> NameWords:
    """Read the word lists that ship with the package."""
    tables = read_table("names")
    heads = {word: Kind(kind) for kind, words in tables["heads"].items() for word in words}
    endings = tuple(tables.pop("doctrine_endings")["words"])
    lists = {name: frozenset(table["words"]) for name, table in tables.items() if name != "heads"}
    return NameWords(heads=heads, doctrine_endings=endings, **lists)


@cache
def load_grammar_words() -> GrammarWords:
    """Read the words of grammar that ship with the package."""
    return GrammarWords(**word_sets(read_table("grammar")))
