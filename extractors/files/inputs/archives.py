"""Opens ``.zip`` and ``.tar`` files in memory, with guards, and reads what lies in them."""

from __future__ import annotations

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from extractors.files.draft import Draft
from extractors.files.inputs.held import Held, Source, depth_of, read_held
from extractors.files.inputs.hidden import is_hidden
from graph.errors import UnreadableFileError
from graph.model import Skipped

_MOST_MEMBERS = 10_000
_LARGEST_MEMBER = 200_000_000
_LARGEST_TOTAL = 2_000_000_000
_BROKEN = "The archive is damaged or is none; pack it anew, or unpack it and name the folder."
_TOO_MANY = f"The archive holds more than {_MOST_MEMBERS:,} files; unpack it and name the folder."
_TOO_LARGE = "The archive unpacks to more than 2 GB; unpack it and name the folder."
_LARGE_MEMBER = "It unpacks to more than 200 MB; unpack it and name the folder."
_LOCKED = "It is locked with a password; unpack it and name the folder."
_LINK = "It is a link or no regular file; leave it out."
_ERRORS = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, ValueError, RuntimeError,
    NotImplementedError, KeyError, LookupError, OSError,
)  # fmt: skip


class _Budget:
    """How much may still be unpacked; what headers say of sizes counts for nothing."""

    def __init__(self) -> None:
        self.left = _LARGEST_TOTAL
        self.members = 0

    def read(self, file: BinaryIO) -> bytes | None:
        """Read a member; None where it is too large."""
        content = file.read(min(_LARGEST_MEMBER, self.left) + 1)
        self.left -= len(content)
        if self.left < 0:
            raise UnreadableFileError(_TOO_LARGE)
        return content if len(content) <= _LARGEST_MEMBER else None

    def count(self) -> None:
        self.members += 1
        if self.members > _MOST_MEMBERS:
            raise UnreadableFileError(_TOO_MANY)


def read_zip(path: Source) -> Iterator[Draft | Skipped]:
    """Read the files of a ZIP archive, sorted by name, each as if it lay in a folder."""
    budget = _Budget()
    with path.open("rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except _ERRORS as error:
            raise UnreadableFileError(_BROKEN) from error
        with archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                name = _name(member.filename)
                if member.is_dir() or is_hidden(name):
                    continue
                budget.count()
                if member.flag_bits & 1:
                    yield Skipped(name, _LOCKED)
                else:
                    yield from _read_member(
                        archive, member, Held(name, b"", depth_of(path) + 1), budget
                    )


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, held: Held, budget: _Budget
) -> Iterator[Draft | Skipped]:
    try:
        with archive.open(member) as part:
            content = budget.read(part)  # type: ignore[arg-type]
    except UnreadableFileError:
        raise
    except _ERRORS:
        yield Skipped(held.name, _BROKEN)
        return
    yield from _open(held, content)


def _open(held: Held, content: bytes | None) -> Iterator[Draft | Skipped]:
    if content is None:
        yield Skipped(held.name, _LARGE_MEMBER)
    else:
        yield from read_held(Held(held.name, content, held.depth))


def read_tar(path: Source) -> Iterator[Draft | Skipped]:
    """Read the files of a TAR archive, packed with gzip or not, in their order.

    A ``.gz`` file that is no archive holds one file, under its own name without ``.gz``.
    """
    budget = _Budget()
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        inner: BinaryIO = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
        if packed and not _holds_archive(inner):
            yield from _read_single(path, inner, budget)
            return
        yield from _read_members(inner, depth_of(path) + 1, budget)


def _holds_archive(file: BinaryIO) -> bool:
    try:
        head = file.read(512)
        file.seek(0)
    except _ERRORS as error:
        raise UnreadableFileError(_BROKEN) from error
    return head[257:262] == b"ustar"


def _read_single(path: Source, file: BinaryIO, budget: _Budget) -> Iterator[Draft | Skipped]:
    try:
        content = budget.read(file)
    except UnreadableFileError:
        raise
    except _ERRORS as error:
        raise UnreadableFileError(_BROKEN) from error
    name = path.name.removesuffix(path.suffix)
    yield from _open(Held(name, b"", depth_of(path) + 1), content)


def _read_members(file: BinaryIO, depth: int, budget: _Budget) -> Iterator[Draft | Skipped]:
    try:
        # As a stream, so that a member that lies about its size is never sought over.
        archive = tarfile.open(fileobj=file, mode="r|")  # noqa: SIM115 (closed below)
    except _ERRORS as error:
        raise UnreadableFileError(_BROKEN) from error
    with archive:
        while (member := _next(archive)) is not None:
            name = _name(member.name)
            if member.isdir() or is_hidden(name):
                continue
            budget.count()
            part = archive.extractfile(member) if member.isreg() else None
            if part is None:
                yield Skipped(name, _LINK)
                continue
            try:
                content = budget.read(part)  # type: ignore[arg-type]
            except UnreadableFileError:
                raise
            except _ERRORS:
                yield Skipped(name, _BROKEN)
                return
            yield from _open(Held(name, b"", depth), content)


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    try:
        return archive.next()
    except _ERRORS as error:
        raise UnreadableFileError(_BROKEN) from error


def _name(name: str) -> str:
    """Give a member's path without steps up and without line breaks; it is only shown."""
    parts = (part for part in PurePosixPath(name.replace("\\", "/")).parts if part != "..")
    return " ".join("/".join(part for part in parts if part != "/").split()) or "?"
