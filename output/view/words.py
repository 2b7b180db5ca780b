"""How kinds of entities look and what relations are called on the page; read from words.json."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The words and shapes of the page, as words.json holds them."""
    return dict(json.loads(files("output.view").joinpath("words.json").read_text("utf-8")))


def shape_of(kind: str) -> str:
    """The shape that vis-network draws for a kind; unknown kinds share one."""
    kinds = words()["kinds"]
    return str(kinds.get(kind, kinds[""])["shape"])
