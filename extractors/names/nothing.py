"""Tells what looks like a name and is none: headlines, cases, numbering, letters after a name."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from extractors.names.labels import kind_of
from extractors.words.general import load_name_words
from extractors.words.tables import either
from graph.model import Kind

_FEWEST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")
# "M.S.", "Ph.D.", "LL.M.": initials, each with its full stop.
_INITIALS = re.compile(r"(?:[A-Z][A-Za-z]{0,2}\.){2,5}")


def names_nothing(span: Span) -> bool:
    """Whether a span is the name of a case, a word before a number, or letters after a name.

    "Osten v. Republic" is no place, the "No." of a law no work, and the "M.S." of "Ada Berg,
    M.S." no person.
    """
    words = load_name_words()
    parts = {token.text for token in span[1:-1]}
    if parts & (either(words.headline, words.versus)):
        return True
    if len(span) == 1 and span.text.rstrip(".").lower() in words.numbering:
        return True
    return all(map(_is_degree, span)) and _follows_person(span)


def in_headline(span: Span) -> bool:
    """Whether a span stands in a headline all of whose words have capitals, as names have.

    "Boats Sink As Storm Hits Harbour School": a small word with a capital tells it from a name.
    """
    # all of a Doc's text is put together each time that it is asked for
    first, last = _edge(span, -1), _edge(span, 1)
    if first is None or last is None:
        return False
    words = _WORD.findall(span.doc[first:last].text)
    small = load_name_words().headline & set(words[1:])
    capital = all(word[:1].isupper() for word in words)
    return bool(small) and capital and len(words) >= _FEWEST_WORDS


def _edge(span: Span, step: int) -> int | None:
    """Where the line of a span starts (step -1) or ends (1); None at a word in lower case."""
    doc, index = span.doc, span.start - 1 if step < 0 else span.end
    while 0 <= index < len(doc) and "\n" not in doc[index].text:
        if doc[index].text[:1].islower():
            return None
        index += step
    return index + 1 if step < 0 else index


def _is_degree(token: Token) -> bool:
    known = token.text.rstrip(".") in load_name_words().degrees
    return known or _INITIALS.fullmatch(token.text) is not None


def _follows_person(span: Span) -> bool:
    """Whether a person's name stands before the comma, other letters and commas between them."""
    index = span.start
    while index >= 2 and span.doc[index - 1].text == ",":  # noqa: PLR2004 (a comma and a word)
        before = span.doc[index - 2]
        if not _is_degree(before):
            return kind_of(before.ent_type_) is Kind.PERSON
        index -= 2
    return False
