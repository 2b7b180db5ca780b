"""The triples of a graph in one order, whatever order they came in.

Oxigraph writes lines far faster than Python can look at triples, so that lines are sorted: by
graph and subject, numbers by their size; in a subject types first, and of the types ours.
"""

from __future__ import annotations

import re
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
_MENTION = f"<{RDF}type> <{VG}Mention> .\n".encode()


def sort_quads(store: ox.Store) -> bytes:
    """Give all quads as sorted N-Quads."""
    return b"".join(line for _, lines in sorted_graphs(store) for line in lines)


def sorted_graphs(store: ox.Store) -> Iterator[tuple[str, list[bytes]]]:
    """Yield each named graph and its sorted lines of N-Quads; the graph without a name is first."""
    yield "", sort_lines(_dumped(store, ox.DefaultGraph()))
    for graph in sorted(store.named_graphs(), key=lambda one: natural(one.value.encode())):
        end = f" {graph} .\n".encode()
        lines = sort_lines(_dumped(store, graph))
        yield graph.value, [line[: -len(" .\n")] + end for line in lines]


def sort_triples(store: ox.Store, *, mentions: bool) -> bytes:
    """Give the triples of all graphs together as sorted N-Triples, each once.

    What lexicons know and no document says is left out, and mentions unless they are asked for.
    """
    graphs = (one for one in store.named_graphs() if not is_background_name(one.value))
    every = {line for one in (ox.DefaultGraph(), *graphs) for line in _dumped(store, one)}
    if not mentions:
        hidden = {_subject(line) for line in every if line.endswith(_MENTION)}
        every = {line for line in every if _subject(line) not in hidden}
    return b"".join(sort_lines(every))


def reified(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Say of each statement which triple it states, as RDF 1.2 does, without stating it."""
    parts: dict[bytes, dict[bytes, bytes]] = {}
    for line in lines:
        subject, predicate, rest = line.split(b" ", 2)
        if predicate in _PARTS:
            parts.setdefault(subject, {})[predicate] = rest[: -len(b" .\n")]
    for statement, said in parts.items():
        if len(said) == len(_PARTS):
            triple = b" ".join(said[part] for part in _PARTS)
            yield statement + f" <{RDF}reifies> <<( ".encode() + triple + b" )>> .\n"


def sort_lines(lines: Iterable[bytes]) -> list[bytes]:
    """Sort lines of N-Triples."""
    given = list(lines)
    subjects = sorted({_subject(line) for line in given}, key=natural)
    ranks = {subject: rank for rank, subject in enumerate(subjects)}

    def rank(line: bytes) -> tuple[int, int, bytes]:
        subject, _, rest = line.partition(b" ")
        first = 0 if rest.startswith(_OURS) else 1 if rest.startswith(_TYPE) else 2
        return ranks[subject], first, rest

    return sorted(given, key=rank)


def natural(name: bytes) -> tuple[bytes | int, ...]:
    """Sort sentence 10 after sentence 9: texts at even places, numbers at odd ones."""
    return tuple(int(part) if i % 2 else part for i, part in enumerate(_NUMBER.split(name)))


def used_prefixes(written: bytes, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Keep the prefixes whose namespaces N-Triples or N-Quads use."""
    used = {prefix: name for prefix, name in prefixes.items() if f"<{name}".encode() in written}
    return dict(sorted(used.items()))


def _dumped(store: ox.Store, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> list[bytes]:
    dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return dumped.splitlines(keepends=True)


def _subject(line: bytes) -> bytes:
    return line[: line.index(b" ")]
