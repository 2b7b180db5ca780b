"""Lets the teacher fill in what a corpus does not annotate, or label raw text throughout."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]

from training.kinds import KINDS
from training.samples import Entity, Sample
from training.teacher.batches import Encoded, encode, make_batches
from training.teacher.decoding import SURE, Scores, find_best_labels, find_doubts, find_names
from training.teacher.encoder import load_model, load_tokenizer, score_labels
from training.tokenizing import make_english

_BATCH: Final = 4096


def fill_samples(samples: Sequence[Sample], folder: Path) -> list[Sample]:
    """Give the samples with every kind annotated; what the corpora mark stays as it is.

    The teacher chooses only among the labels that the corpus allows. Names and
    outsides of which it is unsure become unknown stretches.
    """
    nlp, tokenizer, model = make_english(), load_tokenizer(folder), load_model(folder)
    encoded = [encode(sample, nlp, tokenizer) for sample in samples]
    filled: dict[int, Sample] = {}
    for one, scores in _score(model, encoded):
        filled[id(one)] = _fill(one, scores)
    return [filled.get(id(one), one.sample) for one in encoded]


def _score(model: Any, encoded: Sequence[Encoded]) -> Iterator[tuple[Encoded, Scores]]:  # noqa: ANN401
    readable = [one for one in encoded if one.firsts]
    for batch in make_batches(readable, _BATCH, None):
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = score_labels(model, batch).numpy()
        position = 0
        for one in batch:
            yield one, scores[position : position + len(one.firsts)]
            position += len(one.firsts)


def _fill(one: Encoded, scores: Scores) -> Sample:
    sample = one.sample
    allowed = np.array(one.allowed, dtype=bool)
    masked = np.where(allowed, scores, np.float32(-1e4)).astype(np.float32)
    masked -= np.log(np.exp(masked).sum(axis=1, keepdims=True) + 1e-30)
    labels = find_best_labels(masked)
    entities: list[Entity] = list(sample.entities)
    unknown: list[tuple[int, int]] = []
    for first, last, kind, sure in find_names(labels, masked):
        start, end = one.tokens[first][0], one.tokens[last][1]
        if any(start < name.end and name.start < end for name in sample.entities):
            continue
        if sure >= SURE:
            entities.append(Entity(start, end, kind))
        else:
            unknown.append((start, end))
    unknown += [one.tokens[index] for index in find_doubts(labels, masked)]
    # What lies beyond the encoder's reach stays unknown.
    reach = one.tokens[-1][1]
    if reach < len(sample.text.rstrip()):
        unknown.append((reach, len(sample.text)))
    return replace(
        sample,
        kinds=frozenset(KINDS),
        entities=tuple(sorted(entities)),
        unknown=tuple(unknown),
    )
