"""Whole numbers in figures and in words: "1,275", "twenty-two", "1.5 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extractors.words.quantities import load_quantity_words

_FIGURES = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d{1,12}(?:\.\d{1,3})?"
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number that stands in a text."""

    start: int
    end: int
    value: int


def find_numbers(text: str) -> Iterator[Number]:
    """Find the numbers that can count: no share, sum of money, ordinal, age or part of a word."""
    for match in _pattern().finditer(text):
        value = _in_figures(match) if match["figures"] else _in_words(match[0])
        if value is not None:
            yield Number(match.start(), match.end(), value)


@cache
def _pattern() -> re.Pattern[str]:
    words = load_quantity_words()
    named = sorted({*words.units, *words.tens}, key=len, reverse=True)
    scale = "|".join(words.scales)
    percent = "|".join(words.percent).replace(" ", r"\s")
    one = rf"(?:{'|'.join(named)})"
    small = rf"{one}(?:[-\u2010\u2011\s]{one})?"
    spelled = rf"(?:{small}|a)(?:\s(?:{scale})\b(?:\s(?:and\s)?{small})?){{0,3}}"
    return re.compile(
        rf"(?<![\w$€£.,:/-])(?:(?P<figures>{_FIGURES})(?:\s(?P<scale>{scale})\b)?|{spelled})"
        r"(?![\w%])(?![-\u2010\u2011][A-Za-z])(?![.,:/]\d)"
        rf"(?!\s(?:{percent})\b)",
        re.IGNORECASE,
    )


def _in_figures(match: re.Match[str]) -> int | None:
    scale = load_quantity_words().scales[match["scale"].lower()] if match["scale"] else 1
    value = Decimal(re.sub(r"[,\u00a0\u202f]", "", match["figures"])) * scale
    return int(value) if value == value.to_integral_value() else None


def _in_words(phrase: str) -> int | None:
    """Add up "two hundred and fifty"; "a" counts only before "hundred" and its like."""
    words = load_quantity_words()
    total = part = 0
    if phrase.lower() == "a":
        return None
    for word in re.findall(r"[a-z]+", phrase.lower()):
        if word in words.scales:
            part = max(part, 1) * words.scales[word]
            if words.scales[word] > _HUNDRED:
                total, part = total + part, 0
        elif word in words.units:
            part += words.units.index(word)
        elif word in words.tens:
            part += words.tens.index(word) * 10
        elif word == "a":
            part += 1
    return total + part
