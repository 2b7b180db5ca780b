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
    small, sure = _find_fines(arcs[1:, 1:], roots)
    arcs[1:, 0] = roots - small
    heads = _span(arcs)[1:] - 1
    if np.count_nonzero(heads < 0) > 1:
        arcs[1:, 0] = roots - sure
        heads = _span(arcs)[1:] - 1
    tree: Heads = np.where(heads < 0, np.arange(size), heads)
    return tree


def _find_fines(arcs: NDArray[np.float64], roots: NDArray[np.float64]) -> tuple[float, float]:
    """What to take from the score of each root, so that a second one is not worth it.

    The best of all trees that has but one root, whatever the fine, is the best of those with one.
    The first fine, which leaves only the word that gains most as a root, is enough for nearly
    all sentences, and the search then ends soon. The second is more than any choice could gain.
    """
    gains = np.sort(roots - arcs.max(axis=1))
    finite = np.append(arcs[np.isfinite(arcs)], roots)
    return max(0.0, float(gains[-2:].mean())), float(np.ptp(finite) + 1) * len(roots)


def _find_unfit(heads: Heads, begins: Heads) -> NDArray[np.bool_]:
    """Which sentences are no tree with one root."""
    top = _climb(heads)
    roots = np.add.reduceat(heads == np.arange(len(heads)), begins)
    lost = np.add.reduceat(heads[top] != top, begins)
    unfit: NDArray[np.bool_] = (roots != 1) | (lost > 0)
    return unfit


def _climb(heads: Heads) -> Heads:
    """Where each word comes to after as many steps as there are words, or more."""
    for _ in range(len(heads).bit_length()):
        heads = heads[heads]
    return heads


def _span(arcs: NDArray[np.float64]) -> Heads:
    """The heads of the best tree from node 0; ``arcs[0]`` and the diagonal are minus infinity.

    Where the best heads form rings, each ring is drawn together to one node, and all is done
    anew; then the best arc into a ring takes the place of the arc that closes it.
    """
    heads: Heads = arcs.argmax(axis=1)
    heads[0] = 0
    nodes, groups = _draw_together(heads)
    if len(nodes) == len(arcs):
        return heads
    sizes = np.bincount(groups)
    gains = arcs - np.where(sizes[groups] > 1, arcs[np.arange(len(arcs)), heads], 0.0)[:, None]
    order = np.argsort(groups, kind="stable")
    begins = np.cumsum(sizes) - sizes
    rings = [
        (group, order[begins[group] : begins[group] + sizes[group]])
        for group in np.flatnonzero(sizes > 1).tolist()
    ]
    by_head = np.maximum.reduceat(gains[:, order], begins, axis=1)
    smaller = np.maximum.reduceat(by_head[order], begins, axis=0)
    np.fill_diagonal(smaller, -np.inf)
    outer = _span(smaller)
    # the best head of each word in each group: the node itself, or one of its ring
    within = np.tile(nodes, (len(arcs), 1))
    for group, ring in rings:
        within[:, group] = ring[gains[:, ring].argmax(axis=1)]
    for group, ring in rings:
        candidates = within[ring, outer[group]]
        word = gains[ring, candidates].argmax()
        heads[ring[word]] = candidates[word]
    alone = np.flatnonzero(sizes == 1)
    heads[nodes[alone]] = within[nodes[alone], outer[alone]]
    heads[0] = 0
    return heads


def _draw_together(heads: Heads) -> tuple[Heads, Heads]:
    """One node of each ring and all others, and the number of each node's own among these."""
    least = np.arange(len(heads))
    jump = heads
    for _ in range(len(heads).bit_length()):
        least = np.minimum(least, least[jump])
        jump = jump[jump]
    alone = np.ones(len(heads), np.bool_)
    alone[jump] = False
    return np.unique(np.where(alone, np.arange(len(heads)), least), return_inverse=True)
