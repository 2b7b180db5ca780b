"""Queries that mean harm: none reaches a socket or a file, and all end within their limits."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import QueryError
from output.engine import Engine, Limits
from output.engine.process import Worker

if TYPE_CHECKING:
    import socket

LIMITS = Limits(seconds=1.0, memory=150, rows=2000)
END = "the query was stopped|no valid SPARQL|the query failed|no query leaves|cannot change|another"

NODES = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
# (a query, or how it is made; it must end with an error, or may also be answered)
BOUND_TO_FAIL = {
    "a product of three": f"SELECT (COUNT(*) AS ?n) {{ {NODES} }}",
    "a product of four": f"SELECT (COUNT(*) AS ?n) {{ {NODES} . ?j ?k ?l }}",
    "rows without end": f"SELECT * {{ {NODES} }}",
    "an order of a product": f"SELECT * {{ {NODES} }} ORDER BY ?c ?f ?i",
    "an order by chance": f"SELECT * {{ {NODES} }} ORDER BY RAND()",
    "different rows of a product": f"SELECT DISTINCT * {{ {NODES} }}",
    "groups of a product": f"SELECT ?a ?d ?g (COUNT(*) AS ?n) {{ {NODES} }} GROUP BY ?a ?d ?g",
    "a graph of a product": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {NODES} }}",
    "texts that double": "SELECT * { VALUES ?a { 'x' } "
    + " ".join(
        f"BIND(CONCAT({', '.join([f'?{one}'] * 9)}) AS ?{other})"
        for one, other in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "}",
    "all in one text": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) {{ {NODES} }}",
    "paths of paths": "SELECT (COUNT(*) AS ?n) { ?a (!<x:>/!<x:>/!<x:>)* ?b . ?c (!<x:>)* ?d . "
    "?e (!<x:>)* ?f }",
    "a path there and back": "SELECT (COUNT(*) AS ?n) { ?a (id:next|^id:next)* ?b . "
    "?b (id:next|^id:next)* ?c . ?c (id:next|^id:next)* ?d }",
    "not any of a product": f"SELECT * {{ ?x ?y ?z FILTER NOT EXISTS {{ {NODES} "
    "FILTER(?c = ?z && ?c = 'none' && ?i = ?f) } }",
    "a union of products": f"SELECT (SUM(?i) AS ?n) {{ {{ {NODES} }} UNION {{ {NODES} }} }}",
    "values times values": "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(99)))} }}" for i in range(6))
    + "}",
    "a query within each row": f"SELECT * {{ ?x ?y ?z {{ SELECT (MAX(?c) AS ?m) {{ {NODES} }} "
    "} }",
    "an optional product": f"SELECT (COUNT(?i) AS ?n) {{ ?x ?y ?z OPTIONAL {{ {NODES} }} }}",
    "three thousand braces": f"SELECT * {'{' * 3000}{'}' * 3000}",
    "fifty thousand brackets": f"SELECT * {{ FILTER({'(' * 50_000}1{')' * 50_000}) }}",
    "a hundred thousand braces": f"ASK {'{' * 100_000}",
    "a deep path": f"ASK {{ ?a {'(' * 30_000}id:next{')*' * 30_000} ?b }}",
    "many signs": f"SELECT (({'-' * 200_000}1) AS ?x) {{}}",
    "many nots": f"ASK {{ FILTER({'!' * 200_000}true) }}",
    "a long list": f"ASK {{ ?x ?y {'(' * 30_000} }}",
    "quotation marks that end nothing": 'ASK { "' + r"\"" * 100_000,
    "long quotation marks that end nothing": "ASK { " + "'''\\" * 50_000,
    "nothing": "",
    "a NUL": "SELECT * { ?s ?p ?o }\x00",
    "half a surrogate": "SELECT * { ?s ?p '\ud800' ",
    "a change": "INSERT DATA { <x:a> <x:b> 1 }",
    "a change in a query": "SELECT * { ?s ?p ?o } ; DROP ALL",
    "a file as a graph": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "a file to load": "LOAD <file:///etc/passwd>",
    "a server to load": "LOAD <{url}>",
    "another server": "SELECT * { SERVICE <{url}> { ?s ?p ?o } }",
    "another server in each row": "SELECT * { ?s ?p ?o LATERAL { SERVICE <{url}> { ?o ?q ?r } } }",
    "another server, quietly, in no row": "ASK { ?s ?p ?o FILTER NOT EXISTS { sErViCe#\nSILENT "
    "<{url}> { ?s ?p ?o } } }",
    "a server that a row names": "SELECT * { VALUES ?u { <{url}> } SERVICE ?u { ?s ?p ?o } }",
    "a last row": f"SELECT * {{ {NODES} }} OFFSET 999999999999",
    "hashes of a product": f"SELECT (MAX(SHA512(CONCAT(STR(?a), STR(?i)))) AS ?x) {{ {NODES} }}",
    "new names for a product": f"CONSTRUCT {{ [] ?b [] . [] ?e [] }} WHERE {{ {NODES} }}",
    "an answer that grows from one row": "CONSTRUCT { "
    + " . ".join(f"?s <x:{i}> ?t" for i in range(500))
    + " } WHERE { ?s ?p ?o . ?t ?q ?r }",
    "a thing and all that is said of it": "DESCRIBE ?s ?t { ?s ?p ?o . ?t ?q ?r . ?u ?v ?w }",
    "ten queries in each other": "SELECT * { " * 10 + NODES + " }" * 10,
    "two thousand queries in each other": "SELECT * { { " * 2000 + "?s ?p ?o" + " } }" * 2000,
    "a thousand times not any": "ASK { " + "FILTER NOT EXISTS { " * 20_000 + "}" * 20_000 + "}",
    "triples about triples about triples": "ASK { "
    + "<<( <x:a> <x:b> " * 20_000
    + "1"
    + " )>>" * 20_000
    + " <x:c> 1 }",
    "a million rows of values": "SELECT (COUNT(*) AS ?n) { VALUES ?a { "
    + "1 " * 300_000
    + "} VALUES ?b { "
    + "2 " * 300_000
    + "} }",
}
MAY_BE_ANSWERED = {
    "a product to take away": f"SELECT * {{ ?x ?y ?z MINUS {{ {NODES} . ?x ?b ?i "
    "FILTER(?f = 9) } }",
    "a slow pattern": f'ASK {{ FILTER(REGEX("{"a" * 5000}!", "^(a+)+$")) }}',
    "a large pattern": 'ASK { FILTER(REGEX("a", "((a{100}){100}){100}")) }',
    "a replacement that grows": f'SELECT (REPLACE("{"a" * 9999}", "a", "{"b" * 9999}") AS ?x) {{}}',
    "all that there is": "DESCRIBE ?s { ?s ?p ?o }",
    "a long chain": "SELECT * { " + " . ".join(f"?n{i} id:next ?n{i + 1}" for i in range(60)) + "}",
    "a hundred unions": "SELECT * { "
    + " UNION ".join(f"{{ ?a id:number {i} }}" for i in range(100))
    + "}",
    "a graph by an address": "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }",
    "an address as a function": "SELECT (<{url}>(1) AS ?x) {}",
    "a file as a base": "BASE <file:///etc/> SELECT * { GRAPH <passwd> { ?s ?p ?o } }",
    "a very large number": "SELECT (1e308 * 1e308 AS ?x) (STRDT('9', <x:>) AS ?y) {}",
    "a hundred things that may be": "SELECT * { ?s id:number 1 "
    + " ".join(f"OPTIONAL {{ ?s ?p{i} ?o{i} }}" for i in range(100))
    + "} LIMIT 5",
    "a pattern of forty unknowns": "SELECT * { "
    + " . ".join(f"?a{i} ?p ?a{i + 1}" for i in range(40))
    + " } LIMIT 1",
    "a slow pattern of any case": f'ASK {{ FILTER(REGEX("{"aA" * 3000}!", "(\\\\w+)+$", "i")) }}',
    "a number of a hundred thousand digits": f"SELECT (({'9' * 100_000} * 9) AS ?x) {{}}",
    "a year that no calendar has": 'SELECT (YEAR("999999999999-01-01T00:00:00Z"^^'
    "<http://www.w3.org/2001/XMLSchema#dateTime>) AS ?x) {}",
    "a million spaces": f"ASK {{{' ' * 1_000_000}}}",
    "ten thousand prefixes": "".join(f"PREFIX p{i}: <x:{i}#> " for i in range(10_000)) + "ASK {}",
    "a path that may be nothing": "ASK { ?a (id:next?/id:next?/id:next?/id:next?)* ?b }",
    "a text turned inside out": 'SELECT (ENCODE_FOR_URI(REPLACE("'
    + "é" * 100_000
    + '", ".", "$0$0$0$0$0$0$0$0")) AS ?x) {}',
    "a long name": f"SELECT ?{'x' * 500_000} {{}}",
}


def attack(engine: Engine, sparql: str) -> None:
    list(engine.ask(sparql, limits=LIMITS).lines())


@pytest.mark.parametrize("name", BOUND_TO_FAIL)
def test_an_attack_ends_in_a_sentence(engine: Engine, listener: socket.socket, name: str) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match=END) as told:
        attack(engine, _aimed(BOUND_TO_FAIL[name], listener))
    assert len(str(told.value)) < 400
    assert time.monotonic() - started < 30 * LIMITS.seconds  # it ends; a busy machine is slow
    _untouched(engine, listener)


@pytest.mark.parametrize("name", MAY_BE_ANSWERED)
def test_an_attack_is_answered_within_its_limits_or_ends_in_a_sentence(
    engine: Engine, listener: socket.socket, name: str
) -> None:
    with suppress(QueryError):
        attack(engine, _aimed(MAY_BE_ANSWERED[name], listener))
    _untouched(engine, listener)


def _aimed(sparql: str, listener: socket.socket) -> str:
    return sparql.replace("{url}", f"http://127.0.0.1:{listener.getsockname()[1]}/")


def _untouched(engine: Engine, listener: socket.socket) -> None:
    """No server was called, and the next query is answered."""
    with pytest.raises(BlockingIOError):
        listener.accept()
    assert engine.ask("ASK { id:n1 id:number 1 }").truth


def test_there_are_sixty_attacks() -> None:
    assert len(BOUND_TO_FAIL) + len(MAY_BE_ANSWERED) >= 60


def test_the_engine_itself_cannot_reach_a_server(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, listener: socket.socket
) -> None:
    monkeypatch.setattr("output.engine.asking.refuse", lambda _: None)  # the words are not asked
    with pytest.raises(QueryError, match="the query failed"):
        attack(engine, _aimed(BOUND_TO_FAIL["another server"], listener))
    _untouched(engine, listener)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no /proc on this system")
def test_a_child_has_nothing_open_but_its_pipes_and_can_open_nothing(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, listener: socket.socket
) -> None:
    started: list[Worker] = []
    monkeypatch.setattr(
        "output.engine.asking.Worker",
        lambda *given, **options: started.append(Worker(*given, **options)) or started[0],  # type: ignore[func-returns-value]
    )
    with Path(__file__).open():
        assert engine.ask("ASK {}").truth
    (worker,) = started
    opened = {str(one.readlink()) for one in Path(f"/proc/{worker._pid}/fd").iterdir()}
    kinds = {one.partition(":")[0] for one in opened}
    assert kinds == {"/dev/null", "pipe", f"/proc/{worker._pid}/statm"}
    limits = Path(f"/proc/{worker._pid}/limits").read_text()
    assert "Max open files            0                    0" in limits
    assert listener.fileno() > 0
