"""Where and why a query is no SPARQL, in a sentence."""

from __future__ import annotations

import re

# how much of a query an error shows
_SHOWN = 30


def explain(sparql: str, told: str) -> str:
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
