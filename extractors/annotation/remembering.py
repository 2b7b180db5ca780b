"""What is asked of one word again and again, answered once for each kept word."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar, cast

from spacy.tokens import Token

from extractors.annotation.kept import KeptToken

Answer = TypeVar("Answer")

_OPEN: Final = object()


def remembered(find: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """The same function, which a kept word answers from memory; a list is given as a copy.

    For answers that rest on nothing but the word and its tree.
    """

    @wraps(find)
    def ask(token: Token) -> Answer:
        if not isinstance(token, KeptToken):
            return find(token)
        found = token.answers.get(find, _OPEN)
        if found is _OPEN:
            found = token.answers[find] = find(token)
        return cast("Answer", found.copy() if isinstance(found, list) else found)

    return ask
