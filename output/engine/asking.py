"""The engine that a graph is asked through."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

from graph.errors import QueryError
from output.engine.answer import Answer, SparqlError
from output.engine.guard import names_graphs, refuse
from output.engine.limits import Limits
from output.engine.mistakes import explain
from output.engine.process import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.loading import Held


class Engine:
    """Answers queries about what is held, each in a child process that can reach nothing.

    A child is kept for the next query where it answered the last one whole; several queries at
    once have a child each. ``held`` is asked each time, and the children begin anew where it
    tells of a change. Use it as a context, or call ``close``; what is forgotten ends by itself.
    """

    def __init__(self, held: Callable[[], Held]) -> None:
        self._held = held
        self._lock = threading.Lock()
        self._idle: list[tuple[bool, int, Worker]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(
        self,
        sparql: str,
        *,
        limits: Limits | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> Answer:
        """Answer a query over all named graphs together.

        The known prefixes need not be declared; ``prefixes`` adds to them. Raises ``QueryError``
        for what is no valid SPARQL, would reach out, or would change the graph, and where a limit
        is reached before there is a first row.
        """
        refuse(sparql)
        held = self._held()
        kind = (names_graphs(sparql), held.changes)
        given = limits or Limits()
        known = {**held.prefixes, **(prefixes or {})}
        try:
            return self._ask(sparql, held, kind, given, known)
        except SparqlError as error:
            raise QueryError(explain(sparql, str(error))) from error

    def close(self) -> None:
        """End the children that wait."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, _, worker in idle:
            worker.stop()

    def _ask(
        self, sparql: str, held: Held, kind: tuple[bool, int], limits: Limits, known: dict[str, str]
    ) -> Answer:
        def done(worker: Worker) -> None:
            with self._lock:
                self._idle.append((*kind, worker))

        while True:
            worker = self._take(kind)
            fresh = worker is None
            worker = worker or Worker(held, named=kind[0])
            try:
                worker.ask(sparql, known, limits)
            except BrokenPipeError:  # somebody ended the child while it waited
                worker.stop()
                if fresh:
                    raise
            else:
                return Answer(worker, limits, done)

    def _take(self, kind: tuple[bool, int]) -> Worker | None:
        with self._lock:
            old = [worker for _, changes, worker in self._idle if changes != kind[1]]
            self._idle = [one for one in self._idle if one[1] == kind[1]]
            at = next((i for i, one in enumerate(self._idle) if one[:2] == kind), None)
            found = None if at is None else self._idle.pop(at)[2]
        for worker in old:
            worker.stop()
        return found
