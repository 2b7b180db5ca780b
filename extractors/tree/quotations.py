"""What stands in quotation marks in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CLOSING = {
    "''": ("''", '"'),
    "``": ("''", '"'),
    "“": ("”",),
    "„": ("”", "“"),
    "«": ("»",),
    "‹": ("›",),
    '"': ('"',),
    "‘": ("’",),
    "'": ("'",),
}
# two apostrophes are one mark
_OPENING = re.compile("|".join(sorted(_CLOSING, key=len, reverse=True)))
_LONGEST = 4000
_SAME = frozenset({'"', "'", "''", "``", "‘"})
_ONE_LINE = frozenset({'"', "'", "''"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: ``start`` and ``end`` with its marks, ``inner_…`` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int

    def text(self, whole: str) -> str:
        """What is quoted, on one line, without a comma at its end."""
        return " ".join(whole[self.inner_start : self.inner_end].split()).rstrip(" ,")


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations in the order of the text.

    A quotation may run over paragraphs.
    """
    return list(_known(text))


@lru_cache(maxsize=1)  # several rules ask for those of the document that is being read
def _known(text: str) -> tuple[Quotation, ...]:
    return tuple(_quotations(text))


def _quotations(text: str) -> Iterator[Quotation]:
    index = 0
    while (found := _OPENING.search(text, index)) is not None:
        index, mark = found.start(), found.group()
        closed = _closed(text, index, mark)
        if closed is None:
            index += 1
            continue
        inner_end, end = closed
        yield Quotation(index, end, index + len(mark), inner_end)
        index = end


def _closed(text: str, start: int, mark: str) -> tuple[int, int] | None:
    """Where the words of a quotation that starts here end, and where it ends with its mark."""
    if mark in _SAME and not _may_open(text, start, mark):
        return None
    first = start + len(mark)
    for index in range(first, min(len(text), first + _LONGEST)):
        for closing in _CLOSING[mark]:
            if text.startswith(closing, index) and _may_close(text, index, closing):
                return index, index + len(closing)
        if text[index] == "\n" and not _goes_on(text, index, mark):
            return None
    return None


def _may_open(text: str, index: int, mark: str) -> bool:
    end = index + len(mark)
    before, after = text[max(0, index - 1) : index], text[end : end + 1]
    return (not before or before.isspace() or before in '([—–-“"') and not after.isspace()


def _may_close(text: str, index: int, mark: str) -> bool:
    """Whether the mark can end a quotation: not the apostrophe of "it's", nor an opening mark."""
    before, after = text[index - 1], text[index + len(mark) : index + len(mark) + 1]
    return not after.isalnum() and not (before.isspace() and after.isalnum())


def _goes_on(text: str, index: int, mark: str) -> bool:
    """Whether the quotation runs on after the line break.

    It does where the next paragraph opens with the mark again, or where the quotation is closed
    before another one opens.
    """
    rest = text[index : index + _LONGEST]
    if rest.lstrip().startswith(mark):
        return True
    closing = min((at for c in _CLOSING[mark] if (at := rest.find(c)) >= 0), default=_LONGEST)
    return mark not in _ONE_LINE and closing < _LONGEST and not 0 <= rest.find(mark) < closing
