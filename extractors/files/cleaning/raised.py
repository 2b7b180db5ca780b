"""Tells raised digits that point to a note from those that belong to a word or a unit."""

from __future__ import annotations

import re

from graph.model import Cut

_RAISED = re.compile(r"(?<=[^\s(\[{“‘])[⁰¹²³⁴-⁹]{1,3}(?:[,;–-][⁰¹²³⁴-⁹]{1,3}){0,8}")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcmd]?m|sq|ha)\.?$")
_POWERS = {"2": "²", "3": "³"}
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§#])(?:[,;–-]\s?\d{1,3}){0,8}[\])]?")


def cut_raised_digits(text: str) -> tuple[str, list[Cut]]:
    """Take the raised digits that point to notes out of a text: "11³ men" has eleven men.

    Those behind a unit ("5 km²") stay.
    """
    cuts: list[Cut] = []

    def drop(found: re.Match[str]) -> str:
        if _is_unit(text[: found.start()]):
            return found[0]
        cuts.append(Cut(found[0], "note number"))
        return ""

    return _RAISED.sub(drop, text), cuts


def read_raised(before: str, raised: str) -> tuple[str, bool]:
    """Give what a raised piece adds to the text before it, and whether it was a note's number.

    "1st" keeps its letters and "km2" becomes "km²"; a number or a sign that points to a note gives
    nothing; anything else stays as it is.
    """
    bare = raised.strip()
    if bare in _POWERS and _is_unit(before):
        return _POWERS[bare], False
    note = _NOTE.fullmatch(bare) is not None and bool(before.strip())
    return ("", True) if note else (raised, False)


def _is_unit(before: str) -> bool:
    return _UNIT.search(before[-6:]) is not None
