"""Turns bytes into text: finds out the encoding, and refuses what is no text."""

from __future__ import annotations

import codecs
import re
import warnings
from collections import Counter
from dataclasses import dataclass

from extractors.files.draft import MAX_CHARACTERS
from extractors.files.encodings import guess_encoding
from extractors.files.inputs.held import Source
from graph.errors import UnreadableFileError
from graph.model import Remark

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
_EAST_ASIAN = ["gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
_MANY = 0.3
# Bytes of Windows-1252 as they may stand in UTF-8; 0x81 and its like are none.
_BAD_BYTES = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0x100)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
# What the first byte of two or three in UTF-8 looks like in another encoding.
_TWICE = re.compile(r"[ÂÃâÐÑÅÄÎÏ√¬].")
_HALF_QUOTE = re.compile(r"â€(?=[\s.,;:!?)]|$)")
_SAMPLE = 100_000
_LAST_ALPHABET = 0x06  # Arabic; ASCII, Greek, Cyrillic and Hebrew stand before
_MOST_CONTROLS = 0.02
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}
_LONGEST_CODE = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was guessed or mended on the way to it."""

    text: str
    remarks: tuple[Remark, ...] = ()


def read_text(path: Source) -> Decoded:
    """Read a text file; raises ``UnreadableFileError`` with a sentence for people.

    A file that must hold more characters than are read is not even decoded.
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


def decode(data: bytes) -> Decoded:
    """Decode bytes: by their byte order mark, as UTF-8, or as the encoding that fits best.

    Text that is UTF-8 but for a few bytes stays UTF-8, and those are read as cp1252. What was
    encoded twice is mended. Raises ``UnreadableFileError`` for nothing, for binary data and for
    unknown encodings.
    """
    if not data.strip():
        raise UnreadableFileError("The file is empty; put text into it or leave it out.")
    for mark, encoding in _MARKS.items():
        if data.startswith(mark) and data != mark:
            return mend(_decode_as(data, encoding))
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableFileError(f"The file is {name}, not text; give it its own suffix.")
    encoding = _guess_utf16(data)
    if encoding:
        return mend(_decode_as(data, encoding))
    controls = sum(byte in _CONTROLS for byte in data[:_SAMPLE])
    if controls > _MOST_CONTROLS * len(data[:_SAMPLE]):
        raise UnreadableFileError("The file holds binary data, not text; leave it out.")
    try:
        return mend(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _mend_utf8(data) or _decode_guessed(data)


def _mend_utf8(data: bytes) -> Decoded | None:
    """Decode UTF-8 with a few bad bytes, each as cp1252; None where there are too many.

    The letters of another encoding hardly ever look like UTF-8, so one that does and no more bad
    bytes than such letters are enough.
    """
    text = data.decode("utf-8", errors="surrogateescape")
    bad = sum("\udc80" <= sign <= "\udcff" for sign in text)
    good = sum(not sign.isascii() for sign in text) - bad
    if bad > good:
        return None
    table = {0xDC00 + byte: _BAD_BYTES.get(byte, "\ufffd") for byte in range(0x80, 0x100)}
    remark = Remark(f"The text is UTF-8 with bytes that are none, read as Windows-1252: {bad}.")
    return Decoded(text.translate(table), (remark,))


def _decode_guessed(data: bytes) -> Decoded:
    encoding = guess_encoding(data) if _is_alphabetic(data) else ""
    encoding = encoding or _detect(data)
    text = _decode_as(data, encoding)
    sentence = f"The encoding was guessed, from the letters that it makes: {encoding}."
    return Decoded(text, (Remark(sentence),))


def _is_alphabetic(data: bytes) -> bool:
    """Whether there are few pairs of high bytes, in which East Asian scripts are written."""
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)  # noqa: PLR2004 (ASCII ends there)
    return high < _MANY * len(sample) or guess_encoding(data) != ""


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFileError(_undecodable()) from None


def _undecodable() -> str:
    return "The encoding of the file could not be told; save it as UTF-8."


def _guess_utf16(data: bytes) -> str:
    """Find UTF-16 without its mark: every other byte is that of the alphabet, or zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if _is_of_blocks(sample[1::2], sample[::2]):
        return "utf-16-le"
    return "utf-16-be" if _is_of_blocks(sample[::2], sample[1::2]) else ""


def _is_of_blocks(high: bytes, low: bytes) -> bool:
    """Whether the bytes are the high ones of letters: two blocks at most, one that of the blank."""
    blocks = Counter(high).most_common(2)
    covered = sum(count for _, count in blocks)
    alphabets = all(block <= _LAST_ALPHABET for block, _ in blocks)
    fits = bool(high) and low.count(0) < 0.05 * len(low)
    few = alphabets and 0 in dict(blocks) and covered > 0.95 * len(high)
    return fits and (few or high.count(0) > 0.7 * len(high))


def _detect(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # heavy, needed for few files

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        best = from_bytes(data[:_SAMPLE], cp_isolation=_EAST_ASIAN).best()
    if best is None:
        raise UnreadableFileError(_undecodable())
    return best.encoding


def mend(text: str) -> Decoded:
    """Mend text that was decoded wrongly and encoded again ("LefÃ¨vre"), and say so."""
    if text.isascii() or not _TWICE.search(text):
        return Decoded(text)
    import ftfy  # noqa: PLC0415  # needed for few files

    # The last byte of a closing quotation mark is none in Windows-1252 and often lost.
    whole = _HALF_QUOTE.sub("â€\x9d", text)
    mended = "".join(ftfy.fix_encoding(line) for line in whole.splitlines(keepends=True))
    if mended == whole:
        return Decoded(text)
    remark = Remark("Letters that had been encoded twice were mended in it.")
    return Decoded(mended, (remark,))
