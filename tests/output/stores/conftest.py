"""A store behind the Graph Store Protocol that remembers what it was asked."""

from __future__ import annotations

import hashlib
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


def free_port() -> int:
    """Find a port of this machine that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def listens(port: int) -> bool:
    """Tell whether somebody listens at a port of this machine."""
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


SECRET = "secret"  # noqa: S105 (of a store in memory)


class FakeStore(ThreadingHTTPServer):
    """Graphs in memory; ``wanted`` is the header of those who may ask, or "digest"."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.graphs: dict[str, bytes] = {}
        self.requests: list[tuple[str, str]] = []
        self.failures: list[int] = []
        self.wanted = ""

    def allows(self, header: str, method: str, target: str) -> bool:
        if self.wanted != "digest":
            return header == self.wanted
        parts = (one.strip().partition("=") for one in header[7:].split(","))
        told = {name: value.strip('"') for name, _, value in parts}
        middle = ":".join(told.get(name, "") for name in ("nonce", "nc", "cnonce", "qop"))
        ends = md5(f"dba:store:{SECRET}"), md5(f"{method}:{target}")
        return told.get("response") == md5(f"{ends[0]}:{middle}:{ends[1]}")

    def do(self, method: str, graph: str, body: bytes) -> tuple[int, bytes]:
        if self.failures:
            return self.failures.pop(0), b"not now"
        if method == "PUT":
            self.graphs[graph] = body
            return 201, b""
        if graph not in self.graphs:
            return 404, b"no such graph"
        content = self.graphs[graph]
        if method == "DELETE":
            del self.graphs[graph]
        return 200, content


class Handler(BaseHTTPRequestHandler):
    def answer(self) -> None:
        store = cast("FakeStore", self.server)
        graph = parse_qs(urlsplit(self.path).query)["graph"][0]
        store.requests.append((self.command, graph))
        if not store.allows(self.headers.get("Authorization") or "", self.command, self.path):
            self.send_response(401)
            if store.wanted == "digest":
                challenge = 'Digest realm="store", nonce="n1", qop="auth", algorithm="MD5"'
                self.send_header("WWW-Authenticate", challenge)
            self.end_headers()
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, content = store.do(self.command, graph, body)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        self.answer()

    def do_PUT(self) -> None:
        self.answer()

    def do_DELETE(self) -> None:
        self.answer()

    def log_message(self, *_: object) -> None:
        pass


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


@pytest.fixture
def fake() -> Iterator[FakeStore]:
    """A store that runs."""
    store = FakeStore()
    thread = threading.Thread(target=store.serve_forever)
    thread.start()
    yield store
    store.shutdown()
    store.server_close()
    thread.join()


@pytest.fixture
def url(fake: FakeStore) -> str:
    """The address of the store."""
    return f"http://127.0.0.1:{fake.server_port}"
