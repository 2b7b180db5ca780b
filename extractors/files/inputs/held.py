"""A file that lies in another one: an attachment, a member of an archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from extractors.files.draft import Draft
from graph.errors import UnreadableFileError
from graph.model import Skipped

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Status:
    st_size: int


@dataclass(frozen=True, slots=True)
class Held:
    """The name and the bytes of a file inside a file, with what readers ask of a path.

    ``depth`` counts the files around it.
    """

    name: str
    content: bytes
    depth: int = 1

    @property
    def suffix(self) -> str:
        """The suffix of the name, with its dot."""
        return PurePosixPath(self.name).suffix

    def open(self, _mode: str = "rb") -> BinaryIO:
        """Open the bytes as a file."""
        return io.BytesIO(self.content)

    def read_bytes(self) -> bytes:
        """Give the bytes."""
        return self.content

    def stat(self) -> _Status:
        """Give the size as a path does."""
        return _Status(len(self.content))


Source = Path | Held
"""What a reader reads: a file on the disk, or one inside another file."""


def depth_of(source: Source) -> int:
    """Count the files around a file: none for one on the disk."""
    return source.depth if isinstance(source, Held) else 0


def read_held(held: Held) -> Iterator[Draft | Skipped]:
    """Read a file inside a file by its suffix; its name goes before the names of its parts."""
    from extractors.files.formats import FORMATS  # noqa: PLC0415 (formats know this module)
    from extractors.files.inputs.inputs import say_unread  # noqa: PLC0415 (likewise)

    reader = FORMATS.get(held.suffix.lower())
    if reader is None:
        yield Skipped(held.name, say_unread(held.name))
        return
    if held.depth > _DEEPEST:
        yield Skipped(held.name, f"It lies in more than {_DEEPEST} files around it; unpack them.")
        return
    try:
        for found in reader(held):
            if isinstance(found, Skipped):
                yield Skipped(_inside(held.name, found.source), found.reason)
            else:
                yield replace(found, id="", part=_inside(held.name, found.id or found.part))
    except UnreadableFileError as error:
        yield Skipped(held.name, str(error))


def _inside(name: str, part: str) -> str:
    return f"{name}, {part}" if part else name
