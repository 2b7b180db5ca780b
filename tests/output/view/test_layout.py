from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from output.view.layout import place
from output.view.spacing import overlaps


def box(count: int, width: float = 40.0, height: float = 20.0) -> np.ndarray:
    return np.tile([width, height], (count, 1))


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, np.ndarray, np.ndarray]:
    count = draw(st.integers(1, 40))
    node = st.integers(0, count - 1)
    links = draw(st.lists(st.tuples(node, node), max_size=80))
    sides = draw(
        st.lists(st.tuples(st.floats(1, 120), st.floats(1, 40)), min_size=count, max_size=count)
    )
    return count, np.array(links, dtype=np.int64).reshape(-1, 2), np.array(sides)


@settings(max_examples=40)
@given(networks())
def test_every_node_has_a_place_and_no_two_boxes_overlap(
    network: tuple[int, np.ndarray, np.ndarray],
) -> None:
    count, links, boxes = network
    position = place(count, links, boxes)
    assert position.shape == (count, 2)
    assert np.isfinite(position).all()
    assert len(overlaps(position, boxes)[0]) == 0


@settings(max_examples=15)
@given(networks())
def test_the_same_network_gives_the_same_places(
    network: tuple[int, np.ndarray, np.ndarray],
) -> None:
    count, links, boxes = network
    first, second = place(count, links, boxes), place(count, links, boxes)
    assert first.tobytes() == second.tobytes()


def test_a_network_without_nodes_has_no_places() -> None:
    assert place(0, np.zeros((0, 2), dtype=np.int64), np.zeros((0, 2))).shape == (0, 2)


@pytest.mark.parametrize("links", [[], [(0, 0)]])
def test_a_node_alone_stands_in_the_middle(links: list[tuple[int, int]]) -> None:
    assert place(1, np.array(links, dtype=np.int64), box(1)).tolist() == [[0.0, 0.0]]


def test_linked_nodes_stand_nearer_than_nodes_at_the_two_ends_of_a_chain() -> None:
    links = np.array([(number, number + 1) for number in range(9)])
    position = place(10, links, box(10))
    steps = np.hypot(*(position[1:] - position[:-1]).T)
    assert np.hypot(*(position[9] - position[0])) > 2 * steps.max()


def test_two_communities_stand_apart() -> None:
    groups = [
        [(a, b) for a in range(start, start + 40) for b in range(start, a)] for start in (0, 40)
    ]
    links = np.array([*groups[0], *groups[1], (0, 40)])
    position = place(80, links, box(80, 4, 4))
    centres = position[:40].mean(axis=0), position[40:].mean(axis=0)
    spread = max(
        np.hypot(*(position[:40] - centres[0]).T).mean(),
        np.hypot(*(position[40:] - centres[1]).T).mean(),
    )
    assert np.hypot(*(centres[1] - centres[0])) > 1.5 * spread


def test_many_components_are_packed_into_the_shape_of_a_screen() -> None:
    links = np.array([(2 * pair, 2 * pair + 1) for pair in range(60)])
    position = place(120, links, box(120, 20, 20))
    width, height = np.ptp(position, axis=0)
    assert 0.6 < width / height < 2.5


def test_nodes_of_one_place_are_parted() -> None:
    position = place(30, np.array([(0, number) for number in range(1, 30)]), box(30, 300, 5))
    assert len(overlaps(position, box(30, 300, 5))[0]) == 0


def test_nodes_aside_stand_below_all_others() -> None:
    links = np.array([(0, 1), (1, 2)])
    aside = np.array([False, False, False, False, True, True])
    position = place(6, links, box(6), aside=aside)
    assert position[aside, 1].min() > position[~aside, 1].max()
    assert len(overlaps(position, box(6))[0]) == 0
