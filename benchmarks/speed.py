"""Measure the speed of each step against a yardstick: python -m benchmarks.speed [--copies 5].

The texts are those of ``examples/khojaly``, each read as often as ``--copies`` says, under ids of
their own. Times are seconds of the processor, so that other work on the machine counts little;
each is the median of ``--rounds`` runs. The ratio is ours divided by the yardstick.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import rdflib
from pyvis.network import Network  # type: ignore[import-untyped] # pyvis has no types

from ontology.names import PREFIXES
from output.formats import serialize
from output.query import find_example
from output.results import ask
from output.view.page import make_page
from vouchgraph import KnowledgeGraph, build, load_reader

if TYPE_CHECKING:
    from spacy.language import Language

T = TypeVar("T")

TEXTS = Path(__file__).parents[1] / "examples" / "khojaly"


@dataclass(frozen=True, slots=True)
class Measure:
    """A step of ours and its yardstick: figures of one unit, and what else is worth saying."""

    name: str
    unit: str
    ours: float
    yardstick: str
    theirs: float

    @property
    def ratio(self) -> float:
        """Ours divided by the yardstick's."""
        return self.ours / self.theirs if self.theirs else float("inf")


def timed(work: Callable[[], T], rounds: int) -> tuple[T, float]:
    """Give the result of some work, and its median time in seconds of the processor."""
    runs = [_timed_once(work) for _ in range(rounds)]
    return runs[-1][0], statistics.median(seconds for _, seconds in runs)


def _timed_once(work: Callable[[], T]) -> tuple[T, float]:
    started = _processor_time()
    result = work()
    return result, _processor_time() - started


def measure_all(texts: Path, *, copies: int, rounds: int, queries: Sequence[str]) -> list[Measure]:
    """Measure every step on the graph of some texts."""
    nlp = load_reader()
    with tempfile.TemporaryDirectory() as folder:
        inputs = copy_texts(texts, Path(folder) / "texts", copies)
        graph, reading = measure_reading(nlp, inputs, rounds)
    turtle, writing = measure_writing(graph, rounds)
    memory = rdflib.Graph().parse(data=turtle, format="turtle")
    # the first query also merges the named graphs; it is asked once, and then again
    first = [measure_asking(graph, memory, name, 1, "first query") for name in queries[:1]]
    asking = [measure_asking(graph, memory, name, rounds, "query") for name in queries]
    return [*reading, writing, *first, *asking, *measure_drawing(graph, rounds)]


def copy_texts(texts: Path, folder: Path, copies: int) -> Path:
    """Copy the files of a folder several times over, under names of their own.

    Each copy tells its number in a sentence, as two files of the same words are read once. Files
    that are no text, and so cannot be given one, are copied once.
    """
    folder.mkdir()
    for number in range(copies):
        for path in sorted(texts.iterdir()):
            content = _numbered(path, number)
            if content is not None:
                (folder / f"{path.stem}-{number}{path.suffix}").write_bytes(content)
    return folder


def _numbered(path: Path, number: int) -> bytes | None:
    """The file with a number in its words; None where there is one already and it has no place."""
    content = path.read_bytes()
    mark = f"This is the text with the number {number}.".encode()
    if path.suffix in {".txt", ".md"}:
        return content + b"\n\n" + mark + b"\n"
    if path.suffix == ".html":
        return content.replace(b"</p>", b"</p>\n<p>" + mark + b"</p>", 1)
    if path.suffix == ".jsonl":  # each of its lines brings an id of its own
        named = content.replace(b'"id": "', f'"id": "{number}-'.encode())
        return named.replace(b'"text": "', b'"text": "' + mark + b" ")
    return content if number == 0 else None


