"""How much one query may take."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import QueryError

# more does not fit into what systems take for a limit
_MOST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take before it is stopped.

    ``seconds`` are waited for the engine; what the reader of the answer does meanwhile does not
    count. ``memory`` is in MB, beyond what the graph takes, and is the most that an answer may
    hold as well. ``rows`` counts rows, or triples where the answer is a graph. Raises
    ``QueryError`` for a limit that is not above zero, or that no system could keep.
    """

    seconds: float = 60
    memory: int = 2000
    rows: int = 1_000_000

    def __post_init__(self) -> None:
        for name in ("seconds", "memory", "rows"):
            if not 0 < getattr(self, name) <= _MOST:
                given = getattr(self, name)
                raise QueryError(f"no limit of {name}: {given}; give one above 0, up to {_MOST:,}")
