from __future__ import annotations

import json
import re
import threading
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from starlette.testclient import TestClient

from graph.dataset import DATA_PREFIX, held_by, make_dataset
from graph.iris import DEFAULT_BASE
from graph.model import Findings, MentionKey
from graph.rdf import describe
from graph.resolved import Resolution
from output.query import examples
from output.server import Site, make_app

EVENT = f"{DEFAULT_BASE}event-alden-bridge-collapse-1987"
LOCAL = "http://127.0.0.1"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a vg:Statement }"


@pytest.fixture
def client(site: Site) -> TestClient:
    return TestClient(make_app(site), base_url=LOCAL)


def ask(client: TestClient, sparql: str, accept: str = "*/*") -> Any:
    return client.get("/sparql", params={"query": sparql}, headers={"Accept": accept})


# Pages


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attrs if name == "href"]


def links_of(page: str) -> Links:
    links = Links()
    links.feed(page)
    return links


def test_every_page_that_is_linked_answers_and_links_nowhere_else(client: TestClient) -> None:
    seen, left = set(), ["/", "/query"]
    while left:
        address = left.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address, headers={"Accept": "text/html"})
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            links = links_of(answer.text)
            assert all(one.startswith(("/", "#")) for one in links.found)
            assert "script" not in links.tags
            left += [one for one in links.found if one[0] == "/"]
    assert len(seen) > 20


def test_the_page_of_an_event_marks_the_words_of_its_statements(client: TestClient) -> None:
    page = client.get("/thing", params={"iri": EVENT}, headers={"Accept": "text/html"}).text
    assert "<h1>Alden Bridge collapse</h1>" in page
    assert "<mark>12 people were killed</mark>" in page
    assert "Mara Voss" in page
    assert "at least, everyone</span>" in page
    assert "<mark>never recognized</mark>" in page
    denied = page.partition("“never recognized”")[0].rpartition("<li")[2]
    assert '<strong class="manner">denied</strong>' in denied


def test_the_text_of_a_document_leads_from_its_words_to_their_statements(
    client: TestClient,
) -> None:
    page = client.get("/thing", params={"iri": f"{DEFAULT_BASE}document-courier"}).text
    text, _, said = page.partition("What is said")
    numbers = re.findall(r'#s(\d+)"><mark>', text)
    assert len(numbers) > 3
    assert all(f'<li id="s{number}">' in said for number in numbers)
    assert re.sub("<[^>]*>", "", text).count("At least 12 people were killed") == 1


def test_what_a_source_says_stands_on_a_page_with_its_speaker_alone(client: TestClient) -> None:
    page = client.get("/thing", params={"iri": EVENT}, headers={"Accept": "text/html"}).text
    facts = page.partition("What is said")[0]
    assert "Lindvik" not in facts
    assert "1987-05-03" not in facts
    assert "also called" in facts


