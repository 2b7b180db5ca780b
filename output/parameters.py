"""Values given for the variables of a query: ``event=Alden Bridge collapse``, ``count=12``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import QueryError
from output.engine.guard import find_pattern, find_variables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from output.engine import Engine

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_DATE = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}")
_XSD = "http://www.w3.org/2001/XMLSchema#"

_NAMED = """
SELECT DISTINCT ?thing WHERE {
  VALUES ?name { %s }
  VALUES ?property { skos:prefLabel skos:altLabel dct:title }
  ?thing ?property ?label .
  FILTER(LCASE(STR(?label)) = ?name)
}
ORDER BY ?thing
"""

IRI = "Iri"
"""How the variables end that stand for things in the queries that ship: ``?eventIri``."""


def fill(
    sparql: str, given: Mapping[str, str], *, engine: Engine, prefixes: Mapping[str, str]
) -> str:
    """Give the variables of a query their values.

    ``event=...`` fills ``?eventIri`` where the query has that, and ``?event`` otherwise. A thing is
    told by its IRI, by ``prefix:name``, or by any of its names, without regard to capitals;
    several of one name all count. Raises ``QueryError`` for an unknown variable or name.
    """
    for name, value in given.items():
        variable = _variable(sparql, name)
        terms = _terms(variable, value, engine, prefixes)
        at = find_pattern(sparql)
        sparql = sparql[:at] + _set(variable, terms, sparql[:at]) + sparql[at:]
    return sparql


def _set(variable: str, terms: Sequence[ox.NamedNode | ox.Literal], head: str) -> str:
    """Say what a variable is: one of the answer is compared, any other is bound."""
    if variable in find_variables(head) or "*" in head:
        # a bound one would also take the place of what an OPTIONAL does not find
        return f" FILTER(?{variable} IN ({', '.join(map(str, terms))}))"
    return f" VALUES ?{variable} {{ {' '.join(map(str, terms))} }}"


def read_parameters(given: list[str]) -> dict[str, str]:
    """Read ``name=value``; raises ``QueryError`` for what is none."""
    pairs = [one.partition("=") for one in given]
    for name, sign, _ in pairs:
        if not sign or not name.isidentifier():
            raise QueryError(f"no parameter {name + sign!r}; write it as name=value")
    return {name: value for name, _, value in pairs}


def _variable(sparql: str, name: str) -> str:
    known = find_variables(sparql)
    for variable in (name + IRI, name):
        if variable in known:
            return variable
    choices = ", ".join(sorted({one.removesuffix(IRI) for one in known}))
    raise QueryError(f"the query has no ?{name} to set; one of: {choices}")


def _terms(
    variable: str, value: str, engine: Engine, prefixes: Mapping[str, str]
) -> list[ox.NamedNode | ox.Literal]:
    known = _node(value, prefixes)
    if known is not None:
        return [known]
    if variable.endswith(IRI):
        return list(_named(value, engine))
    if _NUMBER.fullmatch(value):
        kind = "decimal" if "." in value else "integer"
        return [ox.Literal(value, datatype=ox.NamedNode(_XSD + kind))]
    if _DATE.fullmatch(value):
        return [ox.Literal(value, datatype=ox.NamedNode(_XSD + "date"))]
    return [ox.Literal(value), ox.Literal(value, language="en")]


def _node(value: str, prefixes: Mapping[str, str]) -> ox.NamedNode | None:
    bare = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    prefix, colon, local = bare.partition(":")
    whole = prefixes[prefix] + local if colon and prefix in prefixes else bare
    is_node = whole != value or re.match("(?:https?|urn):", value)
    try:
        return ox.NamedNode(whole) if is_node else None
    except ValueError:
        return None


def _named(name: str, engine: Engine) -> list[ox.NamedNode]:
    sparql = _NAMED % ox.Literal(name.casefold())
    found = [ox.NamedNode(line[1:-1]) for line in engine.ask(sparql).lines()]
    if not found:
        raise QueryError(f"nothing in the graph is named {name!r}; see `--example mentioned`")
    return found
