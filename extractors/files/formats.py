"""Which file types can be read, and by what. A new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from extractors.files.draft import Draft
from extractors.files.inputs.archives import read_tar, read_zip
from extractors.files.inputs.held import Source
from extractors.files.mail.mail import read_eml, read_mbox
from extractors.files.mail.outlook import read_msg
from extractors.files.office.old_word import read_old_word
from extractors.files.office.opendocument import read_opendocument
from extractors.files.office.rtf import read_rtf
from extractors.files.office.sheets import read_sheets
from extractors.files.office.word import read_word
from extractors.files.pdf.pdf import read_pdf
from extractors.files.plain.jsonl import read_jsonl
from extractors.files.plain.plain import read_markdown, read_plain
from extractors.files.plain.subtitles import read_subtitles
from extractors.files.plain.tables import read_table
from extractors.files.web.epub import read_epub
from extractors.files.web.web_archives import read_mht, read_warc
from extractors.files.web.webpage import read_webpage
from graph.model import Skipped

FormatReader = Callable[[Source], Iterator[Draft | Skipped]]

FORMATS: Mapping[str, FormatReader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".html": read_webpage,
    ".htm": read_webpage,
    ".xhtml": read_webpage,
    ".mht": read_mht,
    ".mhtml": read_mht,
    ".warc": read_warc,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".docm": read_word,
    ".doc": read_old_word,
    ".odt": read_opendocument,
    ".rtf": read_rtf,
    ".epub": read_epub,
    ".eml": read_eml,
    ".mbox": read_mbox,
    ".msg": read_msg,
    ".srt": read_subtitles,
    ".vtt": read_subtitles,
    ".csv": read_table,
    ".tsv": read_table,
    ".xlsx": read_sheets,
    ".jsonl": read_jsonl,
    ".zip": read_zip,
    ".tar": read_tar,
    ".tgz": read_tar,
    ".gz": read_tar,
}
