"""Cuts what a printed page repeats at its edges: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.files.paragraphs import is_closed, starts_low

_EDGE_LINES = 3
_FEWEST_PAGES = 2
_FEWEST_COUNTED = 3
_FEWEST_INTERRUPTED = 2
_LONGEST_HEAD = 120
_HALF_SENTENCE = 30
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:/|of|\|)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
# A place, counted from its edge; a line; and whether its digits count.
_Key = tuple[int, str, bool]
_DIGITS = re.compile(r"\d{1,9}")


def cut_running_heads(pages: Sequence[str]) -> tuple[list[str], int]:
    """Cut page numbers and lines that recur at the edges of pages; give the characters cut.

    A line recurs when it stands at the same place of two pages or more and of half of them; three
    pages when its digits differ. The first page keeps its head, which may be a letterhead.
    """
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    recurring = _find_recurring(split)
    kept: list[str] = []
    cut = 0
    for number, lines in enumerate(split):
        edges = _find_edges(lines)
        gone = {i for i, place in edges.items() if number or place < 0}
        gone = {i for i in gone if recurring & _keys(edges[i], lines[i])}
        gone |= {i for i in {0, len(lines) - 1} & {*edges} if _PAGE_NUMBER.fullmatch(lines[i])}
        cut += sum(len(lines[index]) for index in gone)
        kept.append(_leave_out(pages[number], gone))
    return kept, cut


def _find_recurring(pages: Sequence[Sequence[str]]) -> set[_Key]:
    counts = Counter(
        key
        for lines in pages
        for index, place in _find_edges(lines).items()
        for key in _keys(place, lines[index])
    )
    return {
        (place, words, exact)
        for (place, words, exact), count in counts.items()
        if count >= max(_FEWEST_PAGES if exact else _FEWEST_COUNTED, len(pages) / 2)
    }


def _find_edges(lines: Sequence[str]) -> dict[int, int]:
    """Give the places of a page's first and last lines, counted from their end of the page."""
    first = range(min(_EDGE_LINES, len(lines)))
    last = range(max(_EDGE_LINES, len(lines) - _EDGE_LINES), len(lines))
    return {index: index for index in first} | {index: index - len(lines) for index in last}


def _keys(place: int, line: str) -> set[_Key]:
    return {(place, line, True), (place, _key(line), False)}


def _key(line: str) -> str:
    return _DIGITS.sub("0", line)


def _leave_out(page: str, gone: Collection[int]) -> str:
    """Leave lines out of a page; blank lines do not count."""
    kept: list[str] = []
    number = 0
    for line in page.split("\n"):
        if not line.strip() or number not in gone:
            kept.append(line)
        number += bool(line.strip())
    return "\n".join(kept)


def cut_inner_heads(text: str) -> tuple[str, int]:
    """Cut running heads out of text whose page breaks are lost; give the characters cut.

    Such a head recurs as a line, its digits aside; its number, if it has one, goes up by one each
    time; and it interrupts sentences: twice without a number, once with one. Numbered headings
    ("Article 1") interrupt none and stay.
    """
    lines = [line.strip() for line in text.split("\n")]
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if 0 < len(line) <= _LONGEST_HEAD:
            places[_key(line)].append(index)
    gone = {i for found in places.values() if _are_heads(lines, found) for i in found}
    cut = sum(len(lines[index]) for index in gone)
    kept = (line for index, line in enumerate(text.split("\n")) if index not in gone)
    return "\n".join(kept), cut


def _are_heads(lines: Sequence[str], places: Sequence[int]) -> bool:
    counted = all(_counts_up(lines[i], lines[j]) for i, j in pairwise(places))
    same = len({lines[index] for index in places}) == 1
    interrupted = sum(_interrupts(lines, index) for index in places)
    if len(places) < _FEWEST_INTERRUPTED or not (counted or same):
        return False
    return interrupted >= (1 if counted and not same else _FEWEST_INTERRUPTED)


def _counts_up(line: str, following: str) -> bool:
    before, after = (list(map(int, _DIGITS.findall(text))) for text in (line, following))
    steps = [second - first for first, second in zip(before, after, strict=True)]
    return sorted(steps) == [0] * (len(steps) - 1) + [1]


def _interrupts(lines: Sequence[str], index: int) -> bool:
    before = next((line for line in reversed(lines[max(0, index - 4) : index]) if line), "")
    after = next((line for line in lines[index + 1 : index + 5] if line), "")
    half = len(before) >= _HALF_SENTENCE and not is_closed(before)
    return half and starts_low(after)
