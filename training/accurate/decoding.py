"""Turns the encoder's label scores into names."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.corpora.kinds import LABELS, OUTSIDE, Kind

Scores = NDArray[np.float32]


def _follow_matrix() -> NDArray[np.float32]:
    """Give 0 where a label may follow another, minus infinity where I- would begin a name."""
    matrix = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for before, first in enumerate(LABELS):
        for after, second in enumerate(LABELS):
            kind = second.removeprefix("I-")
            if second.startswith("I-") and first not in {f"B-{kind}", f"I-{kind}"}:
                matrix[before, after] = -np.inf
    return matrix


_FOLLOWS: Final = _follow_matrix()


def find_best_labels(scores: Scores) -> list[int]:
    """Give the likeliest well-formed row of labels (Viterbi over log-probabilities)."""
    if not len(scores):
        return []
    best = np.where(np.char.startswith(np.array(LABELS), "I-"), -np.inf, scores[0])
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = best[:, None] + _FOLLOWS
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    chosen = [int(best.argmax())]
    for pointers in reversed(back):
        chosen.append(int(pointers[chosen[-1]]))
    return chosen[::-1]


def find_names(labels: Sequence[int]) -> list[tuple[int, int, Kind]]:
    """Give first token, last token and kind of each name."""
    names: list[tuple[int, int, Kind]] = []
    for index, number in enumerate(labels):
        label = LABELS[number]
        if label == OUTSIDE:
            continue
        if label.startswith("B-") or not names:
            names.append((index, index, _kind_of(label)))
        else:
            first, _, kind = names[-1]
            names[-1] = (first, index, kind)
    return names


def _kind_of(label: str) -> Kind:
    kind: Kind = label[2:]  # type: ignore[assignment]  # every label is made of a kind
    return kind
