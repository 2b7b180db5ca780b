"""A site of two small documents, and a server of it on this machine."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
import uvicorn

from graph.dataset import held_by
from output.engine import Limits
from output.server import Site, make_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    import rdflib


@pytest.fixture
def site(dataset: rdflib.Dataset) -> Site:
    return Site(held_by(dataset), title="bridge", limits=Limits(seconds=5, memory=500, rows=1000))


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(site), port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
