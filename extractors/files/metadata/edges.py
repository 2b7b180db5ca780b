"""Tells what a line at the edge of a text is: a button, an address, a date, a title, text."""

from __future__ import annotations

import re

from extractors.files.metadata.datelines import find_date
from extractors.files.words import openings, words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_URL = re.compile(r"(?:https?://|www\.)\S{3,2000}|\S{1,80}@[\w-]{1,80}(?:\.[\w-]{1,40}){1,5}")
_NUMBER_OR_SITE = re.compile(r"\d|\w\.[a-z]{2,10}\b")
_HANDLE = re.compile(r"@\w{2,40}")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b)[^\n]{0,200}|all rights reserved\.?", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s|$)")
_BODY_WORDS = 20
_BODY_SENTENCE_WORDS = 10
_SENTENCE_WORDS = 4
_LOOSE = 3
_CATEGORY = 3
_PATH = re.compile(r"[^\W\d_][\w &-]{0,30}(?: ?[>»›] ?[^\W\d_][\w &-]{0,30}){1,6}")
_AGO = re.compile(
    r"(?:(?:updated|published|posted|last updated|modified):?\s)?\d{1,3}\s?"
    r"(?:(?:min|minute|hour|hr|h|day|week|month|year)s?\sago|min(?:ute)?s?\sread)",
    re.IGNORECASE,
)
_OPENING_WORDS = 15
_TITLE_WORDS = 25
_CONTACT_WORDS = 20
_CONSENT_WORDS = 80


def is_body(text: str) -> bool:
    """Whether a block is running text: 20 words, or ten that end as a sentence does."""
    count = len(text.split(maxsplit=_BODY_WORDS))
    ends = count >= _BODY_SENTENCE_WORDS and _SENTENCE.search(text[-5:]) is not None
    return count >= _BODY_WORDS or ends


def is_sentence(text: str) -> bool:
    """Whether a block holds the end of a sentence, and so is no title and no button."""
    return _SENTENCE.search(text[-5:]) is not None and text.count(" ") >= _SENTENCE_WORDS - 1


def is_control(line: str) -> bool:
    """Whether a line is made of buttons, menu entries, counters or loose signs ("× A A A").

    Also a short line that opens as a button does ("Follow us on ..."), a path of menu entries
    ("Home > News"), an age or length ("2 hours ago", "3 min read"), and a consent notice.
    """
    lowered = line.lower()
    tokens = _TOKEN.findall(lowered)
    if any(phrase in lowered for phrase in words("consent_phrases")):
        return len(tokens) <= _CONSENT_WORDS
    if len(tokens) <= _OPENING_WORDS and _opens(lowered, "control_openings"):
        return True
    if _PATH.fullmatch(line) or _AGO.fullmatch(line):
        return True
    if not tokens:
        return not any(map(str.isdigit, line)) or len(line) <= _LOOSE
    loose = {token for token in tokens if len(token) == 1}
    known = words("control_words") | loose
    fillers = words("control_fillers")
    return any(token in known for token in tokens) and all(
        token in known or token in fillers for token in tokens
    )


def _opens(lowered: str, name: str) -> bool:
    return any(
        lowered.startswith(opening) and not lowered[len(opening) : len(opening) + 1].isalnum()
        for opening in openings(name)
    )


def is_tail_heading(line: str) -> bool:
    """Whether a line heads a list of other texts: "Related articles", "Read also: ..."."""
    lowered = line.lower().rstrip(" :>»›-")
    short = len(line.split()) <= _OPENING_WORDS and not is_sentence(line)
    several = any(" " in opening and lowered.startswith(f"{opening} ") for opening in _tails())
    return short and (several or lowered.split(":")[0].strip() in _tails())


def _tails() -> tuple[str, ...]:
    return openings("tail_openings")


def is_contact(line: str) -> bool:
    """Whether a line is an address: e-mail, web, telephone, post; or a copyright notice."""
    stripped = line.strip(" .,;|<>()[]•–-")
    if _COPYRIGHT.fullmatch(stripped):
        return True
    rest = _HANDLE.sub("", _URL.sub("", stripped))
    if rest != stripped and not _TOKEN.search(rest):
        return True
    few = len(stripped.split()) <= _CONTACT_WORDS and not is_sentence(line)
    opens = _opens(stripped.lower(), "contact_openings")
    return few and opens and (rest != stripped or _NUMBER_OR_SITE.search(stripped) is not None)


def is_stamp(line: str) -> bool:
    """Whether a line is a label or section with a date ("Politics 2021-02-26 17:43:00").

    The date has a time of day, or stands after a label such as "Published".
    """
    found = find_date(line)
    if found is None or not (found.timed or found.labelled):
        return False
    after = line[found.end :].strip(" .,|•–-")
    return len(_TOKEN.findall(line[: found.start])) <= _CATEGORY and (
        not after or is_control(after)
    )


def is_title_like(line: str) -> bool:
    """Whether a line can be a title: short, with letters, and open (no full stop, no colon)."""
    few = len(line.split(maxsplit=_TITLE_WORDS)) <= _TITLE_WORDS
    return (
        few
        and not is_sentence(line)
        and not line.endswith((":", ",", ";"))
        and any(map(str.isalpha, line))
    )
