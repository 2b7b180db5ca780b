"""The page in an installed Chromium; clicks are tried by hand, deep links stand for them here."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import pytest

from output.view import write_view
from tests.output.view.conftest import BASE, entity, statement

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # a container may give 64 MB
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,900",
    "--virtual-time-budget=4000",
    "--enable-logging=stderr",
)


@dataclass
class Proxy:
    """Takes every connection that the browser makes and notes its first line."""

    asked: list[str] = field(default_factory=list)
    server: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection:
                self.asked.append(connection.recv(4096).decode("latin-1").partition("\r\n")[0])

    @property
    def asked_by_page(self) -> list[str]:
        # Chromium itself asks its makers for the time, for updates and for accounts.
        return [line for line in self.asked if not re.search(r"\.google(apis)?\.com[:/]", line)]

    @property
    def flag(self) -> str:
        return f"--proxy-server=http://127.0.0.1:{self.server.getsockname()[1]}"


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    proxy = Proxy()
    thread = threading.Thread(target=proxy.serve, daemon=True)
    thread.start()
    yield proxy
    proxy.server.shutdown(socket.SHUT_RDWR)
    proxy.server.close()
    thread.join(5)


@dataclass
class Visit:
    dom: str
    console: list[str]


@pytest.fixture
def visit(tmp_path: Path, proxy: Proxy) -> Callable[..., Visit]:
    def visit(path: Path, fragment: str = "") -> Visit:
        done = subprocess.run(
            [
                str(CHROMIUM),
                *FLAGS,
                proxy.flag,
                "--proxy-bypass-list=<-loopback>",
                f"--user-data-dir={tmp_path / 'profile'}",
                "--dump-dom",
                path.as_uri() + fragment,
            ],
            capture_output=True,
            check=True,
            timeout=120,
        )
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        return Visit(done.stdout.decode("utf-8"), [line for line in lines if "CONSOLE" in line])

    return visit


Visitor = Callable[..., Visit]


def text_of(dom: str, id_: str) -> str:
    """What an element shows, without its tags."""
    found = re.search(rf'<(\w+)[^>]*id="{id_}"[^>]*>(.*?)</\1>', dom, re.DOTALL)
    assert found, id_
    return re.sub(r"<[^>]+>", "", found[2])


def test_the_page_opens_without_an_error_and_says_what_it_shows(
    ferry: Callable[..., nx.MultiDiGraph[str]], visit: Visitor, tmp_path: Path
) -> None:
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    seen = visit(tmp_path / "view.html")
    assert seen.console == []
    assert 'data-ready="true"' in seen.dom
    assert text_of(seen.dom, "status") == "All 3 shapes and 2 statements are shown."


def test_a_link_to_a_statement_shows_its_sentence_with_the_parts_marked(
    ferry: Callable[..., nx.MultiDiGraph[str]], visit: Visitor, tmp_path: Path
) -> None:
    network = ferry(polarity="Denied", relation_span=(22, 27))
    write_view(network, tmp_path / "view.html", title="Ferries")
    seen = visit(tmp_path / "view.html", "#statement=statement-1")
    assert seen.console == []
    marks = re.findall(r'<mark class="([^"]+)">([^<]+)</mark>', seen.dom)
    assert marks == [
        ("object", "Anna Weiss"),
        ("subject", "opened"),
        ("relation", "ferry"),
    ]
    assert "Harbour Gazette denies:" in text_of(seen.dom, "panel")


def test_a_link_to_an_entity_shows_its_figures_and_names(
    ferry: Callable[..., nx.MultiDiGraph[str]], visit: Visitor, tmp_path: Path
) -> None:
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    dom = visit(tmp_path / "view.html", "#id=event-opening").dom
    shown = text_of(dom, "panel")
    for part in (
        "Opening of the ferry line",
        "2 May 1987",
        "at least 3 people in all",
        "Anna Weiss",
    ):
        assert part in shown


def test_who_gives_a_figure_is_told_as_speaking_never_as_doing(
    ferry: Callable[..., nx.MultiDiGraph[str]], visit: Visitor, tmp_path: Path
) -> None:
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    shown = text_of(visit(tmp_path / "view.html", "#statement=statement-2").dom, "panel")
    assert "What one voice says of an event" in shown
    assert "says: at least 3 injured" in shown
    assert "Harbour Gazettewho says it" in shown


def test_the_whole_network_is_one_link_away(visit: Visitor, tmp_path: Path) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(100):
        network.add_node(f"{BASE}person-{number}", **entity(f"Person {number}"))
    for number in range(20):
        one, other = f"{BASE}person-{number}", f"{BASE}person-{(number + 1) % 20}"
        network.add_edge(one, other, key=f"{BASE}statement-{number}", **statement("opposes"))
    write_view(network, tmp_path / "view.html", title="Ferries")
    few = text_of(visit(tmp_path / "view.html").dom, "status")
    assert few == "20 of 100 shapes, 20 of 20 statements shown. The others are set aside (legend)."
    every = text_of(visit(tmp_path / "view.html", "#aside=shown").dom, "status")
    assert every == "All 100 shapes and 20 statements are shown."


def test_a_filter_in_the_link_is_told(
    ferry: Callable[..., nx.MultiDiGraph[str]], visit: Visitor, tmp_path: Path
) -> None:
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    dom = visit(tmp_path / "view.html", "#no-kind=Person").dom
    assert text_of(dom, "status") == "2 of 3 shapes, 1 of 2 statements shown."


def test_an_empty_network_opens(visit: Visitor, tmp_path: Path) -> None:
    write_view(nx.MultiDiGraph(), tmp_path / "view.html", title="Nothing")
    seen = visit(tmp_path / "view.html")
    assert seen.console == []
    assert 'data-ready="true"' in seen.dom


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "#id=__proto__",
        "#id=%3C!--%3Cscript%3E",
        "#statement=0",
        "#id=%22%3E%3Cimg%20src=x%3E&years=a-b&no-kind=%00",
    ],
)
def test_hostile_texts_run_nothing_and_the_page_works(
    hostile: nx.MultiDiGraph[str], visit: Visitor, proxy: Proxy, tmp_path: Path, fragment: str
) -> None:
    write_view(
        hostile, tmp_path / "view.html", title="</title><script>document.title='ran'</script>"
    )
    seen = visit(tmp_path / "view.html", fragment)
    assert 'data-ready="true"' in seen.dom
    assert "data-ran" not in seen.dom
    assert "<title>ran" not in seen.dom
    assert not re.search(r"<(img|iframe|svg[^>]* onload)", seen.dom)
    assert seen.console == []
    assert proxy.asked_by_page == []


def test_the_page_asks_the_network_for_nothing(
    ferry: Callable[..., nx.MultiDiGraph[str]], visit: Visitor, proxy: Proxy, tmp_path: Path
) -> None:
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    visit(tmp_path / "view.html", "#id=event-opening")
    assert proxy.asked_by_page == []


def test_the_proxy_would_notice_a_request(visit: Visitor, proxy: Proxy, tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text('<img src="http://tracker.invalid/pixel.png">')
    visit(tmp_path / "other.html")
    assert any("tracker.invalid" in line for line in proxy.asked_by_page)
