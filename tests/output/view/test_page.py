from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from output.view import write_view
from output.view.packing import as_data
from output.view.page import STYLES, make_page
from tests.output.view.conftest import GAZETTE

LOADING = {"src", "srcset", "href", "action", "data", "poster", "background", "formaction", "ping"}


class Parts(HTMLParser):
    """Elements with their attributes, and the text of scripts, styles and the title."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str | None, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in {"script", "style", "title"}:
            self.texts.append((tag, dict(attrs).get("id"), ""))

    def handle_data(self, data: str) -> None:
        tag = self.elements[-1][0] if self.elements else ""
        if tag in {"script", "style", "title"} and not self.texts[-1][2]:
            self.texts[-1] = (*self.texts[-1][:2], data)

    def text(self, id_: str) -> str:
        return next(text for _, own, text in self.texts if own == id_)

    def packed(self) -> dict[str, Any]:
        return dict(json.loads(zlib.decompress(base64.b64decode(self.text("evidence")))))

    def policy(self) -> str:
        return next(
            str(attributes["content"])
            for tag, attributes in self.elements
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )


@pytest.fixture(params=["ferry", "hostile", "empty"])
def page(request: pytest.FixtureRequest) -> str:
    if request.param == "empty":
        return make_page(nx.MultiDiGraph(), title="")
    network = request.getfixturevalue(request.param)
    return make_page(network() if callable(network) else network, title="Ferries </title><b>")


def test_nothing_on_the_page_has_an_address(page: str) -> None:
    parts = Parts(page)
    named = [
        (tag, name) for tag, attributes in parts.elements for name in attributes if name in LOADING
    ]
    assert named == []
    assert {tag for tag, _ in parts.elements}.isdisjoint(
        {"link", "img", "iframe", "object", "base"}
    )
    (style,) = (text for tag, _, text in parts.texts if tag == "style")
    assert not re.search(r"url\(|@import|https?:", style)


def test_the_policy_lets_only_our_scripts_and_our_style_run(page: str) -> None:
    parts = Parts(page)
    policy = parts.policy()
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    library = zlib.decompress(base64.b64decode(parts.text("library")))
    run = [
        text for tag, id_, text in parts.texts if tag == "style" or (tag == "script" and not id_)
    ]
    found = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in run
    }
    assert len(run) == 2
    found.add(f"'sha256-{base64.b64encode(hashlib.sha256(library).digest()).decode()}'")
    assert found == set(re.findall(r"'sha256-[^']+'", policy))


def test_no_element_carries_a_script_or_a_style_of_its_own(page: str) -> None:
    names = {name for _, attributes in Parts(page).elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}


def test_the_data_decode_to_the_network(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    network = ferry()
    parts = Parts(make_page(network, title="Ferries"))
    evidence, drawing = parts.packed()["evidence"], parts.packed()["drawing"]
    assert evidence["entities"]["iri"] == [*sorted(network), GAZETTE]
    ends = [
        (evidence["entities"]["iri"][a], evidence["entities"]["iri"][b])
        for a, b in zip(drawing["edges"]["from"], drawing["edges"]["to"], strict=True)
    ]
    event, _ = sorted(network)
    assert ends == [*network.edges(), (GAZETTE, event)]
    assert drawing["edges"]["claim"] == [0, 1]
    assert len(set(zip(drawing["nodes"]["x"], drawing["nodes"]["y"], strict=True))) == 3


def test_physics_are_off(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    options = json.loads(Parts(make_page(ferry(), title="Ferries")).text("options"))
    assert options["physics"] == {"enabled": False}


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_data_come_back_as_they_were_and_cannot_end_their_element(value: Any) -> None:
    text = as_data(value)
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)


def test_a_title_full_of_markup_stays_text(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    page = make_page(ferry(), title="</title><script>run()</script>")
    assert "<script>run()" not in page
    assert "&lt;/title&gt;&lt;script&gt;run()" in page


def test_the_same_network_gives_the_same_bytes(
    ferry: Callable[..., nx.MultiDiGraph[str]], tmp_path: Path
) -> None:
    for name in ("one.html", "two.html"):
        write_view(ferry(), tmp_path / name, title="Ferries")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_folders_are_made_and_the_page_is_utf_8(
    ferry: Callable[..., nx.MultiDiGraph[str]], tmp_path: Path
) -> None:
    path = tmp_path / "new" / "folder of Åland" / "view.html"
    write_view(ferry(), path, title="Fähren über Åland 渡船")
    assert "Fähren über Åland 渡船" in path.read_text("utf-8")
    assert [each.name for each in path.parent.iterdir()] == ["view.html"]


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(
    ferry: Callable[..., nx.MultiDiGraph[str]], tmp_path: Path
) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(InputError, match=r"taken.*choose another place"):
        write_view(ferry(), tmp_path / "taken", title="Ferries")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


def test_a_file_in_the_place_of_a_folder_is_named(
    ferry: Callable[..., nx.MultiDiGraph[str]], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(InputError, match="choose another place"):
        write_view(ferry(), tmp_path / "file" / "view.html", title="Ferries")
    assert (tmp_path / "file").read_text() == "kept"


def test_without_scripts_the_page_still_tells_what_it_holds(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    page = make_page(ferry(), title="Ferries")
    noscript = page[page.index("<noscript>") : page.index("</noscript>")]
    assert "2 entities and 2 statements from 1 documents" in noscript
    assert "Opening of the ferry line" in noscript


SINKS = (
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"
    r"|createContextualFragment|DOMParser|srcdoc|setTimeout\(\s*[\"'`]"
)


SCRIPTS = sorted(
    each.name
    for each in files("output.view").joinpath("scripts").iterdir()
    if each.name.endswith(".js")
)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_reads_markup(name: str) -> None:
    script = files("output.view").joinpath("scripts", name).read_text("utf-8")
    assert not re.search(SINKS, script)
    assert not re.search(
        r"fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(", script
    )


def test_every_script_and_style_is_on_the_page(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    page = make_page(ferry(), title="Ferries")
    folder = files("output.view").joinpath("scripts")
    for name in SCRIPTS:
        first = folder.joinpath(name).read_text("utf-8").partition("\n")[0]
        assert page.count(f"\n{first}\n") == 1
    found = {each.name for each in files("output.view").joinpath("styles").iterdir()}
    assert found == {f"{name}.css" for name in STYLES}
