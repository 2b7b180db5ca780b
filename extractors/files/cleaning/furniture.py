"""Cuts page furniture off the edges of a scraped text, and keeps what it tells.

Only the runs of short lines before the first and after the last paragraph of running text are
looked at. In doubt a line stays: bylines, bare dates and the text's own title stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.files.cleaning.paragraphs import Block, starts_low
from extractors.files.metadata.datelines import find_date, is_date_alone
from extractors.files.metadata.edges import (
    is_body,
    is_contact,
    is_control,
    is_sentence,
    is_stamp,
    is_tail_heading,
    is_title_like,
)
from extractors.files.metadata.names import find_byline, is_name
from extractors.files.words import words
from graph.model import Cut

_LONGEST_EDGE = 60
_LONGEST_LINE = 600
_FEWEST_TEASERS = 2
_FEWEST_CONTACTS = 2
_MENU_WORDS = 3
_FEWEST_IN_MENU = 4
_MOST_LETTERHEAD = 2
_OVERLAP = 0.5

_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_LAST_ADDRESS = re.compile(r"(?<=[.!?])\s(?:https?://|www\.)\S{3,2000}$")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A text without its page furniture.

    ``first`` and ``last`` bound the running text in ``blocks`` (``last`` exclusive). ``date`` is
    ISO, "" when no furniture told it; ``publisher`` stood in a letterhead. ``cuts`` holds every
    line, or end of a line, that is not in ``blocks``.
    """

    blocks: tuple[Block, ...]
    first: int
    last: int
    cuts: tuple[Cut, ...] = ()
    date: str = ""
    publisher: str = ""


def trim_furniture(blocks: Sequence[Block]) -> Trimmed:
    """Cut the furniture off both edges; a text that is nothing else stays as it is."""
    found, blocks = blocks, _split_mixed(_drop_rules(blocks))
    blocks, address = _cut_last_address(blocks)
    first, last = find_body(blocks)
    body = blocks[first:last]
    known = _content_words(" ".join(block.text for block in body))
    top = _drop_top(blocks[:first], known)
    bottom, publisher = _drop_bottom(blocks[last:], known, _lines(blocks[:last]))
    front, inline, label = _cut_inline([*top, *body])
    kept = (*front, *bottom)
    if not kept:
        return Trimmed(tuple(found), first, last)
    date = inline or _find_stamp(blocks[:first], top) or _find_stamp(blocks[last:], bottom)
    gone = _find_gone(blocks, (*top, *body, *bottom))
    rules = (block.text for block in found if not any(map(str.isalnum, block.text)))
    words = (*rules, *gone, address, label)
    cuts = tuple(Cut(one, "page furniture") for one in words if one)
    return Trimmed(kept, len(top), len(top) + len(body), cuts, date, publisher)


def _find_gone(found: Sequence[Block], kept: Sequence[Block]) -> list[str]:
    """List the lines that are not kept, in their order."""
    left = Counter(line for block in kept for line in block.text.split("\n"))
    gone: list[str] = []
    for line in (line for block in found for line in block.text.split("\n")):
        left[line] -= 1
        gone += [line] if left[line] < 0 else []
    return gone


def find_body(blocks: Sequence[Block]) -> tuple[int, int]:
    """Find where running text starts and ends.

    Where no block is long enough, whole sentences count; without them, all is running text.
    """
    texts = [(i, b.text) for i, b in enumerate(blocks) if not _is_furniture(b)]
    bodies = [i for i, text in texts if is_body(text)] or [i for i, t in texts if is_sentence(t)]
    if not bodies:
        return 0, len(blocks)
    first, last = bodies[0], bodies[-1] + 1
    return min(first, _LONGEST_EDGE), max(last, len(blocks) - _LONGEST_EDGE)


