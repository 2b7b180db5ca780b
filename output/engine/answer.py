"""An answer as it comes in: lines of cells, read once and in their order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.errors import QueryError
from output.engine.frames import DONE, FAILED
from output.engine.process import tell_stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from output.engine.limits import Limits
    from output.engine.process import Worker

_MB = 1_000_000
_TOO_MUCH = "it needs more than {memory:,} MB of memory"


class SparqlError(QueryError):
    """What Oxigraph says of a query that is no SPARQL."""


class Answer:
    """What a query gives.

    ``form`` is ``SELECT``, ``ASK`` or ``CONSTRUCT`` (of ``DESCRIBE`` too). ``variables`` names
    the columns, ``truth`` answers a yes-or-no question. Rows come as lines of SPARQL's TSV, a
    graph as lines of N-Triples. They can be read once; a limit that is reached meanwhile raises
    ``QueryError``.
    """

    def __init__(self, worker: Worker, limits: Limits, done: Callable[[Worker], None]) -> None:
        self._worker, self._limits, self._done = worker, limits, done
        self._size = 0
        self._lines = 0
        self._over = False
        self._ended = False
        head: dict[str, Any] = json.loads(self._receive())
        self.form: str = head["form"]
        self.variables: tuple[str, ...] = tuple(head.get("variables", ()))
        self.truth: bool = head.get("truth", False)
        if self.form == "ASK":
            self._receive()

    def lines(self) -> Iterator[str]:
        """Give each row or triple as a line, without the head of the table and line breaks."""
        rest = b""
        skip = 1 if self.form == "SELECT" else 0
        while part := self.read():
            *whole, rest = (rest + part).split(b"\n")
            yield from map(bytes.decode, whole[skip:])
            skip -= min(skip, len(whole))

    def read(self, _: int = -1) -> bytes:
        """Give the next part of TSV or N-Triples; nothing where it ended."""
        if self._over:
            self.close()
            raise QueryError(tell_stopped("it gives more than {rows:,} rows", self._limits))
        return b"" if self._ended else self._bounded(self._receive())

    def close(self) -> None:
        """Stop the query, where its answer was not read to the end."""
        if not self._ended:
            self._ended = True
            self._worker.stop()

    def triples(self) -> Iterator[ox.Triple]:
        """Give the triples of a graph."""
        # as a whole: pyoxigraph ends the process where the file that it reads raises an error
        content = "".join(f"{line}\n" for line in self.lines())
        for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple

    def _receive(self) -> bytes:
        try:
            kind, content = self._worker.receive()
        except BaseException:  # Ctrl-C too: nothing goes on in the dark
            self.close()
            raise
        if kind in {DONE, FAILED}:
            self._ended = True
            self._done(self._worker)
        if kind == FAILED:
            raise self._failure(json.loads(content))
        return content

    def _failure(self, failure: dict[str, str]) -> QueryError:
        if failure["what"] == "SyntaxError":
            return SparqlError(failure["told"])
        if failure["what"] == "MemoryError":
            return QueryError(tell_stopped(_TOO_MUCH, self._limits))
        return QueryError(f"the query failed: {failure['told']}")

    def _bounded(self, part: bytes) -> bytes:
        self._size += len(part)
        if self._size > self._limits.memory * _MB:
            self.close()
            raise QueryError(tell_stopped("its answer is over {memory:,} MB", self._limits))
        most = self._limits.rows + (self.form == "SELECT")
        self._lines += part.count(b"\n")
        if self._lines <= most:
            return part
        self._over = True
        for _ in range(self._lines - most):
            part = part[: part.rindex(b"\n")]
        return part[: part.rindex(b"\n") + 1] if b"\n" in part else b""
