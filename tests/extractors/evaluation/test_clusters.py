from __future__ import annotations

import pytest

from extractors.evaluation.clusters import (
    Clusters,
    ClusterScore,
    Shares,
    count_merges,
    score_b_cubed,
    score_clusters,
)


def make(*clusters: str) -> Clusters:
    return {frozenset(map(ord, cluster)) for cluster in clusters}


def score(found: Clusters, marked: Clusters) -> ClusterScore:
    return score_clusters([(found, marked)])


def test_the_same_clusters_get_a_hundred() -> None:
    scores = score(make("abc", "de"), make("abc", "de"))
    assert (scores.muc, scores.b_cubed, scores.ceaf) == (Shares(100, 100),) * 3
    assert scores.conll == pytest.approx(100)


def test_other_clusters_get_nothing() -> None:
    assert score(make("ab"), make("cd")).conll == 0
    assert score(make(), make("cd")).conll == 0
    assert score(make("ab"), make()).conll == 0


def test_the_example_of_luo_s_paper_on_ceaf() -> None:
    """Marked {1…5}, {6, 7}, {8…c}; all of the first and the last in one cluster."""
    scores = score(make("1234589abc", "67"), make("12345", "67", "89abc"))
    assert scores.muc.precision == pytest.approx(90)
    assert scores.muc.recall == pytest.approx(100)
    assert scores.b_cubed.precision == pytest.approx(100 * 7 / 12)
    assert scores.b_cubed.recall == pytest.approx(100)
    assert scores.ceaf.precision == pytest.approx(100 * (1 + 2 / 3) / 2)
    assert scores.ceaf.recall == pytest.approx(100 * (1 + 2 / 3) / 3)


def test_a_mention_that_is_in_no_other_cluster_is_a_part_of_its_own() -> None:
    scores = score(make("abx"), make("ab"))
    assert scores.muc.precision == pytest.approx(50)
    assert scores.muc.recall == pytest.approx(100)
    assert scores.b_cubed.precision == pytest.approx(100 * (2 / 3 + 2 / 3) / 3)


def test_documents_count_together() -> None:
    pairs = [(make("ab"), make("ab")), (make("ab"), make("cd"))]
    assert score_clusters(pairs).muc == Shares(50, 50)


def test_single_mentions_count_for_b_cubed_alone() -> None:
    scores = score_b_cubed(make("ab", "c", "d"), make("a", "b", "cd"))
    assert (scores.precision, scores.recall) == (75, 75)


def test_merges_are_right_as_far_as_the_marked_clusters_go() -> None:
    assert count_merges(make("abcd", "e"), make("ab", "cde")) == (3, 2)
