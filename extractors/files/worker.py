"""The process in which files are opened: told paths on one pipe, it answers on another.

A library that a hostile file makes run wild or fall takes this process down, and no other.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from math import ceil
from pathlib import Path
from typing import IO

from extractors.files.opening import Opened, open_file

_MEGABYTE = 1_000_000


def main(seconds: int, megabytes: int) -> None:
    """Serve paths from standard input until it ends, under these limits; write to no file."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the parent tells of an interruption
    with os.fdopen(os.dup(1), "w", encoding="ascii") as answers:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):  # what libraries print is for nobody
            os.dup2(nowhere, stream)
        serve(sys.stdin, answers, _limiter(seconds, megabytes))


def serve(paths: IO[str], answers: IO[str], limit: Callable[[], None]) -> None:
    """Open each file; ``limit`` is called before each document.

    A path is a line of JSON, and so is an answer: ``opened`` or ``skipped`` with the fields; then
    ``done``, or ``memory``, after which this process should end.
    """

    def tell(*answer: object) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    for line in paths:
        limit()
        try:
            for found in open_file(Path(json.loads(line))):
                tell("opened" if isinstance(found, Opened) else "skipped", asdict(found))
                limit()
        except MemoryError:
            tell("memory", None)
            return
        tell("done", None)


def _limiter(seconds: int, megabytes: int) -> Callable[[], None]:
    """Bound the memory of this process; give what bounds its processor time from now on."""
    try:
        import resource  # noqa: PLC0415 (Windows has none)
    except ImportError:
        return lambda: None

    def bound(kind: int, most: int) -> None:
        # macOS refuses some kinds
        with suppress(OSError, ValueError):
            _, hard = resource.getrlimit(kind)
            reached = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (reached, hard))

    def limit() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        bound(resource.RLIMIT_CPU, ceil(used.ru_utime + used.ru_stime) + seconds)

    bound(resource.RLIMIT_AS, megabytes * _MEGABYTE)
    bound(resource.RLIMIT_CORE, 0)
    bound(resource.RLIMIT_FSIZE, 0)
    return limit
