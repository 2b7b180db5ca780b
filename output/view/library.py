"""The drawing library vis-network, as the installed pyvis carries it."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from graph.errors import VouchgraphError

VERSION = "9.1.2"
SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_PLACE = f"lib/vis-{VERSION}/vis-network.min.js"


class LibraryError(VouchgraphError):
    """The installed pyvis does not carry the drawing library that the page is written for."""


def read_library() -> str:
    """The script of vis-network with its licence on top, as pyvis 0.3.2 ships it.

    The page sets flags inside vis-network, so that another version could fail silently; any
    other content raises ``LibraryError``.
    """
    try:
        content = files("pyvis").joinpath(_PLACE).read_bytes()
    except FileNotFoundError:
        raise LibraryError(f"pyvis holds no {_PLACE}; install pyvis==0.3.2 again") from None
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise LibraryError(
            f"pyvis holds a changed {_PLACE} (SHA-256 {found}, expected {SHA256}); "
            "install pyvis==0.3.2 again"
        )
    # HTML parsers turn line ends into line feeds, and the page's policy hashes what they read.
    return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
