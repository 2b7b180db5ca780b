"""The words of roles, read from ``data/roles.toml``, which explains them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table, word_sets


@dataclass(frozen=True, slots=True)
class RoleWords:
    """One set for each list of the file; lemmas or words in lower case."""

    heads: frozenset[str]
    after: frozenset[str]
    after_phrases: frozenset[str]
    before: frozenset[str]
    dropped: frozenset[str]
    held_at: frozenset[str]
    field_ties: frozenset[str]
    after_field: frozenset[str]
    found_in: frozenset[str]
    after_name: frozenset[str]
    beside_name: frozenset[str]
    holding: frozenset[str]
    naming: frozenset[str]
    linking: frozenset[str]
    authors: frozenset[str]
    before_author: frozenset[str]
    honours: frozenset[str]
    portfolios: frozenset[str]
    sent: frozenset[str]
    public: frozenset[str]
    corporate: frozenset[str]
    also_names: frozenset[str]
    degrees: frozenset[str]
    portfolio_words: frozenset[str]
    unappointed: frozenset[str]
    offices: frozenset[str]
    endowed: frozenset[str]
    parting: frozenset[str]
    siding: frozenset[str]


@cache
def load_role_words() -> RoleWords:
    """Read the words of roles that ship with the package."""
    return RoleWords(**word_sets(read_table("roles")))
