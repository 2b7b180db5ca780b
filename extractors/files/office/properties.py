"""Judges the title and author that office programs write into files: many say nothing."""

from __future__ import annotations

import re

from extractors.files.words import words
from graph.model import Sourced

_PROGRAM = re.compile(r"^Microsoft (?:Office )?(?:Word|PowerPoint) - ", re.IGNORECASE)
_FILE = re.compile(r"[^\s]{1,200}\.[A-Za-z]{2,4}|.{1,200}\.(?:docx?|pdf|odt|rtf|indd|qxd|pptx?)")
_TITLE_WORDS = 2


def read_title(value: str | None, origin: str) -> Sourced | None:
    """Give a title, unless it is a default, a file name or a single word."""
    title = _PROGRAM.sub("", " ".join((value or "").split()))
    junk = title.lower() in words("junk_titles") or _FILE.fullmatch(title) is not None
    few = len(title.split()) < _TITLE_WORDS
    return None if junk or few else Sourced(title, origin)


def read_author(value: str | None, origin: str) -> tuple[Sourced, ...]:
    """Give the authors of a field, parted by ";"; names of programs and accounts are left out."""
    names = (" ".join(name.split()) for name in (value or "").split(";"))
    return tuple(
        Sourced(name, origin)
        for name in names
        if name.lower() not in words("junk_authors") and len(name.split()) > 1
    )
