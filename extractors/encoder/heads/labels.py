"""What the outputs of the network mean: the file ``labels.json`` beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.calibration import UNFITTED, Calibration
from graph.errors import ReaderError

OUTSIDE = "O"
ROOT = "ROOT"

_POS = frozenset([
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
])  # fmt: skip

LemmaRule = tuple[int, str, bool]
"""How many letters to drop at the end, what to append, and whether to lower-case first."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The labels of every output, in the order of its columns."""

    entity: tuple[str, ...]
    trigger: tuple[str, ...]
    tag: tuple[str, ...]
    pos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[LemmaRule, ...]
    relation: tuple[str, ...]
    role: tuple[str, ...]
    """The roles of arguments, the first of them "none"; empty where the network gives no roles."""


@dataclass(frozen=True, slots=True)
class Labels(Outputs):
    """All that the reader must know of the network's outputs."""

    trigger_types: dict[str, str]
    trigger_threshold: float
    entity_threshold: float
    entity_calibration: Calibration = UNFITTED
    trigger_calibration: Calibration = UNFITTED

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of entities, sorted."""
        return tuple(sorted({label[2:] for label in self.entity if label != OUTSIDE}))


def read_labels(content: bytes) -> Labels:
    """Parse ``labels.json``; raises ``ReaderError`` where a part of it is missing or unfit."""
    try:
        found = json.loads(content)
        labels = Labels(
            # older folders have neither roles nor the threshold of entities nor calibrations
            entity=tuple(found["entity"]),
            trigger=tuple(found["trigger"]),
            tag=tuple(found["tag"]),
            pos=tuple(found["pos"]),
            morph=tuple(found["morph"]),
            lemma=tuple((int(strip), str(end), bool(low)) for strip, end, low in found["lemma"]),
            relation=tuple(found["relation"]),
            role=tuple(found.get("role", ())),
            trigger_types=dict(found["trigger_types"]),
            trigger_threshold=float(found["trigger_threshold"]),
            entity_threshold=float(found.get("entity_threshold", 0.0)),
            entity_calibration=_calibration(found, "entity"),
            trigger_calibration=_calibration(found, "trigger"),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ReaderError(
            f"labels.json of the reader is unfit ({error!r}); take the folder from a release or "
            "train it anew"
        ) from error
    if unknown := set(labels.pos) - _POS:
        raise ReaderError(f"labels.json of the reader has parts of speech unknown here: {unknown}")
    needs = {f"B-{label[2:]}" for label in labels.entity if label != OUTSIDE}
    if lacking := needs - {*labels.entity}:
        raise ReaderError(f"labels.json of the reader lacks the entity labels {sorted(lacking)}")
    for part, needed in (("entity", OUTSIDE), ("trigger", OUTSIDE), ("relation", ROOT)):
        if needed not in getattr(labels, part):
            raise ReaderError(f"labels.json of the reader has no {needed!r} under {part!r}")
    return labels


def _calibration(found: Mapping[str, Mapping[str, Sequence[float]]], part: str) -> Calibration:
    fitted = found.get("calibration", {}).get(part)
    if fitted is None:
        return UNFITTED
    slope, offset = fitted
    return Calibration(float(slope), float(offset))


def apply_lemma_rule(form: str, rule: LemmaRule) -> str:
    """The lemma that a rule makes of a form; the form itself where the rule leaves nothing."""
    strip, ending, lower = rule
    base = form.lower() if lower else form
    if strip > len(base):
        return base
    return base[: len(base) - strip] + ending or form
