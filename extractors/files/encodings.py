"""Guesses the encoding of bytes that are no UTF-8, by what letters it makes in which places."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

_ODD = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 200_000
_MOST_LOOKED_AT = 4000
_GOOD, _FOREIGN, _BAD = 1.0, -0.4, -2.0
_COMMON_SHARE = 0.2
_RANK = 0.01
_LATIN_ENDS = "\u0250"
# Signs that stand before a word or a number, behind one, between letters, or anywhere.
_BEFORE = frozenset("“‘«„‚¿¡£€$§¥(#№–—")
_BEHIND = frozenset("”’»“‘°…%®™©²³ªº–—†‡¢")
_LOOSE = frozenset("–—•·…«»“”„’‘£€§©®°±½¼¾×№\u00a0")
_APOSTROPHE = "’"
_DASHES = "–—"


def guess_encoding(data: bytes) -> str:
    """Give the encoding that fits best; "" where none makes sense of the bytes."""
    sample = data[:_SAMPLE]
    scores = {name: _score(sample, name) for name in _load()["encodings"]}
    ranked = enumerate(scores.items())
    known = {name: s - _RANK * rank for rank, (name, s) in ranked if s is not None}
    best = max(known, key=lambda name: known[name], default="")
    return best if best and known[best] > 0 else ""


def _score(data: bytes, encoding: str) -> float | None:
    """Give the mean fitness of what is not ASCII, from -2 to about 1; None where it fails."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    places = [found.start() for found in _ODD.finditer(text)][:_MOST_LOOKED_AT]
    letters = Counter(text[i] for i in places if text[i].isalpha())
    alphabet, name = _find_alphabet(letters)
    total = sum(_fit(text, i, alphabet) for i in places)
    return total / max(1, len(places)) + _rate_common(letters, name)


def _find_alphabet(letters: Counter[str]) -> tuple[frozenset[str], str]:
    """Find the alphabet that holds most of the letters; the first one in the list wins a draw."""
    known = _alphabets()
    covered = {name: sum(letters[x] for x in letters if x in known[name]) for name in known}
    best = max(covered, key=lambda name: covered[name])
    return known[best], best


def _fit(text: str, index: int, alphabet: frozenset[str]) -> float:
    sign, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    if sign.isalpha():
        return _fit_letter(sign, before, after, alphabet)
    if before.isalpha() and after.isalpha():
        return _GOOD if sign == _APOSTROPHE else _GOOD / 4 if sign in _DASHES else _BAD
    if sign in _DASHES and before.isspace() != after.isspace():
        return _GOOD / 4
    opens = not before.isalnum() and after.isalnum() and sign in _BEFORE
    closes = not before.isspace() and bool(before) and not after.isalnum() and sign in _BEHIND
    if opens or closes:
        return _GOOD
    return _GOOD / 2 if sign in _LOOSE else _BAD


def _fit_letter(sign: str, before: str, after: str, alphabet: frozenset[str]) -> float:
    """Rate a letter: one of the alphabet, in a word, and not a capital behind a small letter."""
    if sign >= _LATIN_ENDS and (before + after).isascii() and (before + after).strip().isalpha():
        return _BAD
    lone = not before.isalpha() and not after.isalpha()
    if sign.isupper() and before.isalpha() and before.islower():
        return _BAD
    if sign.islower() and before.isupper() and after.isupper():
        return _BAD
    if lone or not sign.isprintable():
        return _BAD / 4
    return _GOOD if sign in alphabet else _FOREIGN


def _rate_common(letters: Counter[str], alphabet: str) -> float:
    """Rate whether the letters that are common in a language are common in the text."""
    common: str = _load()["common"].get(alphabet, "")
    if not common or not letters:
        return 0.0
    share = sum(letters[letter] for letter in common) / letters.total()
    return share - 2 * _COMMON_SHARE


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    return {name: frozenset(letters) for name, letters in _load()["alphabets"].items()}


@cache
def _load() -> dict[str, Any]:
    content = files("extractors.files").joinpath("encodings.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)
