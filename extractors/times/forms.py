"""The forms in which English writes times, and how they are found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractors.times.phrases import Phrase
from extractors.times.values import (
    read_ago,
    read_century,
    read_day,
    read_day_beside,
    read_days,
    read_decade,
    read_dotted,
    read_iso,
    read_later,
    read_later_step,
    read_lone_month,
    read_month,
    read_part_of_told,
    read_part_of_year,
    read_quarter,
    read_short_decade,
    read_short_year,
    read_slashed,
    read_step,
    read_stepped_day,
    read_stepped_month,
    read_stepped_quarter,
    read_today,
    read_weekday,
    read_weekend,
    read_year,
    read_years,
)
from extractors.words.times import compose, compose_lead, first_words

# How far before a date words can stand that belong to it.
_LEAD = 60

Read = Callable[[re.Match[str]], Phrase | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a time: its pattern and the function that reads a match.

    ``first`` is the class of its first word: "figure", "month" or "word". ``lead`` matches words
    that may stand before it and belong to it ("the night of"); they must where it is ``led``.
    """

    first: str
    pattern: re.Pattern[str]
    read: Read
    lead: re.Pattern[str] | None = None
    led: bool = False


def find_phrases(text: str) -> list[Phrase]:
    """Find every expression, sorted; where two overlap, the longer one stays."""
    taken = bytearray(len(text))
    kept: list[Phrase] = []
    for phrase in sorted(
        _candidates(text), key=lambda phrase: (phrase.start - phrase.end, phrase.start)
    ):
        if not taken[phrase.start] and not taken[phrase.end - 1]:
            taken[phrase.start : phrase.end] = b"\x01" * (phrase.end - phrase.start)
            kept.append(phrase)
    return sorted(kept, key=lambda phrase: phrase.start)


def _candidates(text: str) -> Iterator[Phrase]:
    """Read each form where a word stands that can be its first; most of a text has none."""
    by_first: dict[str, list[Form]] = {}
    for form in forms():
        by_first.setdefault(form.first, []).append(form)
    for word in first_words().finditer(text):
        for form in by_first[word.lastgroup or ""]:
            match = form.pattern.match(text, word.start())
            phrase = _read(form, match) if match is not None else None
            if phrase is not None:
                yield phrase


def _read(form: Form, match: re.Match[str]) -> Phrase | None:
    try:
        phrase = form.read(match)
    except ValueError:  # 31 February is no date, but its month may be read by another form
        return None
    if phrase is None or form.lead is None:
        return phrase
    lead = form.lead.search(match.string, max(0, phrase.start - _LEAD), phrase.start)
    if lead is None:
        return None if form.led else phrase
    return replace(phrase, start=lead.start())


@cache
def forms() -> tuple[Form, ...]:
    """Give every form; a new one is a line here, a function above and a test."""
    year = "(?:(?P<comma>,)? (?:of )?{year}(?(comma)(?! {counted})))?"
    last_year = ",? (?:of )?(?P<step>{step}) (?i:year)"
    centuries = (
        "(?P<ordinal>{century})(?:(?:{thru}|, )(?:the )?{some_part}?(?P<ordinal2>{century}))?"
        "(?: |-)(?i:centur(?:y|ies))"
    )
    ago, later = (
        "{count} {units} (?i:ago)(?P<today> {to_the_day})?",
        "{count} {units} {way_from_told}",
    )
    day_part = "(?: {part_of_day})?"
    of_year = " (?:of )?(?:{year}|(?P<step>{step}) (?i:year))"
    written: tuple[tuple[str, str, str, Read], ...] = (
        ("figure", "of_day", "{day} (?:of )?{month}" + year, read_day),
        ("figure", "of_day", "{day} (?:of )?{month}" + last_year, read_stepped_day),
        ("figure", "of_day", "{day}{thru}{day2} (?:of )?{month}" + year, read_days),
        ("figure", "part", "{year}", read_year),
        ("figure", "", "{year}{dash}{year2}", read_years),
        ("figure", "", r"{year}-(?P<mm>\d\d)(?:-(?P<dd>\d\d))?(?:T[\d:.Z]{2,20})?", read_iso),
        ("figure", "", r"(?P<dd>\d\d?)[.](?P<mm>\d\d?)[.]{year}", read_dotted),
        ("figure", "", r"(?P<one>\d\d?)([/-])(?P<other>\d\d?)\2{year}", read_slashed),
        ("figure", "some_part", r"(?P<decade>1\d\d0|20\d0)['\u2019]?s", read_decade),
        (
            "figure",
            "some_part",
            r"(?P<decade>[2-9]0)['\u2019]?s",
            read_short_decade,
        ),
        ("figure", "some_part", r"(?<=['\u2019\u2018])(?P<short>\d\d)", read_short_year),
        ("figure", "the", "{quarter} (?i:quarter),?" + of_year, read_quarter),
        ("figure", "some_part", centuries, read_century),
        ("figure", "", ago, read_ago),
        ("figure", "", later, read_later),
        ("month", "of_day", "{month} (?:the )?{day}" + year + "(?(year)|(?! {counted}))", read_day),
        ("month", "of_day", "{month} {day}" + last_year, read_stepped_day),
        ("month", "of_day", "{month} {day}{thru}{day2}" + year, read_days),
        ("month", "part", "{month}" + year.removesuffix("?"), read_month),
        ("month", "part", "{month}", read_lone_month),
        ("month", "part", "{month}(?={thru}{some_part}?{any_month})", read_month),
        ("word", "some_part", "{season},? (?:of )?{year}", read_part_of_year),
        ("word", "some_part", centuries, read_century),
        ("word", "", ago, read_ago),
        ("word", "", later, read_later),
        ("word", "the", "(?P<later>{later}) {unit}", read_later_step),
        ("word", "the", "(?P<later>{later}) {part_of_day}", read_later_step),
        ("word", "", "(?i:the) (?i:day) {way_beside_told}(?=[,.;])", read_day_beside),
        ("word", "the", "(?P<step>{step}) {unit}", read_step),
        ("word", "the", "{quarter} (?i:quarter),?" + of_year, read_quarter),
        ("word", "the", "(?P<step>{step}) (?i:quarter)", read_stepped_quarter),
        ("word", "", "(?P<step>{step}|(?i:the)) (?i:weekend)", read_weekend),
        ("word", "part!", "{unit}", read_part_of_told),
        ("word", "", "(?P<step>{step}) {month}", read_stepped_month),
        ("word", "", "(?P<step>{step}) {weekday}" + day_part, read_weekday),
        ("word", "early", "{weekday}" + day_part, read_weekday),
        ("word", "", "{one_day}", read_today),
    )
    return tuple(_form(*form) for form in written)


def _form(first: str, lead: str, template: str, read: Read) -> Form:
    leading = compose_lead(lead.removesuffix("!")) if lead else None
    return Form(first, compose(template), read, leading, lead.endswith("!"))
