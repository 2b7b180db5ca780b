"""Writes into a Doc who did what to whom, and what mentions refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from spacy.tokens import Doc

from extractors.annotation.coreference import (
    COREFERENCE_NAME,
    NONE_BEFORE,
    CoreferenceRow,
)
from extractors.annotation.semantic_roles import PREDICATE, ROLES_NAME, RoleRow
from extractors.encoder.decoding import Analysis, Numbers
from extractors.encoder.heads.references import NONE
from extractors.encoder.network import Network
from extractors.encoder.words import Words

# what more digits say differs from processor to processor
_DIGITS: Final = 4


class Relater:
    """Writes what the network says of pairs of words, where it says anything."""

    def __init__(self, network: Network) -> None:
        # the role that says "none" is that of a predicate's row of itself
        self._roles = (PREDICATE, *network.labels.role[1:]) if network.roles else ()
        self._references = network.references

    def write(self, doc: Doc, words: Words, analyses: Sequence[Analysis]) -> None:
        """Annotate the Doc with the analyses of its windows, in their order."""
        if self._roles:
            doc._.set(ROLES_NAME, tuple(self._find_roles(words, analyses)))
        if self._references:
            doc._.set(COREFERENCE_NAME, tuple(self._find_references(doc, words, analyses)))

    def _find_roles(self, words: Words, analyses: Sequence[Analysis]) -> Iterator[RoleRow]:
        tokens = words.tokens.tolist()
        for first, analysis in _place(analyses):
            for arc in analysis.arcs:
                predicate, argument = tokens[first + arc.predicate], tokens[first + arc.argument]
                yield predicate, argument, self._roles[arc.role], round(arc.score, _DIGITS)

    def _find_references(
        self, doc: Doc, words: Words, analyses: Sequence[Analysis]
    ) -> Iterator[CoreferenceRow]:
        vectors = [one.references for one in analyses if one.references is not None]
        if self._references is None or not vectors:
            return
        mentions = np.concatenate([first + one.mentions for first, one in _place(analyses)])
        tokens = words.tokens[mentions]
        forms = doc.to_array("LOWER").astype(np.uint64)[tokens]
        sentences = _number_sentences(analyses)[mentions]
        later, before, shares = self._references.find(np.concatenate(vectors), sentences, forms)
        earlier = np.where(before == NONE, NONE_BEFORE, tokens[before])
        rows = zip(tokens[later].tolist(), earlier.tolist(), shares.tolist(), strict=True)
        for mention, antecedent, share in rows:
            yield mention, antecedent, round(share, _DIGITS)


def _place(analyses: Sequence[Analysis]) -> Iterator[tuple[int, Analysis]]:
    """Yield each analysis after the number of words before it."""
    first = 0
    for analysis in analyses:
        yield first, analysis
        first += len(analysis.heads)


def _number_sentences(analyses: Sequence[Analysis]) -> Numbers:
    starts = np.concatenate([one.starts for one in analyses])
    numbers: Numbers = np.cumsum(starts, dtype=np.intp)
    return numbers
