"""The queries that ship."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Example:
    """A query that ships: its name, what it answers in a line, and its text."""

    name: str
    title: str
    text: str


@cache
def examples() -> Mapping[str, Example]:
    """List the queries that ship, by name."""
    found = files("output").joinpath("queries").iterdir()
    texts = {one.name: one.read_text(encoding="utf-8") for one in found if one.name.endswith(".rq")}
    return {
        name: Example(name, texts[file].partition("\n")[0].lstrip("# "), texts[file])
        for file in sorted(texts)
        for name in [file.removesuffix(".rq")]
    }


def find_example(name: str) -> Example:
    """Find a query that ships; raises ``QueryError`` for an unknown one."""
    try:
        return examples()[name]
    except KeyError:
        raise QueryError(f"no example {name!r}; one of: {', '.join(examples())}") from None
