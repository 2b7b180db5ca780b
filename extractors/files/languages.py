"""Tells when a text is in another language than English, by its script and its small words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.files.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SAMPLE = 10_000
_FEWEST_WORDS = 6
_FEWEST_FOUND = 3
_MOST_ENGLISH = 0.12
_COMMON = 0.1
_TIMES = 2
_LATIN = 0.5


def find_other_language(text: str) -> str:
    """Name the language of a text that is not English; "" for English, and where it is not clear.

    Another script must have most of the letters. In Latin letters, one in ten words must be among
    the commonest of the language, and at least twice as many as among those of English.
    """
    sample = _sample(text)
    letters = [sign for sign in sample if sign.isalpha()]
    foreign = [sign for sign in letters if ord(sign) >= 0x370]  # noqa: PLR2004 (Latin ends there)
    if len(foreign) > _LATIN * len(letters):
        return _name_script(foreign)
    tokens = [token.lower().replace("’", "'") for token in _WORD.findall(sample)]
    if len(tokens) < _FEWEST_WORDS:
        return ""
    english = sum(token in words("english") for token in tokens)
    counts = Counter(token for token in tokens if token not in words("english"))
    found = {name: sum(counts[word] for word in known) for name, known in _languages().items()}
    best = max(found, key=lambda name: found[name])
    enough = found[best] >= max(_FEWEST_FOUND, _COMMON * len(tokens), _TIMES * english)
    return best if enough and english <= _MOST_ENGLISH * len(tokens) else ""


def _sample(text: str) -> str:
    """Take the start, the middle and the end of a long text."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _name_script(letters: list[str]) -> str:
    names = Counter(unicodedata.name(letter, "").split(" ", 1)[0] for letter in letters[:2000])
    script = names.most_common(1)[0][0]
    scripts = _load()["scripts"]
    return str(scripts.get(script, "a language in other letters than Latin ones"))


def _languages() -> dict[str, list[str]]:
    found: dict[str, list[str]] = _load()["words"]
    return found


@cache
def _load() -> dict[str, dict[str, Any]]:
    content = files("extractors.files").joinpath("languages.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)
