from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rdflib.query import ResultRow

from graph.errors import QueryError
from output.engine.guard import is_ordered, names_graphs
from output.results import ask

if TYPE_CHECKING:
    import socket

    import rdflib


def answer(dataset: rdflib.Dataset, sparql: str) -> list[tuple[str, ...]]:
    rows = [row for row in ask(dataset, sparql) if isinstance(row, ResultRow)]
    return [tuple(map(str, row)) for row in rows]


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


def test_a_query_that_may_ask_for_single_graphs_is_told_by_its_letters() -> None:
    assert names_graphs("SELECT * { ?s ?p trueGRAPH ?g { ?s ?p ?o } }")
    assert names_graphs("SELECT * { \\u0047RAPH ?g { ?s ?p ?o } }")
    assert not names_graphs("SELECT ?graph { ?graph <urn:GRAPH> 'GRAPH' } # GRAPH")
