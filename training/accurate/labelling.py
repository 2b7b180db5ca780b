"""Lets the encoder fill in what a corpus does not annotate, or label raw text throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]
from spacy.language import Language

from extractors.corpora.kinds import KINDS, LABELS
from extractors.corpora.samples import Entity, Sample
from training.accurate.decoding import SURE, Scores, find_best_labels, find_doubts, find_names
from training.accurate.inventory import load_inventory
from training.accurate.learn import load_average
from training.accurate.losses import feed
from training.accurate.network import find_device, load_tokenizer
from training.accurate.sentences import learn_from_sample
from training.accurate.windows import Coder, Window
from training.tokenizing import make_english

_BATCH: Final = 4096


def fill_samples(samples: Sequence[Sample], folder: Path) -> list[Sample]:
    """Give the samples with every kind annotated; what the corpora mark stays as it is.

    The encoder chooses only among the labels that the corpus allows. Names and
    outsides of which it is unsure become unknown stretches.
    """
    inventory, nlp = load_inventory(folder / "labels.json"), make_english()
    device, coder = find_device(), Coder(load_tokenizer(), inventory)
    network = load_average(inventory, folder).to(device)
    filled = list(samples)
    for batch in _make_batches(samples, coder, nlp):
        windows = [window for _, window in batch]
        with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
            logits = network(**feed(windows, device))["entity"].float().cpu()
        position = 0
        for index, window in batch:
            rows = logits[position : position + len(window.firsts)].log_softmax(-1).numpy()
            filled[index] = _fill(samples[index], window, rows, _find_tokens(samples[index], nlp))
            position += len(window.firsts)
    return filled


def _make_batches(
    samples: Sequence[Sample], coder: Coder, nlp: Language
) -> Iterator[list[tuple[int, Window]]]:
    """Yield samples of like lengths, each with its place among all."""
    lessons = ((index, learn_from_sample(one, nlp)) for index, one in enumerate(samples))
    windows = [(index, coder.encode([lesson], None)) for index, lesson in lessons if lesson]
    batch: list[tuple[int, Window]] = []
    for index, window in sorted(windows, key=lambda pair: len(pair[1].pieces)):
        if not window.firsts:
            continue
        if batch and (len(batch) + 1) * len(window.pieces) > _BATCH:
            yield batch
            batch = []
        batch.append((index, window))
    if batch:
        yield batch


def _find_tokens(sample: Sample, nlp: Language) -> list[tuple[int, int]]:
    doc = nlp.make_doc(sample.text)
    return [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]


def _fill(
    sample: Sample, window: Window, scores: Scores, tokens: Sequence[tuple[int, int]]
) -> Sample:
    masked = _mask(scores, window)
    labels = find_best_labels(masked)
    entities: list[Entity] = list(sample.entities)
    unknown: list[tuple[int, int]] = []
    for first, last, kind, sure in find_names(labels, masked):
        start, end = tokens[first][0], tokens[last][1]
        if any(start < name.end and name.start < end for name in sample.entities):
            continue
        if sure >= SURE:
            entities.append(Entity(start, end, kind))
        else:
            unknown.append((start, end))
    unknown += [tokens[index] for index in find_doubts(labels, masked)]
    return replace(
        sample,
        kinds=frozenset(KINDS),
        entities=tuple(sorted(entities)),
        unknown=tuple(unknown),
    )


def _mask(scores: Scores, window: Window) -> Scores:
    """Leave each word the labels that its corpus allows, as probabilities of their own."""
    allowed = np.array(
        [[labels is None or label in labels for label in LABELS] for labels in window.names]
    )
    masked: Scores = np.where(allowed, scores, np.float32(-1e4)).astype(np.float32)
    masked -= np.log(np.exp(masked).sum(axis=1, keepdims=True) + 1e-30)
    return masked
