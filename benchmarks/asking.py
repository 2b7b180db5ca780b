"""Measure queries against rdflib's memory store, and writing against Oxigraph's own dump.

    python -m benchmarks.asking [--documents 300]

The corpus is made up: each document tells of ten events, with a place, a day, two counts, a
participant and a quotation. Times are seconds of the clock from the question to the last row,
the median of ``--rounds``, all engines on the same triples and the same machine: ours once to the
lines that ``query`` and ``serve`` write, and once to the rows of rdflib that Python is given.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

from graph.dataset import DATA_PREFIX, held_by, make_dataset, store_of
from graph.iris import DEFAULT_BASE
from graph.model import (
    Concept,
    Document,
    Evidence,
    Findings,
    Kind,
    Mention,
    MentionKey,
    Passage,
    Qualifiers,
    Statement,
    Value,
)
from graph.rdf import describe
from graph.resolved import Entity, Resolution
from ontology.names import PREFIXES
from output.engine import Engine
from output.formats import prefixes_of, serialize
from output.query import find_example
from vouchgraph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

EVENTS, PLACES, PEOPLE = 400, 120, 300
SENTENCES = 10
QUERIES = ("events", "timeline", "participants", "counts", "who-says-what", "mentioned")


def make_findings(documents: int, *, seed: int = 7) -> list[Findings]:
    """Make up what documents say; the same arguments give the same."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    return [_document(f"report-{number}", chance) for number in range(documents)]


def _document(name: str, chance: random.Random) -> Findings:
    lines = [
        f"Person {chance.randrange(PEOPLE)} said that {chance.randrange(3, 90)} people were killed "
        f"in event {chance.randrange(EVENTS)} at place {chance.randrange(PLACES)}."
        for _ in range(SENTENCES)
    ]
    text = " ".join(lines)
    document = Document(name, text, source=f"{name}.txt")
    mentions: list[Mention] = []
    statements: list[Statement] = []
    passages: list[Passage] = []
    start = 0
    for index, line in enumerate(lines):
        passages.append(Passage(index, start, start + len(line)))
        found = _mentions(name, line, start, index)
        mentions += found
        statements += _statements(found, line, start, index, chance)
        start += len(line) + 1
    return Findings(document, tuple(passages), tuple(mentions), tuple(statements))


def _mentions(document: str, line: str, start: int, index: int) -> list[Mention]:
    words = line.rstrip(".").split()
    names = [f"Person {words[1]}", f"event {words[10]}", f"place {words[13]}"]
    kinds = [Kind.PERSON, Kind.EVENT, Kind.PLACE]
    return [
        Mention(document, at, at + len(name), index, name, name, kind)
        for name, kind in zip(names, kinds, strict=True)
        for at in [start + line.index(name)]
    ]


def _statements(
    found: list[Mention], line: str, start: int, index: int, chance: random.Random
) -> Iterator[Statement]:
    person, event, place = (mention.key for mention in found)
    said = Evidence(index, start, start + len(line), rule="made up", confidence=0.9)
    day = f"19{chance.randrange(50, 99)}-{chance.randrange(1, 12):02}-{chance.randrange(1, 28):02}"
    count = line.split()[4]
    everyone = Qualifiers(group=Concept("Everyone"), bound=Concept("Exactly"))
    yield Statement(event, "place", place, said)
    yield Statement(event, "begin", Value(day, "date"), said)
    yield Statement(event, "participant", person, said)
    yield Statement(event, "killed", Value(count, "integer"), said, everyone)
    yield Statement(person, "says", Value(line), said, Qualifiers(quoted=False))


def make_resolution(findings: Iterable[Findings]) -> Resolution:
    """Make one entity of all mentions of one name."""
    keys: dict[tuple[str, Kind], list[MentionKey]] = {}
    for found in findings:
        for mention in found.mentions:
            keys.setdefault((mention.text, mention.kind), []).append(mention.key)
    return Resolution(
        tuple(
            Entity(name.lower().replace(" ", "-"), kind, name, mentions=tuple(mentions))
            for (name, kind), mentions in sorted(keys.items())
        )
    )


