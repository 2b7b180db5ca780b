"""Which file types can be read, and by what. A new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.files.draft import FormatReader
from extractors.files.jsonl import read_jsonl
from extractors.files.pdf import read_pdf
from extractors.files.plain import read_markdown, read_plain
from extractors.files.webpage import read_webpage
from extractors.files.word import read_word

FORMATS: Mapping[str, FormatReader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_webpage,
    ".htm": read_webpage,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".jsonl": read_jsonl,
}
