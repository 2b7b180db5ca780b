from __future__ import annotations

import gc
import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.errors import QueryError
from output.engine import Engine, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.loading import Held

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def children() -> set[int]:
    listed = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text()
    return set(map(int, listed.split()))


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    before = children()
    yield
    gc.collect()
    assert children() <= before


def lines(engine: Engine, sparql: str, limits: Limits | None = None) -> list[str]:
    return list(engine.ask(sparql, limits=limits).lines())


def test_a_triple_of_two_graphs_counts_once_unless_single_graphs_are_asked_for(
    engine: Engine,
) -> None:
    assert lines(engine, COUNT) == ["600"]
    assert lines(engine, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == ["601"]
    assert lines(engine, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o GRAPH id:h { ?x ?y ?z } }") == ["600"]


def test_the_next_query_is_answered_by_the_same_child(engine: Engine) -> None:
    lines(engine, COUNT)
    first = children()
    assert lines(engine, COUNT) == ["600"]
    assert children() == first


def test_a_change_of_what_is_held_is_seen_by_the_next_query(
    hold_chain: Callable[..., Held],
) -> None:
    held = [hold_chain(1, changes=0)]
    with Engine(lambda: held[0]) as engine:
        assert lines(engine, COUNT) == ["2"]
        held[0] = hold_chain(2, changes=1)
        assert lines(engine, COUNT) == ["4"]
        assert len(children()) == 1


def test_a_child_that_was_ended_by_others_is_made_anew(engine: Engine) -> None:
    lines(engine, COUNT)
    for child in children():
        os.kill(child, signal.SIGKILL)
    time.sleep(0.1)
    assert lines(engine, COUNT) == ["600"]


def test_several_queries_run_at_once(engine: Engine) -> None:
    one, other = engine.ask("SELECT ?n { ?s id:number ?n }"), engine.ask(COUNT)
    assert list(other.lines()) == ["600"]
    assert sorted(map(int, one.lines())) == list(range(300))


def test_an_answer_that_nobody_reads_ends_its_child(engine: Engine) -> None:
    answer = engine.ask(f"SELECT * {CROSS}")
    assert next(answer.lines())
    del answer
    gc.collect()
    assert children() == set()


def test_what_is_done_with_a_row_does_not_count_as_time_of_the_query(engine: Engine) -> None:
    answer = engine.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=Limits(seconds=0.5, rows=100))
    rows = answer.lines()
    next(rows)
    time.sleep(0.7)
    with pytest.raises(QueryError, match="more than 100 rows"):
        list(rows)


def test_as_many_rows_as_the_limit_are_given(engine: Engine) -> None:
    sparql = "SELECT ?n { ?s id:number ?n }"
    assert len(lines(engine, sparql, Limits(rows=300))) == 300
    read: list[str] = []
    with pytest.raises(QueryError, match="it gives more than 299 rows; ask for less, or set"):
        read.extend(engine.ask(sparql, limits=Limits(rows=299)).lines())
    assert len(read) == 299


@pytest.mark.parametrize(
    "limits",
    [
        {"seconds": 0},
        {"rows": -1},
        {"memory": 0},
        {"seconds": float("inf")},
        {"seconds": float("nan")},
        {"memory": 10**30},
    ],
)
def test_a_limit_that_is_none_is_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match="give one above 0"):
        Limits(**limits)


def test_ctrl_c_ends_the_query(engine: Engine, request: pytest.FixtureRequest) -> None:
    # a shell's background work ignores the signal
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    parent = threading.get_native_id()
    timer = threading.Timer(0.3, lambda: os.kill(parent, signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        lines(engine, f"SELECT (COUNT(*) AS ?n) {CROSS}")
    timer.join()
    assert children() == set()


def test_a_graph_is_given_as_triples(engine: Engine) -> None:
    answer = engine.ask("CONSTRUCT { ?s id:was ?n } WHERE { ?s id:number ?n FILTER(?n < 3) }")
    assert answer.form == "CONSTRUCT"
    assert sorted(triple.object.value for triple in answer.triples()) == ["0", "1", "2"]  # type: ignore[union-attr]


def test_a_prefix_of_ones_own_can_be_given(engine: Engine) -> None:
    answer = engine.ask("ASK { my:n1 my:number 1 }", prefixes={"my": "https://example.org/id/"})
    assert answer.truth


def test_an_error_of_the_query_leaves_the_child_to_the_next(engine: Engine) -> None:
    lines(engine, COUNT)
    first = children()
    with pytest.raises(QueryError, match="no valid SPARQL"):
        engine.ask("SELECT ?x {")
    assert lines(engine, COUNT) == ["600"]
    assert children() == first
