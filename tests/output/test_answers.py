from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
import rdflib

from graph.dataset import make_dataset, store_of
from graph.errors import FormatError
from output.answers import shorten, write_answer
from output.query import ask

if TYPE_CHECKING:
    from collections.abc import Callable

PREFIXES = {"id": "https://example.org/id/"}
NAMES = "SELECT ?thing ?name { ?thing a vg:Place ; skos:prefLabel ?name }"


@pytest.fixture
def written(dataset: rdflib.Dataset) -> Callable[..., str]:
    def write(sparql: str, name: str) -> str:
        return write_answer(ask(dataset, sparql), name=name, prefixes=PREFIXES, ordered=False)

    return write


def test_a_table_shows_short_names_in_columns(written: Callable[..., str]) -> None:
    assert written(NAMES, "table").splitlines() == [
        "thing             name",
        "----------------  -------",
        "id:place-lindvik  Lindvik",
    ]


def test_csv_holds_whole_iris(written: Callable[..., str]) -> None:
    rows = list(csv.reader(io.StringIO(written(NAMES, "csv"))))
    assert rows == [["thing", "name"], ["https://example.org/id/place-lindvik", "Lindvik"]]


def test_json_keeps_languages_and_datatypes(written: Callable[..., str]) -> None:
    found = json.loads(
        written(f"{NAMES[:-2]} ; geo:lat ?lat }}".replace("?name {", "?name ?lat {"), "json")
    )
    (row,) = found["results"]["bindings"]
    assert row["thing"]["type"] == "uri"
    assert row["name"]["xml:lang"] == "en"
    assert row["lat"]["datatype"].endswith("#decimal")


def test_what_is_not_known_is_an_empty_cell(written: Callable[..., str]) -> None:
    sparql = "SELECT ?p ?x { ?p a vg:Place OPTIONAL { ?p vg:role ?x } }"
    assert list(csv.reader(io.StringIO(written(sparql, "csv"))))[1][1] == ""
    assert "x" not in json.loads(written(sparql, "json"))["results"]["bindings"][0]


def test_a_yes_or_no_question_is_answered_so(written: Callable[..., str]) -> None:
    assert written("ASK { ?s a vg:Place }", "table") == "yes\n"
    assert written("ASK { ?s a vg:Work }", "csv") == "false\n"
    assert json.loads(written("ASK { ?s a vg:Place }", "json"))["boolean"] is True


def test_a_graph_is_answered_as_turtle(written: Callable[..., str]) -> None:
    turtle = written("CONSTRUCT { ?p a vg:Place } WHERE { ?p a vg:Place }", "table")
    assert "@prefix id:" in turtle
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == 1


def test_rows_without_an_order_are_sorted_and_numbers_by_their_size(
    dataset: rdflib.Dataset,
) -> None:
    sparql = "SELECT ?n { ?s rdf:object ?n . FILTER(isNumeric(?n)) }"
    answers = {
        write_answer(ask(one, sparql), name="csv", prefixes={}, ordered=False)
        for one in (dataset, make_dataset(reversed(list(store_of(dataset))), prefixes={}))
    }
    assert answers == {"n\r\n4\r\n9\r\n12\r\n"}


def test_yes_and_no_in_a_column_are_sorted_as_words(written: Callable[..., str]) -> None:
    lines = written("SELECT ?v { VALUES ?v { true 2 false } }", name="csv").split()
    assert lines == ["v", "2", "false", "true"]


def test_a_line_break_in_a_text_does_not_break_the_table(written: Callable[..., str]) -> None:
    assert len(written('SELECT ?x { VALUES ?x { "two\\nlines" } }', "table").splitlines()) == 3


def test_an_unknown_format_is_refused_with_the_known_ones(written: Callable[..., str]) -> None:
    with pytest.raises(FormatError, match="no format 'xml'; one of: table, csv, json"):
        written(NAMES, "xml")


def test_an_iri_without_a_known_prefix_stays_whole() -> None:
    assert shorten(rdflib.URIRef("urn:x"), PREFIXES) == "urn:x"
    assert shorten(None, PREFIXES) == ""
