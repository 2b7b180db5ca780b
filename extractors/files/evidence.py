"""Finds in a text what it says of itself: its title, author, date, publisher and language.

The lines stay in the text. A byline is evidence that its author is named there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.files.datelines import find_date, find_dateline, is_date_alone
from extractors.files.draft import Metadata
from extractors.files.edges import is_body, is_contact, is_control, is_sentence, is_title_like
from extractors.files.furniture import Trimmed
from extractors.files.names import (
    find_byline,
    find_names,
    has_honorific,
    is_name,
    strip_honorifics,
)
from extractors.files.paragraphs import Block, Shape
from extractors.files.words import openings, words
from graph.model import Sourced

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOTE_NAME = re.compile(
    r"(?:[Tt]he\s)?(?:[Aa]uthor|[Ww]riter),\s(?P<author>[^,]{3,60}),|"
    r"(?P<name>[^,.]{3,60}?),?\s(?:is|was)\s(?:an?|the)\s"
)
_LINES_WITH_AUTHOR = 8
_SIGNATURES = 4
_LONGEST_SIGNATURE = 200
_TITLE_WORDS = 2
_COMMON_WORDS = 0.15
_FEWEST_COMMON = 3


def find_metadata(trimmed: Trimmed) -> Metadata:
    """Find what a text tells of itself, each with its origin.

    Only the lines before the running text, its start, and its end are looked at.
    """
    top = [block for block in trimmed.blocks[: trimmed.first] if not is_control(block.text)]
    body = trimmed.blocks[trimmed.first : trimmed.last]
    text = "\n".join(block.text for block in body)
    publisher = _find_publisher(trimmed, top)
    authors = _find_top_author(top, body, text) or _find_end_author(trimmed)
    return Metadata(
        title=_find_title(top, body, publisher),
        authors=authors,
        date=_find_date(trimmed, top, body),
        publisher=publisher,
        language=guess_language(text),
    )


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    return (line for block in blocks for line in block.text.split("\n"))


def _sourced(names: Sequence[str], origin: str) -> tuple[Sourced, ...]:
    return tuple(Sourced(name, origin) for name in names)


def _find_top_author(top: Sequence[Block], body: Sequence[Block], text: str) -> tuple[Sourced, ...]:
    for line in [*_lines(top), *_lines(body[:1])][: _LINES_WITH_AUTHOR + len(top)]:
        names = find_byline(line) if len(line) <= _LONGEST_SIGNATURE else ()
        if names:
            return _sourced(names, "byline")
    undated = [block.text for block in top if not is_date_alone(block.text)]
    last = undated[-1] if undated else ""
    if is_name(last) and (has_honorific(last) or (len(undated) > 1 and not _is_phrase(last, text))):
        return _sourced([strip_honorifics(last)], "name line")
    return ()


def _is_phrase(line: str, text: str) -> bool:
    """Whether a line that looks like a name is made of common words: the text has one in low."""
    low = {word for word in _WORD.findall(text) if word.islower()}
    return any(word.lower() in low for word in _WORD.findall(line))


def _find_end_author(trimmed: Trimmed) -> tuple[Sourced, ...]:
    ending = trimmed.blocks[max(trimmed.first, trimmed.last - 1) :][-_SIGNATURES:]
    for line in _lines(ending):
        if names := find_byline(line) if len(line) <= _LONGEST_SIGNATURE else ():
            return _sourced(names, "byline")
        if len(line) <= _LONGEST_SIGNATURE and (name := _find_signature(line)):
            return _sourced([name], "closing line")
    for block in ending:
        if name := _find_note_name(block):
            return _sourced([name], "author note")
    return ()


def _find_signature(line: str) -> str:
    """Find NAME in "NAME, Research Assistant, ORGANIZATION, City"."""
    name, *rest = (part.strip() for part in line.strip("()[]—–- ").split(","))
    role = {word.lower() for word in _WORD.findall(rest[0])} if rest else set()
    signs = bool(role & words("roles")) and not is_sentence(line)
    return strip_honorifics(name) if signs and is_name(name) else ""


def _find_note_name(block: Block) -> str:
    """Find the name in "The author, NAME, ..." or in a note "NAME is a ... can be reached at"."""
    found = _NOTE_NAME.match(block.text)
    if found is None:
        return ""
    name = found["author"] or found["name"]
    lowered = block.text.lower()
    noted = found["author"] or block.shape is Shape.EMPHASIS
    noted = noted or any(phrase in lowered for phrase in words("note_phrases"))
    return strip_honorifics(name) if noted and is_name(name) else ""


def _find_date(trimmed: Trimmed, top: Sequence[Block], body: Sequence[Block]) -> Sourced | None:
    if trimmed.date:
        return Sourced(trimmed.date, "page furniture")
    for line in _lines(top):
        found = find_date(line) if is_date_alone(line) else find_dateline(line)
        if found:
            return Sourced(found.iso, "dateline")
    after = trimmed.blocks[trimmed.last :][-_SIGNATURES:]
    for block in [*body[:1], *after]:
        found = find_dateline(block.text)
        if found:
            return Sourced(found.iso, "dateline")
    return None


def _find_publisher(trimmed: Trimmed, top: Sequence[Block]) -> Sourced | None:
    if trimmed.publisher:
        return Sourced(trimmed.publisher, "letterhead")
    lines = list(_lines(top))
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        if _is_letterhead(line, after):
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


def _find_title(
    top: Sequence[Block], body: Sequence[Block], publisher: Sourced | None
) -> Sourced | None:
    headings = [block for block in top if block.shape is Shape.HEADING]
    for block in [*headings[:1], *top]:
        title = " ".join(block.text.split("\n"))
        named = find_byline(title) or is_name(title) or (publisher and title == publisher.value)
        if _can_be_title(block) and not named:
            origin = "heading" if block.shape is Shape.HEADING else "first line"
            return Sourced(title, origin)
    if body and body[0].shape is Shape.HEADING:
        return Sourced(body[0].text, "heading")
    return None


def _can_be_title(block: Block) -> bool:
    text = " ".join(block.text.split("\n"))
    several = len(_WORD.findall(text)) >= _TITLE_WORDS
    several = several and text.lower() not in words("kinds_of_text")
    other = is_contact(text) or is_body(text) or find_dateline(text) or find_names(text)
    return several and is_title_like(text) and not is_date_alone(text) and not other


def guess_language(text: str) -> Sourced | None:
    """Say "en" when at least 15 in 100 words are the commonest of English; else None."""
    tokens = _WORD.findall(text[:20_000].lower())
    common = sum(token in words("english") for token in tokens)
    enough = common >= _FEWEST_COMMON and common >= _COMMON_WORDS * len(tokens)
    return Sourced("en", "guess") if enough else None
