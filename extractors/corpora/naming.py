"""What makes a marked stretch a name: where it begins, and whether it is one."""

import re

# Prepositions stand in some corpora's dates; an article in none of our names.
_LEADING = re.compile(
    r"(?:the|a|an|since|until|till|from|in|on|by|during|after|before|between|of|at)\s+"
)
_SMALL_WORDS = re.compile(
    r"of|and|the|for|in|on|to|de|la|le|du|da|di|del|der|den|van|von|al|el|bin|ibn|ben|e|y|d|s"
)
_MAY_LEAD = re.compile(r"al|el|de|van|von|bin|ibn")


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space, and leading articles and prepositions in lower case, off a span."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while match := _LEADING.match(text, start, end):
        start = match.end()
    return start, end


def is_named(text: str) -> bool:
    """Tell whether every word is capitalised or a number, but for small words in between."""
    words = re.findall(r"[^\W_]+", text)
    if not words or (_SMALL_WORDS.fullmatch(words[0]) and not _MAY_LEAD.fullmatch(words[0])):
        return False
    small = [word for word in words if word[0].islower()]
    return len(small) < len(words) and all(_SMALL_WORDS.fullmatch(word) for word in small)


_DATE_WORD = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)days?|(?:day|week|weekend|month|year|decade|century|millennium|season)s?|centuries"
    r"|today|yesterday|tomorrow|tonight|spring|summer|autumn|fall|winter|morning|afternoon"
    r"|evening|night|midnight|dawn|eve|era|age|twenties|thirties|forties|fifties|sixties"
    r"|seventies|eighties|nineties|christmas|easter|ramadan|ancien)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))s?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:second|minute|hour|moment)s?\b", re.IGNORECASE)
_SEVERAL = re.compile(r",|;|\(|°|\band\b|\bor\b| - ")
_PRONOUNS = re.compile(r"I|We|He|She|They|You|It|Us|His|Her|Their|Our|My|This|That")


def is_single(text: str) -> bool:
    """Tell whether a marked stretch is one name, rather than a list, a gloss or a pronoun."""
    return _SEVERAL.search(text) is None and not _PRONOUNS.fullmatch(text)


def is_date(text: str) -> bool:
    """Tell whether a time expression has anything of the calendar in it ("now" has not)."""
    return _DATE_WORD.search(text) is not None and _CLOCK.search(text) is None


def is_ordinal(text: str) -> bool:
    """Tell whether a number ranks ("third") rather than counts."""
    return _ORDINAL.fullmatch(text) is not None
