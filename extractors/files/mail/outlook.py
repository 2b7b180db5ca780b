"""Reads ``.msg`` files, in which Outlook saves a message, with the library olefile.

Where each property stands is told by Microsoft's [MS-OXMSG] and [MS-OXPROPS].
"""

from __future__ import annotations

import email.utils
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final

from extractors.files.decoding import decode
from extractors.files.draft import Draft
from extractors.files.inputs.held import Source, depth_of
from extractors.files.mail.mail import read_message
from graph.errors import UnreadableFileError
from graph.model import Skipped

if TYPE_CHECKING:
    from olefile import OleFileIO

_LARGEST: Final = 100_000_000
_MOST_ATTACHED: Final = 1_000
_MOST_WITHIN: Final = 3
_NO_LIBRARY: Final = (
    "A message saved by Outlook, for which olefile is needed; install it with: "
    "pip install 'vouchgraph[msg]'"
)
_TOO_LARGE: Final = "The message is larger than 100 MB; save its attachments apart."
_DAMAGED: Final = "The message is damaged or is none; save it again from Outlook."
_SUBJECT, _BODY, _HTML = "0037", "1000", "1013"
_SENDER, _ADDRESSES = "0C1A", ("5D01", "0C1F")
_DATA, _FILE_NAMES = "3701", ("3707", "3704")
# When it was sent, when it came.
_TIMES: Final = (0x0039, 0x0E06)
_TIME_TYPE: Final = 0x0040
_ENTRY: Final = struct.Struct("<HHIQ")
# The head before the entries: of a message, of one within another.
_HEADS: Final = (32, 24)
_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)

Storage = tuple[str, ...]


def read_msg(path: Source) -> Iterator[Draft | Skipped]:
    """Read one message as ``read_eml`` does: sender, date, what it quotes, attachments."""
    try:
        from olefile import OleFileIO  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError:
        raise UnreadableFileError(_NO_LIBRARY) from None
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError(_TOO_LARGE)
    with path.open("rb") as file:
        try:
            with OleFileIO(file) as opened:
                message = _make_message(opened, (), 0)
        except (OSError, ValueError, IndexError, struct.error, RecursionError) as error:
            raise UnreadableFileError(_DAMAGED) from error
    yield from read_message(message, depth_of(path))


def _make_message(file: OleFileIO, storage: Storage, depth: int) -> EmailMessage:
    """The message of a storage, as mail is sent."""
    message = EmailMessage()
    addresses = (_text(file, storage, name) for name in _ADDRESSES)
    address = next((one for one in addresses if "@" in one), "")
    message["From"] = email.utils.formataddr((_text(file, storage, _SENDER), address))
    message["Subject"] = _text(file, storage, _SUBJECT)
    if sent := _time(file, storage, _HEADS[bool(depth)]):
        message["Date"] = email.utils.format_datetime(sent)
    body, html = _body(file, storage)
    message.set_content(body or html, subtype="plain" if body else "html")
    for held in _attachments(file, storage)[:_MOST_ATTACHED]:
        _attach(message, file, held, depth)
    return message


def _attach(message: EmailMessage, file: OleFileIO, held: Storage, depth: int) -> None:
    data = _bytes(file, held, _DATA, "0102")
    names = (_text(file, held, name) for name in _FILE_NAMES)
    name = next((one for one in names if one), "attachment")
    within = (*held, f"__substg1.0_{_DATA}000D")
    if not data and depth < _MOST_WITHIN and file.exists("/".join(within)):
        data = _make_message(file, within, depth + 1).as_bytes()
        name = f"{name.removesuffix('.eml')}.eml"
    if data:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def _attachments(file: OleFileIO, storage: Storage) -> list[Storage]:
    """The storages of a message's attachments, in their order."""
    place = len(storage)
    paths = (tuple(entry[: place + 1]) for entry in file.listdir(streams=True, storages=True))
    held = {path for path in paths if path[:place] == storage and len(path) > place}
    return sorted(path for path in held if path[-1].startswith("__attach_version1.0_"))


def _body(file: OleFileIO, storage: Storage) -> tuple[str, str]:
    """The plain body and, where there is none, that in HTML."""
    body = _text(file, storage, _BODY, lines=True)
    if body.strip():
        return body, ""
    html = _bytes(file, storage, _HTML, "0102")
    return "", decode(html).text if html.strip() else _text(file, storage, _HTML, lines=True)


def _text(file: OleFileIO, storage: Storage, name: str, *, lines: bool = False) -> str:
    """A property of text, in UTF-16 or in the code page of whoever saved it."""
    if wide := _bytes(file, storage, name, "001F"):
        text = wide.decode("utf-16-le", "replace")
    else:
        narrow = _bytes(file, storage, name, "001E").strip(b"\0")
        text = decode(narrow).text if narrow.strip() else ""
    text = text.replace("\0", "")
    return text if lines else " ".join(text.split())


def _bytes(file: OleFileIO, storage: Storage, name: str, kind: str) -> bytes:
    path = "/".join((*storage, f"__substg1.0_{name}{kind}"))
    return bytes(file.openstream(path).read()) if file.exists(path) else b""


def _time(file: OleFileIO, storage: Storage, head: int) -> datetime | None:
    """When a message was sent or, where that is not known, came."""
    path = "/".join((*storage, "__properties_version1.0"))
    data = bytes(file.openstream(path).read())[head:] if file.exists(path) else b""
    whole = data[: len(data) // _ENTRY.size * _ENTRY.size]
    known = {
        number: value for kind, number, _, value in _ENTRY.iter_unpack(whole) if kind == _TIME_TYPE
    }
    ticks = next((known[number] for number in _TIMES if known.get(number)), 0)
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
    except OverflowError:
        return None
