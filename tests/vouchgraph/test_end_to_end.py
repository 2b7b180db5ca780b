"""From texts to answers with the reader that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib.query import ResultRow

from output.query import examples
from vouchgraph import KnowledgeGraph, build, load_reader

pytestmark = pytest.mark.reader

EXAMPLES = Path(__file__).parents[2] / "examples"
SUBJECTS = ("khojaly", "bhopal")
ALWAYS = ("events", "people", "places", "mentioned", "timeline", "sources", "who-says-what")


@pytest.fixture(scope="module", params=SUBJECTS)
def example(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return build([EXAMPLES / str(request.param)])


def rows(graph: KnowledgeGraph, sparql: str) -> list[ResultRow]:
    return [row for row in graph.query(sparql) if isinstance(row, ResultRow)]


def test_an_example_reads_every_text_and_keeps_to_the_shapes(example: KnowledgeGraph) -> None:
    assert not example.skipped
    assert example.check() == []


def test_the_queries_that_ship_answer_on_an_example(example: KnowledgeGraph) -> None:
    answers = {name: rows(example, one.text) for name, one in examples().items()}
    assert [name for name in ALWAYS if not answers[name]] == []


def test_the_queries_that_ship_answer_the_same_from_turtle_as_from_trig(
    example: KnowledgeGraph, tmp_path: Path
) -> None:
    example.write(tmp_path / "graph.ttl", mentions=True)
    example.write(tmp_path / "graph.trig")
    turtle = KnowledgeGraph.load(tmp_path / "graph.ttl")
    trig = KnowledgeGraph.load(tmp_path / "graph.trig")
    for name, one in examples().items():
        assert rows(turtle, one.text) == rows(trig, one.text), name


def test_every_statement_quotes_a_sentence_of_its_document(example: KnowledgeGraph) -> None:
    texts = {found.document.sha256: found.document.text for found in example.findings}
    found = rows(
        example,
        "SELECT ?hash ?exact ?start { ?s rdf:subject ?x ; prov:hadPrimarySource/vg:sha256 ?hash ;"
        " prov:wasDerivedFrom/oa:hasSelector ?q . ?q oa:exact ?exact ; oa:start ?start }",
    )
    assert found
    for row in found:
        start, exact = int(row["start"]), str(row["exact"])
        assert texts[str(row["hash"])][start : start + len(exact)] == exact


def test_a_text_is_read_the_same_whatever_stands_beside_it(tmp_path: Path) -> None:
    nlp = load_reader()
    (tmp_path / "a").mkdir()
    text = "Mara Voss met the minister in Oslo on 3 May 1987.\n"
    (tmp_path / "a" / "one.txt").write_text(text, encoding="utf-8")
    alone = build([tmp_path / "a"], reader=nlp)
    (tmp_path / "a" / "two.txt").write_text("Ines Falk stayed in Bergen.\n", encoding="utf-8")
    beside = build([tmp_path / "a"], reader=nlp)
    assert alone.findings[0] == beside.findings[0]
