"""Reads ``.srt`` and ``.vtt`` files, and text files that hold subtitles: what is said, not when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.files.cleaning.characters import clean_characters
from extractors.files.cleaning.paragraphs import is_closed
from extractors.files.decoding import read_text
from extractors.files.draft import Draft, Layout
from extractors.files.inputs.held import Source
from graph.errors import UnreadableFileError
from graph.model import Remark, Skipped

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?$")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^<>]{1,80})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,100}\}")
_BLOCK = re.compile(r"^(?:NOTE|STYLE|REGION|WEBVTT|X-TIMESTAMP-MAP)\b")
_PAUSE = 4.0
_FEWEST = 2
_NONE = "The file holds no subtitles; give it its own suffix."


@dataclass(frozen=True, slots=True)
class _Cue:
    begin: float
    end: float
    text: str


def read_subtitles(path: Source) -> Iterator[Draft | Skipped]:
    """Read what subtitles say, joined to sentences; numbers, times and marks are left out."""
    decoded = read_text(path)
    yield read_subtitle_text(decoded.text, decoded.remarks)


def looks_like_subtitles(text: str) -> bool:
    """Whether a text holds two times of subtitles or more in its first lines."""
    lines = text[:2_000].split("\n")
    return sum(_TIMES.match(line) is not None for line in lines) >= _FEWEST


def read_subtitle_text(text: str, remarks: tuple[Remark, ...] = ()) -> Draft:
    """Join the texts of subtitles; a pause or a voice begins a paragraph after a whole sentence."""
    cues = list(_find_cues(clean_characters(text)))
    if not cues:
        raise UnreadableFileError(_NONE)
    paragraphs: list[str] = []
    before: _Cue | None = None
    for cue in cues:
        if before and cue.text == before.text:  # a line that stays while the next one comes
            continue
        if before is None or _begins(before, cue, paragraphs[-1]):
            paragraphs.append(cue.text)
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {cue.text}"
        before = cue
    return Draft("\n".join(paragraphs), Layout.LINES, remarks=remarks)


def _begins(before: _Cue, cue: _Cue, paragraph: str) -> bool:
    spoken = cue.text.startswith(("- ", "– ", ">> ")) or _VOICED.match(cue.text) is not None
    return is_closed(paragraph) and (spoken or cue.begin - before.end > _PAUSE)


_VOICED = re.compile(r"[^\s:][^:]{0,60}: ")


def _find_cues(text: str) -> Iterator[_Cue]:
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((i for i, line in enumerate(lines[:3]) if _TIMES.match(line)), -1)
        times = _TIMES.match(lines[at]) if at >= 0 else None
        if times is None or _BLOCK.match(lines[0]):
            continue
        words = " ".join(_VOICE.sub(r"\1: ", line).strip() for line in lines[at + 1 :])
        said = " ".join(_TAG.sub("", words).split())
        if said:
            numbers = [int(number or 0) for number in times.groups()]
            yield _Cue(_seconds(numbers[:4]), _seconds(numbers[4:]), said)


def _seconds(parts: list[int]) -> float:
    hours, minutes, seconds, thousandths = parts
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000
