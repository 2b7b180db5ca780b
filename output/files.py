"""Files that appear whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_file(path: Path, content: bytes) -> None:
    """Write a file, with the folders above it; what was there stays whole until it is replaced.

    Raises ``InputError`` where the place cannot be written.
    """
    with write_together(path.parent) as staged:
        (staged / path.name).write_bytes(content)


@contextmanager
def write_together(folder: Path) -> Iterator[Path]:
    """Give a folder to write to; its files move into ``folder`` once all of them are written.

    Where anything fails, nothing in ``folder`` has changed. Raises ``InputError`` where the place
    cannot be written.
    """
    with _told(folder), _made(folder) as made:
        staged = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
        try:
            yield staged
            written = sorted(staged.iterdir())
            for file in written:
                _check_replaceable(folder / file.name)
            for file in written:
                file.replace(folder / file.name)
            made.clear()
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def check_writable(folder: Path) -> None:
    """Raise ``InputError`` where files cannot be written; ask before long work, not after it."""
    with _told(folder), _made(folder), tempfile.TemporaryDirectory(prefix=".asking-", dir=folder):
        pass


def _check_replaceable(path: Path) -> None:
    if path.is_dir():
        raise InputError(f"cannot write {str(path)!r}: a folder has that name; move it away")


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            f"cannot write to {str(folder)!r}: {error.strerror or error}; "
            "give a folder that you may write to"
        ) from error


@contextmanager
def _made(folder: Path) -> Iterator[list[Path]]:
    """Make a folder and those above it; those that still stand in the list go again at the end."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield made
    finally:
        for one in made:
            one.rmdir()
