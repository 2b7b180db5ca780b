"""Which kind of ours a label of a corpus or of a reader means."""

from __future__ import annotations

from functools import cache

from extractors.corpora.kinds import KINDS, Kind
from extractors.names.labels import kind_of
from extractors.words.tables import read_table


def find_kind(label: str) -> Kind | None:
    """Give the kind that a label means; None for one that is mixed, as MISC, or unknown."""
    known = kind_of(label)
    wanted = str(known) if known else _read_labels().get(label.lower(), label)
    return next((kind for kind in KINDS if kind == wanted), None)


@cache
def _read_labels() -> dict[str, str]:
    labels: dict[str, list[str]] = read_table("corpora")["labels"]
    return {label: kind for kind, known in labels.items() for label in known}


@cache
def read_relations() -> frozenset[str]:
    """Give the relations of Universal Dependencies, without subtypes."""
    return frozenset(read_table("corpora")["relations"]["universal"])
