"""Which mention before a mention means the same."""

from __future__ import annotations

import io
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.encoder.heads.biaffine import multiply

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]

DISTANCES: Final = (0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 60)
"""The edges of the classes of distance between two mentions, in sentences."""

NEAREST: Final = 60
"""How many mentions before a mention are looked at: the work grows with a text, not faster."""

NONE: Final = -1
_LIKELY: Final = 0.05
# Products of so many mentions with one before each stay in one thread (see ``biaffine``).
_BLOCK: Final = 32

Rows = tuple[Numbers, Numbers, Scores]


class PairScorer:
    """Scores pairs of mentions by their vectors, distance and whether they are the same word.

    The numbers are those of training's network of the same name.
    """

    def __init__(self, content: bytes) -> None:
        """Take the content of a file of arrays."""
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            found = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self._mention, self._bias = found["mention"], found["bias"]
        self._antecedent, self._product = found["antecedent"], found["product"]
        self._distance, self._score = found["distance"], found["score"]
        self._base = float(found["base"])

    def find(self, vectors: Scores, sentences: Numbers, forms: NDArray[np.uint64]) -> Rows:
        """The likely pairs: mentions, mentions before them or ``NONE``, and their probabilities.

        Mentions are numbers of rows, in order; the likeliest of each comes first.
        """
        blocks = [
            self._find(vectors, sentences, forms, start) for start in range(0, len(vectors), _BLOCK)
        ]
        empty = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32)
        later, before, shares = map(np.concatenate, zip(empty, *blocks, strict=True))
        return later, before, shares

    def _find(
        self, vectors: Scores, sentences: Numbers, forms: NDArray[np.uint64], start: int
    ) -> Rows:
        later = np.arange(start, min(start + _BLOCK, len(vectors)))
        first = max(0, start - NEAREST)
        window = slice(first, int(later[-1]) + 1)
        before = later[None, :] - np.arange(NEAREST, 0, -1)[:, None]
        places = np.maximum(before, first) - first
        near, own = vectors[window], vectors[later]
        far = np.searchsorted(DISTANCES, sentences[later] - sentences[window][places])
        same = forms[later] == forms[window][places]
        hidden = (own * near[places]) @ self._product
        hidden += multiply(near, self._antecedent.T)[places]
        hidden += own @ self._mention + self._bias
        hidden += self._distance[far + same * (len(DISTANCES) + 1)]
        scores = np.maximum(hidden, 0, out=hidden) @ self._score + self._base
        scores[before < 0] = -np.inf
        return _keep_likely(later, np.vstack([np.zeros_like(scores[:1]), scores]), before)


def _keep_likely(later: Numbers, scores: Scores, before: Numbers) -> Rows:
    """The pairs that are likely, and the likeliest of each mention; row 0 is "none"."""
    shares = np.exp(scores - scores.max(axis=0))
    shares /= shares.sum(axis=0)
    kept = shares >= np.minimum(_LIKELY, shares.max(axis=0))
    rows, columns = np.nonzero(kept)
    antecedents = np.vstack([np.full_like(before[:1], NONE), before])[rows, columns]
    likely = shares[rows, columns]
    order = np.lexsort((-antecedents, -likely, columns))
    return later[columns][order], antecedents[order], likely[order].astype(np.float32)
