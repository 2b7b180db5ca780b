"""Puts published tokens back into running text, as a writer would have typed it."""

from collections.abc import Sequence
from typing import Final

_CLOSING: Final = frozenset(
    [
        *(".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "''", "”", "…", "...", "'"),
        *("'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"),
    ]
)
_OPENING: Final = frozenset(["(", "[", "{", "$", "£", "€", "``", "“", "‘", "#"])
_QUOTES: Final = frozenset(['"'])


def join_tokens(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Give the running text of tokens, and where in it each of them stands."""
    text = ""
    spans: list[tuple[int, int]] = []
    quoted = False
    glued = True
    for token in tokens:
        opens = token in _OPENING or (token in _QUOTES and not quoted)
        closes = token in _CLOSING or (token in _QUOTES and quoted)
        if token in _QUOTES:
            quoted = not quoted
        if not glued and not closes:
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        glued = opens
    return text, spans


def find_tokens(text: str, tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Give where each token stands in a running text that is known.

    Raises ``ValueError`` where the text does not hold the tokens in their order.
    """
    spans: list[tuple[int, int]] = []
    position = 0
    for token in tokens:
        start = text.find(token, position)
        if start < 0:
            raise ValueError(f"the text {text[:60]!r} does not hold the token {token!r} there")
        position = start + len(token)
        spans.append((start, position))
    return text, spans
