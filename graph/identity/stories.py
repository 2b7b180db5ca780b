"""How much two documents tell of the same people and places, the rarer ones counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from graph.identity.romanising import name_key
from graph.model import Findings, Form, Kind

_FEWEST = 2
_MOST = 40


class Stories:
    """The names that each document holds."""

    def __init__(self, findings: Sequence[Findings]) -> None:
        self._names = {found.document.id: _names(found) for found in findings}
        counts = Counter(name for names in self._names.values() for name in names)
        total = max(len(self._names), 1)
        self._weights = {name: log(1 + total / count) for name, count in counts.items()}
        self._known: dict[tuple[str, str], float] = {}

    def likeness(self, first: str, second: str) -> float:
        """From 0 to 1: the share of the shorter document's names that both hold.

        Two names at least must be shared, for one alone may be the very one that is in question.
        """
        pair = (first, second) if first <= second else (second, first)
        if pair not in self._known:
            self._known[pair] = self._measure(*pair)
        return self._known[pair]

    def _measure(self, first: str, second: str) -> float:
        left = self._names.get(first, frozenset())
        right = self._names.get(second, frozenset())
        shared = left & right
        if first == second or len(shared) < _FEWEST:
            return 1.0 if first == second else 0.0
        smaller = min(self._weight(left), self._weight(right))
        return round(self._weight(shared) / smaller, 4) if smaller else 0.0

    def _weight(self, names: frozenset[str]) -> float:
        return sum(self._weights[name] for name in sorted(names))


def _names(found: Findings) -> frozenset[str]:
    """The names told most often, so that a book is as easily compared as a note."""
    told = Counter(
        mention.identifier or name_key(mention.label)
        for mention in found.mentions
        if mention.form is Form.NAME and mention.kind is not Kind.EVENT
    )
    ranked = sorted(told, key=lambda name: (-told[name], name))
    return frozenset(ranked[:_MOST])
