"""Scores of clusters of mentions: MUC, B cubed, CEAF, and CoNLL's mean of the three (2012)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

Clusters = set[frozenset[int]]


@dataclass(frozen=True, slots=True)
class Shares:
    """Precision and recall in percent."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """The three scores; single mentions are in no cluster."""

    muc: Shares
    b_cubed: Shares
    ceaf: Shares

    @property
    def conll(self) -> float:
        """The mean of the three F."""
        return (self.muc.f + self.b_cubed.f + self.ceaf.f) / 3


@dataclass(slots=True)
class _Sum:
    right_found: float = 0.0
    found: float = 0.0
    right_marked: float = 0.0
    marked: float = 0.0

    def share(self) -> Shares:
        return Shares(
            100 * self.right_found / max(self.found, 1e-9),
            100 * self.right_marked / max(self.marked, 1e-9),
        )


def score_clusters(pairs: Iterable[tuple[Clusters, Clusters]]) -> ClusterScore:
    """Score documents' found clusters by those that are marked."""
    muc, b_cubed, ceaf = _Sum(), _Sum(), _Sum()
    for found, marked in pairs:
        _add_links(muc, found, marked)
        _add_mentions(b_cubed, found, marked)
        alike = _match(found, marked)
        ceaf.right_found += alike
        ceaf.right_marked += alike
        ceaf.found += len(found)
        ceaf.marked += len(marked)
    return ClusterScore(muc.share(), b_cubed.share(), ceaf.share())


def score_b_cubed(found: Clusters, marked: Clusters) -> Shares:
    """Score clusters by B cubed alone; a mention that is in none of either counts as missed."""
    total = _Sum()
    _add_mentions(total, found, marked)
    return total.share()


def count_merges(found: Clusters, marked: Clusters) -> tuple[int, int]:
    """How many merges made the found clusters out of single mentions, and how many are right."""
    total = _Sum()
    _add_links(total, found, marked)
    return round(total.found), round(total.right_found)


def _add_links(total: _Sum, found: Clusters, marked: Clusters) -> None:
    total.right_found += sum(len(one) - _count_parts(one, marked) for one in found)
    total.found += sum(len(one) - 1 for one in found)
    total.right_marked += sum(len(one) - _count_parts(one, found) for one in marked)
    total.marked += sum(len(one) - 1 for one in marked)


def _add_mentions(total: _Sum, found: Clusters, marked: Clusters) -> None:
    total.right_found += _overlap(found, marked)
    total.found += sum(map(len, found))
    total.right_marked += _overlap(marked, found)
    total.marked += sum(map(len, marked))


def _count_parts(cluster: frozenset[int], others: Clusters) -> int:
    """Into how many parts the other clusters cut one; a mention in none of them is a part."""
    place = _place(others)
    parts = {place[one] for one in cluster if one in place}
    return len(parts) + sum(one not in place for one in cluster)


def _overlap(clusters: Clusters, others: Clusters) -> float:
    """Sum up, for each mention, which share of its cluster is in its other cluster too."""
    place = _place(others)
    return sum(
        len(cluster & place[one]) / len(cluster)
        for cluster in clusters
        for one in cluster
        if one in place
    )


def _place(clusters: Clusters) -> Mapping[int, frozenset[int]]:
    return {one: cluster for cluster in clusters for one in cluster}


def _match(found: Clusters, marked: Clusters) -> float:
    """How alike the clusters are when each is matched with one other at most, at best."""
    graph: nx.Graph[tuple[str, frozenset[int]]] = nx.Graph()
    place = _place(marked)
    for cluster in found:
        for other in {place[one] for one in cluster if one in place}:
            alike = 2 * len(cluster & other) / (len(cluster) + len(other))
            graph.add_edge(("found", cluster), ("marked", other), weight=alike)
    return float(sum(graph.edges[pair]["weight"] for pair in nx.max_weight_matching(graph)))