def test_the_page_of_a_document_shows_its_sentences(client: TestClient) -> None:
    page = client.get("/thing", params={"iri": f"{DEFAULT_BASE}document-note"}).text
    assert "<mark>killed 9 people</mark>" in page
    assert '<strong class="manner">with a reserve</strong>' in page


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own code
@pytest.mark.parametrize(
    ("accept", "parser"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld")]
)
def test_a_thing_is_given_as_data_to_those_who_ask_for_it(
    client: TestClient, accept: str, parser: str
) -> None:
    answer = client.get("/thing", params={"iri": EVENT}, headers={"Accept": accept})
    graph = rdflib.Graph().parse(data=answer.text, format=parser)
    assert answer.headers["content-type"].startswith(accept)
    label = rdflib.Literal("Alden Bridge collapse", lang="en")
    assert (rdflib.URIRef(EVENT), rdflib.SKOS.prefLabel, label) in graph


def test_what_is_not_there_is_told(client: TestClient) -> None:
    assert client.get("/thing", params={"iri": "urn:x"}).status_code == 404
    assert client.get("/graph", params={"iri": "no iri"}).status_code == 404
    assert client.get("/view").status_code == 404
    answer = client.get("/thing", params={"iri": EVENT}, headers={"Accept": "image/png"})
    assert answer.status_code == 406


def test_neighbours_are_nodes_and_edges(client: TestClient) -> None:
    found = client.get("/graph", params={"iri": EVENT}).json()
    labels = {node["label"] for node in found["nodes"]}
    assert {"Alden Bridge collapse", "Lindvik", "Roads Department"} <= labels
    denied = [edge for edge in found["edges"] if edge["predicate"] == "recognizes"]
    assert [edge["polarity"] for edge in denied] == ["denied"]


def test_hostile_texts_stay_texts(findings: tuple[Findings, ...], resolution: Resolution) -> None:
    event = resolution.entities[0]
    odd = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    named = replace(event, label=odd, mentions=(*event.mentions, MentionKey("x", 0, 1)))
    quads = describe(findings, Resolution((named, *resolution.entities[1:])))
    held = held_by(make_dataset(quads, prefixes={DATA_PREFIX: DEFAULT_BASE}))
    client = TestClient(make_app(Site(held)), base_url=LOCAL)
    asked = {"query": 'SELECT ?x { VALUES ?x { "<script>" } } # "><script>'}
    for page in (
        client.get("/").text,
        client.get("/thing", params={"iri": EVENT}).text,
        client.get("/query", params=asked).text,
    ):
        assert not links_of(page).tags & {"script", "img"}


# The editor


def test_the_editor_shows_a_query_that_ships_and_its_answer(client: TestClient) -> None:
    page = client.get("/query", params={"example": "counts"}).text
    assert "PREFIX vg:" in page
    for name, one in examples().items():
        answered = client.get("/query", params={"query": one.text}).text
        assert 'role="alert"' not in answered, name
        assert " rows" in answered


def test_the_editor_shows_an_error_beside_the_query(client: TestClient) -> None:
    page = client.get("/query", params={"query": "SELECT ?s { ?s ?p"}).text
    assert 'role="alert">no valid SPARQL' in page
    assert "SELECT ?s { ?s ?p</textarea>" in page


# SPARQL


@pytest.mark.parametrize("how", ["address", "form", "body"])
def test_a_query_is_taken_in_the_three_ways_of_the_protocol(client: TestClient, how: str) -> None:
    answers = {
        "address": lambda: client.get("/sparql", params={"query": COUNT}),
        "form": lambda: client.post("/sparql", data={"query": COUNT}),
        "body": lambda: client.post(
            "/sparql", content=COUNT, headers={"Content-Type": "application/sparql-query"}
        ),
    }
    found = json.loads(answers[how]().text)
    assert found["results"]["bindings"][0]["n"]["value"] == "13"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("application/xml;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("image/png, application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_rows_come_in_the_type_that_is_asked_for(
    client: TestClient, accept: str, kind: str
) -> None:
    assert ask(client, COUNT, accept).headers["content-type"].startswith(kind)


def test_a_graph_comes_as_turtle(client: TestClient) -> None:
    answer = ask(client, "DESCRIBE id:place-lindvik", "text/turtle")
    assert len(rdflib.Graph().parse(data=answer.text, format="turtle")) > 5
    assert ask(client, COUNT, "image/png").status_code == 406


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own code
@pytest.mark.parametrize(
    ("kind", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_a_graph_comes_in_the_type_that_is_asked_for(
    client: TestClient, kind: str, parser: str
) -> None:
    answer = ask(client, "DESCRIBE id:place-lindvik ?s { ?s a vg:Statement }", kind)
    page = client.get("/thing", params={"iri": EVENT}, headers={"Accept": kind})
    for one in (answer, page):
        assert one.headers["content-type"].startswith(kind)
        assert len(rdflib.Graph().parse(data=one.text, format=parser)) > 5


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"query": "SELECT ?s {"}, "no valid SPARQL"),
        ({"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, "no query leaves"),
        ({"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"}, "more than 1,000 rows"),
        ({"update": "DROP ALL"}, "read only"),
        ({"query": COUNT, "default-graph-uri": "urn:g"}, "asked together"),
        ({}, "send one query"),
    ],
)
def test_what_is_not_answered_is_told_with_400(
    client: TestClient, parameters: dict[str, str], words: str
) -> None:
    answer = client.get("/sparql", params=parameters)
    assert answer.status_code == 400
    assert words in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    for address in ("/", "/sparql", "/thing", "/graph"):
        assert client.request(method, address).status_code == 405
    answer = client.post(
        "/sparql", content="DROP ALL", headers={"Content-Type": "application/sparql-update"}
    )
    assert answer.status_code == 400


# Who may ask


def test_every_answer_forbids_scripts_and_frames(client: TestClient) -> None:
    for address in ("/", "/query", "/sparql", "/nowhere", "/style.css"):
        headers = client.get(address).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_a_name_that_is_not_of_this_machine_is_refused(site: Site) -> None:
    foreign = TestClient(make_app(site), base_url="http://rebound.example")
    assert foreign.get("/").status_code == 403


def test_a_token_is_asked_for_where_there_is_one(site: Site) -> None:
    app = make_app(replace(site, token="known"))  # noqa: S106 (of this test)
    client = TestClient(app, base_url="http://archive.example")
    assert client.get("/").status_code == 403
    assert client.get("/?token=guessed").status_code == 403
    bearer = {"Authorization": "Bearer known"}
    assert client.get("/", headers=bearer).status_code == 200
    let_in = client.get("/?token=known")
    assert let_in.status_code == 200
    assert "token" not in str(let_in.url)
    assert client.get("/query").status_code == 200


# A real server and a real client


def test_a_client_of_sparql_asks_over_http(address: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{address}/sparql"))
    rows = list(graph.query(examples()["counts"].text))
    assert len(rows) == 3
    assert (rdflib.URIRef(EVENT), rdflib.SKOS.prefLabel, None) in graph


def test_queries_of_several_clients_are_answered_at_once(address: str) -> None:
    found: list[int] = []

    def work() -> None:
        graph = rdflib.Graph(SPARQLStore(f"{address}/sparql"))
        found.extend(len(list(graph.query(COUNT))) for _ in range(3))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [1] * 18
