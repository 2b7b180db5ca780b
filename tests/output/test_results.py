from __future__ import annotations

import json

import pytest
import rdflib

from graph.errors import QueryError
from output.engine import Limits
from output.results import Rows, ask

WHERE = "{ VALUES (?a ?b) { (<urn:x> 'one') (UNDEF '2'@en) (UNDEF UNDEF) (<urn:y> 3) } }"


def rows(dataset: rdflib.Dataset, sparql: str, **limits: int) -> Rows:
    found = ask(dataset, sparql, limits=Limits(**limits))
    assert isinstance(found, Rows)
    return found


@pytest.fixture
def found(dataset: rdflib.Dataset) -> Rows:
    return rows(dataset, f"SELECT ?a ?b {WHERE}")


def test_a_row_is_asked_by_place_by_name_and_by_attribute(found: Rows) -> None:
    first, second, *_ = found
    assert (
        first[0] == first["a"] == first.a == first[rdflib.Variable("a")] == rdflib.URIRef("urn:x")
    )
    assert second["a"] is None
    assert second.asdict() == {"b": rdflib.Literal("2", lang="en")}
    assert first.get("none") is None
    with pytest.raises(AttributeError):
        _ = first.none


def test_rows_can_be_read_again_and_in_each_other(found: Rows) -> None:
    assert len([(one, other) for one in list(found) for other in found]) == 16
    assert [row["b"] for row in found] == [row["b"] for row in found]


def test_a_row_without_any_value_is_a_row(found: Rows, dataset: rdflib.Dataset) -> None:
    theirs = rdflib.Graph().query(f"SELECT ?a ?b {WHERE}")
    assert [dict(one) for one in found.bindings] == [dict(one) for one in theirs.bindings]
    assert [one is None for one in list(found)[2]] == [True, True]
    assert list(rows(dataset, "SELECT * {}")) == [()]


def test_rdflib_writes_the_rows_in_its_formats(found: Rows) -> None:
    read = json.loads(found.serialize(format="json") or b"")["results"]["bindings"]
    assert read[1] == {"b": {"type": "literal", "value": "2", "xml:lang": "en"}}


def test_a_literal_is_spelled_as_it_stands_in_the_graph(dataset: rdflib.Dataset) -> None:
    (row,) = rows(dataset, "SELECT ('1.50'^^xsd:decimal AS ?x) ('x' AS ?y) {}")
    # Oxigraph knows numbers by their value
    assert row["x"].n3() == '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert row["y"] == rdflib.Literal("x")


def test_rows_before_a_limit_are_given(dataset: rdflib.Dataset) -> None:
    found = rows(dataset, "SELECT ?s { ?s ?p ?o }", rows=2)
    coming = iter(found)
    assert [len(next(coming)), len(next(coming))] == [1, 1]
    with pytest.raises(QueryError, match="more than 2 rows"):
        next(coming)
