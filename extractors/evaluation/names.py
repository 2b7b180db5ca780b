"""Compares the names that a reader finds with those that a corpus marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractors.corpora.kinds import find_kind
from extractors.corpora.samples import Entity, Sample
from extractors.evaluation.counts import Counts


@dataclass(slots=True)
class NameScore:
    """Exact matches of span and kind, counted by kind."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)

    def count(self, kinds: Iterable[str]) -> Counts:
        """Give the counts over some kinds."""
        chosen = list(kinds)
        right, found, marked = (
            sum(counter[kind] for kind in chosen)
            for counter in (self.right, self.found, self.marked)
        )
        return Counts(right, found, marked)


def score_names(samples: Sequence[Sample], found: Iterable[Iterable[Entity]]) -> NameScore:
    """Compare found names with marked ones.

    Only kinds that the sample's corpus annotates count, and what touches an
    unknown stretch counts neither for nor against.
    """
    score = NameScore()
    for sample, names in zip(samples, found, strict=True):
        marked = {name for name in sample.entities if not is_open(name, sample)}
        claimed = {
            name for name in names if name.kind in sample.kinds and not is_open(name, sample)
        }
        score.marked.update(name.kind for name in marked)
        score.found.update(name.kind for name in claimed)
        score.right.update(name.kind for name in marked & claimed)
    return score


def is_open(name: Entity, sample: Sample) -> bool:
    """Whether a name touches a stretch of which the corpus does not tell what it is."""
    return any(start < name.end and name.start < end for start, end in sample.unknown)


def find_entities(doc: Doc) -> Iterator[Entity]:
    """Yield the names of a document, their labels read as kinds."""
    for ent in doc.ents:
        if kind := find_kind(ent.label_):
            yield Entity(ent.start_char, ent.end_char, kind)
