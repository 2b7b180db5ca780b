"""The graph as an rdflib ``Dataset`` over Oxigraph: rdflib's API, Oxigraph's speed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

from graph.errors import FormatError, InputError
from graph.store import GraphStore
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

DATA_PREFIX = "id"
"""The prefix of the data's own base, in queries and in files."""


def make_dataset(quads: Iterable[ox.Quad], *, prefixes: Mapping[str, str]) -> rdflib.Dataset:
    """Hold quads as a dataset whose queries see all graphs together.

    ``prefixes`` are known to its queries beside those of the vocabulary.
    """
    store = ox.Store()
    store.bulk_extend(quads)
    dataset = rdflib.Dataset(store=GraphStore(store), default_union=True)
    for prefix, namespace in {**prefixes, **PREFIXES}.items():
        dataset.bind(prefix, namespace, replace=True)
    return dataset


def load_dataset(path: str | Path) -> rdflib.Dataset:
    """Read a graph from a file; its suffix tells the format.

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
        quads = list(parser)
    except OSError as error:
        raise InputError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise InputError(
            f"{str(path)!r} is no valid {SUFFIXES[path.suffix].name}: {error}"
        ) from error
    return make_dataset(quads, prefixes=parser.prefixes)


def store_of(dataset: rdflib.Dataset) -> ox.Store:
    """Give the Oxigraph store of a dataset; a dataset of another store is copied into one."""
    if isinstance(dataset.store, GraphStore):
        return dataset.store.oxigraph
    copied = ox.Store()
    copied.load(dataset.serialize(format="nquads", encoding="utf-8"), format=ox.RdfFormat.N_QUADS)
    return copied
