"""The graph in the hands of a Python user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.dataset import held_by, load_dataset
from graph.lasting import Register
from graph.network import make_network
from graph.resolved import Resolution
from output.check import Problem, check
from output.engine import Engine, Limits
from output.finding import find_graph
from output.formats import write
from output.results import to_result
from output.view import left_out, write_view
from vouchgraph.notebook import as_frame, framed, open_view, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import pandas as pd
    import rdflib
    from rdflib.query import Result

    from graph.model import Findings, Skipped


class KnowledgeGraph:
    """People, places, organizations and events, and what the sources say of them.

    ``dataset`` is an rdflib ``Dataset`` with one named graph for each document; its queries see
    all of them together. ``findings``, ``resolution``, ``skipped`` and ``register`` (which id
    stands for what) tell how it was built, and are empty for a graph that was loaded.
    """

    def __init__(
        self,
        dataset: rdflib.Dataset,
        *,
        findings: Sequence[Findings] = (),
        resolution: Resolution | None = None,
        skipped: Sequence[Skipped] = (),
        register: Register | None = None,
    ) -> None:
        self.dataset = dataset
        self.findings = tuple(findings)
        self.resolution = resolution or Resolution(())
        self.skipped = tuple(skipped)
        self._engine = Engine(lambda: held_by(self.dataset))
        self.register = register or Register()

    @classmethod
    def load(cls, path: str | Path) -> KnowledgeGraph:
        """Read a graph from a file, or from the folder that a build wrote to.

        Raises ``InputError`` where there is none, and ``FormatError`` for an unknown suffix.
        """
        return cls(load_dataset(find_graph(Path(path))))

    def query(
        self,
        sparql: str,
        *,
        seconds: float | None = None,
        memory: int | None = None,
        rows: int | None = None,
    ) -> Result:
        """Ask in SPARQL; the prefixes of the vocabulary and ``id:`` need not be declared.

        A query that takes longer than ``seconds``, more than ``memory`` MB, or gives more than
        ``rows`` is stopped. Rows become rdflib's while they are read, once. Raises ``QueryError``
        for what is no valid SPARQL, would reach out, or would change the graph, and while rows
        are read where a limit is reached.
        """
        given = {"seconds": seconds, "memory": memory, "rows": rows}
        limits = Limits(**{name: one for name, one in given.items() if one is not None})  # type: ignore[arg-type]
        return to_result(self._engine.ask(sparql, limits=limits))

    def network(self) -> nx.MultiDiGraph[str]:
        """Give the entities as nodes and the statements between them as edges."""
        return make_network(self.dataset)

    def write(self, path: str | Path, format: str | None = None, *, mentions: bool = False) -> None:  # noqa: A002 (the word that users know)
        """Write the graph to a file; without a ``format`` its suffix tells it.

        Turtle and N-Triples hold the mentions only where ``mentions`` asks for them. Raises
        ``FormatError`` for an unknown format and ``InputError`` where the place cannot be written.
        """
        write(self.dataset, path, name=format, mentions=mentions)

    def view(
        self,
        path: str | Path,
        *,
        title: str = "Vouchgraph",
        evidence: bool = True,
        limit: int | None = None,
    ) -> str:
        """Write the interactive view, one HTML file that opens offline.

        Without ``evidence`` no sentence of the documents leaves with it. ``limit`` is the most
        entities that it holds; what is left out is told on the page and given as a sentence.
        """
        network = self.network()
        write_view(network, Path(path), title=title, sentences=evidence, limit=limit)
        return left_out(network, limit)

    def show(self, *, title: str = "Vouchgraph") -> Path:
        """Open the view in the browser, from a temporary file, and give its path."""
        return open_view(self.network(), title=title)

    def _repr_html_(self) -> str:
        """Show the view in a notebook, offline."""
        return framed(self.network(), title="Vouchgraph")

    def statements(self) -> list[dict[str, str]]:
        """Give every statement as a row, with the columns of the format ``statements``."""
        return rows_of(self.dataset)

    def to_pandas(self) -> pd.DataFrame:
        """Give the statements as a data frame; raises ``InputError`` where pandas is missing."""
        return as_frame(self.statements())

    def check(self) -> list[Problem]:
        """List where the graph departs from the shapes of the vocabulary."""
        return check(self.dataset)
