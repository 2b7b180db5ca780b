from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.encoder.heads.biaffine import multiply, relate


def random(*shape: int) -> NDArray[np.float32]:
    return np.random.default_rng(len(shape)).normal(0, 1, shape).astype(np.float32)


@pytest.mark.parametrize("words", [1, 38, 39, 40, 254])
def test_small_products_are_those_of_whole_matrices(words: int) -> None:
    left, right = random(words, 256), random(words, 256) + 1
    np.testing.assert_allclose(multiply(left, right), left @ right.T, rtol=1e-4, atol=1e-3)


@pytest.mark.parametrize("words", [1, 42, 43, 254])
def test_a_relation_fits_by_both_words_and_by_each_alone(words: int) -> None:
    left, right, relations = random(words, 96), random(words, 96) + 1, random(3, 97, 97)
    ones = np.ones((words, 1), np.float32)
    first, second = np.hstack([left, ones]), np.hstack([right, ones])
    expected = np.einsum("wi,rij,wj->wr", first, relations, second, optimize=True)
    np.testing.assert_allclose(relate(left, relations, right), expected, rtol=1e-3, atol=1e-2)
