"""Cuts running heads and page numbers out of text whose page breaks are lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.files.cleaning.paragraphs import is_closed, starts_low
from graph.model import Cut

_FEWEST_INTERRUPTED = 2
_LONGEST_HEAD = 120
_HALF_SENTENCE = 30
_DIGITS = re.compile(r"\d{1,9}")


def cut_inner_heads(text: str) -> tuple[str, list[Cut]]:
    """Cut running heads out of plain text, and list them.

    Such a head is a line alone between blank lines that recurs, its digits aside; its number, if
    it has one, goes up by one each time; and it interrupts sentences, twice and in half of its
    places or more. Its first copy stays, moved above the paragraph that it interrupts, unless it
    is a number alone. A line that touches others is never cut, however often it recurs, and
    numbered headings ("Article 1") interrupt nothing and stay.
    """
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    places: dict[str, list[int]] = defaultdict(list)
    for index in _find_lone(bare):
        places[_DIGITS.sub("0", bare[index])].append(index)
    candidates = {i for found in places.values() if _recurs(bare, found) for i in found}
    heads = [found for found in places.values() if _are_heads(bare, found, candidates)]
    if not heads:
        return text, []
    gone = sorted(index for found in heads for index in found)
    stay = [found[0] for found in heads if any(map(str.isalpha, bare[found[0]]))]
    cuts = [Cut(bare[index], "running head") for index in gone if index not in stay]
    return "\n".join(_rearrange(lines, set(gone), stay)), cuts


def _find_lone(lines: Sequence[str]) -> list[int]:
    """Find the lines with a blank line, or the end of the text, on either side."""
    around = ["", *lines, ""]
    return [
        index
        for index, line in enumerate(lines)
        if line and len(line) <= _LONGEST_HEAD and not (around[index] or around[index + 2])
    ]


def _recurs(lines: Sequence[str], places: Sequence[int]) -> bool:
    if len(places) < _FEWEST_INTERRUPTED:
        return False
    same = len({lines[index] for index in places}) == 1
    return same or all(_counts_up(lines[i], lines[j]) for i, j in pairwise(places))


def _are_heads(lines: Sequence[str], places: Sequence[int], candidates: set[int]) -> bool:
    interrupted = sum(_interrupts(lines, index, candidates) for index in places)
    enough = interrupted >= max(_FEWEST_INTERRUPTED, len(places) / 2)
    return enough and _recurs(lines, places)


def _counts_up(line: str, following: str) -> bool:
    before, after = (list(map(int, _DIGITS.findall(text))) for text in (line, following))
    steps = [second - first for first, second in zip(before, after, strict=True)]
    return sorted(steps) == [0] * (len(steps) - 1) + [1]


def _interrupts(lines: Sequence[str], index: int, candidates: set[int]) -> bool:
    before = _next_text(lines, range(index - 1, max(-1, index - 9), -1), candidates)
    after = _next_text(lines, range(index + 1, min(len(lines), index + 9)), candidates)
    half = len(before) >= _HALF_SENTENCE and not is_closed(before)
    return half and starts_low(after)


def _next_text(lines: Sequence[str], places: range, candidates: set[int]) -> str:
    """Find the nearest line of text: a page may end in a foot and the next begin with a head."""
    return next((lines[i] for i in places if lines[i] and i not in candidates), "")


def _rearrange(lines: Sequence[str], gone: set[int], stay: Sequence[int]) -> list[str]:
    """Leave lines out, and put those that stay above the paragraph before them."""
    kept: list[str] = []
    for index, line in enumerate(lines):
        if index in stay:
            while kept and not kept[-1].strip():
                kept.pop()
            start = next((i for i in range(len(kept), 0, -1) if not kept[i - 1].strip()), 0)
            kept[start:start] = [line.strip(), ""]
            kept.append("")
        elif index not in gone:
            kept.append(line)
    return kept
