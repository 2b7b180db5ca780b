"""Grows the trees that score links, and sets how likely a link must be.

Texts are parted into five: each part is scored by trees grown on the others. The least likelihood
of a relation is the lowest at which so many of the links that the rules do not give are right.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from extractors.linking.dates import time_names
from extractors.linking.linking import SURELY_WRONG
from extractors.linking.places import place_names
from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from ontology.lexicons import load_lexicon
from training.folders import Folders
from training.linking.rows import Row, make_rows

_PARTS: Final = 5
_WANTED: Final = {"place": 0.62, "time": 0.76}
_TOGETHER: Final = {"place": 0.64, "time": 0.76}
"""How many of the links that are added shall be right, as far as the marks tell; more of those
in the sentence of the event, where rules looked before.

Marks are a lower bound: what somebody did not mark may be so. On the lists of
``docs/evaluation.md`` what is added is right more often than here.
"""

_GRAIN: Final = 0.02
_HIGHEST: Final = 0.9
_OPTIONS: Final = {
    "max_iter": 70,
    "learning_rate": 0.1,
    "max_leaf_nodes": 10,
    "max_depth": 6,
    "min_samples_leaf": 15,
    "l2_regularization": 2.0,
    "early_stopping": False,
    "random_state": 0,
}

Truths = NDArray[np.bool_]
Scores = NDArray[np.float64]


def grow_links(folders: Folders) -> None:
    """Write ``extractors/linking/data/links.npz`` and the figures of its trial beside it."""
    pipeline = Pipeline(load_reader(), load_lexicon())
    rows = make_rows(folders.corpora, pipeline)
    names_of = {"place": place_names(), "time": time_names()}
    arrays: dict[str, NDArray[Any]] = {}
    figures: dict[str, dict[str, float]] = {}
    for name, found in rows.of.items():
        names = names_of[name]
        least, figures[name] = _try(name, found, names.index("together"))
        numbers, right = _arrays(found)
        forest = _export(_grow(numbers, right))
        forest |= {key: np.array(value) for key, value in least.items()}
        forest["names"] = np.array(names)
        arrays |= {f"{name}.{key}": value for key, value in forest.items()}
    folder = folders.readers.parent / "linking" / "data"
    folder.mkdir(exist_ok=True)
    np.savez_compressed(folder / "links.npz", **arrays)  # type: ignore[arg-type] # numpy's stub
    figures["all"] = {"events": rows.events}
    (folder / "links.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _arrays(rows: Sequence[Row]) -> tuple[NDArray[np.float32], Truths]:
    numbers = np.array([row.numbers for row in rows], np.float32)
    return numbers, np.array([row.is_right for row in rows])


def _grow(numbers: NDArray[np.float32], right: Truths) -> Any:  # noqa: ANN401 (scikit-learn has no types)
    from sklearn.ensemble import (  # noqa: PLC0415 (needed for training only)
        HistGradientBoostingClassifier,
    )

    return HistGradientBoostingClassifier(**_OPTIONS).fit(numbers, right)


def _try(
    name: str, rows: Sequence[Row], together: int
) -> tuple[dict[str, float], dict[str, float]]:
    """The least likelihoods, and what the trial gave at them; ``together`` is a column."""
    numbers, right = _arrays(rows)
    parts = np.array([row.text % _PARTS for row in rows])
    scores: Scores = np.zeros(len(rows))
    for part in range(_PARTS):
        grown = _grow(numbers[parts != part], right[parts != part])
        scores[parts == part] = grown.predict_proba(numbers[parts == part])[:, 1]
    chosen = _chosen(rows, scores)
    by_rules = np.array([row.by_rules for row in rows])
    here = chosen & (numbers[:, together] > 0)
    far = chosen & ~here
    least = {
        "least": _least(scores[far], right[far], _WANTED[name]),
        "together": _least(scores[here], right[here], _TOGETHER[name]),
    }
    added = (far & (scores >= least["least"])) | (here & (scores >= least["together"]))
    wrong = by_rules & (scores < SURELY_WRONG)
    return least, {key: round(value, 2) for key, value in least.items()} | {
        "marked": int(right.sum()),
        "by rules": int(by_rules.sum()),
        "of these right": int((by_rules & right).sum()),
        "added": int(added.sum()),
        "added and right": int((added & right).sum()),
        "likely in the mean": round(float(scores[added].mean()), 3),
        "left out": int(wrong.sum()),
        "left out and right": int((wrong & right).sum()),
    }


def _chosen(rows: Sequence[Row], scores: Scores) -> Truths:
    """Which rows could be added: the likeliest of each event of which the rules tell nothing."""
    told = {row.event for row in rows if row.by_rules}
    best: dict[int, int] = {}
    chosen: Truths = np.zeros(len(rows), bool)
    for number, row in enumerate(rows):
        if row.event not in told and (
            row.event not in best or scores[number] > scores[best[row.event]]
        ):
            best[row.event] = number
    chosen[list(best.values())] = True
    return chosen


def _least(scores: Scores, right: Truths, wanted: float) -> float:
    for least in np.arange(_GRAIN, _HIGHEST, _GRAIN):
        taken = scores >= least
        if taken.any() and right[taken].mean() >= wanted:
            return float(least)
    return _HIGHEST


def _export(grown: Any) -> dict[str, NDArray[Any]]:  # noqa: ANN401 (scikit-learn has no types)
    """The trees as arrays; a leaf leads to itself."""
    trees = [rounds[0].nodes for rounds in grown._predictors]  # noqa: SLF001 (no public way)
    width = max(map(len, trees))
    own = np.arange(width, dtype=np.int16)
    found: dict[str, NDArray[Any]] = {
        "feature": np.zeros((len(trees), width), np.int16),
        "threshold": np.full((len(trees), width), np.inf, np.float32),
        "left": np.tile(own, (len(trees), 1)),
        "right": np.tile(own, (len(trees), 1)),
        "value": np.zeros((len(trees), width), np.float32),
    }
    for tree, nodes in enumerate(trees):
        inner = np.flatnonzero(nodes["is_leaf"] == 0)
        found["feature"][tree, inner] = nodes["feature_idx"][inner]
        found["threshold"][tree, inner] = nodes["num_threshold"][inner]
        found["left"][tree, inner] = nodes["left"][inner]
        found["right"][tree, inner] = nodes["right"][inner]
        found["value"][tree, : len(nodes)] = nodes["value"]
    depth = max(int(nodes["depth"].max()) for nodes in trees)
    base = float(np.ravel(grown._baseline_prediction)[0])  # noqa: SLF001 (no public way)
    return found | {"depth": np.array(depth), "base": np.array(base)}
