"""Cuts what a printed page repeats at its edges: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.files.paragraphs import is_closed, starts_low

_EDGE_LINES = 3
_FEWEST_PAGES = 3
_FEWEST_INTERRUPTED = 2
_LONGEST_HEAD = 120
_HALF_SENTENCE = 30
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:/|of|\|)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{1,9}")


def cut_running_heads(pages: Sequence[str]) -> tuple[list[str], int]:
    """Cut page numbers and lines that recur at the edges of pages; give the characters cut.

    A line recurs when, its digits aside, it stands on at least three pages and half of them.
    """
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    counts = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    fewest = max(_FEWEST_PAGES, len(pages) / 2)
    recurring = {key for key, count in counts.items() if count >= fewest}
    kept: list[str] = []
    cut = 0
    for page, lines in zip(pages, split, strict=True):
        gone = {line for line in _edges(lines) if _key(line) in recurring}
        gone |= {line for line in (*lines[:1], *lines[-1:]) if _PAGE_NUMBER.fullmatch(line)}
        cut += sum(map(len, gone))
        kept.append("\n".join(line for line in page.split("\n") if line.strip() not in gone))
    return kept, cut


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_EDGE_LINES], *lines[_EDGE_LINES:][-_EDGE_LINES:]]


def _key(line: str) -> str:
    return _DIGITS.sub("0", line)


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
