"""Finds in a text what it says of itself: its title, author, date, publisher and language.

The lines stay in the text. A byline is evidence that its author is named there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.files.cleaning.furniture import Trimmed
from extractors.files.cleaning.paragraphs import Block, Shape
from extractors.files.draft import Metadata
from extractors.files.metadata.authors import find_authors
from extractors.files.metadata.datelines import Dateline, find_date, find_dateline, is_date_alone
from extractors.files.metadata.edges import is_body, is_contact, is_control, is_title_like
from extractors.files.metadata.front_lines import (
    find_issue_date,
    find_issuer,
    find_owner,
    is_symbol,
)
from extractors.files.metadata.names import (
    find_byline,
    find_names,
    is_name,
)
from extractors.files.words import openings, words
from graph.model import Sourced

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "TO: ..." of a memorandum, "Distr.: ..." of a resolution; but "Peace: a history" is a title.
_FIELD = re.compile(r"(?:[A-Z]{2,12}|\w{1,12}\.):\s")
# "Press release No. 14/1996", "For immediate release": what stands there is no title.
_NUMBERED = re.compile(
    r"(?:press|media|news)\srelease\b.{0,40}\d.{0,20}|(?:for immediate|embargo|not for)\b.{0,80}",
    re.IGNORECASE,
)
_SIGNATURES = 4
_TITLE_LETTERS = 4
_MOST_NAME_WORDS = 4
_COMMON_WORDS = 0.15
_FEWEST_COMMON = 3


def find_metadata(trimmed: Trimmed) -> Metadata:
    """Find what a text tells of itself, each with its origin.

    Only the lines before the running text, its start, and its end are looked at.
    """
    top = [block for block in trimmed.blocks[: trimmed.first] if not is_control(block.text)]
    body = trimmed.blocks[trimmed.first : trimmed.last]
    text = "\n".join(block.text for block in body)
    publisher = _find_publisher(trimmed, top, body)
    return Metadata(
        title=_find_title(top, body, publisher),
        authors=find_authors(trimmed),
        date=_find_date(trimmed, top, body),
        publisher=publisher,
        language=guess_language(text),
    )


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    return (line for block in blocks for line in block.text.split("\n"))


def _find_date(trimmed: Trimmed, top: Sequence[Block], body: Sequence[Block]) -> Sourced | None:
    if trimmed.date:
        return Sourced(trimmed.date, "page furniture")
    after = trimmed.blocks[trimmed.last :][-_SIGNATURES:]
    lines = [*map(_date_line, _lines(top)), *(find_dateline(b.text) for b in (*body[:1], *after))]
    return next((Sourced(found.iso, "dateline") for found in lines if found), None)


def _date_line(line: str) -> Dateline | None:
    """Find the date in a line above the text: alone, with its place, or "Prepared by ... DATE"."""
    found = find_date(line)
    if found is None or is_date_alone(line):
        return found
    if issued := find_issue_date(line):
        return issued
    if set(line[found.end :].lstrip()[:1] + line[: found.start].rstrip()[-1:]) & set("|·•"):
        return found
    verbs = {word.lower() for word in _WORD.findall(line)} & words("date_verbs")
    ends = not any(map(str.isalnum, line[found.end :]))
    return found if verbs and ends and not is_body(line) else find_dateline(line)


def _find_publisher(
    trimmed: Trimmed, top: Sequence[Block], body: Sequence[Block]
) -> Sourced | None:
    if trimmed.publisher:
        return Sourced(trimmed.publisher, "letterhead")
    lines = list(_lines(top))
    notices = (*(cut.words for cut in trimmed.cuts), *_lines(trimmed.blocks[-_SIGNATURES:]))
    found = _find_imprint(lines) or find_issuer(lines, below=bool(body))
    return found or find_owner(notices)


def _find_imprint(lines: Sequence[str]) -> Sourced | None:
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        if _is_letterhead(line, after) or (line == lines[0] and _is_head(line, after)):
            return Sourced(line, "letterhead")
        for label in openings("publisher_labels"):
            if line.lower().startswith(label):
                name = line[len(label) :].strip(" :–-") or after
                return Sourced(name, "imprint") if is_title_like(name) else None
    return None


def _is_letterhead(line: str, after: str) -> bool:
    """Whether a line names an institution, and the next says what sort of text this is."""
    institution = {word.lower() for word in _WORD.findall(line)} & words("institutions")
    return bool(institution) and after.lower().strip(" :.") in words("kinds_of_text")


def _is_head(line: str, after: str) -> bool:
    """Whether a first line in capitals names an institution, above lines that are not."""
    institution = {word.lower() for word in _WORD.findall(line)} & words("institutions")
    return bool(institution) and line.isupper() and bool(after) and not after.isupper()


def _find_title(
    top: Sequence[Block], body: Sequence[Block], publisher: Sourced | None
) -> Sourced | None:
    headings = [block for block in top if block.shape is Shape.HEADING]
    for line in _lines(top):
        if title := _read_field(line, "title_fields"):
            return Sourced(title, "subject line")
    for block in [*headings[:1], *top]:
        # A title may announce the list that follows it.
        title = " ".join(block.text.split("\n")).removesuffix(":" if block is top[0] else "")
        if _can_be_title(title) and not (publisher and title == publisher.value):
            origin = "heading" if block.shape is Shape.HEADING else "first line"
            return Sourced(title, origin)
    if body and body[0].shape is Shape.HEADING:
        return Sourced(body[0].text, "heading")
    return None


def _read_field(line: str, name: str) -> str:
    label, colon, rest = line.partition(":")
    return rest.strip() if colon and label.lower().strip() in words(name) else ""


def _can_be_title(text: str) -> bool:
    several = " " in text and any(len(word) >= _TITLE_LETTERS for word in _WORD.findall(text))
    labelled = text.lower() in words("kinds_of_text") or _FIELD.match(text) or find_byline(text)
    stamped = is_symbol(text) or _NUMBERED.fullmatch(text)
    named = is_name(text) or find_names(text) or _is_institution(text)
    dated = is_date_alone(text) or find_dateline(text)
    short = is_title_like(text) and not is_body(text) and not is_contact(text)
    return several and short and not (labelled or stamped or named or dated)


def _is_institution(text: str) -> bool:
    """Whether a short line is the name of an institution: every word of it has a capital."""
    parts = _WORD.findall(text)
    institution = {part.lower() for part in parts} & words("institutions")
    capital = all(part[0].isupper() or part in {"of", "for", "the", "and"} for part in parts)
    return bool(institution) and capital and len(parts) <= _MOST_NAME_WORDS


def guess_language(text: str) -> Sourced | None:
    """Say "en" when at least 15 in 100 words are the commonest of English; else None."""
    tokens = _WORD.findall(text[:20_000].lower())
    common = sum(token in words("english") for token in tokens)
    enough = common >= _FEWEST_COMMON and common >= _COMMON_WORDS * len(tokens)
    return Sourced("en", "guess") if enough else None
