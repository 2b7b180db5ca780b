"""Reads the dates by which a text says when it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.files.words import months, openings, words
from graph.dates import PartialDate

_CLOCK = (
    r"(?P<clock>[T,|\s–-]{0,5}(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,9})?)?"
    r"\s?(?:[ap]\.?m\.?(?!\w))?\s?(?:z|gmt|utc|[a-z]{2,3}t)?(?!\w)(?:\s?[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.{0,40})?")
_IN_NAME = re.compile(
    r"(?<![^\W_])((?:1[5-9]|20)\d{2})(?:([-_.]?)(\d{2})\2(\d{2})|[-.](\d{2}))(?![^\W_])"
)
# One to four words with a capital, perhaps a region behind a comma and an agency in brackets.
_WORD = r"[^\W\d_a-zà-ÿ](?:[^\W\d_]|[.'’-]){1,30}"
_PLACE = rf"{_WORD}(?:\s{_WORD}){{0,3}}(?:,\s{_WORD}(?:\s{_WORD}){{0,2}})?(?:\s\([^()]{{1,20}}\))?"
_PLACE_BEFORE = re.compile(rf"{_PLACE}(?P<sign>\s?[,—–-])?\s?")
_PLACE_AFTER = re.compile(rf"[,\s–—-]{{1,3}}{_PLACE}")
_DIGIT = re.compile(r"\d")
_DASH = re.compile(r"\)?\s?(?:\([^()]{1,30}\)\s?)?(?:[—–-]{1,2}|\.)\s")

_MONTHS = 12
_DAY = len("2019-07-04")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date that a line gives: ISO, and its span in the line, label and time of day included.

    ``labelled`` says that a word such as "Published" stands before it, ``timed`` that a time of
    day follows.
    """

    iso: str
    start: int
    end: int
    labelled: bool = False
    timed: bool = False


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})\.?"
    weekdays = "|".join(sorted(words("weekdays"), key=len, reverse=True))
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    forms = (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
        rf"{day}[\s-](?:of\s)?{month},?[\s-](?P<year>\d{{4}})",
        rf"{month}\s{day},?\s(?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})",
        # Not behind a day: "31 February 2019" is no date at all.
        rf"(?<!\d\s)(?<!(?:st|nd|rd|th)\s){month},?\s(?P<year>\d{{4}})",
    )
    labels = "|".join(map(re.escape, openings("date_labels")))
    before = rf"(?<![\w.-])(?P<label>(?:{labels})\s?[:–-]?\s)?(?:(?:{weekdays})\.?,?\s)?"
    after = rf"(?=$|[^\w/-]|T\d|-\s){_CLOCK}"
    return tuple(re.compile(before + form + after, re.IGNORECASE) for form in forms)


def find_date(line: str) -> Dateline | None:
    """Find the first date of a line, if it is one of the calendar and names its year."""
    head = line[:400]
    if _DIGIT.search(head) is None:
        return None
    found = [match for pattern in _patterns() for match in pattern.finditer(head)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        iso = _read(match.groupdict())
        if iso:
            labelled, timed = match["label"] is not None, match["clock"] is not None
            return Dateline(iso, match.start(), match.end(), labelled, timed)
    return None


def _read(parts: dict[str, str | None]) -> str:
    year, day = int(parts["year"] or 0), int(parts.get("day") or 0)
    month = months().get((parts.get("month") or "").lower(), 0) or int(parts.get("number") or 0)
    first, second = int(parts.get("first") or 0), int(parts.get("second") or 0)
    # 03/04/2024 is the third of April or the fourth of March: the year is all that is sure.
    if first > _MONTHS or (first and first == second):
        day, month = first, second
    elif second > _MONTHS:
        month, day = first, second
    return _iso(year, month, day)


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    try:
        return PartialDate(year, month, day).iso
    except ValueError:
        return ""


def is_date_alone(line: str) -> bool:
    """Whether a line holds a date and nothing else but its label, its weekday and its time."""
    found = find_date(line)
    rest = line[: found.start] + line[found.end :] if found else line
    return found is not None and not any(map(str.isalnum, rest))


def find_dateline(text: str) -> Dateline | None:
    """Find the date in "BAKU, 26 February 2024 (Agency) —" at the start of a paragraph.

    The spans of an answer count from behind a bracket that opens the paragraph.
    A paragraph that is only "Baku, 26 February 2024" or "26 February 2024, Baku" counts as well.
    """
    text = text.removeprefix("(")
    head = text[:160]
    found = find_date(head)
    # "Oslo, July 2019" may be the title of what happened there.
    if found is None or len(found.iso) < _DAY:
        return None
    before = _PLACE_BEFORE.fullmatch(head[: found.start])
    if found.end == len(text):
        # "Lissa 3.6.1971" heads what happened there; "Lissa, 3.6.1971" dates a letter.
        return found if (before and before["sign"]) or not found.start else None
    opens = not found.start or (before and (before["sign"] or before[0].isupper()))
    rest = head[found.end :]
    ends = _DASH.match(rest) or (not found.start and _PLACE_AFTER.fullmatch(text, found.end))
    return found if opens and ends else None


def parse_date(value: str) -> str:
    """Give a date that a file's metadata states as ISO, or "" where it is none."""
    value = " ".join(value.split())
    iso = _ISO.fullmatch(value)
    if iso:
        return _iso(*(int(part) for part in iso.groups(default="0")))
    found = find_date(value)
    return found.iso if found else ""


def find_date_in_name(stem: str) -> str:
    """Give the date in a file's name (``2024-02-26-title``, ``report_20240226``), or "".

    A year alone is none: it may be a resolution's number, or the year of what happened.
    """
    dates = (
        _iso(int(found[1]), int(found[3] or found[5]), int(found[4] or 0))
        for found in _IN_NAME.finditer(stem)
    )
    return next((date for date in dates if date), "")
