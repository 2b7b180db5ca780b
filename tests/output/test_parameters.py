from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.dataset import held_by
from graph.errors import QueryError
from output.engine import Engine
from output.parameters import fill, read_parameters
from output.query import find_example

if TYPE_CHECKING:
    from collections.abc import Callable

    import rdflib

COUNTS = find_example("counts").text


@pytest.fixture
def rows(dataset: rdflib.Dataset) -> Callable[..., list[list[str]]]:
    """Answers a query with values for its variables."""
    engine = Engine(lambda: held_by(dataset))

    def ask(sparql: str, **values: str) -> list[list[str]]:
        filled = fill(sparql, values, engine=engine, prefixes=held_by(dataset).prefixes)
        return [line.split("\t") for line in engine.ask(filled).lines()]

    return ask


@pytest.mark.parametrize(
    "value",
    [
        "Alden Bridge collapse",
        "alden bridge COLLAPSE",
        "id:event-alden-bridge-collapse-1987",
        "https://example.org/id/event-alden-bridge-collapse-1987",
        "<https://example.org/id/event-alden-bridge-collapse-1987>",
    ],
)
def test_a_thing_is_told_by_a_name_or_by_its_iri(
    rows: Callable[..., list[list[str]]], value: str
) -> None:
    assert len(rows(COUNTS, event=value)) == 3
    assert rows(COUNTS, event="inquiry") == []


def test_several_variables_can_be_set(rows: Callable[..., list[list[str]]]) -> None:
    document = "Ten years after the bridge"
    (row,) = rows(COUNTS, document=document, bound="vg:AtLeast", speaker="mara voss")
    assert row[4] == "12"


@pytest.mark.parametrize(
    ("value", "answered"), [("9", True), ("9.0", True), ("8", False), ("nine", False)]
)
def test_a_number_is_a_number(
    rows: Callable[..., list[list[str]]], value: str, *, answered: bool
) -> None:
    asked = "ASK { ?s rdf:object ?n FILTER(?n = ?count) }"
    with_rows = asked.replace("ASK", "SELECT ?s")
    assert bool(rows(with_rows, count=value)) == answered


def test_a_text_is_found_with_and_without_a_language(rows: Callable[..., list[list[str]]]) -> None:
    assert rows("SELECT ?s WHERE { ?s skos:prefLabel ?name }", name="Lindvik")
    assert rows("SELECT ?s { ?s dct:title ?name }", name="note")


def test_a_value_cannot_end_its_place(rows: Callable[..., list[list[str]]]) -> None:
    nasty = '" } ?s ?p ?o } #'
    assert rows("SELECT ?s { ?s dct:title ?name }", name=nasty) == []
    with pytest.raises(QueryError, match="nothing in the graph is named"):
        rows(COUNTS, event=nasty)


def test_a_value_goes_into_the_pattern_and_not_into_a_template_or_a_text(
    rows: Callable[..., list[list[str]]],
) -> None:
    sparql = "# { \nCONSTRUCT { ?s a '{' } WHERE { ?s dct:title ?name }"
    assert len(rows(sparql, name="note")) == 1


def test_an_unknown_variable_is_refused_with_the_known_ones(
    rows: Callable[..., list[list[str]]],
) -> None:
    with pytest.raises(QueryError, match=r"no \?who to set; one of: .*document.*event"):
        rows(COUNTS, who="x")


def test_a_query_without_a_pattern_takes_no_value(rows: Callable[..., list[list[str]]]) -> None:
    with pytest.raises(QueryError, match="no pattern"):
        rows("DESCRIBE ?x", x="1")


def test_parameters_are_names_and_values() -> None:
    assert read_parameters(["a=b=c", "d="]) == {"a": "b=c", "d": ""}
    with pytest.raises(QueryError, match="no parameter 'event'; write it as name=value"):
        read_parameters(["event"])


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ({}, True),
        ({"from": "1987", "until": "1987"}, True),
        ({"from": "1987-05-04"}, True),
        ({"from": "1987-05-05"}, False),
        ({"until": "1987-05"}, True),
        ({"until": "1987-05-03"}, True),
        ({"until": "1987-05-02"}, False),
        ({"from": "1988"}, False),
        ({"until": "1986"}, False),
    ],
)
def test_an_event_is_found_by_a_span_of_time_of_any_precision(
    rows: Callable[..., list[list[str]]], span: dict[str, str], *, found: bool
) -> None:
    assert bool(rows(find_example("between").text, **span)) == found
