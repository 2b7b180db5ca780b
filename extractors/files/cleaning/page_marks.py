"""Finds again where the pages of a file begin, once its text has been cleaned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Page

_LONGEST_SAMPLE = 40
_SHORTEST_SAMPLE = 8
_STEP = 20
_TRIES = 12


def find_pages(text: str, pages: Sequence[tuple[int, str]]) -> tuple[Page, ...]:
    """Find the start of each page in a text that holds the pages' letters in their order.

    Only letters and digits are compared, so that joined lines and lost furniture do not matter. A
    page of which nothing is found again (a title alone that was cut) is left out.
    """
    if not pages:
        return ()
    offsets = [index for index, sign in enumerate(text) if sign.isalnum()]
    letters = "".join(text[index] for index in offsets)
    marks: list[Page] = []
    cursor = 0
    for number, page in pages:
        bare = "".join(filter(str.isalnum, page))
        found = _find_first(letters, bare, cursor)
        if found < 0:
            continue
        cursor = max(found + 1, _find_last(letters, bare, found))
        marks.append(Page(offsets[found] if marks else 0, number))
    return tuple(marks)


def _find_first(letters: str, page: str, cursor: int) -> int:
    """Find where a page begins; what it has lost at its top is stepped over."""
    for at, sample in _samples(page):
        found = letters.find(sample, cursor)
        if found >= 0:
            return max(cursor, found - _shared(letters, page, found, at))
    return -1


def _samples(page: str) -> Iterator[tuple[int, str]]:
    for at in range(0, min(len(page), _STEP * _TRIES), _STEP):
        sample = page[at : at + _LONGEST_SAMPLE]
        if len(sample) >= min(_SHORTEST_SAMPLE, len(page)):
            yield at, sample


def _shared(letters: str, page: str, found: int, at: int) -> int:
    """Count the letters directly before a place that the page has before it, too."""
    count = 0
    while count < min(at, found) and letters[found - count - 1] == page[at - count - 1]:
        count += 1
    return count


def _find_last(letters: str, page: str, found: int) -> int:
    sample = page[-_LONGEST_SAMPLE:]
    last = letters.find(sample, found, found + 2 * len(page) + _LONGEST_SAMPLE)
    return last + len(sample) if last >= 0 else found + len(page) // 2
