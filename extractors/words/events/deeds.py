"""Verbs of no list: which tell of no happening, and nouns for the rest; ``data/deeds.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from extractors.words.tables import read_table, word_sets

_SHORT: Final = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdgklmnprtz]")
"""A verb of one syllable whose last letter is doubled: "stop", and not "halt" or "lead"."""


@dataclass(frozen=True, slots=True)
class DeedWords:
    """``untelling`` are verbs of state, thought, speech and phase, and those that mean anything.

    ``nouns`` are nouns for what a verb tells of; ``doubling`` longer verbs whose last letter is
    doubled before "-ing". ``vague`` nouns may mean anything; verbs of
    ``dated`` tell of a happening only with a time. Lemmas in lower case.
    """

    untelling: frozenset[str]
    doubling: frozenset[str]
    nouns: Mapping[str, str]
    vague: frozenset[str]
    dated: frozenset[str]

    def noun_for(self, verb: str) -> str:
        """The noun, else the verb in "-ing": "approval", "hosting", "pulling out"."""
        first, _, particle = verb.partition(" ")
        return self.nouns.get(verb) or " ".join(filter(None, (self._gerund(first), particle)))

    def _gerund(self, verb: str) -> str:
        if verb.endswith("ie"):
            return f"{verb[:-2]}ying"
        if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
            return f"{verb[:-1]}ing"
        doubled = _SHORT.fullmatch(verb) or verb in self.doubling
        return f"{verb}{verb[-1]}ing" if doubled else f"{verb}ing"


@cache
def load_deed_words() -> DeedWords:
    """Read the words that ship with the package."""
    table = read_table("deeds")
    kinds = word_sets(table["untelling"])
    untelling = frozenset[str]().union(*kinds.values())
    lists = {name: frozenset(table[name]) for name in ("doubling", "vague", "dated")}
    return DeedWords(untelling=untelling, nouns=dict(table["nouns"]), **lists)
