"""The triples of a graph in one order, whatever order they came in.

Oxigraph writes lines far faster than Python can look at triples, so that lines are sorted: by
graph and subject, numbers by their size; in a subject types first, and of the types ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.iris import is_background_name
from ontology.names import RDF, VG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# at most eighteen digits: longer ones are hashes, and int() refuses very long ones
_NUMBER = re.compile(rb"([0-9]{1,18})")
_TYPE = f"<{RDF}type> ".encode()
_OURS = _TYPE + f"<{VG}".encode()
_PARTS = tuple(f"<{RDF}{part}>".encode() for part in ("subject", "predicate", "object"))
_MENTION = _TYPE + f"<{VG}Mention> .\n".encode()
_END = b" .\n"
# sorts after all of UTF-8
_LAST = b"\xff"

Group = tuple[bytes, Sequence[bytes]]
"""A subject of N-Triples, and what follows it on each of its lines, in order."""


def sort_quads(store: ox.Store) -> bytes:
    """Give all quads as sorted N-Quads."""
    return b"".join(
        line[: -len(_END)] + (f" <{graph}>".encode() if graph else b"") + _END
        for graph, groups in sorted_graphs(store)
        for line in as_lines(groups)
    )


def sorted_graphs(store: ox.Store) -> Iterator[tuple[str, Iterator[Group]]]:
    """Yield each named graph and its triples; the graph without a name is first."""
    yield "", sort_lines(_dumped(store, ox.DefaultGraph()))
    for graph in sorted(store.named_graphs(), key=lambda one: natural(one.value.encode())):
        yield graph.value, sort_lines(_dumped(store, graph))


def sort_triples(store: ox.Store, *, mentions: bool) -> Iterator[Group]:
    """Give the triples of all graphs together, each once.

    What lexicons know and no document says is left out, and mentions unless they are asked for.
    """
    graphs = (one for one in store.named_graphs() if not is_background_name(one.value))
    every = (line for one in (ox.DefaultGraph(), *graphs) for line in _dumped(store, one))
    groups = sort_lines(every)
    return groups if mentions else (group for group in groups if _MENTION not in group[1])


def reified(groups: Iterable[Group]) -> Iterator[Group]:
    """Say of each statement which triple it states, as RDF 1.2 does, without stating it."""
    for subject, rests in groups:
        pairs = (rest.split(b" ", 1) for rest in rests)
        said = {predicate: value for predicate, value in pairs if predicate in _PARTS}
        if len(said) < len(_PARTS):
            yield subject, rests
        else:
            triple = b" ".join(said[part].removesuffix(_END) for part in _PARTS)
            reifies = f"<{RDF}reifies> <<( ".encode() + triple + b" )>>" + _END
            yield subject, _in_order([*rests, reifies])


def sort_lines(lines: Iterable[bytes]) -> Iterator[Group]:
    """Sort lines of N-Triples, each once."""
    groups: dict[bytes, list[bytes]] = defaultdict(list)
    for line in lines:
        subject, _, rest = line.partition(b" ")
        groups[subject].append(rest)
    for subject in sorted(groups, key=natural):
        yield subject, _in_order(groups[subject])


def _in_order(rests: Iterable[bytes]) -> Sequence[bytes]:
    rests = sorted(set(rests))
    start = bisect_left(rests, _TYPE)
    end = bisect_left(rests, _TYPE + _LAST, start)
    types = rests[start:end]
    ours = [one for one in types if one.startswith(_OURS)]
    others = [one for one in types if not one.startswith(_OURS)]
    return [*ours, *others, *rests[:start], *rests[end:]]


def as_lines(groups: Iterable[Group]) -> Iterator[bytes]:
    """Give lines of N-Triples."""
    return (subject + b" " + rest for subject, rests in groups for rest in rests)


def natural(name: bytes) -> list[bytes | int]:
    """Sort sentence 10 after sentence 9: texts at even places, numbers at odd ones."""
    parts: list[bytes | int] = [*_NUMBER.split(name)]
    parts[1::2] = map(int, parts[1::2])
    return parts


def used_prefixes(written: bytes, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Keep the prefixes whose namespaces N-Triples or N-Quads use."""
    used = {prefix: name for prefix, name in prefixes.items() if f"<{name}".encode() in written}
    return dict(sorted(used.items()))


def _dumped(store: ox.Store, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> list[bytes]:
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return dumped.splitlines(keepends=True)
