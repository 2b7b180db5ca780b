"""Reads ``.jsonl`` files: one document a line, with ``id``, ``text`` and metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from extractors.files.cleaning.characters import clean_characters
from extractors.files.decoding import too_long
from extractors.files.draft import MAX_CHARACTERS, Draft, Layout
from extractors.files.inputs.held import Source
from extractors.files.plain.markdown import looks_like_markdown
from extractors.files.plain.plain import read_fields
from graph.errors import UnreadableFileError
from graph.model import Skipped

# JSON may write a character in 12 bytes (a surrogate pair of \uXXXX); metadata comes on top.
_MAX_LINE = 12 * MAX_CHARACTERS + 100_000
_MARK = b"\xef\xbb\xbf"
_EXPECTED = 'expected an object such as {"id": "a1", "text": "..."}'


def read_jsonl(path: Source) -> Iterator[Draft | Skipped]:
    """Read a file line by line, so that its size does not matter; blank lines are left out.

    A line that is no document is skipped with its number; the others go on.
    """
    found = False
    with path.open("rb") as file:
        for number, line in enumerate(_read_lines(file), start=1):
            if line is None or line.strip():
                found = True
                yield _read_line(line, number)
    if not found:
        raise UnreadableFileError("The file is empty; put text into it or leave it out.")


def _read_lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Give the lines of a file; None stands for one that is too long to be held."""
    first = True
    while line := file.readline(_MAX_LINE):
        if len(line) < _MAX_LINE or line.endswith(b"\n"):
            yield line.removeprefix(_MARK) if first else line
        else:
            yield None
            while line and not line.endswith(b"\n"):
                line = file.readline(_MAX_LINE)
        first = False


def _read_line(line: bytes | None, number: int) -> Draft | Skipped:
    place = f"line {number}"
    if line is None:
        return Skipped(place, too_long())
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return Skipped(place, "The line is not UTF-8; save the file as UTF-8.")
    except (ValueError, RecursionError) as error:
        return Skipped(place, f"The line is no JSON ({_explain(error)}); {_EXPECTED}.")
    if not isinstance(fields, dict):
        return Skipped(place, f"The line is no JSON object; {_EXPECTED}.")
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        return Skipped(place, f'The line has no "text"; {_EXPECTED}.')
    text = clean_characters(text)
    layout = Layout.MARKDOWN if looks_like_markdown(text) else Layout.PLAIN
    metadata = read_fields(fields, "jsonl field")
    return Draft(text, layout, metadata, id=_read_id(fields.get("id")))


def _explain(error: Exception) -> str:
    return str(error) if isinstance(error, json.JSONDecodeError) else "it cannot be parsed"


def _read_id(value: object) -> str:
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value) if known else ""
