from __future__ import annotations

from functools import cache
from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from extractors.encoder.heads.trees import find_tree, find_trees

Scores = NDArray[np.float32]


@st.composite
def square_scores(draw: st.DrawFn, largest: int) -> Scores:
    size = draw(st.integers(1, largest))
    cells = st.integers(-50, 50).map(lambda number: number / 4)
    rows = draw(st.lists(cells, min_size=size * size, max_size=size * size))
    return np.array(rows, np.float32).reshape(size, size)


def total(scores: Scores, heads: NDArray[np.intp]) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def is_tree(heads: NDArray[np.intp]) -> bool:
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    tops = set()
    for word in range(len(heads)):
        top = word
        for _ in heads:
            top = int(heads[top])
        tops.add(top)
    return len(roots) == 1 and tops == {int(roots[0])}


@cache
def all_trees(size: int) -> list[NDArray[np.intp]]:
    rows = product(range(size), repeat=size)
    return [heads for heads in map(np.array, rows) if is_tree(heads)]


@given(square_scores(5))
def test_no_tree_with_one_root_is_better(scores: Scores) -> None:
    found = find_tree(scores)
    assert is_tree(found)
    assert total(scores, found) == max(total(scores, heads) for heads in all_trees(len(scores)))


@given(square_scores(12))
def test_the_tree_is_as_good_as_networkx_finds(scores: Scores) -> None:
    network: nx.DiGraph[int] = nx.DiGraph()
    for word, head in np.ndindex(*scores.shape):
        source = -1 if word == head else head
        weight = float(scores[word, head]) - (10_000 if word == head else 0)
        network.add_edge(source, word, weight=weight)
    best = nx.maximum_spanning_arborescence(network)
    heads = np.zeros(len(scores), np.intp)
    for head, word in best.edges:
        heads[word] = word if head == -1 else head
    assert total(scores, find_tree(scores)) == total(scores, heads)


@given(square_scores(20), st.data())
def test_each_sentence_has_a_tree_of_its_own_words(scores: Scores, data: st.DataObject) -> None:
    size = len(scores)
    starts = np.array([True, *data.draw(st.lists(st.booleans(), min_size=size, max_size=size))])
    starts = starts[:size]
    heads = find_trees(scores, starts)
    begins = np.flatnonzero(starts)
    for begin, end in zip(begins, [*begins[1:], size], strict=True):
        assert is_tree(heads[begin:end] - begin)


def test_words_that_point_at_each_other_are_parted() -> None:
    scores = np.array([[0, 9, 1], [9, 0, 2], [1, 1, 3]], np.float32)
    heads = find_trees(scores, np.array([True, False, False]))
    assert heads.tolist() == [1, 2, 2]


@pytest.mark.parametrize("size", [254])
def test_a_window_of_words_that_form_one_ring_becomes_a_tree(size: int) -> None:
    scores = np.zeros((size, size), np.float32)
    scores[np.arange(size), (np.arange(size) + 1) % size] = 5
    heads = find_trees(scores, np.arange(size) == 0)
    assert is_tree(heads)
    assert total(scores, heads) == 5 * (size - 1)


def test_a_window_of_pairs_that_point_at_each_other_becomes_a_tree() -> None:
    scores = np.random.default_rng(1).random((254, 254), np.float32)
    words = np.arange(254)
    scores[words, words ^ 1] = 5
    assert is_tree(find_trees(scores, words == 0))


def test_two_words_that_would_both_be_roots_leave_the_better_one() -> None:
    scores = np.array([[9, 0, 1], [0, 3, 1], [8, 0, 8.5]], np.float32)
    assert find_tree(scores).tolist() == [0, 2, 0]
