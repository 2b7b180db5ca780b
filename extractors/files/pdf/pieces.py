"""Reads the letters of a PDF's page with their places, as pieces of lines."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.files.cleaning.raised import read_raised
from graph.model import Cut

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# How pdfium gives a hyphen at the end of a line, and a soft one.
_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
# The foot of a letter's box hangs below the line on which it stands.
_DESCENT = 0.2
_SAME_LINE = 0.3
_GAP = 1.0
_BACK = 0.5
_TIGHT = 0.05
_SMALLEST = 0.1
_SMALL = 0.82
_RAISED = 0.15
_HIGHEST = 0.8
_TURN = math.pi / 2
_SLANT = 0.1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line without a wide gap; x runs to the right, ``base`` upwards, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Letters:
    """The pieces of a page in the order in which they are drawn.

    ``aside`` is text that does not run as the most of the page does, such as a line up its margin.
    """

    pieces: list[Piece]
    aside: str
    cuts: list[Cut]


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class _Open:
    """A piece that is being put together; ``raised`` waits until it is known what it is."""

    first: _Letter
    last: _Letter
    text: str
    raised: str = ""
    cuts: list[Cut] = field(default_factory=list)

    def close_raised(self) -> None:
        if self.raised:
            added, is_note = read_raised(self.text, self.raised)
            self.text += added
            if is_note:
                self.cuts.append(Cut(self.raised.strip(), "note number"))
            self.raised = ""

    def close(self) -> Piece:
        self.close_raised()
        right = max(self.last.right, self.first.right)
        return Piece(self.text, self.first.left, right, self.first.base, self.first.size)


def read_pieces(page: PdfTextPage) -> Letters:
    """Read a page's letters; one that is drawn twice at one place counts once."""
    turned: Counter[int] = Counter()
    letters: list[tuple[int | None, _Letter]] = []
    for turn, letter in _read_letters(page):
        turned[-1 if turn is None else turn] += not letter.sign.isspace()
        letters.append((turn, letter))
    # until it is turned back, a letter has its foot and its top for base and size
    sized = [one.size - one.base > _SMALLEST for _, one in letters if one.sign != " "]
    if sum(sized) < len(sized) / 2:
        return Letters(_read_plainly(page), "", [])
    main = max(range(4), key=lambda turn: (turned[turn], -turn))
    upright = (_turn_back(letter, main) for turn, letter in letters if turn == main)
    aside = "".join(letter.sign for turn, letter in letters if turn != main)
    pieces, cuts = _join(_drop_doubles(upright))
    return Letters(pieces, " ".join(aside.split()), cuts)


def _read_plainly(page: PdfTextPage) -> list[Piece]:
    """Read the lines of a page whose letters have no measures, as they come."""
    lines = page.get_text_range().splitlines()
    return [
        Piece(line, 0.0, 5.0 * len(line), -12.0 * number, 10.0)
        for number, line in enumerate(lines)
        if line.strip()
    ]


def _read_letters(page: PdfTextPage) -> Iterator[tuple[int | None, _Letter]]:
    """Give each letter with its quarter turns, None for a slanted one; breaks become spaces."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    box = pdfium.FS_RECTF()
    turn: int | None = 0
    high = 0
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 (the first half of a surrogate pair)
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:  # noqa: PLR2004 (the second half)
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        sign = "-" if code in _HYPHENS else chr(code)
        if sign.isspace() or not code:
            yield turn, _Letter(" ", 0, 0, 0, 0)
            continue
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        turn = _read_turn(pdfium.FPDFText_GetCharAngle(page, index))
        yield turn, _Letter(sign, box.left, box.right, box.bottom, box.top)


def _read_turn(angle: float) -> int | None:
    turns = round(angle / _TURN)
    return turns % 4 if abs(angle - turns * _TURN) < _SLANT else None


def _turn_back(letter: _Letter, turn: int) -> _Letter:
    """Give a letter as if the page lay straight; until here its box stands for base and size."""
    left, right, bottom, top = letter.left, letter.right, letter.base, letter.size
    if turn == 3:  # noqa: PLR2004 (up the page)
        left, right, bottom, top = bottom, top, -right, -left
    elif turn == 2:  # noqa: PLR2004 (upside down)
        left, right, bottom, top = -right, -left, -top, -bottom
    elif turn == 1:  # down the page
        left, right, bottom, top = -top, -bottom, left, right
    size = top - bottom
    return _Letter(letter.sign, left, right, bottom + _DESCENT * size, size)


def _drop_doubles(letters: Iterator[_Letter]) -> Iterator[_Letter]:
    """Leave out what is drawn over itself, as programs do for bold type and shadows."""
    seen: set[tuple[str, int, int]] = set()
    before: _Letter | None = None
    for letter in letters:
        place = (letter.sign, round(2 * letter.left), round(2 * letter.base))
        # The letters of a ligature ("ff") share one box.
        # A font without measures gives all its letters no width, and one place.
        known = place in seen and letter.right > letter.left
        if letter.sign == " " or not known or (before and _share_box(before, letter)):
            yield letter
            seen.add(place)
            before = letter


def _share_box(before: _Letter, letter: _Letter) -> bool:
    return (before.left, before.right, before.base) == (letter.left, letter.right, letter.base)


def _join(letters: Iterator[_Letter]) -> tuple[list[Piece], list[Cut]]:
    pieces: list[Piece] = []
    cuts: list[Cut] = []
    current: _Open | None = None
    space = ""
    for letter in letters:
        if letter.sign == " ":
            space = " "
            continue
        if current is None or not _add(current, letter, space):
            if current is not None:
                pieces.append(current.close())
                cuts += current.cuts
            current = _Open(letter, letter, letter.sign)
        space = ""
    if current is not None:
        pieces.append(current.close())
        cuts += current.cuts
    return pieces, cuts


def _add(current: _Open, letter: _Letter, space: str) -> bool:
    """Add a letter to a piece, unless it stands elsewhere."""
    size = current.first.size
    if _share_box(current.last, letter) and not current.raised:
        current.text += letter.sign
        return True
    gap = letter.left - current.last.right
    if not -_BACK * size <= gap <= _GAP * size:
        return False
    rise = letter.base - current.first.base
    if letter.size < _SMALL * size and _RAISED * size < rise < _HIGHEST * size:
        current.raised += (space if current.raised else "") + letter.sign
        current.last = letter
        return True
    if abs(rise) > _SAME_LINE * max(size, letter.size):
        return False
    current.close_raised()
    # A space that the program did not draw says only that it went elsewhere and came back.
    current.text += (space if gap > _TIGHT * size else "") + letter.sign
    current.last = letter
    return True
