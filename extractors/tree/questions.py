"""Whether words ask instead of telling."""

from __future__ import annotations

from spacy.tokens import Token

_ENDING = frozenset({"?", ".", "!", ";", "”", '"', "’", "''"})


def is_question(token: Token) -> bool:
    """Whether the sentence ends in a question mark, or the words of a quotation do."""
    if token.sent.text.rstrip().endswith("?"):
        return True
    following = (w.text for w in token.doc[token.i + 1 : token.sent.end])
    return next((text for text in following if text in _ENDING), "") == "?"