def make_graph(documents: int) -> rdflib.Dataset:
    """Make the graph of so many documents."""
    findings = make_findings(documents)
    quads = describe(findings, make_resolution(findings))
    return make_dataset(quads, prefixes={DATA_PREFIX: DEFAULT_BASE})


def timed(work: Callable[[], int], rounds: int) -> tuple[int, float]:
    """Give what some work counts, and its median time in seconds of the clock."""
    runs = [_timed_once(work) for _ in range(rounds)]
    return runs[-1][0], statistics.median(seconds for _, seconds in runs)


def _timed_once(work: Callable[[], int]) -> tuple[int, float]:
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def measure(dataset: rdflib.Dataset, rounds: int, queries: Iterable[str]) -> None:
    """Print a row of a table for each query."""
    graph = KnowledgeGraph(dataset)
    memory = rdflib.Graph().parse(data=serialize(graph.dataset, mentions=True), format="turtle")
    for prefix, namespace in PREFIXES.items():
        memory.bind(prefix, namespace, replace=True)
    print(f"{len(memory):,} triples\n")
    print(
        "| query | rows | rdflib's memory store, s | lines, s | times | rdflib's terms, s | times |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|")
    with Engine(lambda: held_by(graph.dataset)) as engine:
        for one in (engine.ask, graph.query):
            one("ASK {}")  # the child is there
        for name in queries:
            print(_row(name, rounds, memory.query, partial(_lines, engine), graph.query))


def _row(name: str, rounds: int, *engines: Callable[[str], Iterable[object]]) -> str:
    """A row of the table; the first engine is what the others are measured against."""
    text = find_example(name).text
    took = [timed(partial(_count, engine, text), rounds) for engine in engines]
    if len({rows for rows, _ in took}) > 1:
        raise ValueError(f"{name}: the engines give {[rows for rows, _ in took]} rows")
    rows, first = took[0]
    cells = " | ".join(f"{ours:.4f} | {first / ours:.0f}" for _, ours in took[1:])
    return f"| {name} | {rows:,} | {first:.2f} | {cells} |"


def measure_writing(graph: rdflib.Dataset, rounds: int) -> None:
    """Print how long Turtle and TriG take, beside what Oxigraph takes for them unsorted."""
    store, prefixes = store_of(graph), prefixes_of(graph)
    merged = ox.Store()
    merged.bulk_extend(ox.Quad(*quad.triple) for quad in store)
    pairs = {
        "turtle": partial(_dumped, merged, ox.RdfFormat.TURTLE, prefixes, ox.DefaultGraph()),
        "trig": partial(_dumped, store, ox.RdfFormat.TRIG, prefixes),
    }
    print("\n| format | Oxigraph, unsorted, s | Vouchgraph, s | times |\n|---|--:|--:|--:|")
    for name, dump in pairs.items():
        _, theirs = timed(dump, rounds)
        _, ours = timed(partial(_written, graph, name), rounds)
        print(f"| {name} | {theirs:.3f} | {ours:.3f} | {ours / theirs:.1f} |")


def _dumped(
    store: ox.Store,
    form: ox.RdfFormat,
    prefixes: dict[str, str],
    graph: ox.DefaultGraph | None = None,
) -> int:
    return len(store.dump(format=form, prefixes=prefixes, from_graph=graph) or b"")


def _written(graph: rdflib.Dataset, name: str) -> int:
    return len(serialize(graph, name=name, mentions=True))


def _lines(engine: Engine, text: str) -> Iterator[str]:
    return engine.ask(text).lines()


def _count(query: Callable[[str], Iterable[object]], text: str) -> int:
    return sum(1 for _ in query(text))


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100, help="100 are 123,000 triples")
    parser.add_argument("--rounds", type=int, default=3, help="runs, of which the median counts")
    parser.add_argument("--query", action="append", help="a query that ships; several may be given")
    given = parser.parse_args()
    dataset = make_graph(given.documents)
    measure(dataset, given.rounds, given.query or QUERIES)
    measure_writing(dataset, given.rounds)


if __name__ == "__main__":
    main()
