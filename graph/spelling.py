"""Spellings of one name: what to compare, and when a rare form is a misspelling of a common one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from ontology.lexicons import normalise

_SHORTEST = 6
_LONG = 8
_LONGEST = 20
_COMMON = 3
_ENDINGS = frozenset({"a", "an", "e", "er", "es", "i", "ia", "ian", "in", "n", "ns", "s"})


_Variant = tuple[int | str, ...]


@lru_cache(maxsize=1 << 18)
def normalised(label: str) -> str:
    """The form by which labels are compared: the lexicon's, without marks and double hyphens."""
    kept = (c if _counts(c) else " " for c in normalise(label))
    return " ".join("".join(kept).replace(".", "").split())


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or character in "-'.&"


def misspellings(counts: Mapping[str, int], known: frozenset[str]) -> dict[str, str]:
    """The usual form of each rare one that differs in one letter of one word, or in two.

    The word has six letters at least, and eight for two letters.

    ``counts`` says how often each normalised form occurs. A form is usual from three times on, or
    where it is in ``known`` (the lexicon's forms); another is rare when it occurs at most a third
    as often, or once beside a known one. Known forms are never taken for misspellings, nor are
    forms with different digits, with another first letter, or with an ending more or less.
    """
    usual = [form for form in counts if form and (counts[form] >= _COMMON or form in known)]
    index = _index(usual)
    found: dict[str, str] = {}
    for form, count in sorted(counts.items()):
        if form in known or len(form) < _SHORTEST:
            continue
        near = {other for variant in _variants(form) for other in index.get(variant, ())}
        rare = (u for u in near if count * 3 <= counts[u] or (count == 1 and u in known))
        closer = (u for u in rare if u != form and _is_close(form, u))
        nearest = min(closer, key=lambda u: (OSA.distance(form, u), -counts[u], u), default=None)
        if nearest is not None:
            found[form] = nearest
    return found


def _index(usual: Iterable[str]) -> dict[_Variant, list[str]]:
    index: dict[_Variant, list[str]] = defaultdict(list)
    for form in usual:
        for variant in _variants(form):
            index[variant].append(form)
    return index


def _variants(form: str) -> Iterator[_Variant]:
    """A form with up to two letters of one word left out, by the place of the word.

    Two forms that are close have one in common, so that not all forms are compared with all.
    """
    words = form.split()
    for at, word in enumerate(words):
        if len(word) >= _SHORTEST:
            others: _Variant = (at, form[0], *words[:at], *words[at + 1 :])
            letters = len(word) if len(word) <= _LONGEST else 0
            for left_out in range(3 if len(word) >= _LONG else 2):
                for places in combinations(range(letters), left_out):
                    left = "".join(c for i, c in enumerate(word) if i not in places)
                    yield (*others, left)


def _is_close(form: str, usual: str) -> bool:
    if form[0] != usual[0] or _digits(form) != _digits(usual) or _is_inflected(form, usual):
        return False
    words, others = form.split(), usual.split()
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(differing) != 1:
        return False
    word, other = differing[0]
    shortest = min(len(word), len(other))
    allowed = 2 if shortest >= _LONG else 1 if shortest >= _SHORTEST else 0
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


def _is_inflected(form: str, usual: str) -> bool:
    """Whether one is the other with an ending, which may make it another word: Iran, Irani."""
    short, long = sorted((form, usual), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def _digits(form: str) -> list[str]:
    return re.findall(r"\d+", form)


def count_forms(labels: list[str]) -> Counter[str]:
    """How often each normalised form occurs."""
    return Counter(normalised(label) for label in labels)
