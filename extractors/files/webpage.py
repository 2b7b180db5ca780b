"""Reads ``.html`` files: the main text of a web page and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.files.characters import clean_characters
from extractors.files.datelines import parse_date
from extractors.files.decoding import decode, too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Layout, Metadata
from extractors.files.quiet import silence
from graph.errors import UnreadableFileError
from graph.model import Skipped, Sourced

_MAX_BYTES = 20_000_000
_HUGE = "The web page is larger than 20 MB; save only its text, as .txt."
_NO_TEXT = "The web page holds no text; save it again from a browser when it is fully loaded."
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"<html[^>]{0,500}\slang\s?=\s?[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})"
)
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.IGNORECASE | re.DOTALL)
_BREAKS = re.compile(r"[\r\n]+[ \t\r\n]*")
_HEAD = 4_000
_WEB = ("http://", "https://")


def read_webpage(path: Path) -> Iterator[Draft | Skipped]:
    """Read a saved web page without any look at the network.

    Menus, links and footers are cut by trafilatura, which also reads the metadata; the letters
    and digits of the visible text that it leaves out count as cut.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise UnreadableFileError(_HUGE)
    page = _unwrap(_decode(path.read_bytes()))
    with silence("trafilatura", "htmldate", "courlan", "justext"):
        yield _extract(page)


def _decode(data: bytes) -> str:
    named = _CHARSET.search(data[:_HEAD])
    try:
        return data.decode(named[1].decode("ascii")) if named else decode(data).text
    except (LookupError, UnicodeDecodeError):
        return decode(data).text


def _unwrap(page: str) -> str:
    """Take the line breaks out of the source, which mean nothing outside ``pre``."""
    # Without an end, every "<pre" would be searched for one up to the end of the page.
    closed = page.count("<pre") <= page.count("</pre>")
    parts = _PREFORMATTED.split(page) if closed else [page]
    return "".join(
        part if _PREFORMATTED.fullmatch(part) else _BREAKS.sub(" ", part) for part in parts
    )


def _extract(page: str) -> Draft:
    from trafilatura import bare_extraction, html2txt  # noqa: PLC0415  # heavy, for HTML alone

    visible = clean_characters(html2txt(page))
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = clean_characters(getattr(found, "text", None) or "") or visible
    if not text.strip():
        raise UnreadableFileError(_NO_TEXT)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFileError(too_long())
    # trafilatura writes a paragraph a line, and lists and tables with the marks of Markdown.
    text = text.replace("\n", "\n\n")
    return Draft(text, Layout.MARKDOWN, _read_metadata(found, page))


def _count(text: str) -> int:
    return sum(map(str.isalnum, text))


def _read_metadata(found: object, page: str) -> Metadata:
    def get(name: str) -> str:
        return " ".join(clean_characters(str(getattr(found, name, None) or "")).split())

    def sourced(value: str) -> Sourced | None:
        return Sourced(value, "web page") if value else None

    language = _LANGUAGE.search(page[:_HEAD])
    address = get("url")
    return Metadata(
        title=sourced(get("title")),
        authors=tuple(
            Sourced(name.strip(), "web page") for name in get("author").split(";") if name.strip()
        ),
        date=sourced(parse_date(get("date"))),
        publisher=sourced(get("sitename")),
        language=sourced(language[1] if language else ""),
        address=address if address.startswith(_WEB) else "",
    )
