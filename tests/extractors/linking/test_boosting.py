import math

import numpy as np
import pytest

from extractors.linking.boosting import Forest

# the first tree asks whether b is above 2 and then whether a is; the second is a leaf alone
ARRAYS = {
    "f.names": np.array(["a", "b"]),
    "f.feature": np.array([[1, 0, 0, 0, 0], [0, 0, 0, 0, 0]]),
    "f.threshold": np.array([[2, 2, np.inf, np.inf, np.inf], [np.inf] * 5], np.float32),
    "f.left": np.array([[1, 3, 2, 3, 4], [0, 1, 2, 3, 4]]),
    "f.right": np.array([[2, 4, 2, 3, 4], [0, 1, 2, 3, 4]]),
    "f.value": np.array([[0, 0, 1.0, -1.0, 0.5], [0.25, 0, 0, 0, 0]], np.float32),
    "f.depth": np.array(2),
    "f.base": np.array(-0.5),
}


def odds(score: float) -> float:
    return math.log(score / (1 - score))


@pytest.mark.parametrize(
    ("a", "b", "value"), [(0, 0, -1.0), (3, 0, 0.5), (2, 2, -1.0), (0, 3, 1.0), (9, 2.5, 1.0)]
)
def test_the_leaves_of_all_trees_are_summed_up(a: float, b: float, value: float) -> None:
    forest = Forest.read(ARRAYS, "f")
    (score,) = forest.score(np.array([[a, b]], np.float32), ("a", "b"))
    assert odds(float(score)) == pytest.approx(value + 0.25 - 0.5, abs=1e-5)


def test_columns_are_found_by_their_names() -> None:
    forest = Forest.read(ARRAYS, "f")
    rows = np.array([[7, 3, 0], [7, 0, 3]], np.float32)
    scores = forest.score(rows, ("other", "b", "a"))
    assert [round(odds(float(score)), 2) for score in scores] == [0.75, 0.25]


def test_a_column_that_is_missing_is_told() -> None:
    with pytest.raises(ValueError, match="not in"):
        Forest.read(ARRAYS, "f").score(np.zeros((1, 1), np.float32), ("a",))
