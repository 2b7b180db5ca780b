from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.loading import Held, hold
from ontology.names import PREFIXES
from output.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BASE = "https://example.org/id/"


@pytest.fixture
def hold_chain() -> Callable[..., Held]:
    """Makes what an engine holds."""
    return make_held


def make_held(count: int, *, changes: int = 0) -> Held:
    """A chain of nodes, each with its number; the first triple in two graphs."""
    quads = [
        Quad(NamedNode(f"{BASE}n{i}"), NamedNode(BASE + name), value, NamedNode(BASE + "g"))
        for i in range(count)
        for name, value in (("next", NamedNode(f"{BASE}n{i + 1}")), ("number", Literal(i)))
    ]
    first = quads[0]
    again = Quad(first.subject, first.predicate, first.object, NamedNode(BASE + "h"))
    store, repeated = hold([*quads, again])
    return Held(store, repeated, {**PREFIXES, "id": BASE}, changes)


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An engine over three hundred nodes in a row."""
    held = make_held(300)
    with Engine(lambda: held) as made:
        yield made


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server of this machine that nobody is to call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server
