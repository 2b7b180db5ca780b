"""Reads PropBank's predicates and their arguments, which stand beside the trees of a treebank."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from extractors.corpora.conllu import Sentence, Word

RELATIVE: Final = "R-ARG"
"""The role of a relative pronoun, which stands for an argument that has its own role."""

ROLES: Final = frozenset([
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-ADJ", "ARGM-ADV", "ARGM-CAU", "ARGM-COM",
    "ARGM-DIR", "ARGM-DIS", "ARGM-EXT", "ARGM-GOL", "ARGM-LOC", "ARGM-LVB", "ARGM-MNR", "ARGM-MOD",
    "ARGM-NEG", "ARGM-PRD", "ARGM-PRP", "ARGM-PRR", "ARGM-TMP", RELATIVE,
])  # fmt: skip
_HELPING: Final = frozenset(["be", "have", "do"])


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells of something, and the head word and role of each of its arguments."""

    word: int
    arguments: tuple[tuple[int, str], ...] = ()


def read_predicates(path: Path) -> dict[str, Any]:
    """Give the records of a file by the identifiers of their sentences."""
    with path.open(encoding="utf-8-sig") as lines:
        return {found["sent_id"]: found for found in map(json.loads, lines)}


def find_predicates(sentence: Sentence, records: Mapping[str, Any]) -> tuple[Predicate, ...] | None:
    """Give the predicates of a sentence; None where the records have nothing that fits it."""
    record = records.get(sentence.identifier)
    if record is None or record["words"] != len(sentence.words):
        return None
    return tuple(
        Predicate(word, tuple(_find_arguments(sentence.words, arguments)))
        for word, roleset, arguments in record["predicates"]
        if not _helps(sentence.words[word], roleset)
    )


def _helps(word: Word, roleset: str) -> bool:
    """Whether the word is an auxiliary, which tells of nothing by itself."""
    return roleset.split(".", maxsplit=1)[0] in _HELPING and word.deprel.startswith("aux")


def _find_arguments(
    words: Sequence[Word], arguments: Iterable[tuple[str, int, int]]
) -> Iterator[tuple[int, str]]:
    """Yield head and role of each argument, what goes on with one ("C-ARG1") left out."""
    for label, start, end in arguments:
        role = RELATIVE if label.startswith("R-") else label
        if role in ROLES:
            yield _find_head(words, start, end), role


def _find_head(words: Sequence[Word], start: int, end: int) -> int:
    heads = (
        at for at in range(start, end) if not start <= words[at].head < end or words[at].head == at
    )
    return next(heads, start)
