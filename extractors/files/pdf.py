"""Reads ``.pdf`` files that hold text (a scan holds pictures of text, and needs OCR first)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.files.characters import clean_characters
from extractors.files.decoding import too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Metadata
from extractors.files.paragraphs import is_closed
from extractors.files.properties import read_author, read_title
from extractors.files.quiet import silence
from extractors.files.running_heads import cut_running_heads
from graph.errors import UnreadableFileError
from graph.model import Skipped

if TYPE_CHECKING:
    from pypdf import PdfReader

_SCAN = "The PDF holds no text; it may be a scan, which needs OCR (for example ocrmypdf) first."
_LOCKED = "The PDF is encrypted; remove its password first."
_BROKEN = "The PDF is damaged and cannot be read; open it elsewhere and save it anew."


def read_pdf(path: Path) -> Iterator[Draft | Skipped]:
    """Read a PDF's text, title and author; running heads and page numbers are cut.

    Its creation date is left alone: it tells when the file was made, not the text.
    """
    from pypdf.errors import (  # noqa: PLC0415  # heavy, needed for PDF alone
        DependencyError,
        FileNotDecryptedError,
    )

    try:
        with silence("pypdf", "pypdf._reader"):
            yield _read(path)
    except (UnreadableFileError, OSError):
        raise
    except (FileNotDecryptedError, DependencyError):
        raise UnreadableFileError(_LOCKED) from None
    except Exception as error:  # pypdf lets errors of any type out
        raise UnreadableFileError(_BROKEN) from error


def _read(path: Path) -> Draft:
    from pypdf import PdfReader  # noqa: PLC0415  # heavy, needed for PDF alone

    with path.open("rb") as file:
        reader = PdfReader(file, strict=False)
        # An empty password opens what is only locked against printing or changing.
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError(_LOCKED)
        pages = list(_read_pages(reader))
        metadata = _read_metadata(reader)
    kept, cut = cut_running_heads(pages)
    text = join_pages(kept)
    if not text.strip():
        raise UnreadableFileError(_SCAN)
    return Draft(text, metadata=metadata, cut=cut)


def _read_pages(reader: PdfReader) -> Iterator[str]:
    length = 0
    for page in reader.pages:
        text = clean_characters(page.extract_text())
        length += len(text)
        if length > MAX_CHARACTERS:
            raise UnreadableFileError(too_long())
        yield text


def _read_metadata(reader: PdfReader) -> Metadata:
    information = reader.metadata
    if information is None:
        return Metadata()
    return Metadata(
        title=read_title(information.title, "PDF properties"),
        authors=read_author(information.author, "PDF properties"),
    )


def join_pages(pages: Sequence[str]) -> str:
    """Join pages; a page that ends inside a sentence goes on as if there were no page break."""
    text = ""
    for page in (page.strip("\n ") for page in pages):
        text += ("\n\n" if is_closed(text) or not text else "\n") + page if page else ""
    return text.lstrip("\n")
