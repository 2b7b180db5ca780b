"""Reads the marks of Markdown, so that none of them reaches a name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from extractors.files.cleaning.paragraphs import (
    Block,
    Shape,
    find_width,
    is_capitals,
    is_closed,
    join,
    must_go_on,
    starts_low,
)

_EVIDENCE = (
    re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE),
    re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*]{1,600}(?<=[^\s*])\*\*(?![\w*])"),
    re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|/|#)[^()\s]{0,500}\)"),
    re.compile(r"^ {0,3}\|?(?: ?:?-{3,}:? ?\|){1,30}", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"</?(?:sup|sub|br|b|i|em|strong|u)\s?/?>"),
)
_ENOUGH_EVIDENCE = 3

_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).{0,80}$")
_RULE = re.compile(r"^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|={3,})\s*$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,200}\]: *\S{1,2000}(?: .{0,300})?$")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?: +|$)(.*?)(?: +#+)? *$")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_BULLET = re.compile(r"^ {0,12}[*+•-] +(?:\[[ xX]\] )?(?=\S)")
_NUMBER = re.compile(r"^ {0,12}\d{1,3}[.)] +(?=\S)")
_ROW = re.compile(r"^ {0,3}\|(.*)\|\s*$")
_SEPARATOR = re.compile(r"^[\s|:-]+$")

_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,500})?/?>")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,1000})\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^<>\s@]{1,300}[@.:/][^<>\s]{1,1000})>")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")
# An escaped mark waits in the private use area until the other marks are gone.
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = {ord(mark): 0xE000 + ord(mark) for mark in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_RELEASED = {held: mark for mark, held in _HELD.items()}
_STARS = re.compile(r"(?<![\s*])\*{1,3}|\*{1,3}(?![\s*])")
_UNDERSCORES = re.compile(r"(?<![\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w])")
_STRUCK = re.compile(r"~~|`{1,3}")
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)[^*_]{1,5000}\1")

_BOLD = re.compile(r"\*{2,3}(?=\S)[^*]{1,300}\*{2,3}:?|__(?=\S)[^_]{1,300}__:?")

_TAIL = 200
_LONG_LINE = 130
_LINE_BEFORE_ORPHAN = 30
_FULL = 0.85


def looks_like_markdown(text: str) -> bool:
    """Whether plain text is evidently Markdown.

    That is: it holds three marks or more, counted over headings, bold, links, tables, fences and
    inline tags; a star or a dash before a list's item says nothing.
    """
    found = 0
    for pattern in _EVIDENCE:
        for _ in pattern.finditer(text):
            found += 1
            if found >= _ENOUGH_EVIDENCE:
                return True
    return False


def split_markdown(text: str) -> list[Block]:
    """Find the blocks of Markdown and take their marks away.

    Headings become blocks of their own, list items and table rows too (cells part with commas).
    A line break that the author set stays, unless the line evidently goes on. Images,
    comments, rules and link targets go; so does HTML, but for its text.
    """
    text = _BREAK.sub("  \n", _drop_comments(text))
    blocks: list[Block] = []
    run: list[str] = []
    for line in [*text.split("\n"), ""]:
        block = _read_line(line)
        if block is not None or not line.strip() or _starts_item(line, run):
            blocks += _read_run(run)
            run = []
        if block is None and line.strip():
            run.append(line)
        elif block is not None and block.text:
            blocks.append(block)
    return [*blocks, *_read_run(run)]


def _drop_comments(text: str) -> str:
    """Leave HTML comments out, in one pass; one that is never closed is text."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + len("-->")
    return "".join([*kept, text[at:]])


def _starts_item(line: str, run: list[str]) -> bool:
    return bool(run) and (_BULLET.match(line) or _NUMBER.match(line)) is not None


def _read_line(line: str) -> Block | None:
    """Read a line that is a block by itself; an empty block is one of marks alone."""
    if _RULE.match(line) or _FENCE.match(line) or _DEFINITION.match(line):
        return Block("")
    heading = _HEADING.match(line)
    if heading:
        return Block(strip_marks(heading[1]), Shape.HEADING)
    row = _ROW.match(line)
    if row is None:
        return None
    if _SEPARATOR.match(line):
        return Block("")
    cells = (strip_marks(cell) for cell in row[1].split("|"))
    return Block(", ".join(cell for cell in cells if cell))


def _read_run(lines: list[str]) -> Iterator[Block]:
    lines = [_QUOTE.sub("", line) for line in lines]
    lines = [_BULLET.sub("", line) for line in lines]
    whole = "\n".join(line.strip() for line in lines)
    emphasised = _EMPHASISED.fullmatch(whole) is not None
    width = find_width([line.strip() for line in lines])
    texts: list[str] = []
    for index, line in enumerate(lines):
        text = strip_marks(line)
        before = lines[index - 1] if index else ""
        if texts and text and _parts(before, texts[-1], text, width):
            texts.append(text)
        elif texts and text:
            hard = _sets_break(before) and not emphasised and not _is_full(before, lines)
            texts[-1] = _append(texts[-1], text, hard=hard)
        elif text:
            texts.append(text)
    shape = Shape.EMPHASIS if emphasised else Shape.PARAGRAPH
    return (Block(text, shape) for text in texts)


def _parts(before: str, done: str, text: str, width: int) -> bool:
    """Whether a soft line break parts paragraphs: after a long line that is a whole sentence."""
    unwrapped = not width and len(before) > _LONG_LINE
    return unwrapped and not _is_hard(before) and is_closed(done) and not starts_low(text)


def _sets_break(line: str) -> bool:
    """Whether the author set a break after a line: by Markdown's signs, or by bold alone on it."""
    return _is_hard(line) or _BOLD.fullmatch(line.strip()) is not None


def _is_full(line: str, lines: list[str]) -> bool:
    """Whether a line fills the width of its paragraph and ends inside a sentence."""
    width = max(len(other.strip()) for other in lines)
    open_end = not is_closed(line.strip("\\ "))
    return width > _LINE_BEFORE_ORPHAN and len(line.strip()) >= _FULL * width and open_end


def _is_hard(line: str) -> bool:
    return line.endswith(("  ", "\\"))


def _append(done: str, text: str, *, hard: bool) -> str:
    last = done[-_TAIL:].rsplit("\n", 1)[-1]
    orphan = text.isalpha() and len(last) >= _LINE_BEFORE_ORPHAN and not is_closed(last)
    goes_on = (
        starts_low(text)
        or (is_capitals(last) and is_capitals(text))
        or last.endswith((",", "&", "-"))
        or must_go_on(last)
        or orphan
    )
    return join(done, text) if goes_on or not hard else f"{done}\n{text}"


def strip_marks(text: str) -> str:
    """Take the inline marks of Markdown and HTML away, and keep the words.

    >>> strip_marks("**A**[b](https://example.org) on the 26<sup>th</sup>")
    'Ab on the 26th'
    """
    text = _ESCAPE.sub(lambda found: found[1].translate(_HELD), text.rstrip("\\"))
    text = _FOOTNOTE.sub("", _AUTOLINK.sub(r"\1", _IMAGE.sub("", text)))
    text = _LINK.sub(r"\1", text)
    text = html.unescape(_TAG.sub("", text))
    text = _STRUCK.sub("", _UNDERSCORES.sub("", _STARS.sub("", text)))
    return " ".join(text.translate(_RELEASED).split())
