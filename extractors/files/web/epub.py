"""Reads ``.epub`` files: a book's chapters in the order of its spine, as one text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from extractors.files.decoding import decode
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Source
from extractors.files.metadata.datelines import parse_date
from extractors.files.office.packages import Package, child, local, open_package
from extractors.files.web.html_text import read_html
from graph.errors import UnreadableFileError
from graph.model import Cut, Remark, Skipped, Sourced

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_NO_BOOK = "The .epub file is damaged or is none; open it in its program and save it anew."
_LOCKED = "The .epub file is protected; only its publisher's programs can read it."
_EMPTY = "The .epub file holds no text; leave it out."
_ORIGIN = "book properties"


def read_epub(path: Source) -> Iterator[Draft | Skipped]:
    """Read a book's text, title, authors, date, publisher and language."""
    with open_package(path, ".epub") as package:
        yield _read(package)


def _read(package: Package) -> Draft:
    root = package.xml(_CONTAINER)
    file = child(root, "rootfiles", "rootfile")
    name = file.get("full-path", "") if file is not None else ""
    book = package.xml(name)
    if book is None:
        raise UnreadableFileError(_NO_BOOK)
    texts: list[str] = []
    cuts: list[Cut] = []
    missing = 0
    for page in _find_pages(book, PurePosixPath(name).parent):
        try:
            text, found = read_html(decode(package.read(page)).text)
        except (UnreadableFileError, ValueError):
            missing += 1
            continue
        texts.append(text)
        cuts += found
    if not any(map(str.strip, texts)):
        locked = "META-INF/encryption.xml" in package.names
        raise UnreadableFileError(_LOCKED if locked else _EMPTY)
    said = f"Chapters that could not be read or hold no text: {missing}."
    remarks = (Remark(said, partial=True),) if missing else ()
    return Draft(
        "\n".join(texts), Layout.LINES, _read_metadata(book), cuts=tuple(cuts), remarks=remarks
    )


def _find_pages(book: _Element, folder: PurePosixPath) -> Iterator[str]:
    """Give the names of the chapters' files in the order in which they are read."""
    manifest, spine = child(book, "manifest"), child(book, "spine")
    items = {one.get("id"): one for one in (manifest if manifest is not None else ())}
    for reference in spine if spine is not None else ():
        item = items.get(reference.get("idref")) if local(reference) == "itemref" else None
        if item is not None and item.get("media-type") in _PAGES:
            yield str(folder / unquote(item.get("href", ""))).removeprefix("./")


def _read_metadata(book: _Element) -> Metadata:
    fields: dict[str, list[str]] = {}
    found = child(book, "metadata")
    for one in found if found is not None else ():
        text = " ".join((one.text or "").split())
        if text:
            fields.setdefault(local(one), []).append(text)

    def first(name: str) -> Sourced | None:
        return next((Sourced(value, _ORIGIN) for value in fields.get(name, ())), None)

    date = next((day for value in fields.get("date", ()) if (day := parse_date(value))), "")
    return Metadata(
        title=first("title"),
        authors=tuple(Sourced(name, _ORIGIN) for name in fields.get("creator", ())),
        date=Sourced(date, _ORIGIN) if date else None,
        publisher=first("publisher"),
        language=first("language"),
    )
