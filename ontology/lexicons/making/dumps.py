"""Opens dumps as they are downloaded, without unpacking them first."""

from __future__ import annotations

import bz2
import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, cast

from ontology.lexicons.making.made import DumpError


@contextmanager
def open_dump(path: Path) -> Iterator[Iterator[str]]:
    """Give the lines of a dump, plain or packed by gzip, bzip2 or zip, as they are read.

    Raises ``DumpError`` for what cannot be read, at once or on the way.
    """
    with ExitStack() as stack:
        with _told(path):
            packed = stack.enter_context(_open(path, stack))
        yield _lines(io.TextIOWrapper(packed, encoding="utf-8", newline="\n"), path)


def _lines(text: io.TextIOWrapper, path: Path) -> Iterator[str]:
    with _told(path):
        yield from text


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        reason = getattr(error, "strerror", None) or error
        raise DumpError(f"cannot read the dump {path}: {reason}") from error


def _open(path: Path, stack: ExitStack) -> IO[bytes]:
    match path.suffix.lower():
        case ".gz":
            return cast("IO[bytes]", gzip.open(path))
        case ".bz2":
            return cast("IO[bytes]", bz2.open(path))
        case ".zip":
            archive = stack.enter_context(zipfile.ZipFile(path))
            return archive.open(_largest(archive))
    return path.open("rb")


def _largest(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    tables = [one for one in archive.infolist() if not one.is_dir()]
    if not tables:
        raise DumpError("the archive holds no file")
    return max(tables, key=lambda one: one.file_size)
