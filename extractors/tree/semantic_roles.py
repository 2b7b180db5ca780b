"""Who did what to whom, as far as the reader says so: arcs between single words.

A reader that finds predicates and their arguments keeps them in ``Doc._.semantic_roles``: rows of
predicate, head word of the argument, role and score, by the places of the words and sorted by
them. Roles are PropBank's: ``ARG0`` does, ``ARG1`` undergoes, ``ARG2`` to ``ARG4`` are the
predicate's own, ``ARGM-TMP``, ``ARGM-LOC`` and others anybody's; ``R-ARG`` is the role of a
relative pronoun, whose noun has an arc of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import itemgetter
from typing import Final

from spacy.tokens import Doc, Token

ROLES_NAME: Final = "semantic_roles"
"""The name of the attribute of documents."""

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


def arguments_of(token: Token) -> list[RoleArc]:
    """The arguments of a predicate, in the order of the text; none where a word is no predicate."""
    rows = _rows_of(token.doc)
    own = takewhile(
        lambda row: row[0] == token.i,
        islice(rows, bisect_left(rows, token.i, key=itemgetter(0)), None),
    )
    return [_arc(token.doc, row) for row in own]


def roles_of(token: Token) -> list[RoleArc]:
    """The arcs in which a word is the argument, in the order of their predicates."""
    sentence = token.sent
    return [
        arc
        for arc in _arcs_between(sentence.start, sentence.end, token.doc)
        if arc.argument == token
    ]


def _arcs_between(start: int, end: int, doc: Doc) -> Iterator[RoleArc]:
    rows = _rows_of(doc)
    inside = rows[
        bisect_left(rows, start, key=itemgetter(0)) : bisect_left(rows, end, key=itemgetter(0))
    ]
    return (_arc(doc, row) for row in inside)


def _rows_of(doc: Doc) -> Sequence[RoleRow]:
    register_roles()
    rows: Sequence[RoleRow] = doc._.get(ROLES_NAME) or ()
    return rows


def _arc(doc: Doc, row: RoleRow) -> RoleArc:
    predicate, argument, role, score = row
    return RoleArc(doc[predicate], doc[argument], role, score)
