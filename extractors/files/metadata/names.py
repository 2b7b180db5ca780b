"""Tells whether a line is a person's name, as far as its form shows it."""

from __future__ import annotations

import re

from extractors.files.words import openings, words

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*\.?|\((?:R|Retd|Ret)\.?\)")
_MOST_WORDS = 6
# What follows the names of a byline: "By Jane Roe | 4 May 2019".
# A day may follow, too; "Jane Roe on the Road" is a title.
_DAY = r"on(?=\s(?:\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d))"
_ASIDE = re.compile(rf"\s(?:[|•·–—/-]|in|for|{_DAY})\s")
_LAST_FIRST = re.compile(r"[^\s,]+, [^\s,]+(?: [^\W\d_]\.?)?")
_NUMERALS = frozenset({"II", "III", "IV"})
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def strip_honorifics(name: str) -> str:
    """Take "Dr", "Prof." and their like from the front of a name."""
    parts = name.split()
    while parts and _is_honorific(parts[0]):
        parts.pop(0)
    return " ".join(parts)


def has_honorific(name: str) -> bool:
    """Whether a name opens with "Dr", "Prof." or their like."""
    return _is_honorific(name.split(" ", 1)[0])


def _is_honorific(word: str) -> bool:
    return word.lower().rstrip(".,") in words("honorifics") or word.lower() in words("honorifics")


def is_name(line: str) -> bool:
    """Whether a line has the form of a person's full name.

    That is: two to five capitalised words, small particles between them aside; one is enough
    after an honorific. None of them is a word of institutions or headings.
    """
    bare = strip_honorifics(line)
    parts = bare.split()
    if not 1 <= len(parts) <= _MOST_WORDS or not all(_WORD.fullmatch(part) for part in parts):
        return False
    names = [part for part in parts if part.lower() not in words("particles")]
    capital = all(part[0].isupper() for part in names)
    personal = not any(part.lower().strip(".") in words("impersonal") for part in parts)
    long = any(len(part.strip(".")) > 1 for part in names)
    fewest = 1 if bare != line else 2
    return capital and personal and long and fewest <= len(names)


def find_names(line: str) -> tuple[str, ...]:
    """Find the names in "Jane Roe and John Doe, Example News": those before the first other."""
    names: list[str] = []
    for part in _AND.split(_ASIDE.split(line.strip(" .:|•–—-"), maxsplit=1)[0]):
        name = _without_role(part)
        if not is_name(name):
            break
        names.append(strip_honorifics(name))
    if names and line.rstrip().endswith(".") and names[-1].endswith((" Jr", " Sr")):
        names[-1] += "."
    return tuple(names)


def _without_role(part: str) -> str:
    """“Jane Roe” of "Jane Roe Senior Reporter"."""
    found = part.split()
    if len(found) < 3 or found[-1].lower() not in words("roles"):  # noqa: PLR2004 (a name)
        return part
    known = words("roles") | words("role_openings")
    end = next(place for place in range(len(found), 0, -1) if found[place - 1].lower() not in known)
    return " ".join(found[:end])


def turn_name(line: str, *, is_one: bool = False) -> str:
    """“John Roe” of "Roe, John", as catalogues write it; any other line as it is.

    Names of more words are turned only where the line is known to name one person: else "Jane
    Roe, John Doe" would be.
    """
    last, comma, first = line.partition(", ")
    turned = f"{first} {last}"
    alone = is_one or _LAST_FIRST.fullmatch(line)
    return turned if comma and alone and is_name(turned) else line


def recase(name: str) -> str:
    """A name in capitals as people write it: "Jane O'Roe" of "JANE O'ROE"."""
    if not name.isupper() or len(name.split()) == 1:
        return name
    parts = (
        part.lower()
        if part.lower() in words("particles")
        else part.title()
        if part not in _NUMERALS
        else part
        for part in name.split()
    )
    return " ".join(parts)


def find_byline(line: str) -> tuple[str, ...]:
    """Find the names in a line such as "By: Jane Roe"; empty when it is no byline."""
    label, colon, rest = line.partition(":")
    if colon and label.lower().strip() in words("author_fields"):
        return find_names(rest)
    lowered = line.lower()
    for label in openings("author_labels"):
        if lowered.startswith(label):
            rest = line[len(label) :]
            if rest[:1] in {" ", ":", "\n"}:
                return find_names(rest.lstrip(" :\n–-"))
    return ()
