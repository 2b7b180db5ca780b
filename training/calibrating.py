"""Fits how often the accurate reader is right to how sure it is, on what tunes, and measures it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import spacy
from spacy.language import Language

from extractors.corpora.formats import Format, read_golds
from extractors.corpora.geneva import part_of
from extractors.corpora.gold import Gold
from extractors.corpora.samples import Sample
from extractors.encoder.bundling import NAME as ENCODER
from extractors.evaluation.calibration import (
    Judged,
    bin_judged,
    expected_error,
    judge_names,
    judge_triggers,
)
from graph.calibration import UNFITTED, Calibration, log_odds
from training.corpora import gather_names
from training.folders import Folders

_STEPS: Final = 100
_LONGEST: Final = 0.2
"""The longest step, so that Newton's way does not leave where the odds are nearly even."""


def calibrate(folders: Folders) -> None:
    """Write into the accurate reader how sure it may be of names and of triggers."""
    reader = folders.readers / "accurate"
    path = reader / ENCODER / "labels.json"
    labels = json.loads(path.read_text("utf-8"))
    labels.pop("calibration", None)
    _write(labels, path)
    nlp = spacy.load(reader)
    names = list(_judge_samples(nlp, gather_names(folders.corpora)["tune"]))
    triggers = list(_judge_golds(nlp, _read_tuning_triggers(folders.corpora / "geneva.jsonl")))
    fitted = {"entity": fit(names), "trigger": fit(triggers)}
    labels["calibration"] = {
        part: [round(one.slope, 4), round(one.offset, 4)] for part, one in fitted.items()
    }
    _write(labels, path)


def fit(judged: Sequence[Judged]) -> Calibration:
    """Give the slope and offset that make what was right likeliest (by Newton's method)."""
    if len({right for _, right in judged}) < 2:  # noqa: PLR2004 (all right, or all wrong)
        return UNFITTED
    odds = np.array([[log_odds(confidence), 1.0] for confidence, _ in judged])
    rights = np.array([float(right) for _, right in judged])
    weights = np.array([0.5, 0.0])
    for _ in range(_STEPS):
        shares = 1 / (1 + np.exp(-odds @ weights))
        slopes = odds.T @ (shares - rights)
        bends = (odds.T * (shares * (1 - shares))) @ odds + 1e-6 * np.eye(2)
        weights -= np.clip(np.linalg.solve(bends, slopes), -_LONGEST, _LONGEST)
    return Calibration(*weights.tolist())


def measure_sureness(nlp: Language, held: Mapping[str, Sequence[Gold]]) -> dict[str, Any]:
    """Give the expected calibration error of names and triggers, and how they lie by bin."""
    samples = [gold.names for golds in held.values() for gold in golds if gold.names]
    golds = [gold for golds in held.values() for gold in golds if gold.triggers is not None]
    judged = {
        "names": list(_judge_samples(nlp, samples)),
        "triggers": list(_judge_golds(nlp, golds)),
    }
    return {what: _describe(found) for what, found in judged.items() if found}


def _describe(judged: Sequence[Judged]) -> dict[str, Any]:
    bins = [
        {"n": one.count, "confidence": round(one.confidence, 3), "right": round(one.right, 3)}
        for one in bin_judged(judged)
    ]
    return {"error": round(expected_error(judged), 1), "n": len(judged), "bins": bins}


def _judge_samples(nlp: Language, samples: Sequence[Sample]) -> Iterator[Judged]:
    for sample, doc in zip(samples, nlp.pipe(one.text for one in samples), strict=True):
        yield from judge_names(doc, sample)


def _judge_golds(nlp: Language, golds: Sequence[Gold]) -> Iterator[Judged]:
    for gold, doc in zip(golds, nlp.pipe(one.text for one in golds), strict=True):
        yield from judge_triggers(doc, gold)


def _read_tuning_triggers(path: Path) -> list[Gold]:
    golds: Iterable[Gold] = read_golds(path, Format.GENEVA)
    return [gold for at, gold in enumerate(golds) if part_of(at) == "tune"]


def _write(labels: Mapping[str, Any], path: Path) -> None:
    path.write_text(json.dumps(labels, indent=0), encoding="utf-8", newline="\n")
