"""Gives documents identifiers that are stable, readable and safe in IRIs and file names."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r"[^a-z0-9]+")
_LONGEST = 80
_HASH = 8
# Letters that Unicode does not decompose into a Latin letter and an accent.
_LETTERS = str.maketrans(
    {"ı": "i", "ə": "e", "Ə": "e", "ß": "ss", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d"}
    | {"ł": "l", "Ł": "l", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
)


def make_slug(name: str, text: str) -> str:
    """Make ``[a-z0-9][a-z0-9-]*`` of a name, without its accents.

    A name that has no Latin letter or digit gives ``text-`` and a hash of the text.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    latin = "".join(letter for letter in plain.lower() if not unicodedata.combining(letter))
    # A name in another script leaves bits ("2" of "Отчёт 2") that name nothing.
    foreign = sum(letter.isalpha() and not letter.isascii() for letter in latin)
    slug = _UNSAFE.sub("-", latin).strip("-")[:_LONGEST].strip("-")
    lost = foreign > sum(letter.isalpha() and letter.isascii() for letter in latin)
    return slug if slug and not lost else "-".join(filter(None, ("text", slug, hash_text(text))))


def hash_text(text: str) -> str:
    """Give eight hexadecimal digits that depend on the text alone."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]
