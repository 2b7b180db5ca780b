"""A graph from a file, held by Oxigraph alone: what asks it need not wait for rdflib."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import FormatError, InputError
from graph.repeats import Repeats
from ontology.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SUFFIXES: dict[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""The files that can be loaded, by suffix."""


@dataclass(frozen=True, slots=True)
class Held:
    """A store, the quads in it that repeat a triple of another graph, and known prefixes.

    ``changes`` counts what was changed in the store since it was filled.
    """

    store: ox.Store
    repeated: tuple[ox.Quad, ...]
    prefixes: Mapping[str, str]
    changes: int = 0


def hold(quads: Iterable[ox.Quad]) -> tuple[ox.Store, tuple[ox.Quad, ...]]:
    """Fill a store, and tell which of its quads repeat a triple of another graph."""
    store, repeats = ox.Store(), Repeats()
    store.bulk_extend(repeats.watch(quads))
    return store, repeats.find(store)


def load(path: str | Path) -> Held:
    """Read a graph from a file; its suffix tells the format. The prefixes of ours win.

    Raises ``FormatError`` for an unknown suffix and ``InputError`` for a file that is missing or
    broken.
    """
    path = Path(path)
    if path.suffix not in SUFFIXES:
        raise FormatError(
            f"no graph can be read from {str(path)!r}; the name of the file must end in one of: "
            f"{', '.join(SUFFIXES)}"
        )
    try:
        parser = ox.parse(path=path, format=SUFFIXES[path.suffix])
        store, repeated = hold(parser)
    except OSError as error:
        raise InputError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise InputError(
            f"{str(path)!r} is no valid {SUFFIXES[path.suffix].name}: {error}"
        ) from error
    return Held(store, repeated, {**parser.prefixes, **PREFIXES})
