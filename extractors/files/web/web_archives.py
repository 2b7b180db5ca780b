"""Reads archives of web pages: ``.warc`` with the library warcio, ``.mht`` as the mail it is."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.files.draft import Draft
from extractors.files.inputs.held import Source
from extractors.files.web.webpage import read_page_bytes
from graph.errors import UnreadableFileError
from graph.model import Skipped

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_LARGEST: Final = 20_000_000
_NO_LIBRARY: Final = (
    "An archive of web pages, for which warcio is needed; install it with: "
    "pip install 'vouchgraph[warc]'"
)
_TOO_LARGE: Final = "The web page is larger than 20 MB; save only its text, as .txt."
_DAMAGED: Final = "The archive of web pages is damaged or is none; make it anew."


def read_warc(path: Source) -> Iterator[Draft | Skipped]:
    """Read the web pages of an archive, each a document with its address.

    The date of an archive tells when a page was fetched, and is none of the page's.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 (an extra)
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError:
        raise UnreadableFileError(_NO_LIBRARY) from None
    found = False
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                if _is_page(record):
                    found = True
                    yield _read_record(record)
        except (ArchiveLoadFailed, EOFError, OSError) as error:
            raise UnreadableFileError(_DAMAGED) from error
    if not found:
        raise UnreadableFileError("The archive holds no web page; leave it out.")


def _is_page(record: ArcWarcRecord) -> bool:
    head = record.http_headers
    if record.rec_type != "response" or head is None:
        return False
    kind = head.get_header("Content-Type", "")
    return bool(head.get_statuscode() == "200" and "html" in kind.lower())


def _read_record(record: ArcWarcRecord) -> Draft | Skipped:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(_LARGEST + 1)
    if len(data) > _LARGEST:
        return Skipped(address, _TOO_LARGE)
    try:
        return _placed(read_page_bytes(data), address)
    except UnreadableFileError as error:
        return Skipped(address, str(error))


def _placed(page: Draft, address: str) -> Draft:
    metadata = replace(page.metadata, address=page.metadata.address or address)
    return replace(page, part=address, metadata=metadata)


def read_mht(path: Source) -> Iterator[Draft | Skipped]:
    """Read the page that a browser saved as one file, with its address."""
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError(_TOO_LARGE)
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    page = next(pages, None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes):
        raise UnreadableFileError("The file holds no web page; save it again from a browser.")
    address = str(page.get("content-location") or message.get("snapshot-content-location") or "")
    web = address if address.startswith(("http://", "https://")) else ""
    yield replace(_placed(read_page_bytes(data), web), part="")
