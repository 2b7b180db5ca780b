"""Hangs a day from the verb that it dates, where a reader hangs it from the verb of saying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from extractors.words.times import load_words

_ADVERBIAL: Final = frozenset({"obl:unmarked", "npadvmod", "obl:tmod", "advmod"})
_CLAUSES: Final = frozenset({"ccomp", "parataxis"})
_PRESENT: Final = frozenset({"VBP", "VBZ"})
_PAST: Final = frozenset({"VBD", "VBN"})


def mend_days(doc: Doc) -> None:
    """Move days into the clause of what is said: "officials say nine died in Doba Sunday, when".

    Such a day stands between words of the clause, so that its arc crosses another; or it stands
    behind a clause in the past under a verb of saying in the present, which it cannot date.
    """
    days = load_words().weekdays
    for token in doc:
        if token.lower_ in days and token.dep_ in _ADVERBIAL:
            clause = _clause_of(token)
            if clause is not None:
                token.head = clause


def _clause_of(day: Token) -> Token | None:
    """The head of the clause that the day belongs to; None where it hangs right."""
    saying = day.head
    told = next((c for c in saying.rights if c.dep_ in _CLAUSES and c.i < day.i), None)
    if told is None or saying.i > day.i:
        return None
    inside = [verb for verb in _verbs(told) if verb.i < day.i < verb.right_edge.i]
    if inside:
        return inside[-1]
    ended = saying.tag_ in _PRESENT and _is_past(told) and told.right_edge.i == day.i - 1
    return told if ended else None


def _verbs(clause: Token) -> Iterator[Token]:
    """The head of the clause, then the verbs joined to it, in the order of the text."""
    yield clause
    for child in clause.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB":
            yield from _verbs(child)


def _is_past(verb: Token) -> bool:
    return verb.tag_ in _PAST or any(child.tag_ == "VBD" for child in verb.lefts)
