"""Finds the files that a user means by files, folders and globs."""

from __future__ import annotations

import glob
import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePath

from extractors.files.formats import FORMATS
from extractors.files.inputs.hidden import is_hidden
from graph.errors import InputError
from graph.model import Skipped

_MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read. ``name`` is its path inside the folder that was named, with slashes."""

    path: Path
    name: str


def find_files(inputs: Sequence[str | Path]) -> list[InputFile | Skipped]:
    """Find all files to read, each once, sorted by name.

    Folders are read through with their subfolders; what cannot be read is a ``Skipped``, hidden
    files aside, which are left out without a word. Raises ``InputError`` when there is no file to
    read at all.
    """
    found: dict[str, InputFile | Skipped] = {}
    for named in inputs:
        for entry in _find(Path(named)):
            key = os.path.realpath(entry.path) if isinstance(entry, InputFile) else entry.source
            found.setdefault(key, entry)
    if not any(isinstance(entry, InputFile) for entry in found.values()):
        raise InputError(_nothing(inputs, found.values()))
    return sorted(found.values(), key=_name)


def _name(entry: InputFile | Skipped) -> str:
    return entry.name if isinstance(entry, InputFile) else entry.source


def _find(path: Path) -> Iterator[InputFile | Skipped]:
    if path.is_dir():
        yield from _walk(path, path)
    elif os.path.lexists(path):
        yield _check(path, path.name)
    elif glob.has_magic(str(path)):
        yield from _expand(str(path))
    else:
        yield Skipped(path.name, "There is no such file or folder; check the spelling of its path.")


def _expand(pattern: str) -> Iterator[InputFile | Skipped]:
    parts = PurePath(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = Path(*parts[:fixed])
    for match in map(Path, sorted(glob.glob(pattern, recursive=True))):  # noqa: PTH207  # Path.glob shows hidden files
        if match.is_dir():
            yield from _walk(match, root)
        else:
            yield _check(match, match.relative_to(root).as_posix())


def _walk(folder: Path, root: Path) -> Iterator[InputFile | Skipped]:
    closed: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        for name in sorted(names):
            if not is_hidden(name):
                path = Path(where, name)
                yield _check(path, path.relative_to(root).as_posix())
        for path in (Path(where, name) for name in folders):
            if path.is_symlink():
                name = path.relative_to(root).as_posix()
                yield Skipped(name, "A link to a folder is not followed; name the folder itself.")
    for error in closed:
        name = os.path.relpath(error.filename, root)
        yield Skipped(Path(name).as_posix(), f"The folder cannot be opened: {error.strerror}.")


def say_unread(name: str) -> str:
    """Say why a file is not read, and what to do, by its suffix."""
    suffix = PurePath(name).suffix
    known = _reasons().get(suffix.lower())
    return known or f"Files of type {suffix or name!r} are not read; {_choices()}."


@cache
def _reasons() -> dict[str, str]:
    content = files("extractors.files.inputs").joinpath("types.toml").read_text(encoding="utf-8")
    reasons = tomllib.loads(content)["reason"]
    return {suffix: one["sentence"] for one in reasons for suffix in one["suffixes"]}


def _check(path: Path, name: str) -> InputFile | Skipped:
    if not path.exists():
        return Skipped(name, "The link leads nowhere; mend it or leave it out.")
    if not path.is_file():
        return Skipped(name, "This is no regular file; leave it out.")
    if path.suffix.lower() not in FORMATS:
        return Skipped(name, say_unread(path.name))
    return InputFile(path, name)


def _choices() -> str:
    return f"one of: {' '.join(FORMATS)}"


def _nothing(inputs: Sequence[str | Path], found: Iterable[InputFile | Skipped]) -> str:
    named = ", ".join(repr(str(named)) for named in inputs) or "none given"
    skipped = [entry for entry in found if isinstance(entry, Skipped)]
    reasons = [f"{entry.source}: {entry.reason}" for entry in skipped[:_MOST_REASONS]]
    more = len(skipped) - len(reasons)
    reasons += [f"So it is with {more} more."] if more else []
    return " ".join(
        [
            f"no input: nothing to read in {named}.",
            *reasons,
            f"Name a file, a folder or a glob with files of a type that is read ({_choices()}).",
        ]
    )
