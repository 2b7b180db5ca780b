from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING

import pytest

from graph.dataset import load_dataset
from graph.errors import QueryError
from output.answers import read_rows
from output.formats import write
from output.query import ask, examples, find_example, is_ordered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import rdflib


def answer(dataset: rdflib.Dataset, sparql: str) -> list[tuple[str, ...]]:
    _, rows = read_rows(ask(dataset, sparql), ordered=is_ordered(sparql))
    return [tuple("" if term is None else str(term) for term in row) for row in rows]


def of_example(dataset: rdflib.Dataset, name: str) -> list[tuple[str, ...]]:
    return answer(dataset, find_example(name).text)


def test_the_prefixes_of_the_vocabulary_and_of_the_data_need_not_be_declared(
    dataset: rdflib.Dataset,
) -> None:
    rows = answer(dataset, "SELECT ?name { id:place-lindvik a vg:Place ; skos:prefLabel ?name }")
    assert rows == [("Lindvik",)]


def test_a_prefix_can_be_declared_otherwise(dataset: rdflib.Dataset) -> None:
    sparql = "PREFIX x: <https://w3id.org/vouchgraph/ns#> ASK { ?p a x:Place }"
    assert ask(dataset, sparql).askAnswer


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { 'it\\u0027 SERVICE <http://127.0.0.1:9/> { ?s ?p '' } }",
        "SELECT * { SERVICE#<\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_would_ask_another_server_is_refused(
    dataset: rdflib.Dataset, sparql: str
) -> None:
    with pytest.raises(QueryError, match="no query leaves this machine"):
        ask(dataset, sparql)


ASKED = "<{url}> { ?a ?b ?c }"
SPELLINGS = [
    "SELECT * { SERVICE {asked} }",
    "SELECT * { service{asked} }",
    "SELECT * { SeRvIcE SILENT {asked} }",
    "SELECT * { SERVICE\t\r\n{asked} }",
    "SELECT * { SERVICE#\n{asked} }",
    "SELECT * { SERVICE # '\n{asked} # '\n}",
    "SELECT * { {SERVICE{asked}} }",
    "SELECT * { OPTIONAL {SERVICE {asked} } }",
    "SELECT * { {} UNION {SERVICE {asked} } }",
    "SELECT * { ?s vg:quoted trueSERVICE {asked} }",
    "SELECT * { ?s vg:quoted falseSERVICE {asked} }",
    "SELECT * { ?s vg:quoted true.SERVICE {asked} }",
    "SELECT * { ?s ?p 1SERVICE {asked} }",
    "SELECT * { ?s ?p 1.SERVICE {asked} }",
    "SELECT * { ?s ?p 1e0SERVICE {asked} }",
    "SELECT * { ?s ?p 'x'SERVICE {asked} }",
    'SELECT * { ?s ?p """x"""SERVICE {asked} }',
    "SELECT * { ?s ?p <a:b>SERVICE {asked} }",
    "PREFIX a: <a:> SELECT * { ?s ?p a:.SERVICE {asked} }",
    "PREFIX a: <a:> SELECT * { ?s ?p a:b.SERVICE {asked} }",
    "PREFIX a: <a:> SELECT * { ?s ?p a:\\' . SERVICE {asked} ?s ?p a:\\' }",
    "PREFIX a: <a:> SELECT * { ?s ?p a:\\# . SERVICE {asked} }",
    'PREFIX a: <a:> SELECT * { ?s ?p a:b\\".SERVICE {asked} ?s ?p "" }',
    "SELECT * { ?s ?p _:b.SERVICE {asked} }",
    "SELECT * { ?s ?p [].SERVICE {asked} }",
    "SELECT * { FILTER(1<2)SERVICE {asked} FILTER(2>1) }",
    "SELECT * { ?s ?p ?o FILTER(?o<?s).SERVICE {asked} }",
    "SELECT * { ?s ?p 'x'@en.SERVICE {asked} }",
    "SELECT * { BIND(1 AS ?x)SERVICE {asked} }",
    "SELECT * { VALUES ?x {1}SERVICE {asked} }",
    "SELECT * { FILTER EXISTS{SERVICE {asked} } }",
    "SELECT * { {SELECT * {SERVICE {asked} }} }",
    "SELECT * { \\u0053ERVICE {asked} }",
    "SELECT * { 'it\\u0027SERVICE {asked} }",
    "CONSTRUCT { ?a ?b ?c } WHERE {SERVICE {asked} }",
    "ASK {SERVICE {asked} }",
    "DESCRIBE ?a {SERVICE {asked} }",
]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server of this machine that nobody is to call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.mark.parametrize("sparql", SPELLINGS)
def test_no_spelling_of_service_reaches_a_server(
    dataset: rdflib.Dataset, listener: socket.socket, sparql: str
) -> None:
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with pytest.raises(QueryError, match="no query leaves this machine"):
        ask(dataset, sparql.replace("{asked}", ASKED.replace("{url}", url)))
    with pytest.raises(BlockingIOError):
        listener.accept()


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "ASK FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_a_query_that_would_read_another_graph_is_refused(
    dataset: rdflib.Dataset, sparql: str
) -> None:
    with pytest.raises(QueryError, match="FROM would read another graph"):
        ask(dataset, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "LOAD <file:///etc/passwd>",
        "INSERT DATA { <a:a> <a:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "clear default",
    ],
)
def test_an_update_is_refused(dataset: rdflib.Dataset, sparql: str) -> None:
    with pytest.raises(QueryError, match="cannot change the graph"):
        ask(dataset, sparql)
    assert len(dataset)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service ?from { ?service ?from 'SERVICE <http://x> FROM' } # SERVICE LOAD",
        'SELECT * { ?s ?p """DROP "ALL" of it""" , "it\\"s FROM" }',
        "PREFIX load: <https://example.org/load#INSERT> SELECT * { ?s load:from load:drop }",
        "SELECT * { <https://example.org/SERVICE> ?p 'x'@from }",
    ],
)
def test_a_refused_word_may_stand_in_texts_names_and_comments(
    dataset: rdflib.Dataset, sparql: str
) -> None:
    assert answer(dataset, sparql) == []


def test_a_query_that_is_no_sparql_is_refused_with_its_place(dataset: rdflib.Dataset) -> None:
    with pytest.raises(QueryError, match=r"1:\d+.*--list"):
        ask(dataset, "SELEKT ?s")


def test_a_prefix_that_nobody_declared_is_refused(dataset: rdflib.Dataset) -> None:
    with pytest.raises(QueryError, match="the prefix of 'nobody:knows' is not declared"):
        ask(dataset, "SELECT * { ?s nobody:knows ?o }")


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("", "the query is empty"),
        ("SELECT ?s\n{ ?s a b? }", "2:11 (line:column), near '}'"),
        ("SELECT ?s { ?s ?p ?o", "1:21 (line:column), after 'SELECT ?s { ?s ?p ?o'"),
    ],
)
def test_a_query_that_is_no_sparql_is_shown_where_it_fails(
    dataset: rdflib.Dataset, sparql: str, words: str
) -> None:
    with pytest.raises(QueryError, match=re.escape(words)) as told:
        ask(dataset, sparql)
    assert "\n" not in str(told.value)


def test_the_order_of_a_query_is_told_from_its_words() -> None:
    assert is_ordered("SELECT ?s { ?s ?p ?o } order  by ?s")
    assert not is_ordered("SELECT ?order { ?order ?by 'ORDER BY' } # ORDER BY")


# Queries that ship


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
