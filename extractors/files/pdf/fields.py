"""Reads what people have filled into a PDF, and counts the notes that they stuck on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractors.files.pdf.pieces import Piece

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_LONGEST = 100_000
_MOST_ANNOTATIONS = 10_000
_SIZE = 10.0
_INSET = 2.0
_LINE = 1.2


@dataclass(slots=True)
class Annotations:
    """What stands on a page beside its own letters: fields' values, texts, notes of readers."""

    pieces: list[Piece] = field(default_factory=list)
    notes: int = 0


def read_annotations(document: PdfDocument, page: PdfPage) -> Annotations:
    """Read the values of form fields and the texts that were typed onto a page, at their place."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    found = Annotations()
    form = document.formenv
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        with _open(page, index) as annotation:
            if not annotation:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            value = ""
            if kind == pdfium.FPDF_ANNOT_WIDGET and form is not None:
                value = _read_value(form, annotation)
            elif kind == pdfium.FPDF_ANNOT_FREETEXT:
                value = _read_string(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
            elif _read_string(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents"):
                found.notes += kind not in {pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK}
            found.pieces += _place(annotation, value)
    return found


@contextmanager
def _open(page: PdfPage, index: int) -> Iterator[Any]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _read_value(form: Any, annotation: Any) -> str:  # noqa: ANN401 (pointers of ctypes)
    """Give what a field shows: its value, or a cross for a box that is ticked."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}:
        return "[x]" if pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind == pdfium.FPDF_FORMFIELD_PUSHBUTTON:
        return ""
    return _read_string(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)


def _read_string(ask: Any, *asked: Any) -> str:  # noqa: ANN401 (functions of ctypes)
    """Read a string of pdfium, whose length in bytes of UTF-16 is asked for first."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    length = min(ask(*asked, None, 0), _LONGEST)
    buffer = ctypes.create_string_buffer(length)
    ask(*asked, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", errors="ignore").split("\0", 1)[0]


def _place(annotation: Any, value: str) -> Iterator[Piece]:  # noqa: ANN401 (a pointer of ctypes)
    """Put the lines of a value where its field stands, the first on the line of its label."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # heavy, needed for PDF alone

    lines = [" ".join(line.split()) for line in value.splitlines() if line.strip()]
    box = pdfium.FS_RECTF()
    if not lines or not pdfium.FPDFAnnot_GetRect(annotation, box):
        return
    high, low = max(box.top, box.bottom), min(box.top, box.bottom)
    size = min(_SIZE, max(1.0, high - low))
    single = high - low < 2 * size
    base = low + (high - low - size) / 2 + _INSET if single else high - size
    for number, line in enumerate(lines):
        yield Piece(line, box.left, box.right, base - number * _LINE * size, size)
