from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from rdflib.query import ResultRow

from graph.errors import InputError, QueryError
from output.finding import find_graph
from vouchgraph.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from pathlib import Path

    import rdflib


@pytest.fixture
def graph(dataset: rdflib.Dataset) -> KnowledgeGraph:
    return KnowledgeGraph(dataset)


def test_a_written_graph_loads_as_it_was(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.write(tmp_path / "graph.trig")
    loaded = KnowledgeGraph.load(tmp_path / "graph.trig")
    assert list(loaded.network().nodes(data=True)) == list(graph.network().nodes(data=True))
    assert not loaded.findings


def test_the_format_can_be_named_against_the_suffix(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.write(tmp_path / "graph.txt", "ntriples")
    assert (tmp_path / "graph.txt").read_text(encoding="utf-8").startswith("<https://example.org/")


def test_a_folder_stands_for_the_fullest_graph_in_it(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.write(tmp_path / "graph.ttl")
    assert find_graph(tmp_path).name == "graph.ttl"
    graph.write(tmp_path / "graph.trig")
    assert find_graph(tmp_path).name == "graph.trig"


def test_a_folder_without_a_graph_is_told_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="vouchgraph build"):
        KnowledgeGraph.load(tmp_path)
    with pytest.raises(InputError, match="no file or folder"):
        KnowledgeGraph.load(tmp_path / "nowhere")


def test_a_query_that_would_reach_out_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError):
        graph.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_rows_of_an_answer_are_read_by_name(graph: KnowledgeGraph) -> None:
    rows = graph.query("SELECT ?name { ?p a vg:Place ; skos:prefLabel ?name }")
    assert [str(row["name"]) for row in rows if isinstance(row, ResultRow)] == ["Lindvik"]


def test_the_view_is_one_page(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.view(tmp_path / "view.html")
    assert "Alden Bridge collapse" in (tmp_path / "view.html").read_text(encoding="utf-8")


def test_the_view_may_keep_the_sentences_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert graph.view(tmp_path / "few.html", title="Bridges", evidence=False, limit=2)
    assert "<title>Bridges</title>" in (tmp_path / "few.html").read_text(encoding="utf-8")


def test_a_notebook_shows_the_view_in_a_frame_that_may_only_run_itself(
    graph: KnowledgeGraph,
) -> None:
    shown = graph._repr_html_()
    assert shown.startswith("<iframe ")
    assert 'sandbox="allow-scripts allow-downloads"' in shown
    assert "<script" not in shown
    assert "allow-same-origin" not in shown


def test_statements_come_as_rows(graph: KnowledgeGraph) -> None:
    rows = graph.statements()
    network = graph.network()
    facts = sum(len(about["facts"]) for _, about in network.nodes(data=True))
    assert len(rows) == network.number_of_edges() + facts
    assert any("Alden Bridge collapse" in row.values() for row in rows)


def test_without_pandas_the_next_step_is_told(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="pip install pandas"):
        graph.to_pandas()
