from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from graph.dataset import load_dataset, make_dataset, store_of
from graph.errors import FormatError, InputError
from ontology.names import VG

if TYPE_CHECKING:
    from pathlib import Path

# rdflib 7.6 warns of its own use of what it deprecates
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")

E = "https://example.org/id/"
QUADS = [
    Quad(NamedNode(E + "s"), NamedNode(E + "p"), Literal("x"), NamedNode(E + graph))
    for graph in ("g1", "g2")
]
PLAIN = (rdflib.URIRef(E + "s"), rdflib.URIRef(E + "p"), rdflib.Literal("x"))
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@pytest.fixture
def twice() -> rdflib.Dataset:
    """One triple, which two named graphs hold."""
    return make_dataset(QUADS, prefixes={"id": E})


def count(dataset: rdflib.Dataset, query: str = COUNT) -> int:
    (row,) = dataset.query(query)
    assert isinstance(row, rdflib.query.ResultRow)
    return int(row[0])


def test_a_triple_of_two_graphs_counts_once_in_a_query_over_all(twice: rdflib.Dataset) -> None:
    assert count(twice) == 1
    assert count(twice, "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }") == 2


def test_a_triple_of_two_graphs_is_found_once_by_a_pattern(twice: rdflib.Dataset) -> None:
    assert list(twice.triples((None, None, None))) == [PLAIN]
    assert {str(quad[3]) for quad in twice.quads()} == {E + "g1", E + "g2"}


def test_a_plain_literal_comes_back_plain(twice: rdflib.Dataset) -> None:
    assert PLAIN in twice
    answer = twice.query("SELECT ?s ?p ?o { ?s ?p ?o }")
    assert [tuple(row.values()) for row in answer.bindings] == [PLAIN]


def test_a_query_sees_what_was_added_and_removed_since_the_last(twice: rdflib.Dataset) -> None:
    assert count(twice) == 1
    twice.add((PLAIN[0], PLAIN[1], rdflib.Literal("y")))
    assert count(twice) == 2
    twice.remove((PLAIN[0], None, None))  # type: ignore[arg-type]
    assert count(twice) == 0
    twice.update("INSERT DATA { <https://e.org/a> <https://e.org/b> 1 }")
    assert count(twice) == 1


def test_queries_know_the_prefixes_of_the_vocabulary_and_of_the_data(
    twice: rdflib.Dataset,
) -> None:
    assert twice.query("ASK { id:s id:p 'x' FILTER NOT EXISTS { ?e a vg:Event } }").askAnswer


def test_the_answer_is_a_graph_where_a_graph_was_asked_for(twice: rdflib.Dataset) -> None:
    graph = twice.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").graph
    assert graph is not None
    assert len(graph) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", '@prefix my: <https://example.org/id/> . my:s my:p "x" .'),
        ("a.trig", '@prefix my: <https://example.org/id/> . my:g1 { my:s my:p "x" }'),
        ("a.nt", '<https://example.org/id/s> <https://example.org/id/p> "x" .'),
        ("a.jsonld", '{"@id": "https://example.org/id/s", "https://example.org/id/p": "x"}'),
    ],
)
def test_a_graph_is_read_by_the_suffix_of_its_file(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert list(load_dataset(path).triples((None, None, None))) == [PLAIN]


def test_the_prefixes_of_a_file_are_kept_but_ours_win(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "@prefix my: <https://m.org/> . @prefix vg: <https://v.org/> . my:a my:b vg:c ."
    )
    namespaces = dict(load_dataset(path).namespaces())
    assert str(namespaces["my"]) == "https://m.org/"
    assert str(namespaces["vg"]) == VG


def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"\.ttl, \.trig"):
        load_dataset(tmp_path / "a.rdf")


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        load_dataset(tmp_path / "a.ttl")


def test_a_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<https://e.org/a> nonsense", encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        load_dataset(path)


def test_a_dataset_of_another_store_is_copied() -> None:
    dataset = rdflib.Dataset()
    dataset.add((*PLAIN[:2], rdflib.Literal("x")))
    assert [q.object for q in store_of(dataset)] == [Literal("x")]
