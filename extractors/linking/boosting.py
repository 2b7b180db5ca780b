"""Boosted decision trees as arrays: how likely rows of numbers are, without a library to load.

The trees are grown by scikit-learn (``training/linking``); a row goes left where its number is not
greater than the threshold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

ARRAYS = ("feature", "threshold", "left", "right", "value")
"""The arrays of a forest: one row a tree, one column a node; the first node is the root."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose values sum up to log-odds; a leaf leads to itself."""

    names: tuple[str, ...]
    feature: NDArray[np.intp]
    threshold: Rows
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: Rows
    roots: NDArray[np.intp]
    base: float
    depth: int

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.float32]], name: str) -> Forest:
        """Take the forest of a name from a file of arrays (``NAME.feature``, …)."""
        found = {key: arrays[f"{name}.{key}"] for key in (*ARRAYS, "base", "depth", "names")}
        width = found["feature"].shape[1]
        starts = np.arange(len(found["feature"]))[:, None] * width
        return cls(
            names=tuple(str(one) for one in found["names"]),
            feature=found["feature"].astype(np.intp).ravel(),
            threshold=found["threshold"].astype(np.float32).ravel(),
            left=(found["left"].astype(np.intp) + starts).ravel(),
            right=(found["right"].astype(np.intp) + starts).ravel(),
            value=found["value"].astype(np.float32).ravel(),
            roots=starts.ravel(),
            base=float(found["base"]),
            depth=int(found["depth"]),
        )

    def score(self, rows: Rows, names: Sequence[str]) -> Rows:
        """How likely each row is, between 0 and 1; ``names`` are those of the columns."""
        columns = [names.index(name) for name in self.names]
        flat = np.ascontiguousarray(rows[:, columns]).ravel()
        starts = (np.arange(len(rows)) * len(columns))[:, None]
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            goes_left = flat[starts + self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        odds = self.value[at].sum(axis=1, dtype=np.float64) + self.base
        found: Rows = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return found
