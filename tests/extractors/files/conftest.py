"""Builds the smallest files of each format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

PageMaker = Callable[..., Path]


def _add_page(writer: PdfWriter, lines: str) -> None:
    page = writer.add_blank_page(width=595, height=842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = "\n".join(f"({line}) Tj T*" for line in lines.split("\n"))
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 14 TL 60 780 Td\n{shown}\nET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)


@pytest.fixture
def make_pdf(tmp_path: Path) -> PageMaker:
    """Give a function that writes a PDF with the given pages."""

    def make(*pages: str, locked: bool = False, **properties: str) -> Path:
        writer = PdfWriter()
        for page in pages:
            _add_page(writer, page)
        writer.add_metadata({f"/{key.title()}": value for key, value in properties.items()})
        if locked:
            writer.encrypt("opensesame", algorithm="RC4-128")
        path = tmp_path / "file.pdf"
        writer.write(path)
        return path

    return make


@pytest.fixture
def make_docx(tmp_path: Path) -> PageMaker:
    """Give a function that writes a Word file with the given paragraphs."""

    def make(*paragraphs: str, title: str = "", author: str = "python-docx") -> Path:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.core_properties.title = title
        document.core_properties.author = author
        path = tmp_path / "file.docx"
        document.save(str(path))
        return path

    return make
