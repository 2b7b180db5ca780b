"""Makes the characters of a text predictable before anything counts them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SOFT_BREAK = re.compile(r"\u00ad[^\S\n]{0,8}\n[^\S\n]{0,80}")
_NEWLINE = re.compile(r"\r\n?|[\x0b\x1c-\x1e\x85\u2028]")
_PAGE = re.compile(r"[\x0c\u2029]")
_SPACES = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_INVISIBLE = (
    *range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0),
    0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF0, 0xFFFC), 0xFFFE, 0xFFFF,
)  # fmt: skip
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@cache
def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys((*_INVISIBLE, *range(0xD800, 0xE000)))
    table |= dict.fromkeys(_SPACES, " ")
    table |= {ord(ligature): letters for ligature, letters in _LIGATURES.items()}
    # Word's Symbol font puts its bullets into the private use area.
    table |= dict.fromkeys(range(0xF000, 0xF100), "•")
    return table


def clean_characters(text: str) -> str:
    """Normalise a text to NFC with plain line feeds and plain spaces.

    Control characters, zero-width characters, soft hyphens, bidirectional controls and lone
    surrogates go; typographic ligatures become letters. A page break becomes a blank line.
    """
    text = _SOFT_BREAK.sub("", _NEWLINE.sub("\n", text))
    return unicodedata.normalize("NFC", _PAGE.sub("\n\n", text).translate(_table()))
