"""What stands in quotation marks in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_CLOSING = {"“": "”", "„": "”“", "«": "»", '"': '"', "‘": "’", "'": "'"}
_LONGEST = 4000
_SAME = "\"'"


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
    return list(_quotations(text))


def _quotations(text: str) -> Iterator[Quotation]:
    index = 0
    while index < len(text):
        end = _end(text, index) if text[index] in _CLOSING else None
        if end is None:
            index += 1
            continue
        yield Quotation(index, end, index + 1, end - 1)
        index = end


def _end(text: str, start: int) -> int | None:
    """Where a quotation that starts here ends, after its mark; None where none starts here."""
    mark = text[start]
    if mark in "\"'‘" and not _may_open(text, start):
        return None
    for index in range(start + 1, min(len(text), start + _LONGEST)):
        if text[index] in _CLOSING[mark] and _may_close(text, index):
            return index + 1
        if text[index] == "\n" and not _goes_on(text, index, mark):
            return None
    return None


def _may_open(text: str, index: int) -> bool:
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return (not before or before.isspace() or before in '([—–-“"') and not after.isspace()


def _may_close(text: str, index: int) -> bool:
    """Whether the mark can end a quotation: not the apostrophe of "it's", nor an opening mark."""
    before, after = text[index - 1], text[index + 1 : index + 2]
    return not after.isalnum() and not (before.isspace() and after.isalnum())


def _goes_on(text: str, index: int, mark: str) -> bool:
    """Whether the quotation runs on after the line break.

    It does where the next paragraph opens with the mark again, or where the quotation is closed
    before another one opens.
    """
    rest = text[index : index + _LONGEST]
    if rest.lstrip()[:1] == mark:
        return True
    closing = min((at for c in _CLOSING[mark] if (at := rest.find(c)) >= 0), default=_LONGEST)
    return mark not in _SAME and closing < _LONGEST and not 0 <= rest.find(mark) < closing
