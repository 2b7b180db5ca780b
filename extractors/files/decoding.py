"""Turns bytes into text: finds out the encoding, and refuses what is no text."""

from __future__ import annotations

import codecs
import re
import warnings
from pathlib import Path

from extractors.files.draft import MAX_CHARACTERS
from graph.errors import UnreadableFileError

_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a sound, film or WebP file",
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"SQLite": "a database",
}
# UTF-32 before UTF-16, since its mark begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SINGLE_BYTE = ["cp1252", "cp1254", "cp1250", "cp1251", "cp1253", "cp1255", "cp1256", "cp1257"]
_OTHERS = ["koi8_r", "mac_cyrillic", "cp866", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
# What cp1252 makes of Western European and English text; cp1254 differs in six letters.
_WESTERN = frozenset(
    "€‚„…†‡•‘’“”–—™ \u00a0¡£§©ª«®°²´·º»¿½ŒœàâäáãåçèéêëíîïñóôöõúûùüßÀÂÄÁÃÅÇÈÉÊËÍÎÏÑÓÔÖÕÚÛÙÜ"
)
_TURKISH = frozenset("ÐÝÞðýþ")
_IN_WORD = re.compile(r"(?<=[A-Za-z])[¡£§©«®°²·»¿½](?=[a-z])")
_MOST_WESTERN = 0.15
_SAMPLE = 100_000
_MOST_CONTROLS = 0.02
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}
_LONGEST_CODE = 4


def read_text(path: Path) -> str:
    """Read a text file; raises ``UnreadableFileError`` with a sentence for people.

    A file that must hold more than a million characters is not even decoded.
    """
    if path.stat().st_size > _LONGEST_CODE * MAX_CHARACTERS + _LONGEST_CODE:
        raise UnreadableFileError(too_long())
    return decode(path.read_bytes())


def too_long() -> str:
    """Say that a text is longer than the reader can take."""
    return (
        f"The text is longer than {MAX_CHARACTERS:,} characters, the most that is read as one "
        "document; split it into several files, or into the lines of a .jsonl file."
    )


def decode(data: bytes) -> str:
    """Decode bytes: by their byte order mark, as UTF-8, or as the encoding that fits best.

    Raises ``UnreadableFileError`` for nothing, for binary data and for unknown encodings.
    """
    if not data.strip():
        raise UnreadableFileError("The file is empty; put text into it or leave it out.")
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decode_as(data, encoding)
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableFileError(f"The file is {name}, not text; give it its own suffix.")
    encoding = _guess_utf16(data)
    if encoding:
        return _decode_as(data, encoding)
    controls = sum(byte in _CONTROLS for byte in data[:_SAMPLE])
    if controls > _MOST_CONTROLS * len(data[:_SAMPLE]):
        raise UnreadableFileError("The file holds binary data, not text; leave it out.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(data, _detect(data))


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFileError(_undecodable()) from None


def _undecodable() -> str:
    return "The encoding of the file could not be told; save it as UTF-8."


def _guess_utf16(data: bytes) -> str:
    """Find UTF-16 without its mark: in European text, every other byte is nearly always zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return ""


def _guess_western(data: bytes) -> str:
    """Find cp1252 or cp1254 in text that is mostly ASCII, where statistics have little to go on."""
    text = data.decode("cp1252", errors="replace")
    high = {letter for letter in text if not letter.isascii()}
    share = sum(not letter.isascii() for letter in text) / len(text)
    if share > _MOST_WESTERN or not high <= _WESTERN | _TURKISH or _IN_WORD.search(text):
        return ""
    return "cp1254" if high & _TURKISH else "cp1252"


def _detect(data: bytes) -> str:
    western = _guess_western(data)
    if western:
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415  # heavy, needed for few files

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        best = from_bytes(data[:_SAMPLE], cp_isolation=[*_SINGLE_BYTE, *_OTHERS]).best()
    if best is None:
        raise UnreadableFileError(_undecodable())
    return best.encoding
