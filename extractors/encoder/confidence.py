"""``Span._.confidence``: how sure a reader is of an entity or event."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import numpy as np
from spacy.tokens import Span, SpanGroup

ENTITIES: Final = "entities"
EVENTS: Final = "events"
"""The groups of ``Doc.spans`` whose ``attrs["scores"]`` hold a confidence for each span."""


def register_confidence() -> None:
    """Give spans the extension, unless some component has."""
    if not Span.has_extension("confidence"):
        Span.set_extension("confidence", getter=find_confidence)


def find_confidence(span: Span) -> float | None:
    """The confidence of a span as entity or event; None where it was not found as either."""
    groups = span.doc.spans
    for name in (ENTITIES, EVENTS):
        found = _look_up(groups[name], span) if name in groups else None
        if found is not None:
            return found
    return None


def _look_up(group: SpanGroup, span: Span) -> float | None:
    """The span's score in a group sorted by where its spans, which do not overlap, begin."""
    # spaCy's spancat gives an array for each span, other components a number
    scores = np.ravel(group.attrs.get("scores", ()))
    position = bisect_left(_Starts(group), span.start)
    if position < min(len(group), len(scores)):
        found = group[position]
        if (found.start, found.end, found.label) == (span.start, span.end, span.label):
            return float(scores[position])
    return None


class _Starts:
    """Where the spans of a group begin; a Span is made for those asked for only."""

    def __init__(self, group: SpanGroup) -> None:
        self._group = group

    def __len__(self) -> int:
        return len(self._group)

    def __getitem__(self, position: int) -> int:
        return self._group[position].start
