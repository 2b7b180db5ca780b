"""What a query may not ask, told from its words: before it is sent to the engine."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What stands in a query, told apart as SPARQL does, so that a word in a text, an address, a
# comment, a variable or a prefixed name is no keyword. A text that nothing ends goes on to the end:
# nothing is read twice.
_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*+>
    | \'\'\'(?:[^'\\]|\\.|'(?!''))*+(?:\'\'\'|\Z) | \"\"\"(?:[^"\\]|\\.|"(?!""))*+(?:\"\"\"|\Z)
    | '(?:[^'\\\n\r]|\\.)*+'? | "(?:[^"\\\n\r]|\\.)*+"?
    | \#[^\n\r]*+
    | [?$](?P<variable>\w+)
    | (?P<language>@[A-Za-z-]+)
    | (?P<words>[\w.-]*+)(?P<local>:(?:[\w.:%-]|\\.)*+)?
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile("[A-Za-z]+")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

_REFUSED: Mapping[str, str] = {
    "SERVICE": "SERVICE would ask another server, and no query leaves this machine; leave it out",
    "FROM": "FROM would read another graph; leave it out, or write GRAPH <...> { ... } in WHERE",
    **dict.fromkeys(
        ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE"),
        "a query cannot change the graph; ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
    ),
}


def refuse(sparql: str) -> None:
    """Raise ``QueryError`` where a query would ask another server or change the graph."""
    plain = _unescaped(sparql)
    for word in (*_words(sparql), *_words(plain)):
        if word in _REFUSED:
            raise QueryError(_REFUSED[word])
    # Oxigraph ends a word where it likes: it reads `trueSERVICE` and `a:.SERVICE` as two
    if any("SERVICE" in _open_text(one) for one in (sparql, plain)):
        raise QueryError(_REFUSED["SERVICE"])


def _words(sparql: str) -> Iterator[str]:
    for token in _TOKEN.finditer(sparql):
        if token["words"] and token["local"] is None:
            yield from map(str.upper, _WORD.findall(token["words"]))


def _unescaped(sparql: str) -> str:
    # SPARQL reads \u0053ERVICE as SERVICE
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), sparql)


def _open_text(sparql: str) -> str:
    """Take out texts, IRIs, comments and variables: what is left may hold keywords."""
    return _TOKEN.sub(
        lambda token: token[0] if token["words"] is not None or token["language"] else " ", sparql
    ).upper()


def is_ordered(sparql: str) -> bool:
    """Tell whether the query itself gives the order of its rows."""
    return ("ORDER", "BY") in pairwise(_words(sparql))


def names_graphs(sparql: str) -> bool:
    """Tell whether the query may ask for single named graphs; it errs towards yes."""
    return any("GRAPH" in _open_text(one) for one in (sparql, _unescaped(sparql)))


def find_variables(sparql: str) -> list[str]:
    """List the variables of a query, without their sign, each once."""
    names = (token["variable"] for token in _TOKEN.finditer(sparql))
    return list(dict.fromkeys(name for name in names if name))


def find_pattern(sparql: str) -> int:
    """Find where the pattern of a query begins: behind its brace.

    Raises ``QueryError`` where there is none, as in a DESCRIBE of one thing.
    """
    hidden = _TOKEN.sub(_hide, sparql)
    template = re.search(r"\bCONSTRUCT\s*\{[^{}]*\}", hidden, re.IGNORECASE)
    brace = hidden.find("{", template.end() if template else 0)
    if brace < 0:
        raise QueryError("the query has no pattern { ... } whose variables could be set")
    return brace + 1


def _hide(token: re.Match[str]) -> str:
    """Take a token's place without a brace of its own."""
    return token[0] if token["words"] is not None else " " * len(token[0])
