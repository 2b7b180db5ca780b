"""Recognises the letters of scanned pages by tesseract, where that program is installed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from extractors.files.pdf.pieces import Piece

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_SCALE: Final = 4
"""Dots for each point: 288 an inch, of the 300 that tesseract's manual advises at the least
(https://tesseract-ocr.github.io/tessdoc/ImproveQuality.html)."""
_WORD: Final = "5"
_SURE: Final = 30.0
"""Words that tesseract is less sure of, in percent, are mostly marks and dirt."""
_SECONDS: Final = 120


def find_recogniser() -> str | None:
    """Find the program, or None where it is not installed."""
    return shutil.which("tesseract")


def recognise(page: PdfPage, program: str) -> list[Piece]:
    """Read the lines of a page from its picture, in points from its lower left corner.

    Nothing is given where the program fails, or takes more than two minutes.
    """
    command = [program, "stdin", "stdout", "-l", "eng", "tsv"]
    picture = _draw(page)
    try:
        run = subprocess.run(  # noqa: S603 (a program of that name, and no words of the file)
            command, input=picture, capture_output=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return list(_read(run.stdout.decode("utf-8", "replace"), page.get_height()))


def _draw(page: PdfPage) -> bytes:
    """Draw the page in grey, as a file of the type PGM."""
    bitmap = page.render(scale=_SCALE, grayscale=True)
    rows = bytes(bitmap.buffer)
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode("ascii")
    return head + b"".join(rows[start : start + bitmap.width] for start in starts)


def _read(table: str, height: float) -> Iterator[Piece]:
    """Give the lines of tesseract's table of words."""
    lines: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        sure = row["level"] == _WORD and float(row["conf"]) >= _SURE
        if sure and row["text"].strip():
            lines[row["block_num"], row["par_num"], row["line_num"]].append(row)
    yield from (_line(words, height) for words in lines.values())


def _line(words: list[dict[str, str]], height: float) -> Piece:
    scale = 1 / _SCALE
    left = min(int(word["left"]) for word in words)
    right = max(int(word["left"]) + int(word["width"]) for word in words)
    tops = [int(word["top"]) for word in words]
    foot = max(int(word["top"]) + int(word["height"]) for word in words)
    return Piece(
        " ".join(word["text"].strip() for word in words),
        left * scale,
        right * scale,
        height - foot * scale,
        (foot - min(tops)) * scale,
    )
