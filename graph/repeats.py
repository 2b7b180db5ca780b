"""Triples that several named graphs hold: a query over all graphs together is to see each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph as ox


class Repeats:
    """Finds which triples several graphs hold, while their quads pass by on their way elsewhere."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._suspects: set[ox.Triple] = set()

    def watch(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Pass quads on."""
        for quad in quads:
            mark = hash(quad.triple)
            if mark in self._seen:
                self._suspects.add(quad.triple)
            else:
                self._seen.add(mark)
            yield quad

    def find(self, store: ox.Store) -> tuple[ox.Quad, ...]:
        """Give all quads of a repeated triple but that of the first graph, in their order."""
        found: list[ox.Quad] = []
        for triple in sorted(self._suspects, key=str):
            quads = store.quads_for_pattern(triple.subject, triple.predicate, triple.object)
            found += sorted(quads, key=lambda quad: str(quad.graph_name))[1:]
        return tuple(found)


def find_repeated(store: ox.Store) -> tuple[ox.Quad, ...]:
    """Give the quads without which each triple of a store is in one graph only."""
    seen = Repeats()
    for _ in seen.watch(store):
        pass
    return seen.find(store)
