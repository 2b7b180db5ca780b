"""The parent's hold on a child that answers queries: it asks, waits, and ends it."""

from __future__ import annotations

import json
import os
import select
import signal
import time
import warnings
import weakref
from typing import TYPE_CHECKING

from graph.errors import QueryError
from output.engine.frames import PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.loading import Held
    from output.engine.limits import Limits

_CRASHES: Mapping[int, str] = {
    signal.SIGABRT: "it needs more than {memory:,} MB of memory",
    signal.SIGKILL: "it needs more memory than there is",
    signal.SIGSEGV: "it is nested too deeply",
    signal.SIGBUS: "it is nested too deeply",
    signal.SIGXCPU: "it takes longer than {seconds:g} seconds",
}


class Worker:
    """A child process that holds the store as it was when the child was made."""

    def __init__(self, held: Held, *, named: bool) -> None:
        asked, self._questions = os.pipe()
        self._answers, answered = os.pipe()
        self._pid = _fork(held, named=named, questions=asked, answers=answered)
        os.close(asked)
        os.close(answered)
        # also where nobody reads an answer to its end
        pipes = (self._questions, self._answers)
        self._end = weakref.finalize(self, _end, self._pid, os.getpid(), *pipes)
        self._waited = 0.0

    def ask(self, sparql: str, prefixes: Mapping[str, str], limits: Limits) -> None:
        """Send a question; raises ``BrokenPipeError`` where the child is gone."""
        self._waited = 0.0
        self._limits = limits
        question = {
            "query": sparql,
            "prefixes": dict(prefixes),
            "seconds": limits.seconds,
            "memory": limits.memory,
        }
        line = memoryview(json.dumps(question).encode("utf-8", "surrogatepass") + b"\n")
        while line:
            line = line[os.write(self._questions, line) :]

    def receive(self) -> tuple[bytes, bytes]:
        """Wait for a frame, and give its kind and content; raises ``QueryError`` at a limit."""
        kind, size = PREFIX.unpack(self._read(PREFIX.size))
        return kind, self._read(size)

    def stop(self) -> int:
        """Kill the child, and tell how it ended: minus the number of a signal, or a status."""
        ended = self._end()
        return 0 if ended is None else ended

    def _read(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size:
            part = self._read_some(size)
            parts.append(part)
            size -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _read_some(self, size: int) -> bytes:
        started = time.monotonic()
        left = self._limits.seconds - self._waited
        ready, _, _ = select.select([self._answers], [], [], max(left, 0.0))
        self._waited += time.monotonic() - started
        if not ready:
            self.stop()
            raise QueryError(tell_stopped(_CRASHES[signal.SIGXCPU], self._limits))
        part = os.read(self._answers, size)
        if not part:
            ended = -self.stop()
            reason = _CRASHES.get(ended, f"its engine ended with {ended}")
            raise QueryError(tell_stopped(reason, self._limits))
        return part


def tell_stopped(reason: str, limits: Limits) -> str:
    """Say why a query was stopped, and what to do."""
    told = reason.format(seconds=limits.seconds, memory=limits.memory, rows=limits.rows)
    return f"the query was stopped: {told}; ask for less, or set the limit higher"


def _fork(held: Held, *, named: bool, questions: int, answers: int) -> int:
    if not hasattr(os, "fork"):
        raise QueryError(
            "queries run in a child process that this system cannot make; use Linux, macOS or WSL"
        )
    from output.engine.worker import work  # noqa: PLC0415 (not on Windows)

    with warnings.catch_warnings():
        # of threads, whose locks the child does not take: it runs nothing but Oxigraph
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        return pid
    try:
        work(held, named=named, questions=questions, answers=answers)
    finally:
        os._exit(0)


def _end(pid: int, parent: int, questions: int, answers: int) -> int:
    if os.getpid() != parent:  # a copy of the parent, whose child it is not
        return 0
    os.close(questions)
    ended, status = os.waitpid(pid, os.WNOHANG)
    if not ended:
        # one that ended by itself closes its pipe a moment before it can be waited for
        ready, _, _ = select.select([answers], [], [], 0)
        if not (ready and not os.read(answers, 1)):
            os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    os.close(answers)
    return os.waitstatus_to_exitcode(status)
