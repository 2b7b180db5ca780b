"""Turns the lines of a PDF's pages into paragraphs that run over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from extractors.files.cleaning.paragraphs import (
    is_capitals,
    is_closed,
    is_item,
    join,
    must_go_on,
    starts_low,
)
from extractors.files.pdf.layout import Line

_SIZES_DIFFER = 0.12
_FAR = 1.35
_USUAL_PITCH = 1.25
_MOST_PITCH = 2.6
_INDENT = 0.7
_SHORT = 0.2
_BROKEN_OFF = 0.35
_FULL = 0.12
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§])[\])]?[.]?\s{0,3}[\w“\"‘'(]")
_NOTE_SIZE = 0.93


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page in reading order."""

    number: int
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Block:
    """What the lines of one column share: its edges, and the pitch of the document's lines."""

    left: float
    right: float
    pitch: float


def find_body_size(pages: Iterable[PageLines]) -> float:
    """Find the size in which most letters of a document are set; 0 where there are none."""
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def find_pitch(pages: Iterable[PageLines]) -> float:
    """Find how far apart lines stand, in parts of their size."""
    gaps = [
        (above.base - below.base) / above.size
        for page in pages
        for above, below in pairwise(page.lines)
        if above.size > 0 and above.block == below.block
    ]
    near = [gap for gap in gaps if 0 < gap <= _MOST_PITCH]
    return median(near) if near else _USUAL_PITCH


def part_notes(page: PageLines, body_size: float) -> tuple[PageLines, list[str]]:
    """Part the foot notes from a page: small lines below the body, the first with a number."""
    lines = list(page.lines)
    start = len(lines)
    while start and lines[start - 1].size <= _NOTE_SIZE * body_size:
        start -= 1
    first = next((i for i in range(start, len(lines)) if _NOTE.match(lines[i].text)), len(lines))
    lowest = min((line.base for line in lines[:first]), default=0.0)
    small = lines[first:]
    if not first or not small or small[0].base > lowest or any(line.row for line in small):
        return page, []
    notes: list[str] = []
    for line in lines[first:]:
        if _NOTE.match(line.text) or not notes:
            notes.append(line.text)
        else:
            notes[-1] = join(notes[-1], line.text)
    return PageLines(page.number, lines[:first]), notes


def join_paragraphs(pages: Iterable[PageLines]) -> list[str]:
    """Join lines to paragraphs; one that goes on in the next column or page stays whole."""
    pages = list(pages)
    pitch = find_pitch(pages)
    paragraphs: list[str] = []
    last: Line | None = None
    last_block = _Block(0, 0, pitch)
    for lines, block in _find_blocks(pages, pitch):
        for index, line in enumerate(lines):
            before = lines[index - 1] if index else None
            earlier = lines[index - 2] if index > 1 else None
            goes_on = (
                _goes_on(earlier, before, line, block)
                if before is not None
                else last is not None and _goes_over(last, line, last_block, block)
            )
            if goes_on:
                paragraphs[-1] = join(paragraphs[-1], line.text)
            else:
                paragraphs.append(line.text)
            last, last_block = line, block
    return paragraphs


def _find_blocks(pages: Iterable[PageLines], pitch: float) -> Iterator[tuple[list[Line], _Block]]:
    for page in pages:
        for _, group in groupby(page.lines, key=lambda line: line.block):
            lines = list(group)
            lefts = Counter(round(line.left) for line in lines)
            left = max(lefts, key=lambda x: (lefts[x], -x))
            rights = sorted(line.right for line in lines)
            # A line in a margin may stick out.
            yield lines, _Block(left, rights[int(0.95 * (len(rights) - 1))], pitch)


def _goes_on(earlier: Line | None, before: Line, line: Line, block: _Block) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    if _differ(before, line) or before.base - line.base > _FAR * block.pitch * before.size:
        return False
    if must_go_on(before.text) and not is_capitals(before.text):
        return True
    if is_item(line.text) or is_capitals(before.text) != is_capitals(line.text):
        return False
    return _is_level(earlier, before, line, block)


def _is_level(earlier: Line | None, before: Line, line: Line, block: _Block) -> bool:
    """Whether neither an indent nor a line that breaks off parts two lines."""
    indented, was_indented = _is_indented(line, block), _is_indented(before, block)
    if indented and not was_indented:
        return is_item(before.text) or starts_low(line.text)
    if was_indented and not indented and earlier and _is_indented(earlier, block):
        return starts_low(line.text)
    missing = (block.right - before.right) / max(1.0, block.right - block.left)
    if missing > (_SHORT if is_closed(before.text) else _BROKEN_OFF):
        return starts_low(line.text) and not is_closed(before.text)
    return True


def _goes_over(before: Line, line: Line, above: _Block, block: _Block) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    if _differ(before, line) or is_closed(before.text) or is_item(line.text):
        return False
    width = max(1.0, above.right - above.left)
    full = above.right - before.right <= _FULL * width
    capitals = is_capitals(before.text) != is_capitals(line.text)
    low = starts_low(line.text) or must_go_on(before.text)
    return low or (full and not capitals and not _is_indented(line, block))


def _differ(before: Line, line: Line) -> bool:
    sizes = abs(before.size - line.size) > _SIZES_DIFFER * max(before.size, line.size)
    return sizes or before.row or line.row


def _is_indented(line: Line, block: _Block) -> bool:
    return line.left > block.left + _INDENT * line.size
