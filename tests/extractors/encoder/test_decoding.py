from __future__ import annotations

import numpy as np

from extractors.encoder.decoding import _find_rules


def test_the_best_lemma_rules_come_first_and_those_far_from_the_best_are_none() -> None:
    scores = np.array([[0, 5, 6, 4, 5.5, 1], [9, 0, 0, 0, 0, 0]], np.float32)
    assert _find_rules(scores).tolist() == [[2, 4, 1, 3], [0, -1, -1, -1]]


def test_fewer_lemma_rules_than_are_looked_at_are_enough() -> None:
    assert _find_rules(np.array([[1, 2]], np.float32)).tolist() == [[1, 0]]
