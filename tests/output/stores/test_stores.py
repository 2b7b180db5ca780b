from __future__ import annotations

import subprocess
import time
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest

from graph.dataset import store_of
from graph.errors import StoreError
from output.query import examples
from output.results import ask
from output.stores import PRESETS, Access, StoreClient, find_preset, load, make_plan
from tests.output.stores.conftest import free_port, listens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import rdflib

BASE = "https://example.org/id/"
SECRET = "secret"  # noqa: S105 (of a store in memory)


def client_of(url: str, kind: str = "gsp", **access: str) -> StoreClient:
    return StoreClient(url, find_preset(kind), Access(**access), pause=0.001)


def nothing(*_: object) -> None:
    pass


@pytest.fixture
def loaded(dataset: rdflib.Dataset, fake: Any, url: str) -> Any:
    client = client_of(url)
    load(make_plan(store_of(dataset), client), client, nothing)
    return fake


def without(dataset: rdflib.Dataset, *names: str) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(store_of(dataset))
    for name in names:
        store.remove_graph(ox.NamedNode(BASE + name))
    return store


def test_every_named_graph_is_put_with_a_list_of_all(dataset: rdflib.Dataset, loaded: Any) -> None:
    names = {one.value for one in store_of(dataset).named_graphs()}
    assert loaded.graphs.keys() == names | {BASE + "graph-manifest"}
    held = set(ox.parse(loaded.graphs[BASE + "graph-note"], format=ox.RdfFormat.TURTLE))
    named = store_of(dataset).quads_for_pattern(None, None, None, ox.NamedNode(BASE + "graph-note"))
    assert {one.triple for one in held} == {one.triple for one in named}


def test_a_second_load_puts_nothing_but_what_changed(
    dataset: rdflib.Dataset, loaded: Any, url: str
) -> None:
    plan = make_plan(store_of(dataset), client_of(url))
    assert (len(plan.put), len(plan.kept), plan.deleted) == (0, 3, ())
    changed = without(dataset)
    quad = next(changed.quads_for_pattern(None, None, None, ox.NamedNode(BASE + "graph-note")))
    changed.remove(quad)
    assert list(make_plan(changed, client_of(url)).put) == [BASE + "graph-note"]
    assert len(make_plan(store_of(dataset), client_of(url), anew=True).put) == 3
    assert loaded.graphs


def test_what_went_is_deleted_and_nothing_else(
    dataset: rdflib.Dataset, loaded: Any, url: str
) -> None:
    loaded.graphs["https://example.org/other"] = b""
    client = client_of(url)
    load(make_plan(without(dataset, "graph-note"), client), client, nothing)
    assert loaded.graphs.keys() == {
        BASE + "graph-courier",
        BASE + "graph-entities",
        BASE + "graph-manifest",
        "https://example.org/other",
    }


def test_another_corpus_under_the_same_base_is_not_deleted(
    dataset: rdflib.Dataset, loaded: Any, url: str
) -> None:
    other = without(dataset, "graph-note", "graph-courier")
    graph = ox.NamedNode(BASE + "graph-else")
    other.add(ox.Quad(graph, graph, graph, graph))
    with pytest.raises(StoreError, match=r"another corpus under .* a --base of its own"):
        make_plan(other, client_of(url))
    assert len(make_plan(other, client_of(url), replace=True).deleted) == 2
    assert len(loaded.graphs) == 4


