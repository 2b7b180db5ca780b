"""Gives people and places in training text other names: the sentence has to tell the kind."""

import random
from collections.abc import Iterable
from typing import Final

from extractors.corpora.kinds import Kind
from extractors.corpora.samples import Sample
from training.augmenting import replace_text

_KINDS: Final[tuple[Kind, ...]] = ("Person", "Place")
_ODDS: Final = 0.35

Names = dict[Kind, list[str]]


def gather_known(samples: Iterable[Sample]) -> Names:
    """Give every name of people and places once: rare ones count as much as frequent ones."""
    found: Names = {kind: [] for kind in _KINDS}
    for sample in samples:
        for name in sample.entities:
            text = sample.text[name.start : name.end]
            if name.kind in found and text[:1].isupper() and not text.isupper():
                found[name.kind].append(text)
    return {kind: sorted(set(names)) for kind, names in found.items()}


def rename(sample: Sample, names: Names, chance: random.Random) -> Sample:
    """Put another name of its kind in the place of some of the sample's people and places."""
    renamed = sample
    # From the end, so that the names still to come keep their place.
    for name in sorted(sample.entities, reverse=True):
        if name.kind in names and chance.random() < _ODDS:
            new = chance.choice(names[name.kind])
            renamed = replace_text(renamed, name.start, name.end, new)
    return renamed
