"""Findings kept on disk, so that a rebuild reads only what changed."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from graph.model import Findings

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Document


class FindingsStore:
    """A folder with the findings of each document, under a hash of what they depend on.

    ``fingerprint`` stands for all that reads: the reader, the rules, the lexicons. What cannot be
    kept or read back, or was altered since (a file begins with its checksum), is as good as absent.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint
        self._used: set[str] = set()

    def get(self, document: Document) -> Findings | None:
        """Give what was found in the document before; None where it was not read like this."""
        found = _read(self._path(document))
        return found if found is not None and found.document == document else None

    def put(self, found: Findings) -> None:
        """Keep what was found in a document."""
        path = self._path(found.document)
        part = path.with_suffix(".part")
        try:
            content = _adapter().dump_json(found)
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_checksum(path.name, content) + b"\n" + content)
            part.replace(path)
        except (OSError, PydanticSerializationError):
            with suppress(OSError):
                part.unlink()

    def prune(self) -> None:
        """Forget what was neither kept nor asked for since the store was made."""
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.suffix in {".json", ".part"} and path.name not in self._used:
                with suppress(OSError):
                    path.unlink()

    def _path(self, document: Document) -> Path:
        content = repr((self._fingerprint, document)).encode("utf-8", "surrogatepass")
        name = hashlib.sha256(content).hexdigest()[:32] + ".json"
        self._used.add(name)
        return self._folder / name


def _checksum(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + content).hexdigest().encode()


def read_findings(folder: Path) -> tuple[Findings, ...]:
    """Read all findings that a build kept in a folder, sorted by document."""
    found = (_read(path) for path in sorted(folder.glob("*.json")))
    return tuple(sorted(filter(None, found), key=lambda one: one.document.id))


def _read(path: Path) -> Findings | None:
    """Read the findings of a file; None where it is not there, or not as it was written."""
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
        return (
            _adapter().validate_json(content) if checksum == _checksum(path.name, content) else None
        )
    except (OSError, ValidationError):
        return None


@cache
def _adapter() -> TypeAdapter[Findings]:
    return TypeAdapter(Findings)
