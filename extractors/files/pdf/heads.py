"""Cuts what the pages of a PDF repeat at their edges: running heads, running firsts, numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.files.pdf.layout import Line
from extractors.files.pdf.paragraphs import PageLines
from graph.model import Cut

_EDGE = 0.13
_APART = 1.6
_SMALL = 0.93
_EDGE_LINES = 4
_SAME_PLACE = 4.0
_FEWEST = 2
_FEWEST_COUNTED = 3
_DIGITS = re.compile(r"\d{1,9}")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.?|seite)?\s*(\d{1,4})(?:\s*(?:/|of|\|)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)

_Key = tuple[bool, int, str, bool]


@dataclass(slots=True)
class _Edge:
    """The outermost lines of a page, from the outside; behind those of ``apart`` is a gap."""

    top: bool
    lines: list[int] = field(default_factory=list)
    apart: set[int] = field(default_factory=set)


def cut_running_heads(
    pages: Sequence[PageLines], height: float, pitch: float, body_size: float
) -> tuple[list[PageLines], list[str], list[Cut]]:
    """Cut heads, firsts and page numbers; give the pages, the first copies, and the cuts.

    A line goes when it stands at the edge of the page and apart from what stays, by a gap or a
    smaller size, and recurs at the same place of two pages or more (three when its digits
    differ). The first copy is given apart, since the text may go on over it; that of a head
    on the first page stays where it is. A page number goes when it counts the pages up.
    """
    edges = [list(_find_edges(page.lines, height, pitch, body_size)) for page in pages]
    recurring = _find_recurring(pages, edges)
    numbers = _find_numbers(pages, edges)
    seen: set[_Key] = set()
    kept: list[PageLines] = []
    firsts: list[str] = []
    cuts: list[Cut] = []
    for page, of_page, numbered in zip(pages, edges, numbers, strict=True):
        gone: set[int] = set()
        for edge in of_page:
            for index in _find_heads(page.lines, edge, recurring, numbered):
                line = page.lines[index]
                found = _keys(line, top=edge.top) & recurring
                if index in numbered or found & seen:
                    cuts.append(
                        Cut(line.text, "page number" if index in numbered else "running head")
                    )
                    gone.add(index)
                elif not (edge.top and page is pages[0]):
                    firsts.append(line.text)
                    gone.add(index)
                seen |= found
        kept.append(replace(page, lines=[x for i, x in enumerate(page.lines) if i not in gone]))
    return kept, firsts, cuts


def _find_edges(
    lines: Sequence[Line], height: float, pitch: float, body_size: float
) -> Iterator[_Edge]:
    """Find the lines at the top and at the foot of a page."""
    order = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    for top, outer in ((True, order), (False, order[::-1])):
        edge = _Edge(top)
        for index, inner in pairwise(outer[: _EDGE_LINES + 1]):
            base = lines[index].base / height
            if not (base > 1 - _EDGE if top else base < _EDGE):
                break
            edge.lines.append(index)
            if _is_apart(lines[index], lines[inner], pitch, body_size):
                edge.apart.add(index)
        yield edge


def _is_apart(line: Line, inner: Line, pitch: float, body_size: float) -> bool:
    gap = abs(line.base - inner.base) > _APART * pitch * max(line.size, inner.size)
    return gap or line.size <= _SMALL * body_size < inner.size


def _find_heads(
    lines: Sequence[Line], edge: _Edge, recurring: set[_Key], numbered: set[int]
) -> list[int]:
    """Find the outermost lines of an edge that all recur or count, up to the last gap."""
    found: list[int] = []
    ends = 0
    for index in edge.lines:
        if index not in numbered and not _keys(lines[index], top=edge.top) & recurring:
            break
        found.append(index)
        ends = len(found) if index in edge.apart else ends
    return found[:ends]


def _find_recurring(pages: Sequence[PageLines], edges: Sequence[Sequence[_Edge]]) -> set[_Key]:
    """Find what stands at one place of several pages."""
    counts = Counter(
        key
        for page, of_page in zip(pages, edges, strict=True)
        for edge in of_page
        for key in {key for i in edge.lines for key in _keys(page.lines[i], top=edge.top)}
    )
    return {key for key, n in counts.items() if n >= (_FEWEST if key[3] else _FEWEST_COUNTED)}


def _keys(line: Line, *, top: bool) -> set[_Key]:
    """Give what a line may share with those of other pages; places count in two rasters."""
    words = _DIGITS.sub("0", line.text)
    places = {2 * round(line.base / _SAME_PLACE), 2 * round(line.base / _SAME_PLACE + 0.5) - 1}
    return {
        (top, place, text, exact)
        for place in places
        for text, exact in ((line.text, True), (words, False))
    }


def _find_numbers(pages: Sequence[PageLines], edges: Sequence[Sequence[_Edge]]) -> list[set[int]]:
    """Find page numbers: alone at an edge, and as far from the count of pages as another one."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, (page, of_page) in enumerate(zip(pages, edges, strict=True)):
        for index in (index for edge in of_page for index in edge.lines):
            alone = _PAGE_NUMBER.fullmatch(page.lines[index].text)
            if alone:
                found[int(alone[1]) - page.number].append((number, index))
    numbers: list[set[int]] = [set() for _ in pages]
    for places in found.values():
        for number, index in places if len(places) >= _FEWEST else ():
            numbers[number].add(index)
    return numbers
