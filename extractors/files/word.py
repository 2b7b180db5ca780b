"""Reads ``.docx`` files: paragraphs and tables in the order of the text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.files.characters import clean_characters
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.properties import read_author, read_title
from extractors.files.quiet import silence
from graph.errors import UnreadableFileError
from graph.model import Skipped, Sourced

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Row

# A document of a million characters has some 50 MB of XML; a zip bomb has gigabytes.
_MAX_BYTES = 200_000_000
_BROKEN = "The .docx file is damaged or is none; open it in a word processor and save it anew."
_EMPTY = "The .docx file holds no text; put text into it or leave it out."


def read_word(path: Path) -> Iterator[Draft | Skipped]:
    """Read a Word file's text, title, author and language.

    Its creation date is left alone: it tells when the file was made, not the text.
    """
    try:
        with silence("docx"):
            yield _read(path)
    except (UnreadableFileError, OSError):
        raise
    except Exception as error:  # a damaged package fails in any layer
        raise UnreadableFileError(_BROKEN) from error


def _read(path: Path) -> Draft:
    from docx import Document  # noqa: PLC0415  # heavy, needed for Word alone

    with path.open("rb") as file:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_BYTES:
                raise UnreadableFileError("The .docx file unpacks to more than 200 MB; split it.")
        document = Document(file)
    text = clean_characters("\n".join(_read_blocks(document)))
    if not text.strip():
        raise UnreadableFileError(_EMPTY)
    properties = document.core_properties
    language = properties.language.strip()
    metadata = Metadata(
        title=read_title(properties.title, "Word properties"),
        authors=read_author(properties.author, "Word properties"),
        language=Sourced(language, "Word properties") if language else None,
    )
    return Draft(text, Layout.LINES, metadata)


def _read_blocks(document: WordDocument) -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415  # heavy, needed for Word alone

    for block in document.iter_inner_content():
        yield from map(_read_row, block.rows) if isinstance(block, Table) else [block.text]


def _read_row(row: _Row) -> str:
    # A merged cell comes once for each column that it spans.
    cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
    return ", ".join(filter(None, cells))
