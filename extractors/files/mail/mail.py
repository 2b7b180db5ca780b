"""Reads ``.eml`` and ``.mbox`` files: messages, the replies that they quote, and attachments."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import BinaryIO

from extractors.files.cleaning.characters import clean_characters
from extractors.files.decoding import decode
from extractors.files.draft import Draft, Layout, Metadata
from extractors.files.inputs.held import Held, Source, depth_of, read_held
from extractors.files.mail.quoted_mail import Said, part_quotes
from extractors.files.metadata.names import is_name, strip_honorifics, turn_name
from extractors.files.web.html_text import read_html
from graph.errors import UnreadableFileError
from graph.model import Cut, Skipped, Sourced

_ORIGIN = "mail header"
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|sv|tr)(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:(?:\s|$)|[ \t]+\S")
_FROM = re.compile(r"^from:[^\n]{0,500}[\w.+-]+@[\w-]", re.IGNORECASE | re.MULTILINE)
_KNOWN = re.compile(
    r"^(?:to|subject|date|message-id|mime-version|sent):", re.IGNORECASE | re.MULTILINE
)
_FEWEST_KNOWN = 2
_LARGEST = 100_000_000
_SEPARATOR = re.compile(rb"From \S+.{0,200}\d{4}\s*$")
_LINK = re.compile(
    r"(?<=\w)<(?:https?://|mailto:)[^<>\s]{1,2000}>|\[(?:https?://|cid:)[^\[\]\s]{1,2000}\]"
)
_EMPTY = "The message holds no text; leave it out."
_NO_MAIL = "The file holds no message; give it its own suffix."


def read_eml(path: Source) -> Iterator[Draft | Skipped]:
    """Read one message: the sender is its author; what it quotes are documents of their own.

    So are attachments of types that are read.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableFileError("The message is larger than 100 MB; save its attachments apart.")
    yield from _read(path.read_bytes(), depth_of(path))


def read_mbox(path: Source) -> Iterator[Draft | Skipped]:
    """Read a file of many messages, one after the other."""
    count = 0
    with path.open("rb") as file:
        for count, data in enumerate(_split(file), start=1):
            place = f"message {count}"
            try:
                for found in _read(data, depth_of(path)):
                    yield _put(place, found)
            except UnreadableFileError as error:
                yield Skipped(place, str(error))
    if not count:
        raise UnreadableFileError(_NO_MAIL)


def _put(place: str, found: Draft | Skipped) -> Draft | Skipped:
    from dataclasses import replace  # noqa: PLC0415 (only here)

    if isinstance(found, Skipped):
        return Skipped(f"{place}, {found.source}" if found.source else place, found.reason)
    return replace(found, part=f"{place}, {found.part}" if found.part else place)


def _split(file: BinaryIO) -> Iterator[bytes]:
    """Give the messages of an mbox; one of more than 100 MB is cut off there."""
    message: list[bytes] = []
    size, blank = 0, True
    for line in iter(lambda: file.readline(_LARGEST), b""):
        if blank and _SEPARATOR.match(line):
            if message:
                yield b"".join(message)
            message, size = [], 0
        elif size < _LARGEST:
            message.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    if b"".join(message).strip():
        yield b"".join(message)


def looks_like_mail(text: str) -> bool:
    """Whether a text begins with the header of a message, with a sender's address in it."""
    head = text.lstrip("\ufeff\n ")[:20_000].split("\n\n", 1)[0]
    known = len(_KNOWN.findall(head))
    return (
        known >= _FEWEST_KNOWN
        and _FROM.search(head) is not None
        and all(_HEADER.match(line) for line in head.split("\n"))
    )


def read_mail_text(text: str) -> Iterator[Draft | Skipped]:
    """Read a message that was saved as a text file."""
    header, _, body = text.lstrip("\ufeff\n ").partition("\n\n")
    message = email.message_from_string(header + "\n\n", policy=email.policy.default)
    yield from _read_text(message, body, [])  # the body is decoded already


def _read(data: bytes, depth: int) -> Iterator[Draft | Skipped]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise UnreadableFileError(_NO_MAIL)
    yield from read_message(message, depth)


def read_message(message: EmailMessage, depth: int) -> Iterator[Draft | Skipped]:
    """Read a message, what it quotes and its attachments; ``depth`` is how deep its file lies."""
    text, cuts = _read_body(message)
    found = list(_read_text(message, text, cuts))
    attached = list(_read_attached(message, depth))
    if not found and not attached:
        raise UnreadableFileError(_EMPTY)
    yield from found
    yield from attached


