"""Turns lines into paragraphs: joins what was wrapped, keeps apart what stands apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from extractors.files.words import words

# Lines longer than this were not wrapped by a printer, an e-mail program or a PDF.
_LONGEST_WRAPPED = 130
_SHORTEST_WRAPPED = 30
_FEWEST_LINES = 3

# The digits are a footnote's, so they do not follow a number: "peace.12", but not "3.12".
_CLOSED = re.compile(r"(?:[.!?…:;][\"'”’»)\]]{0,3}|(?<=[^\W\d])[.!?][\"”’]?\[?\d{1,3}\]?)$")
_ITEM = re.compile(r"(?:[•●▪◦‣·*–-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)-$")
_LETTERS = 8
_WORDS_OF_A_LINE = 4


class Shape(StrEnum):
    """How a block stands in its text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text; a line break inside is one that the author set."""

    text: str
    shape: Shape = Shape.PARAGRAPH


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence, a heading with a colon or a list's item does."""
    return _CLOSED.search(text[-8:]) is not None


def is_item(text: str) -> bool:
    """Whether a line begins as an item of a list does: "• ...", "(a) ...", "12. ..."."""
    return _ITEM.match(text) is not None


def must_go_on(text: str) -> bool:
    """Whether a line cannot be the last of its paragraph: it ends in a hyphen or "of the"."""
    if text.endswith("-"):
        return text[-2:-1].isalpha()
    last = text[text.rfind(" ") + 1 :]
    return " " in text and last in words("open_words")


def is_capitals(text: str) -> bool:
    """Whether two words or more are all in capital letters."""
    upper = sum(map(str.isupper, text))
    return upper >= _LETTERS and " " in text and not any(map(str.islower, text))


def starts_low(text: str) -> bool:
    """Whether a text starts in the middle of a sentence: with a lower-case letter."""
    return text.lstrip("\"'“‘(")[:1].islower() and _ITEM.match(text) is None


def split_paragraphs(text: str, *, wrapped: bool = True) -> list[Block]:
    """Find the paragraphs of plain text.

    Blank lines part paragraphs. Within a run of lines, a line goes on in the next when the next
    one's first word would not have fitted (the width is that of the text's longer lines), or
    when the next starts lower-case. ``wrapped=False`` takes every line for a paragraph.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if not wrapped:
        return [Block(line) for line in lines if line]
    width = find_width(lines)
    blocks: list[str] = []
    previous = ""
    for line, after in pairwise([*lines, ""]):
        if line and previous and _goes_on(previous, line, after, width):
            blocks[-1] = join(blocks[-1], line)
        elif line:
            blocks.append(line)
        previous = line
    return [Block(block) for block in blocks]


def find_width(lines: list[str]) -> int:
    """Find at how many characters lines were wrapped; 0 means that they were not.

    Wrapped text has several lines in a row, none very long. Of those that are not short, most
    are nearly full, and many of the lines after these start lower-case (a list's do not).
    """
    pairs = [(len(line), after) for line, after in pairwise(lines) if line and after]
    if len(pairs) < _FEWEST_LINES:
        return 0
    lengths = sorted(length for length, _ in pairs)
    # A few lines may stick out of a long text.
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not (_SHORTEST_WRAPPED <= width <= _LONGEST_WRAPPED and lengths[-1] <= 2 * _LONGEST_WRAPPED):
        return 0
    long = sum(length > 0.5 * width for length in lengths)
    full = [after for length, after in pairs if length > 0.75 * width]
    low = sum(map(starts_low, full))
    return width if len(full) >= 0.6 * long and low >= 0.3 * len(full) else 0


def _goes_on(line: str, following: str, after: str, width: int) -> bool:
    if is_capitals(line) != is_capitals(following) or _ITEM.match(following):
        return False
    if must_go_on(line) and not is_capitals(line):
        return True
    if is_capitals(line):
        kinds = words("kinds_of_text")
        return not is_closed(line) and not {line.lower(), following.lower()} & kinds
    if starts_low(following) and not is_closed(line):
        return bool(width) or line.count(" ") >= _WORDS_OF_A_LINE - 1 or line.endswith("-")
    if not width:
        return False
    # The last line of a paragraph ends as a sentence does; a heading does not.
    heading = len(following) < 0.4 * width and not is_closed(following) and not starts_low(after)
    needed = len(line) + 1 + len(following.split(" ", 1)[0])
    return not heading and needed > (0.92 if is_closed(line) else 0.75) * width


def join(before: str, after: str) -> str:
    """Join a line to the one before; a word broken by a hyphen becomes whole again.

    The hyphen stays before a capital or a digit (Alsace-Lorraine, 25-26) and after prefixes that
    are written with one (self-).
    """
    broken = _BROKEN_WORD.search(before[-40:])
    if broken and after[:1].islower() and broken[1].lower() not in words("hyphen_prefixes"):
        return before[:-1] + after
    if before.endswith(("-", "–")) and before[-2:-1].isalnum() and after[:1].isalnum():
        return before + after
    return f"{before} {after}"
