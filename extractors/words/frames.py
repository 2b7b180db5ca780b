"""What words tell, read from ``data/frames.toml``, which explains its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from extractors.words.tables import read_table, word_sets

Part = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One row: words, the relation that they tell, and the slots of its subject and object."""

    words: tuple[str, ...]
    part: Part
    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    rule: str
    confidence: float
    example: str
    tells: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class FrameWords:
    """Words around the frames, as the file explains them; lemmas in lower case."""

    leading_on: frozenset[str]
    recognized: frozenset[str]
    giving: frozenset[str]
    receiving: frozenset[str]
    received_from: frozenset[str]
    happening: frozenset[str]
    ranking: frozenset[str]
    itself: frozenset[str]


@cache
def load_frames() -> tuple[Frame, ...]:
    """Read the rows that ship with the package, in their order."""
    return tuple(_frame(row) for row in read_table("frames")["frames"])


@cache
def frames_by_word() -> Mapping[tuple[Part, str], tuple[Frame, ...]]:
    """The rows of each word of each part of speech, in their order."""
    found: dict[tuple[Part, str], list[Frame]] = defaultdict(list)
    for frame in load_frames():
        for word in frame.words:
            found[frame.part, word].append(frame)
    return {word: tuple(frames) for word, frames in found.items()}


@cache
def load_frame_words() -> FrameWords:
    """Read the words around the frames."""
    return FrameWords(**word_sets(read_table("frames")["words"]))


def _frame(row: dict[str, Any]) -> Frame:
    lists: dict[str, Any] = {name: tuple(row[name]) for name in ("words", "subject", "object")}
    return Frame(**{**row, **lists})
