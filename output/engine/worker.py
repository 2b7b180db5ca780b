"""The child process that answers queries: it has two pipes, and cannot open anything more."""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from output.engine.frames import DONE, FAILED, HEAD, gathered, send

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.loading import Held

_MB = 1_000_000
# seconds of the processor beyond the limit of the clock, which the parent keeps
_GRACE = 2


def work(held: Held, *, named: bool, questions: int, answers: int) -> None:
    """Answer questions until there are no more; to be called in a child, and last there.

    ``named`` is for queries that ask for single graphs: they need the triples of each, and so a
    copy of all of them that holds each once.
    """
    own = _open_own_size()
    shut(keep=[questions, answers, *own])
    union = prepare(held, named=named)
    with os.fdopen(questions, "rb") as lines:
        while line := lines.readline():
            question = json.loads(line)
            limit(_read_size(own), seconds=question["seconds"], memory=question["memory"])
            answer(held.store, question, answers, union=union)


def shut(*, keep: Sequence[int]) -> None:
    """Close every file and socket that was inherited, and let none be opened again."""
    gc.disable()  # what the parent holds is not to be closed here
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
    for inherited in map(int, os.listdir("/dev/fd")):  # noqa: PTH208 (names are wanted)
        if inherited > 2 and inherited not in keep:  # noqa: PLR2004 (the three that all have)
            with suppress(OSError):  # the listing itself was one
                os.close(inherited)
    for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        resource.setrlimit(kind, (0, 0))


def prepare(held: Held, *, named: bool) -> bool:
    """Let each triple be seen once, and tell whether in the union of all graphs.

    What is changed is this process' own copy of the store.
    """
    union = not (named and held.repeated)
    if union:
        for quad in held.repeated:
            held.store.remove(quad)
    else:
        triples = (ox.Quad(q.subject, q.predicate, q.object) for q in held.store)
        held.store.bulk_extend(triples)
    return union


def limit(size: int, *, seconds: float, memory: int) -> None:
    """Set how much the next query may take; ``size`` is what the process takes already."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
    unlimited = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_CPU, (spent, unlimited))
    if size:  # 0 where the system does not tell
        resource.setrlimit(resource.RLIMIT_AS, (size + memory * _MB, unlimited))


def answer(store: ox.Store, question: Mapping[str, Any], pipe: int, *, union: bool) -> None:
    """Answer one question: a head, the answer and its end, or why there is none."""
    try:
        found = store.query(
            question["query"],
            prefixes=question["prefixes"],
            use_default_graph_as_union=union,
        )
        _write(found, pipe)
    except (SyntaxError, ValueError, RuntimeError, OSError, MemoryError) as error:
        what = "SyntaxError" if isinstance(error, SyntaxError) else type(error).__name__
        send(pipe, FAILED, json.dumps({"what": what, "told": str(error)}).encode())
    else:
        send(pipe, DONE)


def _write(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, pipe: int) -> None:
    if isinstance(found, ox.QueryBoolean):
        send(pipe, HEAD, json.dumps({"form": "ASK", "truth": bool(found)}).encode())
        return
    head: dict[str, object] = {"form": "CONSTRUCT"}
    if isinstance(found, ox.QuerySolutions):
        head = {"form": "SELECT", "variables": [one.value for one in found.variables]}
    send(pipe, HEAD, json.dumps(head).encode())
    with gathered(pipe) as stream:
        if isinstance(found, ox.QuerySolutions):
            found.serialize(stream, format=ox.QueryResultsFormat.TSV)
        else:
            found.serialize(stream, format=ox.RdfFormat.N_TRIPLES)


def _open_own_size() -> list[int]:
    try:
        return [os.open("/proc/self/statm", os.O_RDONLY)]
    except OSError:  # not on Linux
        return []


def _read_size(own: Sequence[int]) -> int:
    """Read how much address space this process takes, in bytes."""
    pages = (int(os.pread(one, 100, 0).split()[0]) for one in own)
    return next(pages, 0) * resource.getpagesize()