def _lines(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(line for block in blocks for line in block.text.split("\n"))


def _split_mixed(blocks: Sequence[Block]) -> list[Block]:
    """Part the lines of blocks of which some are furniture ("An Institute / PO Box 12")."""
    return [
        piece
        for block in blocks
        for piece in (
            [replace(block, text=line) for line in block.text.split("\n")]
            if any(map(_is_furniture_line, block.text.split("\n")))
            else [block]
        )
    ]


def _is_furniture_line(line: str) -> bool:
    short = len(line) <= _LONGEST_LINE
    return short and (is_control(line) or is_contact(line) or is_stamp(line))


def _all(block: Block, question: Callable[[str], bool]) -> bool:
    return all(question(line) for line in block.text.split("\n"))


def _is_furniture(block: Block) -> bool:
    return _all(block, _is_furniture_line)


def _drop_top(blocks: Sequence[Block], known: frozenset[str]) -> list[Block]:
    teasers = _find_teasers(blocks, known) | _find_menu(blocks)
    return [
        block
        for index, block in enumerate(blocks)
        if index not in teasers and not _is_furniture(block)
    ]


def _drop_bottom(
    blocks: Sequence[Block], known: frozenset[str], others: frozenset[str]
) -> tuple[list[Block], str]:
    tail = next((i for i, block in enumerate(blocks) if is_tail_heading(block.text)), len(blocks))
    # A text may go on with notes and signatures after its last long paragraph; a list of links
    # may not, so what follows its heading goes only where it is titles and furniture.
    if not all(_is_link(block) for block in blocks[tail:]):
        tail = len(blocks)
    teasers = _find_teasers(blocks, known) | _find_menu(blocks)
    kept = [
        (index, block)
        for index, block in enumerate(blocks[:tail])
        if index not in teasers and not _is_furniture(block)
    ]
    head = _find_letterhead(blocks, [index for index, _ in kept], others)
    publisher = blocks[min(head)].text.split("\n")[0] if head else ""
    return [block for index, block in kept if index not in head], publisher


def _is_link(block: Block) -> bool:
    return _is_furniture(block) or is_tail_heading(block.text) or is_title_like(block.text)


def _find_teasers(blocks: Sequence[Block], known: frozenset[str]) -> set[int]:
    """Find the titles of other texts: two or more, each beside a date, that the body ignores."""
    pairs = [
        (index, index + 1)
        for index, (block, after) in enumerate(pairwise(blocks))
        if is_date_alone(after.text) and is_title_like(block.text) and not is_date_alone(block.text)
    ]
    if len(pairs) < _FEWEST_TEASERS:
        return set()
    return {i for pair in pairs if not _is_about(blocks[pair[0]].text, known) for i in pair}


def _find_menu(blocks: Sequence[Block]) -> set[int]:
    """Find runs of four or more lines of three words at most, half of them a site's sections."""
    menu: set[int] = set()
    run: list[int] = []
    for index, block in enumerate([*blocks, Block("")]):
        if block.text and len(block.text.split()) <= _MENU_WORDS and is_title_like(block.text):
            run.append(index)
            continue
        sections = [i for i in run if _is_section(blocks[i].text)]
        # What stands before the first section or after the last may be a title.
        run = [i for i in run if sections and sections[0] <= i <= sections[-1]]
        if len(run) >= _FEWEST_IN_MENU and len(sections) >= len(run) / 2:
            menu.update(run)
        run = []
    return menu


def _is_section(line: str) -> bool:
    return line.lower() in words("sections") or is_control(line)


def _is_about(title: str, known: frozenset[str]) -> bool:
    content = _content_words(title)
    return len(content & known) >= _OVERLAP * len(content) if content else True


def _content_words(text: str) -> frozenset[str]:
    found = (word.lower() for word in _CONTENT_WORD.findall(text))
    return frozenset(word for word in found if word not in words("english"))


def _find_letterhead(
    blocks: Sequence[Block], kept: Sequence[int], others: frozenset[str]
) -> set[int]:
    """Find the name and motto of an institution directly above its address.

    The address has two lines or more; the name also stands elsewhere in the text as a line, or
    has a word of institutions. A signature (a person, a role) is none.
    """
    contacts = sum(is_contact(line) for block in blocks for line in block.text.split("\n"))
    first = next((i for i, b in enumerate(blocks) if _all(b, is_contact)), len(blocks))
    above = [i for i in range(max(0, first - _MOST_LETTERHEAD), first) if i in kept]
    while above and not _is_letterhead(blocks[above[0]], others):
        above.pop(0)
    titles = all(is_title_like(blocks[i].text) and not _signs(blocks[i].text) for i in above)
    return set(above) if contacts >= _FEWEST_CONTACTS and titles else set()


def _is_letterhead(block: Block, others: frozenset[str]) -> bool:
    name = block.text.split("\n")[0]
    tokens = {token.lower() for token in name.split()}
    return name in others or (not is_name(name) and bool(tokens & words("impersonal")))


def _signs(text: str) -> bool:
    tokens = {token.strip(",.").lower() for token in text.split()}
    return bool(tokens & words("roles")) or bool(find_byline(text)) or is_name(text)


def _cut_inline(blocks: Sequence[Block]) -> tuple[list[Block], str, str]:
    """Cut a labelled date that runs into the first line or sentence; give it and the words cut."""
    cleaned = list(blocks)
    date = label = ""
    found = find_date(cleaned[0].text) if cleaned else None
    if found and found.labelled and found.start == 0:
        rest = cleaned[0].text[found.end :].lstrip(" :|.–—-")
        # "Published on 3 May 2001, the report ..." is a sentence and stays.
        if rest and not rest.startswith(",") and not starts_low(rest):
            label = cleaned[0].text[: -len(rest)].strip()
            date, cleaned[0] = found.iso, replace(cleaned[0], text=rest)
    return cleaned, date, label


def _drop_rules(blocks: Sequence[Block]) -> list[Block]:
    """Drop blocks of signs alone ("* * *"), which stand for a line across the page."""
    return [block for block in blocks if any(map(str.isalnum, block.text))]


def _cut_last_address(blocks: Sequence[Block]) -> tuple[Sequence[Block], str]:
    """Cut a web address that stands behind the last sentence of a text; give it, too."""
    found = _LAST_ADDRESS.search(blocks[-1].text) if blocks else None
    if found is None:
        return blocks, ""
    return [*blocks[:-1], replace(blocks[-1], text=blocks[-1].text[: found.start()])], found[
        0
    ].strip()


def _find_stamp(blocks: Sequence[Block], kept: Sequence[Block]) -> str:
    """Find the date of the first stamp among what was cut (teasers' dates are no stamps)."""
    lines = (line for block in blocks if block not in kept for line in block.text.split("\n"))
    dates = (find_date(line) for line in lines if is_stamp(line))
    return next((found.iso for found in dates if found), "")
