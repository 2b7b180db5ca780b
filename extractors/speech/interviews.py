"""Interviews in which nothing but the question mark tells who asks and who answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.reading import Reading
from extractors.speech.speech import Bounds, Speech
from extractors.words.cues import load_speech_words
from graph.model import Kind, Mention

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_ASKED: Final = re.compile(r"\?[”\"’')\]]*\s*$")
_SENTENCE: Final = re.compile(r"[.!?…][”\"’')\]]*\s*$")
_FEWEST: Final = 3
_SHARE: Final = 4
_LONGEST_QUESTION: Final = 600


def find_answers(reading: Reading) -> Iterator[Speech]:
    """The paragraphs between questions, as the words of the one person who is interviewed.

    Only where the text calls itself an interview before the first question and names one person
    there, and where a quarter at least of what follows are questions with an answer each.
    """
    text = reading.document.text
    lines = [found.span() for found in _PARAGRAPH.finditer(text)]
    asked = [index for index, line in enumerate(lines) if _is_question(text, line)]
    if len(asked) < _FEWEST or _SHARE * len(asked) < len(lines) - asked[0]:
        return
    answered = [index for index in asked if index + 1 < len(lines) and index + 1 not in asked]
    person = _interviewed(reading, lines[asked[0]][0])
    if person is None or 2 * len(answered) < len(asked):
        return
    for start, end in _answers(text, lines, asked):
        yield Speech(((start, end),), (person,), start, end, "answer in an interview", 0.6)


def _is_question(text: str, line: Bounds) -> bool:
    return line[1] - line[0] <= _LONGEST_QUESTION and bool(_ASKED.search(text, *line))


def _interviewed(reading: Reading, first: int) -> Mention | None:
    """The only person named before the first question of what calls itself an interview."""
    title = reading.document.title.value if reading.document.title else ""
    words = re.findall(r"\w+", f"{title} {reading.document.text[:first]}".lower())
    people = [
        mention for mention in reading.mentions_between(0, first) if mention.kind is Kind.PERSON
    ]
    names = {mention.label.split()[-1] for mention in people}
    called = not load_speech_words().interviewing.isdisjoint(words)
    return max(people, key=_length) if called and len(names) == 1 else None


def _length(mention: Mention) -> int:
    return len(mention.label)


def _is_caption(paragraph: str) -> bool:
    """Whether it tells what a picture shows and who made it: "… in Doba. Image: Ada Lund."."""
    words = re.findall(r"(\w+):", paragraph.lower())
    return not load_speech_words().captions.isdisjoint(words)


def _answers(text: str, lines: Sequence[Bounds], asked: Sequence[int]) -> Iterator[Bounds]:
    """The paragraphs of prose behind the first question; the last answer ends at a heading."""
    for index in range(asked[0] + 1, len(lines)):
        start, end = lines[index]
        prose = bool(_SENTENCE.search(text, start, end)) and not _is_caption(text[start:end])
        if not prose and index > asked[-1]:
            return
        if prose and index not in asked:
            yield start, end
