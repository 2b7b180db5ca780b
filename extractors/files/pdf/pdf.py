"""Reads ``.pdf`` files page by page; scanned pages where tesseract is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractors.files.cleaning.characters import clean_characters
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Held, Source
from extractors.files.office.properties import read_author, read_title
from extractors.files.pdf.fields import read_annotations
from extractors.files.pdf.heads import cut_running_heads
from extractors.files.pdf.layout import order_lines
from extractors.files.pdf.paragraphs import (
    PageLines,
    find_body_size,
    find_pitch,
    join_paragraphs,
    part_notes,
)
from extractors.files.pdf.pieces import Piece, read_pieces
from extractors.files.pdf.ranges import say_pages
from extractors.files.pdf.recognising import find_recogniser, recognise
from graph.errors import UnreadableFileError
from graph.model import Cut, Remark, Skipped

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_SCAN = (
    "The PDF holds no text; it may be a scan: install tesseract, which reads the pages, or give "
    "it a layer of text (for example with ocrmypdf)."
)
_LOCKED = "The PDF is encrypted; remove its password first."
_BROKEN = "The PDF is damaged and cannot be read; open it elsewhere and save it anew."
_BESIDE = 0.8
# More letters than this that no font's table explains make a page unreadable.
_MOST_UNKNOWN = 0.3


@dataclass(slots=True)
class _Pages:
    """What the pages of a file gave; numbers count from 1."""

    lines: list[PageLines] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    height: float = 0.0
    notes: int = 0
    broken: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)


def read_pdf(path: Source) -> Iterator[Draft | Skipped]:
    """Read a PDF's text, title and author, the values of its form fields, and its foot notes.

    A page that cannot be read, or holds no text, costs that page and is told. Its creation date
    is left alone: it tells when the file was made, not the text.
    """
    import pypdfium2  # noqa: PLC0415  # heavy, needed for PDF alone

    with path.open("rb") as file:
        if not file.read(1):
            raise UnreadableFileError("The file is empty; put text into it or leave it out.")
    try:
        document = pypdfium2.PdfDocument(path.content if isinstance(path, Held) else path)
    except pypdfium2.PdfiumError as error:
        locked = pypdfium2.raw.FPDF_GetLastError() == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableFileError(_LOCKED if locked else _BROKEN) from error
    try:
        yield _read(document)
    finally:
        document.close()


def _read(document: PdfDocument) -> Draft:
    found = _Pages()
    document.init_forms()
    for number in range(1, len(document) + 1):
        _read_page(document, number, found)
    if not any(page.lines for page in found.lines):
        raise UnreadableFileError(_SCAN if found.pictures or not found.broken else _BROKEN)
    pages, notes = _part(found)
    text = "\n".join(join_paragraphs(pages))
    page_texts = [(page.number, " ".join(line.text for line in page.lines)) for page in pages]
    return Draft(
        text,
        Layout.LINES,
        _read_metadata(document),
        notes=tuple(note for _, note in notes),
        pages=(*page_texts, *notes),
        cuts=tuple(found.cuts),
        remarks=tuple(_remark(document, found)),
    )


def _read_page(document: PdfDocument, number: int, found: _Pages) -> None:
    """Read one page; where that fails, the page is missing and the others go on."""
    import pypdfium2  # noqa: PLC0415  # heavy, needed for PDF alone

    try:
        page = document[number - 1]
        letters = read_pieces(page.get_textpage())
        filled = read_annotations(document, page)
    except pypdfium2.PdfiumError:
        found.broken.append(number)
        return
    pieces = [_clean(piece) for piece in letters.pieces]
    if _is_unknown(pieces):
        found.unknown.append(number)
    elif pieces or filled.pieces or letters.aside:
        values = [_put_beside(pieces, value) for value in filled.pieces]
        lines = order_lines([piece for piece in (*pieces, *values) if piece.text])
        found.lines.append(PageLines(number, lines))
        found.asides += [letters.aside] if letters.aside else []
    elif _has_picture(page):
        _read_picture(page, number, found)
    found.cuts += letters.cuts
    found.notes += filled.notes
    found.height = max(found.height, page.get_height(), page.get_width())
    page.close()


def _read_picture(page: PdfPage, number: int, found: _Pages) -> None:
    """Recognise the letters of a page that is a picture, where there is a program for it."""
    program = find_recogniser()
    pieces = [_clean(piece) for piece in recognise(page, program)] if program else []
    if not pieces:
        found.pictures.append(number)
        return
    found.lines.append(PageLines(number, order_lines(pieces)))
    found.recognised.append(number)


def _clean(piece: Piece) -> Piece:
    return replace(piece, text=" ".join(clean_characters(piece.text).split()))


def _is_unknown(pieces: Sequence[Piece]) -> bool:
    """Whether most of a page is letters without a meaning, as fonts without a table give them."""
    letters = sum(len(piece.text) for piece in pieces)
    odd = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" for p in pieces for sign in p.text)
    return odd > _MOST_UNKNOWN * letters


def _put_beside(pieces: Sequence[Piece], value: Piece) -> Piece:
    """Put a field's value on the line of the label beside it."""
    beside = [
        piece
        for piece in pieces
        if piece.left < value.left
        and abs(piece.base - value.base) <= _BESIDE * max(piece.size, value.size)
    ]
    nearest = min(beside, key=lambda piece: abs(piece.base - value.base), default=value)
    return replace(value, base=nearest.base)


def _has_picture(page: PdfPage) -> bool:
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    return any(
        True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH])
    )


def _part(found: _Pages) -> tuple[list[PageLines], list[tuple[int, str]]]:
    """Part the text of the pages from what they repeat and from their foot notes."""
    size, pitch = find_body_size(found.lines), find_pitch(found.lines)
    pages, firsts, cuts = cut_running_heads(found.lines, found.height, pitch, size)
    found.cuts += cuts
    parted = [(page.number, *part_notes(page, size)) for page in pages]
    notes = [(number, note) for number, _, of_page in parted for note in of_page]
    notes += [(found.lines[0].number, text) for text in (*firsts, *found.asides)]
    return [page for _, page, _ in parted], notes


def _read_metadata(document: PdfDocument) -> Metadata:
    properties = document.get_metadata_dict()
    return Metadata(
        title=read_title(properties.get("Title"), "PDF properties"),
        authors=read_author(properties.get("Author"), "PDF properties"),
    )


def _remark(document: PdfDocument, found: _Pages) -> Iterator[Remark]:
    """Say what of the file is not in the text."""
    of = f"of {len(document)} pages"
    if found.pictures:
        yield Remark(
            f"{say_pages(found.pictures)} {of} hold no text but pictures, which may be scans and "
            "need OCR: install tesseract, or run ocrmypdf.",
            partial=True,
        )
    if found.recognised:
        yield Remark(
            f"{say_pages(found.recognised)} {of} are pictures, whose letters tesseract recognised; "
            "look at the page before you quote it."
        )
    if found.broken:
        yield Remark(f"{say_pages(found.broken)} {of} could not be read.", partial=True)
    if found.unknown:
        yield Remark(
            f"{say_pages(found.unknown)} {of} are set in fonts that do not tell their letters; "
            "they need OCR (for example ocrmypdf).",
            partial=True,
        )
    if found.notes:
        yield Remark(
            f"Notes that readers stuck on its pages were left out: {found.notes}.", partial=True
        )
    if attached := document.count_attachments():
        yield Remark(f"Files attached to it were not read: {attached}.", partial=True)
