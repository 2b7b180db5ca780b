"""The kinds of names that the reader finds, the labels made of them, and what others call them."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, get_args

from extractors.names.labels import kind_of
from extractors.words.tables import read_table

Kind = Literal["Person", "Place", "Organization", "Event", "Group", "Work", "Date", "Quantity"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

# The label of a token outside of every name comes first, so its index is 0.
OUTSIDE: Final = "O"
LABELS: Final[tuple[str, ...]] = (
    OUTSIDE,
    *(f"{prefix}-{kind}" for kind in KINDS for prefix in ("B", "I")),
)


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
