"""Reads the lines above a text: who issued it, of what kind it is, under which symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.files.metadata.datelines import Dateline, find_date
from extractors.files.metadata.edges import is_sentence
from extractors.files.metadata.names import is_name
from extractors.files.words import openings, words
from graph.model import Sourced

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SMALL = frozenset(
    {"of", "for", "the", "and", "on", "in", "to", "against", "at", "&", "de", "des", "du"}
)
_MOST_WORDS = 9
_FIRST_LINES = 3
# "A/RES/48/88", "S/1997/123": the symbols of documents of the United Nations.
_SYMBOL = re.compile(r"(?:[AES]|HRI|CCPR|CAT|CERD|CEDAW|CRC|CED)/[A-Z0-9][A-Za-z0-9./()-]{2,40}")
_ISSUED = re.compile(
    r"\s(?:of|by|from|issued by)\s(?:the\s)?(?P<issuer>[^,:;.]{3,90}?)(?:,\s|\s\(|$)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:1[5-9]|20)\d\d(?:\s?[-–,]\s?(?:1[5-9]|20)\d\d)*"
    r",?\s(?:by\s|the\s)*(?P<owner>[^.,;|©\n]{3,80})",
    re.IGNORECASE,
)


def find_issuer(lines: Sequence[str], *, below: bool) -> Sourced | None:
    """Find who issued a text by the lines above it; ``below`` says that more lines follow.

    Its letterhead is one of the first lines, an institution's name that stands alone; or a line
    says "Statement of the INSTITUTION, DATE"; or a symbol of the United Nations stands there.
    """
    for number, line in enumerate(lines):
        if number < _FIRST_LINES and is_institution(line) and (below or number + 1 < len(lines)):
            return Sourced(line, "letterhead")
        if issuer := _find_in_title(line):
            return Sourced(issuer, "title line")
    if any(is_symbol(line) for line in lines):
        return Sourced("United Nations", "document symbol")
    return None


def is_institution(line: str) -> bool:
    """Whether a line is the name of an institution: all its words have capitals but small ones."""
    parts = line.replace(",", " ").split()
    known = {word.lower() for word in _WORD.findall(line)} & words("institutions")
    capital = all(part[0].isupper() or part.lower() in _SMALL for part in parts)
    return (
        bool(known)
        and 1 < len(parts) <= _MOST_WORDS
        and capital
        and not is_sentence(line)
        and not is_name(line)
        and not is_kind(line)
        and find_date(line) is None
        and not line.endswith((":", ",", ";"))
    )


def is_kind(line: str) -> bool:
    """Whether a line begins with the kind of text that follows: "Press release No. 14/1996"."""
    lowered = line.lower().lstrip("*•– ")
    return any(
        lowered.startswith(kind) and not lowered[len(kind) : len(kind) + 1].isalnum()
        for kind in openings("kinds_of_text")
    )


def is_symbol(line: str) -> bool:
    """Whether a line is the symbol of a document, perhaps with its year in brackets."""
    return _SYMBOL.fullmatch(line.split(" ", 1)[0]) is not None and len(line.split()) <= 2  # noqa: PLR2004 ("S/RES/1973 (2011)")


def _find_in_title(line: str) -> str:
    """Find INSTITUTION in "Statement of the INSTITUTION, DATE"."""
    found = _ISSUED.search(line) if is_kind(line) and not is_sentence(line) else None
    issuer = found["issuer"].strip() if found else ""
    return issuer if is_institution(issuer) else ""


def find_issue_date(line: str) -> Dateline | None:
    """Find the date at the end of a line that says what kind of text this is."""
    found = find_date(line)
    if found is None or not is_kind(line) or is_sentence(line):
        return None
    ends = not any(map(str.isalnum, line[found.end :]))
    issued = _find_in_title(line) or not _WORD.findall(line[: found.start])[_FIRST_LINES:]
    return found if ends and issued else None


def find_owner(lines: Iterable[str]) -> Sourced | None:
    """Find the institution that a notice of copyright names."""
    for line in lines:
        found = _COPYRIGHT.search(line)
        if found and len(line) <= 300:  # noqa: PLR2004 (a notice, no paragraph)
            owner = re.sub(r"\s(?:all rights|inc|ltd)\b.*", "", found["owner"], flags=re.IGNORECASE)
            if not is_name(owner.strip()) and owner.strip()[:1].isupper():
                return Sourced(owner.strip(), "copyright notice")
    return None
