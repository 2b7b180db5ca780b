"""Spellings of one name: what to compare, and when a rare form is a misspelling of a common one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from ontology.lexicons import normalise

_SHORTEST = 6
_LONG = 7
_COMMON = 3


def normalised(label: str) -> str:
    """The form by which labels are compared: the lexicon's, without marks and double hyphens."""
    kept = (c if _counts(c) else " " for c in normalise(label))
    return " ".join("".join(kept).replace(".", "").split())


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or character in "-'.&"


def misspellings(counts: Mapping[str, int], known: frozenset[str]) -> dict[str, str]:
    """The usual form of each rare one that differs in one letter, or two of seven or more.

    ``counts`` says how often each normalised form occurs. A form is usual from three times on,
    and rare when it occurs at most a third as often. Forms in ``known`` (the lexicon's) are never
    taken for misspellings; neither are forms with different digits, or with another first letter.
    """
    usual = sorted(
        (form for form in counts if counts[form] >= _COMMON), key=lambda f: (-counts[f], f)
    )
    found: dict[str, str] = {}
    for form, count in sorted(counts.items()):
        if form in known or len(form) < _SHORTEST:
            continue
        closer = (u for u in usual if u != form and count * 3 <= counts[u] and _is_close(form, u))
        nearest = min(closer, key=lambda u: (OSA.distance(form, u), -counts[u], u), default=None)
        if nearest is not None:
            found[form] = nearest
    return found


def _is_close(form: str, usual: str) -> bool:
    if form[0] != usual[0] or _digits(form) != _digits(usual) or _is_inflected(form, usual):
        return False
    allowed = 2 if min(len(form), len(usual)) >= _LONG else 1
    return OSA.distance(form, usual, score_cutoff=allowed) <= allowed


def _is_inflected(form: str, usual: str) -> bool:
    """Whether one is the other with an ending, which may make it another word: Iran, Irani."""
    short, long = sorted((form, usual), key=len)
    return long.startswith(short)


def _digits(form: str) -> list[str]:
    return re.findall(r"\d+", form)


def count_forms(labels: list[str]) -> Counter[str]:
    """How often each normalised form occurs."""
    return Counter(normalised(label) for label in labels)
