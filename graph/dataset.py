"""The graph as an rdflib ``Dataset`` over Oxigraph: rdflib's API, Oxigraph's speed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

from graph.loading import Held, hold, load
from graph.store import GraphStore
from ontology.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

DATA_PREFIX = "id"
"""The prefix of the data's own base, in queries and in files."""


def make_dataset(quads: Iterable[ox.Quad], *, prefixes: Mapping[str, str]) -> rdflib.Dataset:
    """Hold quads as a dataset whose queries see all graphs together.

    ``prefixes`` are known to its queries beside those of the vocabulary.
    """
    store, repeated = hold(quads)
    return _dataset(store, repeated, {**prefixes, **PREFIXES})


def _dataset(
    store: ox.Store, repeated: Iterable[ox.Quad], prefixes: Mapping[str, str]
) -> rdflib.Dataset:
    held = GraphStore(store, repeated=repeated)
    dataset = rdflib.Dataset(store=held, default_union=True)
    for prefix, namespace in prefixes.items():
        dataset.bind(prefix, namespace, replace=True)
    return dataset


def load_dataset(path: str | Path) -> rdflib.Dataset:
    """Read a graph from a file; its suffix tells the format.

    Raises ``FormatError`` for an unknown suffix and ``InputError`` for a file that is missing or
    broken.
    """
    held = load(path)
    return _dataset(held.store, held.repeated, held.prefixes)


def held_by(dataset: rdflib.Dataset) -> Held:
    """Tell what a dataset holds, with the prefixes that it knows."""
    store = graph_store_of(dataset)
    prefixes = {prefix: str(namespace) for prefix, namespace in dataset.namespaces()}
    return Held(store.oxigraph, store.repeated, prefixes, store.changes)


def store_of(dataset: rdflib.Dataset) -> ox.Store:
    """Give the Oxigraph store of a dataset; a dataset of another store is copied into one."""
    return graph_store_of(dataset).oxigraph


def graph_store_of(dataset: rdflib.Dataset) -> GraphStore:
    """Give the store of a dataset as ours; a dataset of another store is copied into one."""
    if isinstance(dataset.store, GraphStore):
        return dataset.store
    copied = ox.Store()
    copied.load(dataset.serialize(format="nquads", encoding="utf-8"), format=ox.RdfFormat.N_QUADS)
    return GraphStore(copied)
