"""The kinds of names that the reader finds, and the labels made of them."""

from typing import Final, Literal, get_args

Kind = Literal["Person", "Place", "Organization", "Event", "Group", "Work", "Date", "Quantity"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

# The label of a token outside of every name comes first, so its index is 0.
OUTSIDE: Final = "O"
LABELS: Final[tuple[str, ...]] = (
    OUTSIDE,
    *(f"{prefix}-{kind}" for kind in KINDS for prefix in ("B", "I")),
)
