"""Builds the smallest files of each format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from extractors.files.opening import Opened, open_file
from extractors.limits import Limits
from graph.model import Skipped

PageMaker = Callable[..., Path]


class OpenedHere:
    """Opens files in this process: a process for each of some hundred examples takes minutes."""

    def __init__(self, limits: Limits) -> None:
        """The limits are those of the other process."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def open(self, path: Path) -> Iterator[Opened | Skipped]:
        return open_file(path)


@pytest.fixture(scope="module", autouse=True)
def opened_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Open files in the process of the tests, those on this very matter aside."""
    if request.module.__name__.endswith(("test_opener", "test_documents")):
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("extractors.files.documents.Opener", OpenedHere)
        yield


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
def make_drawn_pdf(tmp_path: Path) -> PageMaker:
    """Give a function that writes a PDF of pages that are given as what is drawn on them.

    ``fields`` are form fields of the first page: (name, value, rectangle).
    """

    def make(*pages: bytes, fields: Sequence[tuple[str, str, str]] = (), rotate: int = 0) -> Path:
        count = len(pages)
        first = 4 + 2 * count
        refs = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
        made = " ".join(f"{first + n} 0 R" for n in range(len(fields)))
        objects = [
            f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{made}]>>>>".encode(),
            f"<</Type/Pages/Kids[{refs}]/Count {count}>>".encode(),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]
        for number, content in enumerate(pages):
            annotations = f"/Annots[{made}]" if not number else ""
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}{annotations}"
                f"/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * number} 0 R>>".encode()
            )
            objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects += [
            f"<</Type/Annot/Subtype/Widget/FT/Tx/T({name})/V({value})/Rect[{box}]>>".encode()
            for name, value, box in fields
        ]
        body, places = b"%PDF-1.7\n", []
        for number, content in enumerate(objects, start=1):
            places.append(len(body))
            body += b"%d 0 obj%s endobj\n" % (number, content)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(objects) + 1
        end = b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (size, len(body))
        path = tmp_path / "drawn.pdf"
        path.write_bytes(body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end)
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