def test_a_load_that_was_cut_off_goes_on(
    dataset: rdflib.Dataset, fake: Any, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("output.stores.loading._NOTED", 1)
    client = client_of(url)

    def cut(_: str, done: int, __: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(make_plan(store_of(dataset), client), client, cut)
    plan = make_plan(store_of(dataset), client)
    assert (len(plan.put), len(plan.kept)) == (2, 1)
    load(plan, client, nothing)
    assert len(fake.graphs) == 4


def test_a_failure_that_passes_is_tried_again(fake: Any, url: str) -> None:
    fake.failures = [503, 500, 429]
    client_of(url).put("urn:g", b"")
    assert "urn:g" in fake.graphs
    assert len(fake.requests) == 4


def test_a_failure_that_stays_is_told_with_the_answer(fake: Any, url: str) -> None:
    fake.failures = [400, 400]
    with pytest.raises(StoreError, match="answered 400 to PUT <urn:g>: not now"):
        client_of(url).put("urn:g", b"")
    assert len(fake.requests) == 1


def test_a_store_that_is_not_there_is_told() -> None:
    with pytest.raises(StoreError, match=r"does not answer: .*; is it running"):
        client_of("http://127.0.0.1:9").get("urn:g")


@pytest.mark.parametrize(
    ("wanted", "access"),
    [
        ("Bearer abc", {"token": "abc"}),
        ("Basic ZGJhOnNlY3JldA==", {"user": "dba", "password": SECRET}),
    ],
)
def test_a_password_and_a_token_are_sent(
    fake: Any, url: str, wanted: str, access: dict[str, str]
) -> None:
    fake.wanted = wanted
    client_of(url, **access).put("urn:g", b"x")
    assert fake.graphs == {"urn:g": b"x"}
    with pytest.raises(StoreError, match="VOUCHGRAPH_STORE_USER"):
        client_of(url).put("urn:g", b"")


def test_digest_asks_for_its_nonce_before_it_sends_a_body(
    fake: Any, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.wanted = "digest"
    monkeypatch.setitem(PRESETS, "gsp", PRESETS["gsp"].__class__(auth="digest"))
    client = client_of(url, user="dba", password=SECRET)
    client.put("urn:g", b"x" * 1_000_000)
    client.put("urn:h", b"y")
    assert fake.graphs.keys() == {"urn:g", "urn:h"}
    assert [method for method, _ in fake.requests] == ["GET", "PUT", "PUT"]


@pytest.mark.parametrize(
    "address", ["ftp://a/", "store", "http://", "http://u:p@a/", "http://a:x/"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="no address of a store"):
        client_of(address)


def test_a_password_over_http_to_another_machine_is_noticed() -> None:
    assert client_of("http://store.example", user="a", password=SECRET).is_exposed
    assert not client_of("https://store.example", token=SECRET).is_exposed
    assert not client_of("http://127.0.0.1", token=SECRET).is_exposed
    assert not client_of("http://store.example").is_exposed


def test_a_secret_is_shown_nowhere() -> None:
    assert "secret" not in repr(Access("dba", "secret", "secret"))


def test_a_graph_without_named_graphs_cannot_be_loaded(url: str) -> None:
    with pytest.raises(StoreError, match="named graphs"):
        make_plan(ox.Store(), client_of(url))


def test_an_unknown_store_is_refused_with_the_known_ones() -> None:
    with pytest.raises(StoreError, match="no kind of store '4store'; one of: gsp, oxigraph"):
        find_preset("4store")


# A real store


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[str]:
    try:
        files = distribution("oxigraph").files or []
    except PackageNotFoundError:
        pytest.skip("no Oxigraph server here: pip install oxigraph")
    program = next(str(one.locate()) for one in files if one.name == "oxigraph")
    port = free_port()
    address = f"127.0.0.1:{port}"
    command = [program, "serve", "--bind", address, "--union-default-graph"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        for _ in range(100):
            if server.poll() is None and listens(port):
                break
            time.sleep(0.1)
        yield f"http://{address}"
        server.terminate()


@pytest.fixture
def select(oxigraph: str) -> Callable[[str], list[str]]:
    def rows(sparql: str) -> list[str]:
        headers = {
            "Content-Type": "application/sparql-query",
            "Accept": "text/tab-separated-values",
        }
        request = Request(f"{oxigraph}/query", sparql.encode(), headers)  # noqa: S310 (of this machine)
        with urlopen(request) as answer:  # noqa: S310 (of this machine)
            return [*answer.read().decode().splitlines()][1:]

    return rows


def test_what_ships_answers_the_same_in_a_real_store(
    dataset: rdflib.Dataset, oxigraph: str, select: Callable[[str], list[str]]
) -> None:
    client = client_of(oxigraph, "oxigraph")
    load(make_plan(store_of(dataset), client), client, nothing)
    assert not make_plan(store_of(dataset), client).put
    for name, example in examples().items():
        rows = select(example.text)
        assert len(rows) == len(ask(dataset, example.text).bindings), name
    load(make_plan(without(dataset, "graph-note"), client), client, nothing)
    assert select("SELECT ?g { GRAPH ?g { ?s a <https://w3id.org/vouchgraph/ns#Document> } }") == [
        f"<{BASE}graph-courier>"
    ]
