"""Whom a pronoun or a definite noun takes up from the text before it."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from extractors.reading import Reading, paragraph_of
from extractors.tree import syntax
from extractors.tree.quotations import find_quotations
from extractors.words.cues import load_speech_words
from graph.model import Form, Kind, Mention


def taken_up(reading: Reading, token: Token, kinds: Collection[Kind]) -> Mention | None:
    """Whom the paragraph has named before, for "he", "the ambassador", "it" or "the court"."""
    words = load_speech_words()
    lemma, definite = token.lemma_.lower(), syntax.is_definite(token)
    if token.lower_ in words.pronouns or (definite and lemma in words.persons):
        kind = Kind.PERSON
    elif token.lower_ == "it" or (definite and lemma in words.bodies):
        kind = Kind.ORGANIZATION
    else:
        return None
    return _only_named(reading, token, kind) if kind in kinds else None


def _only_named(reading: Reading, token: Token, kind: Kind) -> Mention | None:
    """The one of this kind that the paragraph names before the word, outside of quotes.

    Where it names several, the one that is the subject of the last sentence. Names with the same
    last word are one.
    """
    start, _ = paragraph_of(reading.document.text, token.idx)
    before = reading.mentions_between(start, token.idx)
    quotes = find_quotations(reading.document.text[start : token.idx])
    named = [
        m
        for m in before
        if m.kind is kind
        and m.form is Form.NAME
        and not any(q.start <= m.start - start < q.end for q in quotes)
    ]
    return _single(named) or _single([m for m in named if _is_last_subject(reading, m, token)])


def _single(named: list[Mention]) -> Mention | None:
    last = {m.label.split()[-1].casefold() for m in named}
    return named[-1] if len(last) == 1 else None


def _is_last_subject(reading: Reading, mention: Mention, token: Token) -> bool:
    """Whether the mention is the subject of the sentence of the word or of the one before it."""
    near = reading.passage_at(token.idx).index - mention.passage <= 1
    head = reading.head_of(mention)
    return near and (syntax.is_subject(head) or head.head == head)
