"""Finds who wrote a text: in its byline, its signature, or the note about its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.files.cleaning.furniture import Trimmed
from extractors.files.cleaning.paragraphs import Block, Shape
from extractors.files.metadata.datelines import is_date_alone
from extractors.files.metadata.edges import is_control, is_sentence
from extractors.files.metadata.names import (
    find_byline,
    find_names,
    has_honorific,
    is_name,
    strip_honorifics,
)
from extractors.files.words import openings, words
from graph.model import Sourced

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOTE_NAME = re.compile(
    r"(?:[Tt]he\s)?(?:[Aa]uthor|[Ww]riter),\s(?P<author>[^,]{3,60}),|"
    r"(?P<name>[^,.]{3,60}?),?\s(?:is|was)\s(?:an?|the)\s"
)
_WRITTEN = re.compile(
    r"\b(?:report|text|article|note|paper|statement)\s(?:was|were)\s(?P<verb>[a-z]+)\sby\s"
    r"(?P<name>[^.;()]{3,80})"
)
_SIGNATURES = 6
_MOST_WORDS_OF_POST = 6
_LONGEST_LINE = 200


def find_authors(trimmed: Trimmed) -> tuple[Sourced, ...]:
    """Find the authors, without their honorifics, each with where the name stood.

    Looked at, in this order: bylines at the top ("By: NAME"); a line before the running text that
    is a name alone (after an honorific, or under a title and of no common words); then at the end
    a byline, a signature ("Yours sincerely, NAME"), a closing line ("NAME, Research Assistant,
    ORGANIZATION"), and a note ("NAME is a ... She can be reached at ...").
    """
    return _find_at_top(trimmed) or _find_at_end(trimmed)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    texts = (line for block in blocks for line in block.text.split("\n"))
    return (line for line in texts if len(line) <= _LONGEST_LINE)


def _sourced(names: Sequence[str], origin: str) -> tuple[Sourced, ...]:
    return tuple(Sourced(name, origin) for name in names)


def _find_at_top(trimmed: Trimmed) -> tuple[Sourced, ...]:
    top, body = trimmed.blocks[: trimmed.first], trimmed.blocks[trimmed.first : trimmed.last]
    for line in _lines((*top, *body[:1])):
        if names := find_byline(line):
            return _sourced(names, "byline")
    lines = [line for line in _lines(top) if not is_date_alone(line) and not is_control(line)]
    last = lines[-1] if lines else ""
    titled = len(lines) > 1 and not _is_phrase(last, body)
    if is_name(last) and (has_honorific(last) or titled):
        return _sourced([strip_honorifics(last)], "name line")
    return ()


def _is_phrase(line: str, body: Sequence[Block]) -> bool:
    """Whether what looks like a name has a common word: one that the text has in lower case."""
    low = {word for block in body for word in _WORD.findall(block.text) if word.islower()}
    return any(word.lower() in low for word in _WORD.findall(line))


def _find_at_end(trimmed: Trimmed) -> tuple[Sourced, ...]:
    ending = trimmed.blocks[max(trimmed.first, trimmed.last - 1) :][-_SIGNATURES:]
    lines = list(_lines(ending))
    for line in lines:
        if names := find_byline(line):
            return _sourced(names, "byline")
    for before, line in pairwise(["", *lines]):
        if name := _find_signature(before, line):
            return _sourced([name], "signature")
        if name := _find_closing_name(line) or _find_named_post(before, line):
            return _sourced([name], "closing line")
    for block in ending:
        if name := _find_note_name(block) or _find_writer(block):
            return _sourced([name], "author note")
    return ()


def _find_signature(before: str, line: str) -> str:
    """Find NAME in "(signed) NAME", and in a line after "Yours sincerely,"."""
    lowered = line.lower()
    for opening in openings("valedictions"):
        if lowered.startswith(opening):
            rest = line[len(opening) :].strip(" ,:–—-")
            return strip_honorifics(rest) if is_name(rest) else ""
    closed = before.lower().strip(" ,:") in words("valedictions")
    return strip_honorifics(line) if closed and is_name(line) else ""


def _find_closing_name(line: str) -> str:
    """Find NAME in "NAME, Research Assistant, ORGANIZATION, City"."""
    name, *rest = (part.strip() for part in line.strip("()[]—–- ").split(","))
    role = {word.lower() for word in _WORD.findall(rest[0])} if rest else set()
    signs = bool(role & words("roles")) and not is_sentence(line)
    return strip_honorifics(name) if signs and is_name(name) else ""


def _find_named_post(before: str, line: str) -> str:
    """Find NAME in a line above its post: "Director", or "Press officer, INSTITUTION"."""
    first = [word.lower() for word in _WORD.findall(line.split(",", 1)[0])]
    post = bool(first) and len(first) <= _MOST_WORDS_OF_POST and bool({*first} & words("roles"))
    return strip_honorifics(before) if post and is_name(before) and not is_sentence(line) else ""


def _find_writer(block: Block) -> str:
    """Find the name in "The report was written by NAME, ..."."""
    found = _WRITTEN.search(block.text)
    known = found is not None and found["verb"] in words("writing_verbs")
    return next(iter(find_names(found["name"])), "") if found and known else ""


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
