"""Turns a folder of texts into a knowledge graph in which every statement vouches for itself.

from vouchgraph import build

graph = build(["reports/"], output="out")
for row in graph.query("SELECT ?name { ?p a vg:Person ; skos:prefLabel ?name }"):
    print(row.name)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.evaluation import evaluate
    from extractors.reader import load_reader
    from graph.errors import VouchgraphError
    from vouchgraph.building import build
    from vouchgraph.knowledge_graph import KnowledgeGraph

    __version__: str

__all__ = ["KnowledgeGraph", "VouchgraphError", "__version__", "build", "evaluate", "load_reader"]

_HOMES = {
    "KnowledgeGraph": "vouchgraph.knowledge_graph",
    "VouchgraphError": "graph.errors",
    "build": "vouchgraph.building",
    "evaluate": "extractors.evaluation",
    "load_reader": "extractors.reader",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever the name stands for)
    """Import what is asked for when it is asked for: spaCy and rdflib take a while."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 (rarely asked for)

        return version("vouchgraph")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
