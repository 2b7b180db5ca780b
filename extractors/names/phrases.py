"""Capitalised phrases around a head word: "Foreign Relations Committee", "Treaty of …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.names.labels import kind_of
from extractors.names.spans import Candidate, is_capitalised, is_shouting
from extractors.words.function_words import load_function_words
from extractors.words.general import head_kind, load_name_words
from graph.model import Kind

_NO_START = frozenset({"DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ", "AUX", "INTJ"})
_LONGEST_BRIDGE = 2
_WHOLE_NAME = 3
_ORG = Kind.ORGANIZATION


def find_head_phrases(doc: Doc) -> Iterator[Candidate]:
    """Phrases whose head word tells their kind, in the order of the text."""
    people = {ent.start for ent in doc.ents if kind_of(ent.label_) is Kind.PERSON}
    edges = {edge for ent in doc.ents for edge in (ent.start, ent.end)}
    for sentence in doc.sents:
        if not is_shouting(sentence):
            for start, end in _runs(sentence):
                cut = min(
                    (index for index in range(start + 1, end) if index in people), default=end
                )
                yield from _phrases(doc, start, cut, edges)


def find_inner_names(
    doc: Doc, names: list[Candidate], known: list[Candidate]
) -> Iterator[Candidate]:
    """Organizations and places named after "of" or "for" inside the name of a text or of another.

    ``known`` are those that the lexicon knows; others are told by their head word.
    """
    starts = {one.start: one for one in known if one.kind in {Kind.ORGANIZATION, Kind.PLACE}}
    leading = load_name_words().before_inner
    for name in names:
        if name.kind not in {Kind.WORK, Kind.ORGANIZATION}:
            continue
        for index in range(name.start + 1, name.end - 1):
            if doc[index].lower_ not in leading:
                continue
            start = index + 1 + (doc[index + 1].lower_ == "the")
            inner = _inner_phrase(doc, start, name.end) or starts.get(start)
            if inner is not None and inner.end <= name.end:
                yield inner


def _inner_phrase(doc: Doc, start: int, end: int) -> Candidate | None:
    head = _head(doc, start, end)
    if head is None or end - start < _WHOLE_NAME or head_kind(head.text) is not _ORG:
        return None
    return Candidate(start, end, _ORG, "head word", rank=2, confidence=0.8)


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
    words = load_name_words()
    if token.pos_ in _NO_START or token.text in words.never or token.text in words.roles:
        return False
    return is_capitalised(token) or (token.text[:1].isdigit() and token.text[-1].isalpha())


def _run_end(doc: Doc, start: int, stop: int) -> int:
    end = start + 1
    while end < stop:
        if doc[end].text in load_name_words().units:
            return end + 1
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
            return None if token.text in load_name_words().never else index + step + 1
        if token.text not in inside:
            return None
    return None


def _phrases(doc: Doc, start: int, end: int, edges: set[int]) -> Iterator[Candidate]:
    """The phrases of one run; ``edges`` are where the reader's names begin and end."""
    for before, after in _split(doc, start, end, edges):
        left, right = before, after
        while left < right and doc[left].text in load_name_words().roles:
            left += 1
        while right > left and doc[right - 1].text in load_name_words().inside:
            right -= 1
        head = _head(doc, left, right)
        capitals = sum(is_capitalised(token) for token in doc[left:right])
        if head is not None and capitals > (head.text not in load_name_words().units):
            kind = head_kind(head.text) or _ORG
            yield Candidate(left, right, kind, "head word", rank=2, confidence=0.85)


def _split(doc: Doc, start: int, end: int, edges: set[int]) -> Iterator[tuple[int, int]]:
    """Cut a run at each "and", "of" or "for" that stands between two names."""
    for index in range(start + 1, end - 1):
        if _is_owned(doc, start, index, end) or _parts(doc, start, index, end, edges):
            yield start, index
            after = _after(doc, index)
            if is_capitalised(doc[after]):
                yield from _split(doc, after, end, edges)
            return
    yield start, end


def _after(doc: Doc, index: int) -> int:
    return index + 1 + (doc[index + 1].lower_ == "the")


def _parts(doc: Doc, start: int, index: int, end: int, edges: set[int]) -> bool:
    """Whether an "and" or "for" parts two names.

    Both have a head word, or one has and the reader ends or begins a name at the "and", or the
    reader ends one name before the word and begins another after it.
    """
    after, joins = _after(doc, index), doc[index].text in load_function_words().conjoining
    met = {index, after} & edges
    if len(met) == 2:  # noqa: PLR2004 (on both sides)
        return joins or doc[index].text == "for"
    if not joins:
        return False
    left_head = _head(doc, start, index)
    if not any(token.text in load_name_words().heads for token in doc[after:end]):
        return left_head is not None and left_head.i == index - 1
    return bool(met) or left_head is not None or _is_named_apart(doc, start, index)


def _is_named_apart(doc: Doc, start: int, index: int) -> bool:
    """Whether the words before the "and" are a place's name after "of": "Party of Peru and …"."""
    return any(token.lower_ == "of" for token in doc[start:index])


def _is_owned(doc: Doc, start: int, index: int, end: int) -> bool:
    """Whether an "of" here stands between an organization and the one that it belongs to."""
    heads = load_name_words().heads
    if doc[index].lower_ != "of" or index - start <= 1 or doc[index - 1].text not in heads:
        return False
    joining = load_function_words().conjoining
    joins = (token.i for token in doc[index + 1 : end] if token.text in joining)
    after = (token.text for token in doc[index + 1 : next(joins, end)])
    return any(heads.get(word) is Kind.ORGANIZATION for word in after)


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The word before the first "of", "for" or "on", or the last word, if it is a head word."""
    inside = load_name_words().inside - load_function_words().conjoining
    breaks = (token.i for token in doc[start:end] if token.lower_ in inside)
    first = next(breaks, end)
    for index in (first - 1, start):
        if start <= index < end and head_kind(doc[index].text) is not None:
            return doc[index]
    return None
