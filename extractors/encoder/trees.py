"""From the scores of arcs to one tree a sentence."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.intp]


def find_trees(scores: NDArray[np.float32], starts: NDArray[np.bool_]) -> Heads:
    """The head of each word; a root's is the word itself, and each sentence has exactly one.

    ``scores[i, h]`` says how well ``h`` fits as head of ``i``, and ``scores[i, i]`` how well
    ``i`` fits as root. ``starts`` is true where a sentence begins, and for the first word.
    """
    sentences = np.cumsum(starts)
    within = np.where(sentences[:, None] == sentences[None, :], scores, -np.inf)
    heads: Heads = within.argmax(axis=1)
    begins = np.flatnonzero(starts)
    ends = np.append(begins[1:], len(starts))
    unfit = _find_unfit(heads, begins)
    for begin, end in zip(begins[unfit].tolist(), ends[unfit].tolist(), strict=True):
        heads[begin:end] = begin + find_tree(scores[begin:end, begin:end])
    return heads


def find_tree(scores: NDArray[np.float32]) -> Heads:
    """The best tree with one root over all words (Chu and Liu 1965, Edmonds 1967)."""
    size = len(scores)
    if size == 1:
        return np.zeros(1, np.intp)
    arcs = np.full((size + 1, size + 1), -np.inf)
    arcs[1:, 1:] = scores
    np.fill_diagonal(arcs, -np.inf)
    roots = scores.diagonal().astype(np.float64)
    # a second root costs more than any other choice could gain
    fine = (float(scores.max()) - float(scores.min()) + 1) * (size + 1)
    arcs[1:, 0] = roots - fine
    heads = _span(arcs)[1:] - 1
    tree: Heads = np.where(heads < 0, np.arange(size), heads)
    return tree


def _find_unfit(heads: Heads, begins: Heads) -> NDArray[np.bool_]:
    """Which sentences are no tree with one root."""
    own = np.arange(len(heads))
    roots = np.add.reduceat(heads == own, begins)
    top = heads
    for _ in range(len(heads).bit_length()):
        top = top[top]
    lost = np.add.reduceat(heads[top] != top, begins)
    unfit: NDArray[np.bool_] = (roots != 1) | (lost > 0)
    return unfit


def _span(arcs: NDArray[np.float64]) -> Heads:
    """The heads of the best tree from node 0; ``arcs[0]`` and the diagonal are minus infinity."""
    heads: Heads = arcs.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads.tolist())
    if not cycle:
        return heads
    ring = np.array(cycle)
    rest = np.setdiff1d(np.arange(len(arcs)), ring)
    gains = arcs[np.ix_(ring, rest)] - arcs[ring, heads[ring]][:, None]
    exits = arcs[np.ix_(rest, ring)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = arcs[np.ix_(rest, rest)]
    smaller[-1, :-1] = gains.max(axis=0)
    smaller[:-1, -1] = exits.max(axis=1)
    found = _span(smaller)
    outer, entry = found[:-1], int(found[-1])
    leaves = ring[exits.argmax(axis=1)]
    heads[rest] = np.where(outer == len(rest), leaves, np.append(rest, 0)[outer])
    heads[ring[gains[:, entry].argmax()]] = rest[entry]
    return heads


def _find_cycle(heads: list[int]) -> list[int]:
    """The nodes of one cycle; empty where all ways lead to node 0."""
    seen = [0] * len(heads)
    seen[0] = -1
    for begin in range(1, len(heads)):
        node = begin
        while not seen[node]:
            seen[node] = begin
            node = heads[node]
        if seen[node] == begin:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []
