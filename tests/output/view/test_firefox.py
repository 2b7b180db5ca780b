"""The page in an installed Firefox, with real clicks, by Firefox's own protocol (Marionette)."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from output.view import write_view

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(FIREFOX is None, reason="no Firefox is installed"),
]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


@dataclass
class Firefox:
    """A running Firefox: messages are JSON with its length before it."""

    line: socket.socket
    sent: int = 0

    def read(self) -> Any:
        length = b""
        while (byte := self.line.recv(1)) != b":":
            length += byte
        return json.loads(self.line.recv(int(length), socket.MSG_WAITALL))

    def ask(self, command: str, **parameters: Any) -> Any:
        self.sent += 1
        message = json.dumps([0, self.sent, f"WebDriver:{command}", parameters]).encode()
        self.line.sendall(b"%d:%b" % (len(message), message))
        _, _, error, found = self.read()
        assert error is None, error
        return found["value"] if isinstance(found, dict) and "value" in found else found

    def run(self, script: str) -> Any:
        return self.ask("ExecuteScript", script=script, args=[])

    def open(self, path: Path) -> None:
        self.ask("Navigate", url=path.as_uri())
        self.wait("return document.documentElement.dataset.ready === 'true'")

    def wait(self, script: str) -> None:
        until = time.monotonic() + 30
        while not self.run(script):
            assert time.monotonic() < until, script
            time.sleep(0.1)

    def click(self, selector: str) -> None:
        found = self.ask("FindElement", using="css selector", value=selector)
        self.ask("ElementClick", id=found[ELEMENT])


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user.js").write_text('user_pref("marionette.port", 0);\n')
    command = [str(FIREFOX), "--headless", "--no-remote", "--profile", str(profile), "--marionette"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as running:
        port = profile / "MarionetteActivePort"
        until = time.monotonic() + 60
        while not (port.exists() and port.read_text()) and time.monotonic() < until:
            time.sleep(0.2)
        try:
            with socket.create_connection(("127.0.0.1", int(port.read_text())), 60) as line:
                browser = Firefox(line)
                browser.read()
                browser.ask("NewSession")
                yield browser
        finally:
            running.terminate()


def test_a_click_in_firefox_leads_to_the_sentence(
    firefox: Firefox, ferry: Callable[..., nx.MultiDiGraph[str]], tmp_path: Path
) -> None:
    write_view(ferry(), tmp_path / "view.html", title="Ferries")
    firefox.open(tmp_path / "view.html")
    firefox.click("#panel .starts button")
    firefox.wait("return document.querySelector('#panel h2').textContent.includes('ferry line')")
    firefox.click("#as-table")
    firefox.click("#sheet tbody button")
    firefox.wait("return Boolean(document.querySelector('#panel .sentence'))")


def test_no_text_runs_in_firefox(
    firefox: Firefox, hostile: nx.MultiDiGraph[str], tmp_path: Path
) -> None:
    write_view(hostile, tmp_path / "view.html", title="<script>document.title='ran'</script>")
    firefox.open(tmp_path / "view.html")
    firefox.click("#as-table")
    assert firefox.run("return document.documentElement.dataset.ran ?? 'no'") == "no"
    assert firefox.run("return document.title !== 'ran'")
    assert firefox.run("return document.querySelectorAll('#sheet tbody tr').length > 0")
