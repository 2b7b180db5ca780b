"""Lays the names of a sample over its tokens, with what may be and what is unknown."""

from collections.abc import Sequence
from typing import Final

from extractors.corpora.kinds import KINDS, LABELS, OUTSIDE, Kind
from extractors.corpora.samples import Sample

_ANY: Final = frozenset(LABELS)


def label_tokens(sample: Sample, tokens: Sequence[tuple[int, int]]) -> list[str | None]:
    """Give each token's BIO label; None where the corpus leaves it open.

    ``tokens`` are start and end of each. A name whose edges do not fall on
    tokens' edges leaves open every token that it touches.
    """
    labels: list[str | None] = [OUTSIDE] * len(tokens)
    for start, end in sample.unknown:
        for index in _touched(tokens, start, end):
            labels[index] = None
    for name in sample.entities:
        touched = _touched(tokens, name.start, name.end)
        exact = (
            touched and tokens[touched[0]][0] == name.start and tokens[touched[-1]][1] == name.end
        )
        for place, index in enumerate(touched):
            labels[index] = f"{'I' if place else 'B'}-{name.kind}" if exact else None
    return labels


def _touched(tokens: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    return [index for index, (low, high) in enumerate(tokens) if low < end and start < high]


def allow_labels(label: str | None, kinds: frozenset[Kind]) -> frozenset[str]:
    """Give the labels that a token may have, by its own and by its corpus' kinds.

    Silence allows "outside" and every kind that the corpus does not annotate;
    an open token allows everything.
    """
    if label is None:
        return _ANY
    if label != OUTSIDE:
        return frozenset([label])
    silent = [kind for kind in KINDS if kind not in kinds]
    return frozenset([OUTSIDE, *(f"{prefix}-{kind}" for kind in silent for prefix in "BI")])
