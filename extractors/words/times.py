"""The words that dates are made of, and the named parts of patterns built from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.words.tables import read_table

_TWENTY = 20


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of ``data/times.toml``; see there."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: list[str]
    counts: dict[str, int]
    ordinals: dict[str, int]
    steps: dict[str, int]
    later_steps: dict[str, int]
    before_year: list[str]
    before_month: list[str]
    before_number: list[str]
    numbering: list[str]
    counted: list[str]
    verbs: list[str]
    not_before_weekday: list[str]
    after_weekday: list[str]
    ranking: list[str]
    ahead: list[str]
    ahead_auxiliaries: list[str]
    quarters: dict[str, int]
    range_joints: list[str]
    list_joints: list[str]
    inner_joints: list[str]
    range_leads: list[str]
    since: list[str]
    until: list[str]
    before_decade: list[str]
    before_short_year: list[str]
    after_first_year: list[str]
    units: list[str]
    counted_units: list[str]
    parts_of_day: list[str]
    to_the_day: list[str]
    later_alone: list[str]
    before_later: list[str]
    ways_from_told: list[str]
    ways_beside_told: list[str]
    early: list[str]
    early_parts: list[str]
    ends_of: list[str]
    counted_parts: list[str]
    shares: list[str]
    phases: list[str]
    phase_units: list[str]
    hours_of_day: list[str]
    tying_hours: list[str]
    days: dict[str, int]


@dataclass(frozen=True, slots=True)
class Around:
    """The patterns of what joins two times, and of what leads to one or follows it."""

    range: re.Pattern[str]
    listed: re.Pattern[str]
    leading: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    short_year: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def load_words() -> Words:
    """Read the word lists once."""
    return Words(**read_table("times"))


@cache
def load_around() -> Around:
    """Build the patterns once."""
    words = load_words()
    closing = rf"\s?(?:[,.;:)\]\n]|$)|\s(?:{_either(words.after_first_year)})\b"
    joints = _either(words.range_joints)
    return Around(
        range=re.compile(rf"\s?[-/\u2010-\u2015\u2212]\s?|\s(?:{joints})\s(?:the\s)?"),
        listed=re.compile(rf"\s(?:{_either(words.list_joints)})\s(?:in\s|the\s)?"),
        leading=_leading(words.range_leads, r"(?:the\s)?"),
        since=_leading(words.since),
        until=_leading(words.until),
        short_year=re.compile(rf"\b(?:{_either(words.before_short_year)})\s.?$"),
        closing=re.compile(closing),
    )


def _leading(words: list[str], then: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(words)})\s{then}$", re.IGNORECASE)


@cache
def parts() -> dict[str, str]:
    """Give the pattern of each named part; ``{month}`` in a template stands for one of them.

    Every repetition is bounded, so that no text takes more than linear time.
    """
    words = load_words()
    counted = _either(words.counted)
    return {
        # Only an abbreviation takes a dot: that of "in March." ends the sentence.
        "month": rf"(?P<month>{_cased(words.months)})(?:(?<=\b\w{{3}})\.|(?<=\b(?i:sept))\.)?",
        "any_month": rf"(?:{_cased(words.months)})\b",
        "weekday": rf"(?P<weekday>{_cased(words.weekdays)})(?:(?<!day)(?<!DAY)\.)?",
        "season": rf"(?i:{_either(words.seasons)})",
        "day": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?",
        "day2": r"(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?",
        "year": r"(?P<year>1\d{3}|20\d\d|2100)(?!\d)",
        "counted": rf"(?i:{counted})\b",
        "year2": r"(?P<year2>1\d{3}|20\d\d|2100|\d\d)(?!\d)",
        "dash": r"\s?[-\u2010-\u2015\u2212]\s?",
        "thru": (
            rf"(?:\s?[-\u2010-\u2015\u2212/]\s?|\s(?i:{_either(words.inner_joints)})\s(?:the\s)?)"
        ),
        "count": (
            rf"(?P<count>\d{{1,4}}|(?i:(?:(?:{_tens(words.counts)})[-\s])?(?:{_either(words.counts)})))"
        ),
        "century": (
            rf"(?:\d\d(?:st|nd|rd|th|ST|ND|RD|TH)|[XVI]{{1,5}}(?:th)?|(?i:{_either(words.ordinals)}))"
        ),
        "step": rf"(?i:{_either(words.steps)})",
        "quarter": rf"(?P<quarter>(?i:{_either(words.quarters)}))",
        "later": rf"(?i:{_either(words.later_steps)})",
        "unit": rf"(?P<unit>(?i:{_either(words.units)}))",
        "units": rf"(?P<unit>(?i:{_either(words.counted_units)}))(?i:s?)",
        "part_of_day": rf"(?P<unit>(?i:{_either(words.parts_of_day)}))",
        "to_the_day": rf"(?i:{_spaceable(words.to_the_day)})",
        "way_from_told": rf"(?P<way>(?i:{_either(words.ways_from_told)}))",
        "way_beside_told": rf"(?P<way>(?i:{_either(words.ways_beside_told)}))",
        "one_day": rf"(?i:{_either(words.days)})",
        "onday": rf"(?:(?:{_cased(words.weekdays)})\.?,?\s(?i:the\s)?)",
        "of_day": (
            rf"(?:(?i:(?:the\s)?(?:early\s)?(?:{_either(words.hours_of_day)})s?"
            rf"\s(?:{_either(words.tying_hours)})\s)(?i:the\s)?)"
        ),
        "some_part": (
            rf"(?:(?i:the\s)?(?i:(?:very\s)?(?:{_either(words.early_parts)})(?:[-\u2010\u2011]|\s)"
            rf"|(?:very\s)?(?:{_either(words.ends_of)}"
            rf"|(?:{_either(words.counted_parts)})\s(?:{_either(words.shares)})"
            rf"|(?:{_either(words.phases)})\s(?:{_either(words.phase_units)}))"
            r"\sof\s)(?i:the\s)?)"
        ),
    }


def compose(template: str) -> re.Pattern[str]:
    r"""Build a pattern: ``{name}`` is a part, a blank is up to three blanks or line breaks.

    A match begins and ends where a word or number does, so that ``26.02`` is no part of a
    longer chain of figures.
    """
    pattern = re.sub(
        r"\{([a-z_]+\d?)\}", lambda name: parts()[name[1]], template.replace(" ", r"\s")
    )
    pattern = _spaced(pattern)
    return re.compile(
        rf"(?<![\w$€£#])(?:(?=\D)|(?<!\d[.,:/-]))(?:{pattern})(?!\w)(?!(?<=\d)[.,:/]\d)"
    )


def _spaced(pattern: str) -> str:
    return pattern.replace(r"\s", r"\s{1,3}").replace(r"\s{1,3}?", r"\s{0,3}")


@cache
def compose_lead(name: str) -> re.Pattern[str]:
    """Build the pattern of words that belong to the date after them: "the", "the night of"."""
    given = parts()
    lead = {
        "the": r"(?i:the\s)",
        "of_day": rf"{given['of_day']}{given['onday']}?|{given['onday']}",
        "some_part": rf"{given['some_part']}|(?i:the\s)",
        "part": given["some_part"],
        "early": rf"(?i:{_either(load_words().early)})\s",
    }[name]
    return re.compile(rf"(?<!\w)(?:{_spaced(lead)})\Z")


@cache
def first_words() -> re.Pattern[str]:
    """Find each word with which a date can begin; the name of the group is its class."""
    words = load_words()
    others = [*words.seasons, *words.counts, *words.ordinals, *words.steps, *words.later_steps]
    others += [*words.weekdays, *words.days, *words.units, "the", *words.quarters]
    return re.compile(
        r"(?<![\w$€£#])(?:(?P<figure>\d{1,4}(?!\d))"
        rf"|(?P<month>{_cased(words.months)})(?![a-z])|(?P<word>(?i:{_either(others)})(?!\w)))"
    )


def _tens(counts: dict[str, int]) -> str:
    """The numbers before a hyphen: the "thirty" of "thirty-five"."""
    return _either([word for word, count in counts.items() if count >= _TWENTY and not count % 10])


def _either(words: list[str] | dict[str, int]) -> str:
    """Longest first, so that "sept" is not read as "sep"."""
    return "|".join(
        sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word))
    )


def _spaceable(words: list[str]) -> str:
    """Blanks inside a phrase may be line breaks."""
    return _either(words).replace(r"\ ", r"\s")


def _cased(words: dict[str, int]) -> str:
    """Months and weekdays stand as May or MAY; "may" and "sun" are other words."""
    return _either([form for word in words for form in (word.capitalize(), word.upper())])
