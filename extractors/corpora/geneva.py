"""Reads GENEVA: sentences of tokens, and the words that tell of events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Part = Literal["train", "tune", "test"]


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """Words that tell of an event; ``end`` is exclusive, both count tokens."""

    start: int
    end: int
    event_type: str


@dataclass(frozen=True, slots=True)
class TriggeredSentence:
    """One line; ``spaces`` tells for each token whether a blank follows it as published.

    The published text has blanks before punctuation too, but none inside of "change-ringing".
    """

    document: str
    tokens: tuple[str, ...]
    spaces: tuple[bool, ...]
    triggers: tuple[Trigger, ...]


def read_geneva(path: Path) -> Iterator[TriggeredSentence]:
    """Yield the sentences of a file in order."""
    with path.open(encoding="utf-8-sig") as lines:
        for line in lines:
            if line.strip():
                yield _make_sentence(json.loads(line))


def part_of(index: int) -> Part:
    """Give the part of GENEVA's sentence ``index``: a tenth tests, a twentieth tunes."""
    if index % 10 == 0:
        return "test"
    return "tune" if index % 20 == 5 else "train"  # noqa: PLR2004 (the middle of twenty)


def _make_sentence(record: dict[str, Any]) -> TriggeredSentence:
    tokens, text = record["tokens"], record["sentence"]
    spaces: list[bool] = []
    position = 0
    for token in tokens:
        if not token.strip():
            raise ValueError(f"a token of {text[:60]!r} is empty")
        position = text.index(token, position) + len(token)
        spaces.append(text[position : position + 1] == " ")
    triggers = {
        Trigger(one["trigger"]["start"], one["trigger"]["end"], one["event_type"])
        for one in record["event_mentions"]
    }
    if any(not 0 <= one.start < one.end <= len(tokens) for one in triggers):
        raise ValueError(f"a trigger of {text[:60]!r} is outside of its tokens")
    return TriggeredSentence(
        str(record["doc_id"]), tuple(tokens), tuple(spaces), tuple(sorted(triggers))
    )
