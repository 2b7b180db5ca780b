"""Capitalised phrases around a head word: "Foreign Relations Committee", "Treaty of …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.spans import Candidate, is_capitalised, is_shouting
from extractors.words import load_name_words

_NO_START = frozenset({"DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ", "AUX", "INTJ"})
_JOINING = frozenset({"and", "&"})
_LONGEST_BRIDGE = 2


def find_head_phrases(doc: Doc) -> Iterator[Candidate]:
    """Phrases whose head word tells their kind, in the order of the text."""
    for sentence in doc.sents:
        if not is_shouting(sentence):
            for start, end in _runs(sentence):
                yield from _phrases(doc, start, end)


def _runs(sentence: Span) -> Iterator[tuple[int, int]]:
    """The stretches of capitalised words with small words between them."""
    index, stop = sentence.start, sentence.end
    while index < stop:
        if not _may_start(sentence.doc[index]):
            index += 1
            continue
        end = _run_end(sentence.doc, index, stop)
        yield index, end
        index = end


def _may_start(token: Token) -> bool:
    if token.pos_ in _NO_START or token.text in load_name_words().never:
        return False
    return is_capitalised(token) or (token.text[:1].isdigit() and token.text[-1].isalpha())


def _run_end(doc: Doc, start: int, stop: int) -> int:
    end = start + 1
    while end < stop:
        bridge = _bridge(doc, end, stop)
        if bridge is None:
            return end
        end = bridge
    return end


def _bridge(doc: Doc, index: int, stop: int) -> int | None:
    """Where the run goes on after this index: past one capitalised word; None where it ends."""
    inside = load_name_words().inside
    for step in range(_LONGEST_BRIDGE + 1):
        if index + step >= stop:
            return None
        token = doc[index + step]
        if is_capitalised(token) and any(c.isalpha() for c in token.text):
            return index + step + 1
        if token.text not in inside:
            return None
    return None


def _phrases(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    for left, right in _split(doc, start, end):
        head = _head(doc, left, right)
        capitals = sum(is_capitalised(token) for token in doc[left:right])
        if head is not None and capitals > 1:
            kind = load_name_words().heads[head.text]
            yield Candidate(left, right, kind, "head word", rank=2, confidence=0.85)


def _split(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at an "and" that stands between two phrases with a head word each."""
    heads = load_name_words().heads
    for index in range(start + 1, end - 1):
        if doc[index].text not in _JOINING:
            continue
        after = index + 1 + (doc[index + 1].lower_ == "the")
        left_head = _head(doc, start, index)
        right_head = any(token.text in heads for token in doc[after:end])
        if left_head is not None and (right_head or left_head.i == index - 1):
            yield start, index
            if is_capitalised(doc[after]):
                yield from _split(doc, after, end)
            return
    yield start, end


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The word before the first "of", "for" or "on", or the last word, if it is a head word."""
    inside = load_name_words().inside - _JOINING
    breaks = (token.i for token in doc[start:end] if token.lower_ in inside)
    first = next(breaks, end)
    for index in (first - 1, start):
        if start <= index < end and doc[index].text in load_name_words().heads:
            return doc[index]
    return None
