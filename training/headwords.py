"""Finds names of texts and events by the noun that heads them: "Treaty of X", "X Massacre".

The corpora mark few works, and a model that learned from them takes some events
for places. These patterns label texts to train on, never those that a reader reads.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from extractors.corpora.kinds import KINDS, Kind
from extractors.corpora.samples import Entity, Sample, keep_longest

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_WORD: Final = rf"(?!{_MONTH})[A-Z](?:[\w&-]|\.(?=\w)|[’'](?!s\b))*"
_COMPLEMENT: Final = (
    rf"(?:of|on|for|against|to)\s+(?:the\s+)?{_WORD}(?:\s+(?:and\s+|of\s+)?{_WORD}){{0,5}}"
)
_LEADING = re.compile(
    r"(?:The|A|An|This|That|These|In|On|At|By|For|From|After|Before|During|Since|Under|And|But|Of"
    r"|With|When|As|If|Its|His|Her|Their|Our|Both|Another|New|Such|Former|U\.S\. President)\s+"
)


@cache
def _read_heads() -> dict[str, str]:
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    pairs = (line.split(":") for line in lines)
    return {name: "|".join(words.split()) for name, words in pairs}


def _pattern_of(kind: Kind) -> str:
    plain, complemented = _read_heads()[kind], _read_heads()[f"{kind}-with-complement"]
    if kind == "Work":
        return (
            rf"(?:{_WORD}\s+){{0,5}}Resolutions?\s+[0-9]+"
            rf"|(?:{_WORD}\s+){{1,5}}(?:{plain})\b(?:\s+{_COMPLEMENT})?"
            rf"|(?:{_WORD}\s+){{0,4}}(?:{plain}|{complemented})\s+{_COMPLEMENT}"
        )
    return (
        rf"(?:{_WORD}\s+){{1,4}}(?:{plain})"
        rf"|(?:{plain}|{complemented})\s+of\s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,2}}"
        r"|(?:First|Second)\s+World\s+War|World\s+War\s+(?:II|I|One|Two)"
    )


@cache
def _make_patterns() -> dict[Kind, re.Pattern[str]]:
    kinds: tuple[Kind, ...] = ("Work", "Event")
    # No capital may follow: "Cold War Studies" is headed by another noun.
    return {kind: re.compile(rf"\b(?:{_pattern_of(kind)})\b(?!\s+[A-Z])") for kind in kinds}


def find_headed_names(text: str) -> Iterator[Entity]:
    """Yield the works and events that their head nouns give away."""
    for kind, pattern in _make_patterns().items():
        for match in pattern.finditer(text):
            start, end = match.span()
            while leading := _LEADING.match(text, start, end):
                start = leading.end()
            if " " in text[start:end]:
                yield Entity(start, end, kind)


def add_headed_names(sample: Sample) -> Sample:
    """Add headed names of the kinds that a corpus does not annotate, beside the names it marks."""
    silent = frozenset(KINDS) - sample.kinds
    found = [
        name
        for name in keep_longest(find_headed_names(sample.text))
        if name.kind in silent and not any(_touches(name, other) for other in sample.entities)
    ]
    unknown = [
        stretch
        for stretch in sample.unknown
        if not any(one.start < stretch[1] and stretch[0] < one.end for one in found)
    ]
    return replace(
        sample, entities=tuple(sorted([*sample.entities, *found])), unknown=tuple(unknown)
    )


def _touches(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end
