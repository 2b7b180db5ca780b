"""The scores of pairs of words (biaffine: Dozat and Manning 2017), in small products.

OpenBLAS, which numpy uses, gives a product of more than half a million steps to threads of its
own. Windows are read by as many threads as there are cores, so that these would only wait for
each other: reading took twice the processor time.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

_STEPS: Final = 400_000


def multiply(rows: Scores, columns: Scores) -> Scores:
    """The product of each row with each of the other rows."""
    size = _block(rows.shape[1], square=True)
    left, right = _cut(rows, size), _cut(columns, size)
    blocks = left[:, None] @ right.transpose(0, 2, 1)[None]
    whole = blocks.transpose(0, 2, 1, 3).reshape(len(left) * size, len(right) * size)
    product: Scores = np.ascontiguousarray(whole[: len(rows), : len(columns)])
    return product


def relate(dependents: Scores, relations: Scores, heads: Scores) -> Scores:
    """How well each relation, a matrix each, fits between each row and the other's same row.

    The matrices have a row and a column more than the vectors have numbers: what is said by
    one of the two words alone.
    """
    width = relations.shape[1]
    size = _block(width * width)
    left, right = _cut(with_one(dependents), size), _cut(with_one(heads), size)
    halves = left[:, None] @ relations[None]
    scores = np.einsum("brwk,bwk->bwr", halves, right)
    fits: Scores = scores.reshape(-1, len(relations))[: len(dependents)]
    return fits


def apply(rows: Scores, matrices: Scores) -> Scores:
    """Each row times each matrix, which has a row more than the rows have numbers."""
    count, width, columns = matrices.shape
    blocks = _cut(with_one(rows), _block(width * columns))
    products = (blocks[:, None] @ matrices[None]).transpose(0, 2, 1, 3)
    made: Scores = products.reshape(-1, count, columns)[: len(rows)]
    return made


def _block(steps: int, *, square: bool = False) -> int:
    most = _STEPS // steps
    return max(1, int(most**0.5) if square else most)


def _cut(rows: Scores, size: int) -> Scores:
    """The rows in blocks of one size, the last filled up with zeros."""
    count = -(-len(rows) // size)
    filled = np.zeros((count * size, rows.shape[1]), np.float32)
    filled[: len(rows)] = rows
    return filled.reshape(count, size, rows.shape[1])


def with_one(vectors: Scores) -> Scores:
    """The rows with a one at the end, by which what one word says alone counts."""
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])
