from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.encoder.heads.references import DISTANCES, NEAREST, NONE, PairScorer

WIDTH = 6


@pytest.fixture
def scorer(files: Mapping[str, bytes]) -> PairScorer:
    return PairScorer(files["reference.npz"])


@pytest.fixture
def arrays(files: Mapping[str, bytes]) -> dict[str, NDArray[np.float32]]:
    with np.load(io.BytesIO(files["reference.npz"])) as file:
        return {name: file[name].astype(np.float32) for name in file.files}


def draw(count: int) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.uint64]]:
    chance = np.random.default_rng(count)
    vectors = chance.normal(0, 1, (count, WIDTH)).astype(np.float32)
    sentences = np.sort(chance.integers(0, count, count))
    return vectors, sentences, chance.integers(0, 4, count).astype(np.uint64)


def score_slowly(
    arrays: Mapping[str, NDArray[np.float32]],
    vectors: NDArray[np.float32],
    sentences: NDArray[np.int64],
    forms: NDArray[np.uint64],
    at: int,
) -> dict[int, float]:
    """The probabilities of a mention's antecedents, one pair after another."""
    scores = {NONE: 0.0}
    for before in range(max(0, at - NEAREST), at):
        far = sum(edge < sentences[at] - sentences[before] for edge in DISTANCES)
        far += (len(DISTANCES) + 1) * (forms[at] == forms[before])
        hidden = (
            vectors[at] @ arrays["mention"]
            + arrays["bias"]
            + vectors[before] @ arrays["antecedent"]
            + (vectors[at] * vectors[before]) @ arrays["product"]
            + arrays["distance"][far]
        )
        scores[before] = float(np.maximum(hidden, 0) @ arrays["score"] + arrays["base"])
    total = sum(np.exp(score) for score in scores.values())
    return {before: float(np.exp(score) / total) for before, score in scores.items()}


def test_pairs_have_the_probabilities_that_training_gives_them(
    scorer: PairScorer, arrays: Mapping[str, NDArray[np.float32]]
) -> None:
    given = draw(150)
    later, before, shares = scorer.find(*given)
    for at in range(150):
        found = dict(zip(before[later == at].tolist(), shares[later == at].tolist(), strict=True))
        slow = score_slowly(arrays, *given, at)
        likely = {one: share for one, share in slow.items() if share >= 0.05}
        best = max(slow, key=slow.__getitem__)
        likely = likely or {best: slow[best]}
        assert found == pytest.approx(likely, abs=1e-4)


def test_mentions_are_in_order_and_their_likeliest_comes_first(scorer: PairScorer) -> None:
    later, _, shares = scorer.find(*draw(150))
    assert later.tolist() == sorted(later.tolist())
    assert set(later.tolist()) == set(range(150))
    for at in range(150):
        own = shares[later == at].tolist()
        assert own == sorted(own, reverse=True)


def test_the_first_mention_has_none_before_it(scorer: PairScorer) -> None:
    later, before, shares = scorer.find(*draw(1))
    assert (later.tolist(), before.tolist(), shares.tolist()) == ([0], [NONE], [1.0])


def test_without_mentions_there_are_no_pairs(scorer: PairScorer) -> None:
    assert [len(column) for column in scorer.find(*draw(0))] == [0, 0, 0]