def _read_text(message: EmailMessage, text: str, cuts: list[Cut]) -> Iterator[Draft]:
    sender = _read_sender(message)
    subject = _REPLY.sub("", _header(message, "subject"))
    text, links = _cut_links(clean_characters(text))
    own, *quoted = part_quotes(_unflow(message, text))
    date = _read_date(message)
    unnamed = [Cut(said.text, "quoted words without a writer") for said in quoted if not said.name]
    cuts = [*cuts, *links, *(cut for cut in unnamed if cut.words.strip())]
    if own.text.strip():
        written = Said(own.text, sender, date, subject)
        yield _draft(written, _ORIGIN, cuts=tuple(cuts))
    named = (said for said in quoted if said.name and said.text.strip())
    for number, said in enumerate(named, start=1):
        written = Said(said.text, said.name, said.date, said.subject or subject)
        yield _draft(written, "quoted message", part=f"quoted {number}")


def _cut_links(text: str) -> tuple[str, list[Cut]]:
    """Take out the addresses that Outlook writes behind words and in place of pictures."""
    cuts = [Cut(found[0], "link behind words") for found in _LINK.finditer(text)]
    return _LINK.sub("", text), cuts


def _draft(said: Said, origin: str, *, part: str = "", cuts: tuple[Cut, ...] = ()) -> Draft:
    """Make a draft of one writer's words; who is no person is the publisher."""
    name = Sourced(strip_honorifics(said.name), origin) if said.name else None
    person = name is not None and is_name(said.name)
    metadata = Metadata(
        title=Sourced(said.subject, origin) if said.subject else None,
        authors=(name,) if name and person else (),
        publisher=name if name and not person else None,
        date=Sourced(said.date, origin) if said.date else None,
    )
    return Draft(said.text, Layout.PLAIN, metadata, part=part, cuts=cuts)


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""  # the library fails on some malformed headers
    return " ".join(clean_characters(value).split())


def _read_sender(message: EmailMessage) -> str:
    """Give the sender's name, "Last, First" turned round, or the address where there is none."""
    name, address = email.utils.parseaddr(_header(message, "from"))
    return turn_name(name, is_one=True).strip(" \"'") or address


def _read_date(message: EmailMessage) -> str:
    try:
        day = email.utils.parsedate_to_datetime(_header(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return day.date().isoformat()


def _read_body(message: EmailMessage) -> tuple[str, list[Cut]]:
    """Give the text of a message: its plain form, or else the text of its HTML."""
    body = _find_body(message)
    if body is None:
        return "", []
    text = _decode(body)
    if body.get_content_type() != "text/html" or not text.strip():
        return text, []
    try:
        return read_html(text)
    except UnreadableFileError:
        return "", []


def _find_body(message: EmailMessage) -> EmailMessage | None:
    try:
        found = message.get_body(preferencelist=("plain", "html"))
    except (ValueError, AttributeError, KeyError, LookupError, TypeError):
        return None
    return found if isinstance(found, EmailMessage) else None


def _decode(part: EmailMessage) -> str:
    """Decode a part as it says of itself, or as its bytes tell where that fails."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    try:
        return data.decode(part.get_content_charset() or "ascii")
    except (LookupError, UnicodeDecodeError):
        return decode(data).text


def _unflow(message: EmailMessage, text: str) -> str:
    """Join the lines of a flowed text, which end with a space where they go on."""
    try:
        flowed = message.get_param("format") == "flowed"
    except (ValueError, AttributeError, TypeError):
        flowed = False
    return re.sub(r"(?<![-\n]) \n(?![>\n])", " ", text) if flowed else text


def _read_attached(message: EmailMessage, depth: int) -> Iterator[Draft | Skipped]:
    """Read the attachments; a picture inside the text is none."""
    if not message.is_multipart():
        return
    body = _find_body(message)
    number = 0
    for part in message.walk():
        if part is body or part.is_multipart() or _is_alternative(part):
            continue
        number += 1
        data = part.get_payload(decode=True)
        name = part.get_filename() or f"attachment {number}{_guess_suffix(part)}"
        if isinstance(data, bytes) and data.strip():
            yield from read_held(Held(" ".join(name.split()), data, depth + 1))


def _is_alternative(part: EmailMessage) -> bool:
    """Whether a part is another form of the text, or a picture that stands in it."""
    attached = part.get_content_disposition() == "attachment"
    shown = part.get_content_maintype() == "image" and part.get("content-id") is not None
    return not attached and (shown or (part.get_filename() is None and _is_text(part)))


def _is_text(part: EmailMessage) -> bool:
    return part.get_content_type() in {"text/plain", "text/html"}


def _guess_suffix(part: EmailMessage) -> str:
    import mimetypes  # noqa: PLC0415 (it reads tables of the system)

    return mimetypes.guess_extension(part.get_content_type(), strict=True) or ""
