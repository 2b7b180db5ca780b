"""Who speaks in a transcript that gives no name: "Q:", "A.", "THE WITNESS:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.reading import Reading
from extractors.words.cues import load_speech_words
from extractors.words.people import kind_of_noun
from graph.model import Form, Kind, Mention

_LABEL = re.compile(
    r"^[ \t*_]{0,4}(?P<article>(?:THE|The) )?(?P<label>[A-Za-z][A-Za-z'’-]{0,30})"
    r"(?P<mark>[:.])[*_]{0,3}[ \t]+(?=\S)",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"[.!?…–—-][\"'”’)\]*_]*\s*$")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """Where a turn opens: ``start`` and ``end`` are characters of its label with the mark after it.

    ``speaker`` is the first place where the transcript has the label.
    """

    start: int
    end: int
    speaker: Mention


def find_turn_labels(reading: Reading) -> list[TurnLabel]:
    """The labels without a name that open turns, in the order of the text.

    Only where there are two such labels, as in an interview: one alone may be a heading.
    """
    found = list(_labels(reading))
    first: dict[str, Mention] = {}
    for label in found:
        first.setdefault(label.speaker.label, label.speaker)
    if len(first) < _FEWEST:
        return []
    return [TurnLabel(one.start, one.end, first[one.speaker.label]) for one in found]


def _labels(reading: Reading) -> Iterator[TurnLabel]:
    for found in _LABEL.finditer(reading.document.text):
        words = found["label"]
        named = reading.mentions_between(*found.span("label"))
        anonymous = not any(mention.form is Form.NAME for mention in named)
        if anonymous and _opens_turn(found) and _is_said(found):
            label = words if len(words) == 1 else words.lower()
            yield TurnLabel(found.start(), found.end(), _mention(reading, found, label))


def _opens_turn(found: re.Match[str]) -> bool:
    """Whether it is a letter or word for one who asks or answers, or a noun for a person."""
    words, label = load_speech_words(), found["label"]
    if label.lower() in words.turns:
        return len(label) == 1 or found["mark"] == ":"
    called = found["article"] or (label.isupper() and len(label) > 1)
    return bool(called) and found["mark"] == ":" and kind_of_noun(label.lower()) is Kind.PERSON


def _is_said(found: re.Match[str]) -> bool:
    """Whether the line ends as a sentence does, and not as one of a list: "CLERK: Ada Berg"."""
    text, start = found.string, found.end()
    end = text.find("\n", start)
    return _SENTENCE.search(text[start : end if end >= 0 else len(text)]) is not None


def _mention(reading: Reading, found: re.Match[str], label: str) -> Mention:
    start, end = (
        found.start("article") if found["article"] else found.start("label"),
        found.end("label"),
    )
    return Mention(
        document=reading.document.id,
        start=start,
        end=end,
        passage=reading.passage_at(start).index,
        text=reading.document.text[start:end],
        label=label,
        kind=Kind.PERSON,
        form=Form.NOMINAL,
        head=label.lower(),
        confidence=0.7,
        origin="label of a turn",
        is_local=True,
    )
