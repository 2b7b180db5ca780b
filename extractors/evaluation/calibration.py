"""Whether a reader that is sure of something by so much is right so often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from extractors.corpora.gold import Gold
from extractors.corpora.kinds import find_kind
from extractors.corpora.samples import Entity, Sample
from extractors.evaluation.names import is_open
from extractors.evaluation.triggers import GROUP

Judged = tuple[float, float]
"""The confidence of something found, and how far it is right: 1 or True where it is wholly so."""

_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings of about one confidence: how many, their mean confidence, and the share right."""

    count: int
    confidence: float
    right: float


def bin_judged(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """Part findings into ten bins of equal width; those that hold none are left out."""
    held: defaultdict[int, list[Judged]] = defaultdict(list)
    for confidence, right in judged:
        held[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    return tuple(_describe(held[number]) for number in sorted(held))


def expected_error(judged: Iterable[Judged]) -> float:
    """Give the expected calibration error in points: by bin, how far confidence is from truth."""
    bins = bin_judged(judged)
    total = sum(one.count for one in bins)
    return 100 * sum(one.count * abs(one.confidence - one.right) for one in bins) / max(1, total)


def judge_names(doc: Doc, sample: Sample) -> Iterator[Judged]:
    """Yield the names that a reader found, as far as the sample's corpus tells of them.

    A name is right where its edges and its kind are; those without a confidence are left out.
    """
    for ent in doc.ents:
        kind, confidence = find_kind(ent.label_), ent._.confidence
        if kind in sample.kinds and confidence is not None:
            name = Entity(ent.start_char, ent.end_char, kind)
            if not is_open(name, sample):
                yield confidence, name in sample.entities


def judge_triggers(doc: Doc, gold: Gold) -> Iterator[Judged]:
    """Yield the triggers that a reader found, right where both edges are, whatever their type."""
    marked = {(start, end) for start, end, _ in gold.triggers or ()}
    for span in doc.spans.get(GROUP, ()):
        if (confidence := span._.confidence) is not None:
            yield confidence, (span.start_char, span.end_char) in marked


def _describe(judged: Sequence[Judged]) -> Bin:
    confidences, rights = zip(*judged, strict=True)
    return Bin(len(judged), sum(confidences) / len(judged), sum(rights) / len(judged))
