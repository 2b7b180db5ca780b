"""Abbreviations that a text explains: "Center for Global & Strategic Studies (CGSS)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extractors.names.spans import Candidate

_SHORTEST = 2
_LONGEST = 10


def find_abbreviations(doc: Doc, names: list[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Each explained abbreviation with the name that it stands for."""
    for name in names:
        index = name.end + 1
        if index + 1 >= len(doc) or doc[name.end].text != "(" or doc[index + 1].text != ")":
            continue
        short = doc[index].text
        if abbreviates(short, name.span(doc).text):
            yield (
                replace(
                    name, start=index, end=index + 1, origin="abbreviation", rank=4, identifier=""
                ),
                name,
            )


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of the abbreviation come, in order, from the starts of the words."""
    letters = short.replace(".", "")
    if not (_SHORTEST <= len(letters) <= _LONGEST and letters[:1].isupper()):
        return False
    if sum(letter.isupper() for letter in letters) < _SHORTEST:
        return False
    starts = [word[:1].casefold() for word in name.replace("-", " ").split() if word[:1].isalpha()]
    wanted = iter(starts)
    return all(letter.casefold() in wanted for letter in letters if letter.isupper())