def _processor_time() -> float:
    """Seconds of the processor, with those of child processes that have ended."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure_reading(
    nlp: Language, inputs: Path, rounds: int
) -> tuple[KnowledgeGraph, list[Measure]]:
    """Measure a build, without and with writing, against the bare reader on the same texts."""
    build([min(inputs.iterdir())], reader=nlp)  # what is loaded once, is loaded
    graph, seconds = timed(lambda: build([inputs], reader=nlp), rounds)
    texts = [found.document.text for found in graph.findings]
    words = sum(len(text.split()) for text in texts)
    _, bare = timed(lambda: sum(1 for _ in nlp.pipe(texts)), rounds)
    _, whole = timed(lambda: _build_and_write(nlp, inputs), rounds)
    name = f"{len(texts):,} texts of {words:,} words"
    return graph, [
        Measure(f"build from {name}", "words/s", words / seconds, "spaCy alone", words / bare),
        Measure(
            "the same, and write all files", "words/s", words / whole, "spaCy alone", words / bare
        ),
    ]


def _build_and_write(nlp: Language, inputs: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build([inputs], output=folder, reader=nlp)


def measure_writing(graph: KnowledgeGraph, rounds: int) -> tuple[bytes, Measure]:
    """Measure how Turtle is written, against rdflib's memory store with the same triples."""
    turtle, ours = timed(lambda: serialize(graph.dataset, name="turtle"), rounds)
    memory = rdflib.Graph().parse(data=turtle, format="turtle")
    _, theirs = timed(lambda: memory.serialize(format="turtle"), rounds)
    name = f"write {len(memory):,} triples as Turtle"
    return turtle, Measure(name, "s", ours, "rdflib's memory store", theirs)


def measure_asking(
    graph: KnowledgeGraph, memory: rdflib.Graph, name: str, rounds: int, what: str
) -> Measure:
    """Measure a query that ships, against rdflib's memory store with the same triples."""
    query = find_example(name).text
    answer, ours = timed(lambda: list(ask(graph.dataset, query)), rounds)
    other, theirs = timed(lambda: list(memory.query(query, initNs=dict(PREFIXES))), rounds)
    if len(answer) != len(other):
        raise ValueError(f"{name}: {len(answer)} rows here, {len(other)} in rdflib's memory store")
    row = f"{what}: {name}, {len(answer):,} rows"
    return Measure(row, "s", ours, "rdflib's memory store", theirs)


def measure_drawing(graph: KnowledgeGraph, rounds: int) -> Iterator[Measure]:
    """Measure the page of the view, against pyvis' own page of the same nodes and edges."""
    network = graph.network()
    name = f"view of {len(network):,} nodes, {network.number_of_edges():,} edges"
    ours, seconds = timed(lambda: make_page(network, title="Speed"), rounds)
    theirs, others = timed(lambda: _draw_with_pyvis(graph), rounds)
    yield Measure(name, "s", seconds, "pyvis' own page", others)
    sizes = (len(page.encode()) / 1e6 for page in (ours, theirs))
    yield Measure(name, "MB", next(sizes), "pyvis' own page", next(sizes))


def _draw_with_pyvis(graph: KnowledgeGraph) -> str:
    drawn, network = Network(directed=True, cdn_resources="in_line"), graph.network()
    for node, about in network.nodes(data=True):
        drawn.add_node(node, label=about["label"], title=about["kind"])
    for subject, target, about in network.edges(data=True):
        drawn.add_edge(subject, target, title=about["predicate"])
    return str(drawn.generate_html())


def show(measures: Sequence[Measure]) -> None:
    """Print the table, in Markdown."""
    print("| step | unit | Vouchgraph | yardstick | its figure | ratio |")
    print("|---|---|---|---|---|---|")
    for one in measures:
        ours, theirs, ratio = (_figure(one) for one in (one.ours, one.theirs, one.ratio))
        print(f"| {one.name} | {one.unit} | {ours} | {one.yardstick} | {theirs} | {ratio} |")


def _figure(number: float) -> str:
    """Write three digits, and all of those before the point."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"  # noqa: PLR2004 (three digits)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=TEXTS, help="a folder of texts")
    parser.add_argument("--copies", type=int, default=5, help="how often each text is read")
    parser.add_argument("--rounds", type=int, default=3, help="runs, of which the median counts")
    parser.add_argument("--query", action="append", help="a query that ships; several may be given")
    given = parser.parse_args()
    queries = given.query or ["participants", "events", "who-says-what"]
    show(measure_all(given.texts, copies=given.copies, rounds=given.rounds, queries=queries))


if __name__ == "__main__":
    main()
