from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib.query import ResultRow

from graph.dataset import load_dataset
from graph.errors import QueryError
from output.engine.guard import is_ordered
from output.formats import write
from output.query import examples, find_example
from output.results import ask

if TYPE_CHECKING:
    from pathlib import Path

    import rdflib


def answer(dataset: rdflib.Dataset, sparql: str) -> list[tuple[str, ...]]:
    rows = [row for row in ask(dataset, sparql) if isinstance(row, ResultRow)]
    return [tuple("" if term is None else str(term) for term in row) for row in rows]


def of_example(dataset: rdflib.Dataset, name: str) -> list[tuple[str, ...]]:
    return answer(dataset, find_example(name).text)


def test_every_example_says_in_its_first_line_what_it_answers() -> None:
    assert len(examples()) >= 12
    for example in examples().values():
        assert example.text.startswith("# ")
        assert len(example.title.split()) >= 4


def test_an_unknown_example_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match="no example 'nothing'; one of: characterizations,"):
        find_example("nothing")


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_gives_its_rows_in_one_order_and_names_no_graph(name: str) -> None:
    text = find_example(name).text
    assert is_ordered(text)
    assert "GRAPH" not in text


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_answers_the_same_on_plain_turtle_and_on_named_graphs(
    dataset: rdflib.Dataset, tmp_path: Path, name: str
) -> None:
    write(dataset, tmp_path / "graph.ttl")
    plain = load_dataset(tmp_path / "graph.ttl")
    assert of_example(plain, name) == of_example(dataset, name)


def test_events_have_time_and_place(dataset: rdflib.Dataset) -> None:
    assert [row[0::2] for row in of_example(dataset, "events")] == [
        ("Alden Bridge collapse", "1987-05-03", "Lindvik"),
        ("inquiry", "", ""),
    ]


def test_people_have_their_roles(dataset: rdflib.Dataset) -> None:
    assert of_example(dataset, "people") == [
        ("Mara Voss", "chief engineer", "Roads Department", "1")
    ]


def test_counts_say_who_gives_them(dataset: rdflib.Dataset) -> None:
    rows = [(count, speaker) for *_, count, speaker, _ in of_example(dataset, "counts")]
    assert rows == [("4", "Mara Voss"), ("9", "author of note"), ("12", "Mara Voss")]


def test_documents_that_differ_on_a_count_are_found(dataset: rdflib.Dataset) -> None:
    ((event, _, _, lower, _, one, higher, _, other),) = of_example(dataset, "disagreements")
    assert (event, lower, higher) == ("Alden Bridge collapse", "9", "12")
    assert (one, other) == ("note", "Ten years after the bridge")


def test_denials_are_found(dataset: rdflib.Dataset) -> None:
    ((speaker, subject, *_, sentence),) = of_example(dataset, "denials")
    assert (speaker, subject) == ("Ines Falk", "Roads Department")
    assert sentence == "The Roads Department never recognized the collapse."


def test_every_statement_is_said_by_someone_in_a_sentence(dataset: rdflib.Dataset) -> None:
    rows = of_example(dataset, "who-says-what")
    assert len(rows) == 13
    assert all(all(row) for row in rows)


def test_places_have_coordinates(dataset: rdflib.Dataset) -> None:
    assert of_example(dataset, "places") == [("Lindvik", "59.1", "10.25", "2", "1")]


def test_sources_tell_how_much_each_says(dataset: rdflib.Dataset) -> None:
    rows = [(title, author, number) for title, author, *_, number in of_example(dataset, "sources")]
    assert rows == [("Ten years after the bridge", "Ines Falk", "8"), ("note", "", "5")]
