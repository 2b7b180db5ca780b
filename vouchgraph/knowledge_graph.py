"""The graph in the hands of a Python user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.dataset import SUFFIXES, load_dataset
from graph.errors import InputError
from graph.lasting import Ledger
from graph.model import Resolution
from graph.network import make_network
from output.check import Problem, check
from output.files import current
from output.formats import write
from output.query import ask
from output.view import write_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import rdflib
    from rdflib.query import Result

    from graph.model import Findings, Skipped

GRAPH_FILES = ("graph.trig", "graph.ttl")
"""The files of an output folder that hold the graph, the fullest first."""


class KnowledgeGraph:
    """People, places, organizations and events, and what the sources say of them.

    ``dataset`` is an rdflib ``Dataset`` with one named graph for each document; its queries see
    all of them together. ``findings``, ``resolution``, ``skipped`` and ``ledger`` (which id
    stands for what) tell how it was built, and are empty for a graph that was loaded.
    """

    def __init__(
        self,
        dataset: rdflib.Dataset,
        *,
        findings: Sequence[Findings] = (),
        resolution: Resolution | None = None,
        skipped: Sequence[Skipped] = (),
        ledger: Ledger | None = None,
    ) -> None:
        self.dataset = dataset
        self.findings = tuple(findings)
        self.resolution = resolution or Resolution(())
        self.skipped = tuple(skipped)
        self.ledger = ledger or Ledger()

    @classmethod
    def load(cls, path: str | Path) -> KnowledgeGraph:
        """Read a graph from a file, or from the folder that a build wrote to.

        Raises ``InputError`` where there is none, and ``FormatError`` for an unknown suffix.
        """
        return cls(load_dataset(find_graph(Path(path))))

    def query(self, sparql: str) -> Result:
        """Ask in SPARQL; the prefixes of the vocabulary and ``id:`` need not be declared.

        Raises ``QueryError`` for what is no valid SPARQL, would reach out, or would change the
        graph.
        """
        return ask(self.dataset, sparql)

    def network(self) -> nx.MultiDiGraph[str]:
        """Give the entities as nodes and the statements between them as edges."""
        return make_network(self.dataset)

    def write(self, path: str | Path, format: str | None = None, *, mentions: bool = False) -> None:  # noqa: A002 (the word that users know)
        """Write the graph to a file; without a ``format`` its suffix tells it.

        Turtle and N-Triples hold the mentions only where ``mentions`` asks for them. Raises
        ``FormatError`` for an unknown format and ``InputError`` where the place cannot be written.
        """
        write(self.dataset, path, name=format, mentions=mentions)

    def view(self, path: str | Path, *, title: str = "Vouchgraph") -> None:
        """Write the interactive view, one HTML file that opens offline."""
        write_view(self.network(), Path(path), title=title)

    def check(self) -> list[Problem]:
        """List where the graph departs from the shapes of the vocabulary."""
        return check(self.dataset)


def find_graph(path: Path) -> Path:
    """Find the file that holds the graph: the path itself, or the best one in a folder."""
    if path.is_file():
        return path
    if path.is_dir():
        for name in GRAPH_FILES:
            if (found := current(path, name)).is_file():
                return found
        raise InputError(
            f"no graph in the folder {str(path)!r}; build one with "
            f"`vouchgraph build TEXTS -o {path}`"
        )
    raise InputError(
        f"no file or folder {str(path)!r}; give the folder that `vouchgraph build` wrote to, or a "
        f"file that ends in one of: {', '.join(SUFFIXES)}"
    )
