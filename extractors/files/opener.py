"""Opens files in a process beside this one, so that no file takes more than its limits allow."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from extractors.files.opening import Opened
from extractors.limits import Limits
from graph.model import Skipped

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# multiprocessing would import the user's script once more
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from extractors.files.worker import main; main(*map(int, sys.argv[2:]))"
)
_TIME = getattr(signal, "SIGXCPU", 0)


class _Ended(Exception):  # noqa: N818 (it is no error of ours)
    """The process ended, or should; ``again`` tells whether a new one might do better."""

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class Opener:
    """Opens files, one after the other; the process starts with the first of them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, where there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def open(self, path: Path) -> Iterator[Opened | Skipped]:
        """Give what is in a file; a ``Skipped`` names the place in the file, or nothing for all.

        What a file leaves behind in the process is no burden to the next: one that fails in a
        process that opened others is tried once more in a new one.
        """
        used, given, whole = self._process is not None, False, False
        try:
            for found in self._ask(path):
                given = True
                yield found
            whole = True
        except _Ended as ended:
            self.close()
            if used and ended.again and not given:
                yield from self.open(path)
            else:
                yield Skipped("", ended.reason)
            whole = True
        finally:
            if not whole:  # answers that nobody waits for would be taken for those of the next
                self.close()

    def _ask(self, path: Path) -> Iterator[Opened | Skipped]:
        if self._process is None:
            self._process = self._start()
        process = self._process
        try:
            print(json.dumps(os.path.abspath(path)), file=process.stdin, flush=True)  # noqa: PTH100 (no link followed)
            for line in process.stdout or ():
                kind, fields = json.loads(line)
                if kind == "done":
                    return
                if kind == "memory":
                    raise _Ended(self._over_memory(), again=True)
                yield _adapter(kind).validate_python(fields)
        except BrokenPipeError:  # it ended before it was asked
            pass
        except ValueError:  # no answer of ours, or half of one
            process.kill()
        raise self._ended(process)

    def _start(self) -> subprocess.Popen[str]:
        told = (json.dumps(sys.path), str(self._limits.seconds), str(self._limits.memory))
        return subprocess.Popen(  # noqa: S603 (our own code)
            [sys.executable, "-I", "-B", "-W", "ignore", "-c", _CODE, *told],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
        )

    def _ended(self, process: subprocess.Popen[str]) -> _Ended:
        code = process.wait()
        if code == -_TIME:
            seconds = self._limits.seconds
            return _Ended(
                f"Opening the file took more than {seconds} seconds of processor time; leave it "
                "out, split it, or allow more with --file-seconds.",
                again=False,
            )
        return _Ended(
            f"The file made the program fail that opens it (status {code}); it may be damaged: "
            "save it anew or as another type, or leave it out.",
            again=True,
        )

    def _over_memory(self) -> str:
        return (
            f"Opening the file took more than {self._limits.memory:,} MB of memory; leave it out, "
            "split it, or allow more with --file-memory."
        )


@cache
def _adapter(kind: str) -> TypeAdapter[Opened | Skipped]:
    from pydantic import TypeAdapter  # noqa: PLC0415 (it takes a while to import)

    return TypeAdapter(Opened if kind == "opened" else Skipped)
