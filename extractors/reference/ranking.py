"""How likely each candidate of a pronoun is meant, as the reader has learned it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from spacy.tokens import Token

from extractors.annotation.coreference import antecedent_scores
from extractors.reference.referents import Referent

_HALF = 0.5


def rank_by_reader(token: Token, candidates: Sequence[Referent]) -> Sequence[float] | None:
    """The reader's odds of each candidate; minus infinity for one that it leaves out.

    None where the reader does not look for coreference, or thinks of nobody in particular, so
    that the rules decide alone. Where it thinks that the word takes up nothing, all are out.
    """
    odds = {found.token.i if found.token else -1: found.score for found in antecedent_scores(token)}
    if odds.get(-1, 0.0) > _HALF:
        return [-inf] * len(candidates)
    scores = [odds.get(candidate.word.i, -inf) for candidate in candidates]
    return scores if max(scores, default=-inf) > -inf else None
