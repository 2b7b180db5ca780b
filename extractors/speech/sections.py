"""Parts of a text that are one speaker's words: sections of a seminar's report, dialogues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.actors.speakers import SPEAKING
from extractors.reading import Reading
from extractors.reference.turn_labels import find_turn_labels
from extractors.speech.speech import Speech
from graph.model import Form, Kind, Mention

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_COLON = re.compile(r"[ \t]*(?:\([^)\n]{1,60}\))?:[ \t]+")
_LONGEST_HEADING = 80
_MOST_WORDS = 9
_MOST_OTHER_LETTERS = 26
_SHORTEST_PARAGRAPH = 90
_FEWEST_SECTIONS = 2
_FEWEST_TURNS = 3
_TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    speaker: Mention | None = None


def find_sections(reading: Reading) -> Iterator[Speech]:
    """The paragraphs under headings that name a person; only where there are two such headings.

    One such heading alone is more often the byline of an article.
    """
    lines = [_line(reading, found) for found in _LINE.finditer(reading.document.text)]
    marked = [index for index, line in enumerate(lines) if _opens(lines, index)]
    owners = [index for index in marked if lines[index].speaker]
    parts = [
        (lines[start], lines[start + 1 : stop]) for start, stop in pairwise([*marked, len(lines)])
    ]
    owned = [(head.speaker, rest) for head, rest in parts if head.speaker is not None]
    if len(owners) >= _FEWEST_SECTIONS and not any(_is_about(who, rest) for who, rest in owned):
        for speaker, rest in owned:
            yield from _paragraphs(rest, speaker)


def _is_about(person: Mention, lines: list[_Line]) -> bool:
    """Whether the lines tell of the person: then a picture's caption stands above them."""
    surname = re.compile(rf"\b{re.escape(person.label.split()[-1])}\b")
    return any(surname.search(line.text) for line in lines if len(line.text) >= _SHORTEST_PARAGRAPH)


def find_turns(reading: Reading) -> Iterator[Speech]:
    """What follows a name and a colon in a dialogue, or a label such as "Q:" in a transcript.

    A turn ends with its line; in a transcript it goes on to the next turn, but the last.
    """
    turns = sorted(_openings(reading), key=lambda turn: turn.start)
    goes_on = _is_transcript(reading.document.text, turns)
    stops = [turn.line if goes_on else None for turn in turns[1:]]
    for turn, stop in zip(turns, [*stops, None], strict=False):
        segments = _lines(reading.document.text, turn.start, stop)
        if segments:
            cue = (turn.speaker.start, turn.speaker.end) if turn.named else (turn.line, turn.start)
            yield Speech(segments, (turn.speaker,), *cue, "name and colon", 0.7)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where the line of a turn and its words start, and who speaks."""

    line: int
    start: int
    speaker: Mention
    named: bool


def _openings(reading: Reading) -> Iterator[_Turn]:
    for label in reading.once(find_turn_labels):
        yield _Turn(label.start, label.end, label.speaker, named=False)
    text = reading.document.text
    for mention in reading.mentions:
        colon = _COLON.match(text, mention.end)
        if mention.kind not in SPEAKING or mention.form is not Form.NAME or not colon:
            continue
        line = text.rfind("\n", 0, mention.start) + 1
        lead = text[line : mention.start]
        end = text.find("\n", colon.end())
        words = text[colon.end() : end if end >= 0 else len(text)].split()
        opens = len(lead.split()) <= _TITLE_WORDS and not lead.rstrip().endswith((":", ","))
        if opens and len(words) > _TITLE_WORDS:
            yield _Turn(line, colon.end(), mention, named=True)


def _is_transcript(text: str, turns: list[_Turn]) -> bool:
    """Whether at least half of the lines from the first turn to the last open one."""
    if len(turns) < _FEWEST_TURNS:
        return False
    lines = text[turns[0].line : turns[-1].start].splitlines()
    return 2 * len(turns) >= sum(bool(line.strip()) for line in lines)


def _lines(text: str, start: int, stop: int | None) -> tuple[tuple[int, int], ...]:
    """The lines from here on, without the blanks around each; the first alone without a stop."""
    end = text.find("\n", start) if stop is None else stop
    found = _LINE.finditer(text, start, end if end >= 0 else len(text))
    stripped = ((one.start(), one.end(), one.group()) for one in found)
    return tuple(
        (first + len(line) - len(line.lstrip()), last - len(line) + len(line.rstrip()))
        for first, last, line in stripped
    )


def _line(reading: Reading, found: re.Match[str]) -> _Line:
    text = found.group().strip()
    start = found.start() + found.group().index(text)
    speaker = _named_in(reading, start, start + len(text)) if _is_short(text) else None
    return _Line(start, start + len(text), text, speaker)


def _is_short(text: str) -> bool:
    short = len(text) <= _LONGEST_HEADING and len(text.split()) <= _MOST_WORDS
    return short and not text.endswith((",", ";", "!", "?")) and not re.search(r"[a-z]\.$", text)


def _named_in(reading: Reading, start: int, end: int) -> Mention | None:
    """The one person whom a heading names, with hardly anything but titles beside the name."""
    inside = reading.mentions_between(start, end)
    people = [m for m in inside if m.kind is Kind.PERSON]
    if len(people) != 1:
        return None
    person = people[0]
    rest = reading.document.text[start : person.start] + reading.document.text[person.end : end]
    letters = sum(character.isalpha() for character in rest)
    return person if letters <= _MOST_OTHER_LETTERS and " " in person.label else None


def _opens(lines: list[_Line], index: int) -> bool:
    """Whether the line is a heading: of a speaker, or another one, which ends a section."""
    line = lines[index]
    following = lines[index + 1 : index + 4]
    if line.speaker is not None:
        return any(len(other.text) >= _SHORTEST_PARAGRAPH for other in following)
    before = lines[index - 1] if index else None
    after_speaker = before is not None and before.speaker is not None
    next_is_paragraph = bool(following) and len(following[0].text) >= _SHORTEST_PARAGRAPH
    return _is_heading(line.text) and next_is_paragraph and not after_speaker


def _is_heading(text: str) -> bool:
    """Whether the line is set as a heading: short, in title case, without a full stop."""
    words = [word for word in text.split() if len(word) > 3]  # noqa: PLR2004 (small words)
    capitals = all(word[:1].isupper() for word in words)
    return _is_short(text) and bool(words) and capitals and not text.isupper()


def _paragraphs(lines: list[_Line], speaker: Mention) -> Iterator[Speech]:
    for line in lines:
        prose = len(line.text) >= _SHORTEST_PARAGRAPH or re.search(r"[.!?…][”\"’]?$", line.text)
        if prose and not line.text.isupper():
            start = line.start
            yield Speech(((start, line.end),), (speaker,), start, line.end, "speaker section", 0.7)
