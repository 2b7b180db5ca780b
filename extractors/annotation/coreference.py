"""What a word refers to, as far as the reader says so: odds of the mentions before it.

A reader that finds mentions and what they refer to keeps them in ``Doc._.coreference``: rows of
the mention's head word, that of a mention before it, and the odds that the one goes back to the
other, by the places of the words; -1 stands for "none before it". Rows are sorted by mention, and
the likeliest comes first. Names, pronouns and common nouns are mentions alike. Several mentions of
the same share the odds: what is not the share of "none" is how likely it is that a mention goes
back to any.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from spacy.tokens import Doc, Token

COREFERENCE_NAME: Final = "coreference"
"""The name of the attribute of documents."""

NONE_BEFORE: Final = -1

CoreferenceRow = tuple[int, int, float]
"""Mention, mention before it (or ``NONE_BEFORE``) and score as a document keeps them."""


@dataclass(frozen=True, slots=True)
class AntecedentScore:
    """The head word of what a mention may refer to, or None for nothing before it."""

    token: Token | None
    score: float


def register_coreference() -> None:
    """Give documents the attribute, unless some component has; None is that of other readers."""
    if not Doc.has_extension(COREFERENCE_NAME):
        Doc.set_extension(COREFERENCE_NAME, default=None)


def gives_coreference(doc: Doc) -> bool:
    """Whether the reader of a document looks for coreference at all."""
    register_coreference()
    return doc._.get(COREFERENCE_NAME) is not None


def antecedent_scores(token: Token) -> list[AntecedentScore]:
    """What a mention's head word may refer to, the likeliest first; none where it heads none.

    The scores sum to one but for the unlikely ones, which are left out.
    """
    register_coreference()
    doc = token.doc
    rows: Sequence[CoreferenceRow] = doc._.get(COREFERENCE_NAME) or ()
    first, last = (bisect_left(rows, place, key=itemgetter(0)) for place in (token.i, token.i + 1))
    return [
        AntecedentScore(None if before == NONE_BEFORE else doc[before], score)
        for _, before, score in rows[first:last]
    ]
