"""Who did what to whom, as far as the reader says so: arcs between single words.

A reader that finds predicates and their arguments keeps them in ``Doc._.semantic_roles``: rows of
predicate, head word of the argument, role and score, by the places of the words and sorted by
them. Roles are PropBank's: ``ARG0`` does, ``ARG1`` undergoes, ``ARG2`` to ``ARG4`` are the
predicate's own, ``ARGM-TMP``, ``ARGM-LOC`` and others anybody's; ``R-ARG`` is the role of a
relative pronoun, whose noun has an arc of its own. Each predicate has besides a row of itself, of
role ``V``, with how sure it is to be one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from spacy.tokens import Doc, Token

ROLES_NAME: Final = "semantic_roles"
"""The name of the attribute of documents."""

PREDICATE: Final = "V"
"""The role of a predicate's row of itself."""

RoleRow = tuple[int, int, str, float]
"""Predicate, argument, role and score as a document keeps them."""


@dataclass(frozen=True, slots=True)
class RoleArc:
    """A word that tells of something, the head word of one of its arguments, and how sure it is."""

    predicate: Token
    argument: Token
    role: str
    score: float


def register_roles() -> None:
    """Give documents the attribute, unless some component has; None is that of other readers."""
    if not Doc.has_extension(ROLES_NAME):
        Doc.set_extension(ROLES_NAME, default=None)


def gives_roles(doc: Doc) -> bool:
    """Whether the reader of a document looks for roles at all."""
    register_roles()
    return doc._.get(ROLES_NAME) is not None


def predicate_score(token: Token) -> float | None:
    """How sure it is that a word tells of something; None where it is no predicate."""
    own = (row[3] for row in _rows_of(token) if row[2] == PREDICATE)
    return next(own, None)


def arguments_of(token: Token) -> list[RoleArc]:
    """The arguments of a predicate, in the order of the text; none where a word is no predicate."""
    return [_arc(token.doc, row) for row in _rows_of(token) if row[2] != PREDICATE]


def roles_of(token: Token) -> list[RoleArc]:
    """The arcs in which a word is the argument, in the order of their predicates."""
    doc, sentence = token.doc, token.sent
    rows = _rows_between(doc, sentence.start, sentence.end)
    return [_arc(doc, row) for row in rows if row[1] == token.i and row[2] != PREDICATE]


def _rows_of(token: Token) -> Sequence[RoleRow]:
    return _rows_between(token.doc, token.i, token.i + 1)


def _rows_between(doc: Doc, start: int, end: int) -> Sequence[RoleRow]:
    register_roles()
    rows: Sequence[RoleRow] = doc._.get(ROLES_NAME) or ()
    first, last = (bisect_left(rows, place, key=itemgetter(0)) for place in (start, end))
    return rows[first:last]


def _arc(doc: Doc, row: RoleRow) -> RoleArc:
    predicate, argument, role, score = row
    return RoleArc(doc[predicate], doc[argument], role, score)
