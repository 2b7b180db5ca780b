"""How much two documents tell of the same people and places, the rarer ones counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
        # whole numbers, so that the order of adding means nothing
        self._weights = {name: int(1000 * log(1 + total / n)) for name, n in counts.items()}
        self._sums = {document: self._weight(names) for document, names in self._names.items()}

    def likeness(self, first: str, second: str) -> float:
        """From 0 to 1: the share of the shorter document's names that both hold.

        Two names at least must be shared, for one alone may be the very one that is in question.
        """
        if first == second:
            return 1.0
        shared = self._names.get(first, frozenset()) & self._names.get(second, frozenset())
        if len(shared) < _FEWEST:
            return 0.0
        return round(self._weight(shared) / min(self._sums[first], self._sums[second]), 4)

    def _weight(self, names: Iterable[str]) -> int:
        return sum(map(self._weights.__getitem__, names))


def _names(found: Findings) -> frozenset[str]:
    """The names told most often, so that a book is as easily compared as a note."""
    told = Counter(
        mention.identifier or name_key(mention.label)
        for mention in found.mentions
        if mention.form is Form.NAME and mention.kind is not Kind.EVENT
    )
    ranked = sorted(told, key=lambda name: (-told[name], name))
    return frozenset(ranked[:_MOST])
