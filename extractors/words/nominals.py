"""The nouns that stand for people, read from ``data/nominals.toml``, which explains them."""

from __future__ import annotations

from functools import cache

from extractors.words.tables import read_table
from graph.model import Kind


@cache
def load_nominal_classes() -> dict[str, tuple[str, Kind]]:
    """The class and the kind that each noun stands for, by lemma."""
    return {
        noun: (name, Kind(table["kind"]))
        for name, table in read_table("nominals").items()
        for noun in table["nouns"]
    }
