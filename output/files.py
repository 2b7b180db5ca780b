"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import InputError
from output.locks import hold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WRITING = ".writing-"
_SWITCHING = ".switching"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_file(path: Path, content: bytes) -> None:
    """Write a file, with the folders above it; what was there stays whole until it is replaced.

    Raises ``InputError`` where the place cannot be written.
    """
    write_pieces(path, [content])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file of pieces as they are made; the same as ``write_file`` otherwise."""
    with told(path.parent), _made(path.parent) as made, _staged(path.parent) as staged:
        _check_replaceable(path)
        with (staged / path.name).open("wb") as file:
            file.writelines(pieces)
        (staged / path.name).replace(path)
        made.clear()


@contextmanager
def write_together(folder: Path) -> Iterator[Path]:
    """Give a folder to write to; its files take the place of those in ``folder`` in one step.

    The step is a single renaming: before it all files are the old ones, after it all are the new
    ones for whoever asks ``current``. Those that are told of no such step see the new files
    appear one by one right after it; where that is cut off, the next ``claim`` goes on with it.
    Where anything fails before the step, nothing in ``folder`` has changed. The folder must be
    claimed. Raises ``InputError`` where the place cannot be written.
    """
    with told(folder), _staged(folder) as staged:
        yield staged
        for file in sorted(staged.iterdir()):
            _check_replaceable(folder / file.name)
            _settle_on_disk(file)
        staged.replace(folder / _SWITCHING)
        _settle_on_disk(folder)
        _finish_switch(folder)


def current(folder: Path, name: str) -> Path:
    """Where a file of the last finished build lies, which may not be at its place yet."""
    new = folder / _SWITCHING / name
    return new if new.is_file() else folder / name


@contextmanager
def claim(folder: Path) -> Iterator[None]:
    """Keep a folder, made where it is missing, for one build; clear what killed ones left in it.

    A folder that was made and stays empty goes again at the end. Raises ``InputError`` where the
    place cannot be written or another build writes into it: ask before long work, not after it.
    """
    with ExitStack() as kept:
        with told(folder):
            kept.enter_context(_made(folder))
            if not kept.enter_context(hold(folder)):
                raise InputError(
                    f"another build writes into {str(folder)!r}; wait until it ends, or give "
                    "another folder"
                )
            _sweep(folder)
            _finish_switch(folder)
            with _staged(folder):
                pass
        yield


def _finish_switch(folder: Path) -> None:
    new = folder / _SWITCHING
    if new.is_dir():
        for file in sorted(new.iterdir()):
            file.replace(folder / file.name)
        new.rmdir()


def _sweep(folder: Path) -> None:
    """Remove what was being written when its writer was killed: nobody holds it any more."""
    for left in folder.glob(f"{_WRITING}*"):
        with suppress(OSError), hold(left) as held:
            if held:
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    staged = Path(tempfile.mkdtemp(prefix=_WRITING, dir=folder))
    try:
        with hold(staged):
            yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _settle_on_disk(path: Path) -> None:
    """Bring a file or the names of a folder to the disk, before a failure of power."""
    with suppress(OSError):  # some systems cannot for folders
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _check_replaceable(path: Path) -> None:
    if path.is_dir():
        raise InputError(f"cannot write {str(path)!r}: a folder has that name; move it away")


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Make a failure of the system a sentence about the place that was written to."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise InputError(
                f"the disk of {str(place)!r} is full; free some space, or give a folder on another "
                "disk"
            ) from error
        raise InputError(
            f"cannot write to {str(place)!r}: {error.strerror or error}; "
            "give a folder that you may write to"
        ) from error


@contextmanager
def _made(folder: Path) -> Iterator[list[Path]]:
    """Make a folder and those above it; those that stand in the list and are empty go again."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield made
    finally:
        with suppress(OSError):  # it is not empty, and neither are those above it
            for one in made:
                one.rmdir()
