from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from extractors.encoder.heads.entities import Scheme

LABELS = ("O", "B-Person", "I-Person", "B-Place", "I-Place")
SCHEME = Scheme(LABELS, ("Person", "Place"))


def scores_for(*labels: str) -> NDArray[np.float32]:
    return np.array([[6 if label == one else 0 for label in LABELS] for one in labels], np.float32)


def is_allowed(labels: tuple[int, ...], breaks: NDArray[np.bool_]) -> bool:
    names = [LABELS[0], *(LABELS[label] for label in labels)]
    barred = [False, *breaks.tolist()]
    return all(
        not after.startswith("I-") or (before[2:] == after[2:] and not bar)
        for (before, after), bar in zip(pairwise(names), barred[1:], strict=True)
    )


@given(st.integers(1, 5), st.data())
def test_no_allowed_sequence_of_labels_is_better(size: int, data: st.DataObject) -> None:
    cells = st.sampled_from([-9, -4, -3, -1, 0, 1, 2, 4, 9])
    rows = data.draw(st.lists(cells, min_size=size * 5, max_size=size * 5))
    scores = np.array(rows, np.float32).reshape(size, 5)
    breaks = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)))
    found = SCHEME.decode(scores, breaks)
    words = np.arange(size)
    totals = [
        scores[words, list(labels)].sum()
        for labels in product(range(5), repeat=size)
        if is_allowed(labels, breaks)
    ]
    assert is_allowed(tuple(found.tolist()), breaks)
    assert scores[words, found].sum() == max(totals)


def test_an_entity_is_found_with_the_mean_probability_of_its_kind() -> None:
    scores = scores_for("O", "B-Place", "I-Place", "O")
    (found,) = SCHEME.find(scores, np.zeros(4, np.bool_))
    share = np.exp(6) / (np.exp(6) + 4)
    other = 1 / (np.exp(6) + 4)
    assert (found.start, found.end, found.label) == (1, 3, 1)
    assert found.confidence == pytest.approx(share + other)


def test_two_entities_beside_each_other_stay_two() -> None:
    scores = scores_for("B-Place", "B-Place", "I-Place", "B-Person")
    found = SCHEME.find(scores, np.zeros(4, np.bool_))
    assert [(one.start, one.end, one.label) for one in found] == [(0, 1, 1), (1, 3, 1), (3, 4, 0)]


def test_no_entity_goes_on_over_a_break() -> None:
    scores = scores_for("B-Place", "I-Place")
    found = SCHEME.find(scores, np.array([False, True]))
    assert all(one.end - one.start == 1 for one in found)


def test_words_outside_of_entities_give_none() -> None:
    assert SCHEME.find(scores_for("O", "O"), np.zeros(2, np.bool_)) == []
