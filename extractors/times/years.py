"""Whether four digits are a year, and what stands before a time."""

from __future__ import annotations

import re

from extractors.words.times import load_around, load_words

# "in 1992 people left" tells a year; "in 1200 villages" tells a count.
_SURE_YEAR = 1700
_SHORTEST_SUPERLATIVE = 5


def is_year(match: re.Match[str]) -> bool:
    """Whether the words around four digits make them a year rather than a count or a number."""
    words, before, after = (
        load_words(),
        words_before(match),
        match.string[match.end() : match.end() + 40],
    )
    word = word_before(match)
    if re.match(r"\s?(?:BC|B\.C|[-\u2010-\u2015]\d|%)", after) or word in words.numbering:
        return False
    following = re.findall(r"^\s\w+|(?<=\w)\s\w+", re.split(r"[^\w\s]", after)[0])[:2]
    if following and following[0].strip() in words.verbs:
        following = []
    counts = any(step.strip() in words.counted for step in following)
    if word in words.before_year:
        return not counts or (word not in words.before_number and int(match[0]) >= _SURE_YEAR)
    if re.search(r"[\u2019']s?\s$", before):
        return not counts
    closed = load_around().closing.match(after)
    opened = re.search(r"[(\[]$|[A-Z][\w\u2019']+,?\s$|\b[12]\d{3},\s$|[.!?:]\s$|(?:^|\n)$", before)
    return opened is not None and closed is not None


def is_ranked(match: re.Match[str]) -> bool:
    """Whether the time only bounds a superlative: "the first genocide of the 20th century"."""
    before = re.split(r"[.;:!?]", match.string[max(0, match.start() - 80) : match.start()])[-1]
    if re.search(r"\bof\s(?:the\s)?$", before) is None:
        return False
    words = re.findall(r"\w+", before.lower())
    return any(word in load_words().ranking or _is_superlative(word) for word in words)


def _is_superlative(word: str) -> bool:
    return len(word) > _SHORTEST_SUPERLATIVE and word.endswith("est")


def words_before(match: re.Match[str]) -> str:
    """The forty characters before a time."""
    return match.string[max(0, match.start() - 40) : match.start()]


def word_before(match: re.Match[str]) -> str:
    """Give the word before, in lower case."""
    found = re.search(r"(\w+)\.?[\s-]{1,3}$", words_before(match))
    return found[1].lower() if found else ""
