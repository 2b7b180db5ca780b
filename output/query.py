"""Questions to the graph in SPARQL: asked without reaching out, answered or refused clearly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import rdflib
    from rdflib.query import Result

# What stands in a query, told apart as SPARQL does, so that a word in a text, an address, a
# comment, a variable or a prefixed name is no keyword.
_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*>
    | '''(?:[^\\]|\\.)*?''' | \"\"\"(?:[^\\]|\\.)*?\"\"\"
    | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"
    | \#[^\n\r]*
    | [?$]\w+
    | (?P<name>@[A-Za-z-]+ | [\w.-]*:(?:[\w.:%-]|\\.)*)
    | (?P<word>[A-Za-z]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

# how much of a query an error shows
_SHOWN = 30

_REFUSED: Mapping[str, str] = {
    "SERVICE": "SERVICE would ask another server, and no query leaves this machine; leave it out",
    "FROM": "FROM would read another graph; leave it out, or write GRAPH <...> { ... } in WHERE",
    **dict.fromkeys(
        ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE"),
        "a query cannot change the graph; ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
    ),
}


def ask(dataset: rdflib.Dataset, sparql: str) -> Result:
    """Answer a query over all named graphs together.

    The prefixes of the vocabulary, and ``id:`` for the data, need not be declared. Raises
    ``QueryError`` for what is no valid SPARQL, would reach out, or would change the graph.
    """
    _refuse(sparql)
    try:
        answer = dataset.query(sparql)
        if answer.type == "SELECT":
            answer.bindings = list(answer.bindings)  # so that a failure shows here
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(_no_sparql(sparql, str(error))) from error
    return answer


def is_ordered(sparql: str) -> bool:
    """Tell whether the query itself gives the order of its rows."""
    return ("ORDER", "BY") in pairwise(_words(sparql))


def _no_sparql(sparql: str, told: str) -> str:
    """Say where and why a query fails, without the parser's list of all that could stand there."""
    start = "`vouchgraph query --list` shows queries to start from"
    place = re.match(r"error at (\d+):(\d+)", told)
    if not sparql.strip():
        return f"no valid SPARQL, the query is empty; {start}"
    if place is None:
        return f"no valid SPARQL, {told}; {start}"
    row, column = map(int, place.groups())
    line = sparql.split("\n")[row - 1].rstrip() if row <= sparql.count("\n") + 1 else ""
    rest = line[column - 1 :][:_SHOWN]
    near = f"near {rest!r}" if rest else f"after {line[-_SHOWN:]!r}"
    if "Prefix not found" in told:
        near = f"the prefix of {line[: column - 1].split()[-1]!r} is not declared"
    return f"no valid SPARQL, error at {row}:{column} (line:column), {near}; {start}"


def _refuse(sparql: str) -> None:
    # SPARQL reads \\u0053ERVICE as SERVICE
    plain = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), sparql)
    for word in (*_words(sparql), *_words(plain)):
        if word in _REFUSED:
            raise QueryError(_REFUSED[word])
    # Oxigraph ends a word where it likes: it reads `trueSERVICE` and `a:.SERVICE` as two
    if any("SERVICE" in _open_text(one) for one in (sparql, plain)):
        raise QueryError(_REFUSED["SERVICE"])


def _words(sparql: str) -> Iterator[str]:
    for token in _TOKEN.finditer(sparql):
        if token["word"]:
            yield token["word"].upper()


def _open_text(sparql: str) -> str:
    """Take out texts, IRIs, comments and variables: what is left may hold keywords."""
    return _TOKEN.sub(lambda token: token[0] if token.lastgroup else " ", sparql).upper()


# Queries that ship


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
