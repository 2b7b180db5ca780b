"""From the scores of BIO labels to entities with their confidences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.encoder.heads.labels import OUTSIDE

Scores = NDArray[np.float32]
NEVER: Final = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of words of one window; ``end`` is exclusive."""

    start: int
    end: int
    label: int
    confidence: float


class Scheme:
    """A set of BIO labels: which may follow which, and the kind of each."""

    def __init__(self, labels: tuple[str, ...], kinds: tuple[str, ...]) -> None:
        self._labels = labels
        self._kinds = kinds

    @cached_property
    def inside(self) -> NDArray[np.bool_]:
        """Whether each label only continues an entity."""
        return np.array([label.startswith("I-") for label in self._labels])

    @cached_property
    def members(self) -> Scores:
        """1 where a label (row) is of a kind (column)."""
        rows = [[label[2:] == kind for kind in self._kinds] for label in self._labels]
        return np.array(rows, np.float32).reshape(len(self._labels), len(self._kinds))

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """Whether a label (row) may stand before another (column)."""
        same = self.members @ self.members.T > 0
        return same | ~self.inside[None, :]

    @cached_property
    def begins(self) -> NDArray[np.intp]:
        """For each label that continues an entity, the one that begins it; for others, itself."""
        names = [label.replace("I-", "B-", 1) for label in self._labels]
        return np.array([self._labels.index(name) for name in names])

    @cached_property
    def outside(self) -> int:
        """The label of words in no entity."""
        return self._labels.index(OUTSIDE)

    def find(self, scores: Scores, breaks: NDArray[np.bool_]) -> list[Found]:
        """The entities of a window; none goes on over a break (true for the word after it).

        The confidence is the probability that a word is of the kind, in the mean over the words.
        """
        labels = self.decode(scores, breaks)
        begins = np.flatnonzero((labels != self.outside) & ~self.inside[labels])
        if not len(begins):
            return []
        others = np.append(np.flatnonzero(~self.inside[labels]), len(labels))
        ends = others[np.searchsorted(others, begins, side="right")]
        kinds = self.members[labels[begins]].argmax(axis=1)
        sums = np.cumsum(probabilities(scores) @ self.members, axis=0, dtype=np.float64)
        sums = np.vstack([np.zeros_like(sums[:1]), sums])
        means = (sums[ends, kinds] - sums[begins, kinds]) / (ends - begins)
        rows = zip(begins.tolist(), ends.tolist(), kinds.tolist(), means.tolist(), strict=True)
        return [Found(start, end, kind, min(mean, 1.0)) for start, end, kind, mean in rows]

    def decode(self, scores: Scores, breaks: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The best sequence of labels among those that BIO allows (Viterbi 1967)."""
        scores = scores.copy()
        barred = breaks.copy()
        barred[:1] = True
        scores[barred] = np.where(self.inside, NEVER, scores[barred])
        best: NDArray[np.intp] = scores.argmax(axis=1)
        unfit = np.flatnonzero(~self.allowed[best[:-1], best[1:]]) + 1
        if len(unfit):
            sure = self._find_sure(scores, best, unfit)
            kept = np.arange(len(self.inside)) == best[:, None]
            scores[sure[:, None] & ~kept] = NEVER
            steps = np.where(self.allowed, np.float32(0), NEVER)
            # nothing but what lies between two sure words can change: most windows change little
            ends = np.flatnonzero(sure)
            for first, last in {_around(ends, word, len(best)) for word in unfit.tolist()}:
                best[first : last + 1] = _search(scores[first : last + 1], steps)
        return best

    def _find_sure(
        self, scores: Scores, best: NDArray[np.intp], unfit: NDArray[np.intp]
    ) -> NDArray[np.bool_]:
        """Which words keep their best label in the best sequence allowed.

        To begin an entity at each unfit word would make the sequence an allowed one. At a sure
        word, any label but the best would lose more than that.
        """
        cost = (scores[unfit, best[unfit]] - scores[unfit, self.begins[best[unfit]]]).sum()
        two = np.partition(scores, -2, axis=1)[:, -2:]
        sure: NDArray[np.bool_] = two[:, 1] - two[:, 0] > cost
        return sure


def _around(sure: NDArray[np.intp], word: int, size: int) -> tuple[int, int]:
    """The sure word before one that is not, and the sure word after it; else the ends."""
    place = int(np.searchsorted(sure, word))
    first = int(sure[place - 1]) if place else 0
    return first, int(sure[place]) if place < len(sure) else size - 1


def probabilities(scores: Scores) -> Scores:
    """The probability of each label of each word."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Scores = raised / raised.sum(axis=1, keepdims=True)
    return shares


def _search(scores: Scores, steps: Scores) -> NDArray[np.intp]:
    reached = scores[0]
    origins = np.zeros(scores.shape, np.intp)
    for index in range(1, len(scores)):
        ways = reached[:, None] + steps
        origins[index] = ways.argmax(axis=0)
        reached = ways.max(axis=0) + scores[index]
    labels = np.empty(len(scores), np.intp)
    labels[-1] = reached.argmax()
    for index in range(len(scores) - 1, 0, -1):
        labels[index - 1] = origins[index, labels[index]]
    return labels
