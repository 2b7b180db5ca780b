"""The words of an event's label that tell which event it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from graph.dates import PartialDate
from graph.identity.tables import load_events
from graph.model import Mention
from graph.spelling import normalised

_MARK = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b|\b\d+(?:st|nd|rd|th)\b")


def telling_words(mention: Mention, spelled: Mapping[str, str]) -> tuple[str, ...]:
    """All but the noun for the event, small words, years and ordinals: "bhopal" of a disaster.

    Of a label with capitals they are those with a capital: "Bhopal" in "Bhopal gas disaster".
    ``spelled`` gives the usual spelling of words that are misspelled in places.
    """
    table, label = load_events(), mention.label
    if not label.islower():
        label = " ".join(word for word in label.split() if not word.islower())
    words = re.findall(r"[\w'’-]+", normalised(label))
    parts = [part for word in words for part in spelled.get(word, word).replace("-", " ").split()]
    idle = {
        mention.head,
        f"{mention.head}s",
        *table.small,
        *table.nouns,
        *table.ordinals,
        *table.months,
    }
    whole = " ".join(part for part in parts if part not in idle and not _is_mark(part))
    return tuple(spelled.get(whole, whole).split())


def marks(label: str) -> Iterator[str]:
    """Years and ordinals in a name: what tells one election from the next."""
    ordinals = load_events().ordinals
    for word in normalised(label).replace("-", " ").split():
        if word in ordinals:
            yield ordinals[word]
    yield from (found.group() for found in _MARK.finditer(label))


def dates_in(text: str) -> Iterator[PartialDate]:
    """The dates that a text gives in full: days, months with a year, years."""
    for found in _date().finditer(text):
        day, month, year = found["day"] or found["after"], found["month"], int(found["year"])
        number = load_events().months.index(month.casefold()) + 1 if month else 0
        try:
            yield PartialDate(year, number, int(day or 0) if number else 0)
        except ValueError:
            continue


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(load_events().months)
    before = r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?"
    after = r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?)?"
    month = rf"(?:{before}(?P<month>{months}){after},? )?"
    return re.compile(rf"\b{month}(?P<year>1[0-9]{{3}}|20[0-9]{{2}})\b", re.IGNORECASE)


def _is_mark(word: str) -> bool:
    return bool(_MARK.fullmatch(word)) or word.isdecimal()
