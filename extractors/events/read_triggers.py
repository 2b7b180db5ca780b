"""The words of a text that its reader takes to tell of events: ``doc.spans["events"]``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from extractors.words.events.trigger_types import load_trigger_types

_KEY = "events"
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class ReadTrigger:
    """What a reader takes a word to tell of, and how sure it is, from 0 to 1.

    ``noun`` is "" where only nouns of the type make events.
    """

    event_type: str
    noun: str
    confidence: float


def read_triggers(doc: Doc) -> dict[int, ReadTrigger]:
    """The triggers of types that make events, where the reader is sure, by token index.

    Empty for readers that set no ``doc.spans["events"]``. Their spans hold one word, a type of
    ``vg:EventTypes`` as the label and a finer type as the id; ``attrs["scores"]`` says how sure
    the reader is of each, and is 1 where it says nothing.
    """
    return dict(_strong(doc))


def _strong(doc: Doc) -> Iterator[tuple[int, ReadTrigger]]:
    group = doc.spans.get(_KEY, ())
    scores = getattr(group, "attrs", {}).get("scores", [1.0] * len(group))
    # spaCy's spancat gives an array for each span, other components a number
    for span, score in zip(group, np.ravel(scores).tolist(), strict=True):
        found = load_trigger_types().type_of(span.id_, span.label_)
        if score >= _SURE and not found.is_weak:
            trigger = ReadTrigger(found.event_type, found.noun, round(score, 2))
            yield span.root.i, trigger
