from __future__ import annotations

from collections.abc import Callable

import networkx as nx

from output.view.limiting import count_statements, left_out, limit_to
from output.view.page import make_page
from tests.output.view.conftest import BASE, entity


def test_a_limited_page_keeps_what_is_told_of_most_and_says_what_it_leaves_out(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    network = ferry()
    network.add_node(BASE + "event-fire", **entity("Fire", "Event", salience=2.0))
    part = limit_to(network, 2)
    assert set(part) == {BASE + "event-fire", BASE + "event-opening"}
    assert count_statements(part) == 1
    assert left_out(network, 2) == (
        "The page holds the 2 entities that are told of most. Left out: entities 1, statements 1."
    )
    assert "Anna Weiss" not in make_page(network, title="Ferries", limit=2)


def test_a_limit_that_is_not_reached_changes_nothing(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    network = ferry()
    assert limit_to(network, 2) is network
    assert left_out(network, 2) == left_out(network, None) == ""
