from __future__ import annotations

import csv
import io
import json
from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.query import Result
from rich.cells import cell_len

from graph.dataset import held_by, make_dataset, store_of
from graph.errors import FormatError, QueryError
from output.answers import shorten, sort_lines, write_answer
from output.engine import Engine, Limits
from output.spreadsheets import guard

if TYPE_CHECKING:
    from collections.abc import Callable

PREFIXES = {"id": "https://example.org/id/"}
NAMES = "SELECT ?thing ?name { ?thing a vg:Place ; skos:prefLabel ?name }"


def write(dataset: rdflib.Dataset, sparql: str, name: str, **given: Any) -> str:
    parts: list[bytes] = []
    options: dict[str, Any] = {"prefixes": PREFIXES, "ordered": False, **given}
    with Engine(lambda: held_by(dataset)) as engine:
        write_answer(engine.ask(sparql), parts.append, name=name, **options)
    return b"".join(parts).decode()


@pytest.fixture
def written(dataset: rdflib.Dataset) -> Callable[..., str]:
    return partial(write, dataset)


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
        write(one, sparql, "csv")
        for one in (dataset, make_dataset(reversed(list(store_of(dataset))), prefixes={}))
    }
    assert answers == {"n\r\n4\r\n9\r\n12\r\n"}


def test_yes_and_no_in_a_column_are_sorted_as_words(written: Callable[..., str]) -> None:
    lines = written("SELECT ?v { VALUES ?v { true 2 false } }", name="csv").split()
    assert lines == ["v", "2", "false", "true"]


def test_a_line_break_in_a_text_does_not_break_the_table(written: Callable[..., str]) -> None:
    assert len(written('SELECT ?x { VALUES ?x { "two\\nlines" } }', "table").splitlines()) == 3


def test_an_unknown_format_is_refused_with_the_known_ones(written: Callable[..., str]) -> None:
    with pytest.raises(FormatError, match="no format 'yaml'; one of: table, csv, tsv, json, xml"):
        written(NAMES, "yaml")


def test_an_iri_without_a_known_prefix_stays_whole() -> None:
    assert shorten(NamedNode("urn:x"), PREFIXES) == "urn:x"
    assert shorten(None, PREFIXES) == ""


@pytest.mark.parametrize("name", ["tsv", "json", "xml"])
def test_what_programs_read_holds_every_kind_of_term(
    written: Callable[..., str], name: str
) -> None:
    terms = "<urn:x> 'tab\\tand\\nline' 'x'@en 1 2.5 1e3 true 'a'^^<urn:t> ''"
    text = written(f"SELECT ?x {{ VALUES ?x {{ {terms} }} }}", name, ordered=True)
    rows = Result.parse(io.BytesIO(text.encode()), format=name).bindings
    assert len(rows) == 9
    assert {str(one) for row in rows for one in row.values()} >= {"urn:x", "x", "1", "true", "a"}


def test_xml_is_valid_whatever_a_text_holds(written: Callable[..., str]) -> None:
    root = ET.fromstring(written('SELECT ?x { VALUES ?x { "a\\u0001b<" } }', "xml"))  # noqa: S314
    assert "a\ufffdb<" in "".join(root.itertext())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a\x00\x1bb", "a\ufffd\ufffdb"),
        ("1992-02-26", "1992-02-26"),
        ("said = done", "said = done"),
    ],
)
def test_a_spreadsheet_takes_no_text_for_a_formula(text: str, cell: str) -> None:
    assert guard(Literal(text)) == cell


def test_a_number_below_zero_stays_a_number_in_a_spreadsheet() -> None:
    assert guard(Literal(-5)) == "-5"


def test_a_table_fits_the_terminal_and_folds_long_cells(written: Callable[..., str]) -> None:
    long = "word " * 40 + "\u5317" * 60
    sparql = f'SELECT ?short ?long {{ VALUES (?short ?long) {{ ("a" "{long}") }} }}'
    lines = written(sparql, "table", width=40).splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert "".join(lines[2:]).count("word") == 40
    assert "".join(lines).count("\u5317") == 60


def test_where_columns_would_be_too_narrow_each_row_is_a_block(written: Callable[..., str]) -> None:
    said = "It was said " * 5
    sparql = f"""SELECT ?who ?what ?where ?says {{ VALUES (?who ?what ?where ?says) {{
        ("Ada" "the long bridge of Doba" UNDEF "{said}")
        ("Ben" "the long bridge of Doba" "in the town hall" "{said}") }} }}"""
    lines = written(sparql, "table", width=50).splitlines()
    assert lines[:2] == ["who    Ada", "what   the long bridge of Doba"]
    assert lines[2:4] == [
        "says   It was said It was said It was said It was",
        "       said It was said",
    ]
    assert lines[4:] == [
        "",
        "who    Ben",
        "what   the long bridge of Doba",
        "where  in the town hall",
        "says   (the same)",
    ]
    assert written(sparql, "table", width=120).splitlines()[0].split() == [
        "who", "what", "where", "says",
    ]  # fmt: skip


def test_a_text_cannot_move_the_cursor_of_a_terminal(written: Callable[..., str]) -> None:
    sparql = 'SELECT ?x { VALUES ?x { "\\u001B[2J\\u202Eevil\\u0007" } }'
    assert written(sparql, "table").splitlines()[2] == "\ufffd[2J\ufffdevil\ufffd"


def test_rows_are_written_while_they_come_in(dataset: rdflib.Dataset) -> None:
    parts: list[bytes] = []
    with Engine(lambda: held_by(dataset)) as engine:
        answer = engine.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=Limits(rows=5000))
        with pytest.raises(QueryError, match="more than 5,000 rows"):
            write_answer(answer, parts.append, name="csv", prefixes={}, ordered=True)
    assert len(parts) == 5001


def test_more_rows_than_can_be_sorted_stay_as_they_come() -> None:
    lines = [f'"{number}"' for number in range(10_001, 0, -1)]
    assert list(sort_lines(iter(lines))) == lines
    assert list(sort_lines(iter(lines[1:]))) == sorted(lines[1:])


def test_rows_before_a_limit_are_given_where_they_are_sorted_too(dataset: rdflib.Dataset) -> None:
    parts: list[bytes] = []
    with Engine(lambda: held_by(dataset)) as engine:
        answer = engine.ask("SELECT ?s { ?s ?p ?o }", limits=Limits(rows=3))
        with pytest.raises(QueryError, match="more than 3 rows"):
            write_answer(answer, parts.append, name="csv", prefixes={}, ordered=False)
    assert len(parts) == 4


@pytest.mark.parametrize("name", ["table", "csv", "tsv", "json", "xml"])
@pytest.mark.parametrize("form", ["SELECT *", "CONSTRUCT { ?a ?b ?f }"])
def test_a_limit_while_an_answer_is_written_is_an_error_in_every_format(
    dataset: rdflib.Dataset, name: str, form: str
) -> None:
    with Engine(lambda: held_by(dataset)) as engine:
        answer = engine.ask(f"{form} {{ ?a ?b ?c . ?d ?e ?f }}", limits=Limits(rows=500))
        with pytest.raises(QueryError, match="more than 500 rows"):
            write_answer(answer, len, name=name, prefixes={}, ordered=True)
