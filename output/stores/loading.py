"""Which graphs a store is to hold, and how it comes to hold them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import StoreError
from ontology.names import DCT, RDF, VG, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from output.stores.client import StoreClient

_VOID = "http://rdfs.org/ns/void#"
_ENTITIES = "graph-entities"
_MANIFEST = "graph-manifest"
_DATASET, _SUBSET = ox.NamedNode(_VOID + "Dataset"), ox.NamedNode(_VOID + "subset")
_TRIPLES, _HASH = ox.NamedNode(_VOID + "triples"), ox.NamedNode(VG + "sha256")
_TYPE, _TITLE = ox.NamedNode(RDF + "type"), ox.NamedNode(DCT + "title")

# so many graphs are put before the manifest says so, for a load that is cut off
_NOTED = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """What a load does: graphs by IRI, each as N-Triples with its hash.

    ``put`` are new or changed, ``kept`` are in the store already, ``deleted`` went out of the
    corpus. ``manifest`` is the IRI of the graph that lists what the store holds of the corpus.
    """

    base: str
    put: Mapping[str, bytes]
    kept: Mapping[str, str]
    deleted: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def manifest(self) -> str:
        """The IRI of the graph that lists the others."""
        return self.base + _MANIFEST


def make_plan(
    store: ox.Store, client: StoreClient, *, anew: bool = False, replace: bool = False
) -> Plan:
    """Compare a graph with what the store says that it holds; ``anew`` puts all graphs.

    Raises ``StoreError`` where the graph has no named graphs, and where the store seems to hold
    another corpus under the same base, unless it is one to ``replace``.
    """
    graphs = dict(_graphs(store))
    base = _base(graphs)
    held = _read_manifest(client.get(base + _MANIFEST), base)
    hashes = {name: _hash(content) for name, content in graphs.items()}
    if not replace:
        _check_same_corpus(hashes, held, base)
    kept = {name: one for name, one in hashes.items() if held.get(name) == one and not anew}
    put = {name: content for name, content in graphs.items() if name not in kept}
    counts = {name: content.count(b"\n") for name, content in graphs.items()}
    return Plan(base, put, kept, tuple(sorted(held.keys() - graphs.keys())), counts)


def load(plan: Plan, client: StoreClient, tell: Callable[[str, int, int], None]) -> None:
    """Bring the store to what the plan says; one that was cut off goes on where it was."""
    done = dict(plan.kept)
    total = len(plan.put) + len(plan.deleted)
    gone = set(plan.deleted)
    for count, (name, content) in enumerate(plan.put.items(), start=1):
        client.put(name, content)
        done[name] = _hash(content)
        tell("putting graphs", count, total)
        if count % _NOTED == 0:
            # what is still to be deleted stays listed, so that the next load deletes it
            client.put(plan.manifest, _manifest(plan, {**done, **dict.fromkeys(gone, "")}))
    for count, name in enumerate(plan.deleted, start=len(plan.put) + 1):
        client.delete(name)
        gone.discard(name)
        tell("deleting graphs", count, total)
    client.put(plan.manifest, _manifest(plan, done))


def _graphs(store: ox.Store) -> Iterator[tuple[str, bytes]]:
    names = (one for one in store.named_graphs() if isinstance(one, ox.NamedNode))
    for name in sorted(names, key=lambda one: one.value):
        dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""
        yield name.value, b"".join(sorted(dumped.splitlines(keepends=True)))


def _base(graphs: Iterable[str]) -> str:
    bases = [one.removesuffix(_ENTITIES) for one in graphs if one.endswith(_ENTITIES)]
    if len(bases) != 1:
        raise StoreError(
            "only a graph with the named graphs of `vouchgraph build` can be loaded; give the "
            "folder that it wrote to, or its graph.trig"
        )
    return bases[0]


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _check_same_corpus(ours: Mapping[str, str], held: Mapping[str, str], base: str) -> None:
    """Refuse to take the graphs of another corpus for ones that went.

    It is another where no document is as it was and half of them or more went.
    """
    shared = {base + _ENTITIES, base + "graph-background"}
    theirs = held.keys() - shared
    gone = theirs - ours.keys()
    same = any(ours.get(name) == held[name] for name in theirs)
    if gone and not same and len(gone) * 2 >= len(theirs):
        raise StoreError(
            f"the store holds another corpus under {base}: {len(gone)} graphs that are not in this "
            f"one, such as <{min(gone)}>; build with a --base of its own, or say --replace"
        )


# The manifest, in VoID


def _manifest(plan: Plan, held: Mapping[str, str]) -> bytes:
    manifest = ox.NamedNode(plan.manifest)
    triples = [
        ox.Triple(manifest, _TYPE, _DATASET),
        ox.Triple(manifest, _TITLE, ox.Literal("What the store holds of this corpus")),
    ]
    for name, content_hash in held.items():
        graph = ox.NamedNode(name)
        count = ox.Literal(str(plan.counts.get(name, 0)), datatype=ox.NamedNode(XSD + "integer"))
        triples += [
            ox.Triple(manifest, _SUBSET, graph),
            ox.Triple(graph, _TYPE, _DATASET),
            ox.Triple(graph, _TRIPLES, count),
            ox.Triple(graph, _HASH, ox.Literal(content_hash)),
        ]
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(written.splitlines(keepends=True)))


def _read_manifest(content: bytes, base: str) -> dict[str, str]:
    """Read which graphs a store holds, with their hashes; only those under the base count."""
    try:
        triples = [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise StoreError(
            f"the store's list of graphs <{base}{_MANIFEST}> is broken: {error}"
        ) from error
    hashes = {t.subject: t.object for t in triples if t.predicate == _HASH}
    held = (t.object for t in triples if t.predicate == _SUBSET)
    return {
        one.value: getattr(hashes.get(one), "value", "")
        for one in held
        if isinstance(one, ox.NamedNode) and one.value.startswith(base)
    }
