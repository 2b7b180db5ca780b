"""The places of a text at which somebody is spoken of, and how much each stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractors.reading import Reading
from extractors.reference.gender import Gender
from extractors.tree import functions
from extractors.tree.quotations import find_quotations
from graph.model import Kind, Mention, MentionKey

_SUBJECT, _OBJECT, _OWNER, _OTHER, _ASIDE = 1.0, 0.6, 0.55, 0.45, 0.2


@dataclass(frozen=True, slots=True)
class Referent:
    """One place at which somebody, or a thing, is spoken of.

    ``who`` is the same for all places of one. ``mention`` is None for what cannot be taken up by
    a statement but stands in the way: a thing, or several people joined by "and". ``salience``
    runs from 0 to 1.
    """

    word: Token
    who: MentionKey
    mention: Mention | None
    kind: Kind | None
    plural: bool
    gender: Gender
    salience: float
    passage: int
    quote: int
    by_pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where each token stands: its passage, and its quotation (-1 outside of all)."""

    passages: Sequence[int]
    quotes: Sequence[int]


def find_places(reading: Reading) -> Places:
    """The passage and the quotation of each token, by index."""
    passages, quotes = [0] * len(reading.doc), [-1] * len(reading.doc)
    for passage in reading.passages:
        for token in reading.span_of(passage.start, passage.end):
            passages[token.i] = passage.index
    for number, quotation in enumerate(find_quotations(reading.document.text)):
        for index in _inside(reading.doc, quotation.inner_start, quotation.inner_end):
            quotes[index] = number
    return Places(passages, quotes)


def _inside(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="contract")
    return range(span.start, span.end) if span is not None else range(0)


def salience_of(word: Token) -> float:
    """How much a word stands out by its part in the sentence: subjects most."""
    if functions.is_subject(word):
        return _SUBJECT
    if functions.is_joined(word):
        return salience_of(word.head)
    if functions.is_apposition(word) or functions.is_attribute(word) or functions.is_modifier(word):
        return _ASIDE
    if functions.is_object(word):
        return _OBJECT
    return _OWNER if functions.is_possessor(word) else _OTHER
