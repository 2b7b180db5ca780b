"""Scores a reading by spaCy's own scorers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from spacy.scorer import Scorer
from spacy.training import Example
from spacy.util import registry

from extractors.encoder.confidence import EVENTS

SCORE_WEIGHTS: Final[dict[str, float | None]] = {
    "ents_f": 0.4,
    "dep_las": 0.2,
    "tag_acc": 0.1,
    "pos_acc": 0.05,
    "morph_acc": 0.05,
    "lemma_acc": 0.05,
    "sents_f": 0.05,
    f"spans_{EVENTS}_f": 0.1,
}
"""How much each counts where a training chooses the best of several readers."""

_SCORERS: Final = ("tagger", "morphologizer", "lemmatizer", "parser", "ner")


def score_reading(examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (spaCy's)
    """Score sentences, tags, lemmas, trees, entities and events; None where nothing is known."""
    kept = list(examples)
    scores: dict[str, Any] = {}
    for name in _SCORERS:
        scores |= registry.get("scorers", f"spacy.{name}_scorer.v1")()(kept, **kwargs)
    known = [example for example in kept if EVENTS in example.reference.spans]
    return scores | Scorer.score_spans(
        known,
        f"spans_{EVENTS}",
        getter=lambda doc, _: doc.spans.get(EVENTS, []),
        has_annotation=lambda doc: EVENTS in doc.spans,
        allow_overlap=True,
        labeled=True,
    )
