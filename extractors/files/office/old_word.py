"""Reads ``.doc`` files through a program that knows the old type, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extractors.files.draft import Draft, Layout
from extractors.files.inputs.held import Source
from graph.errors import UnreadableFileError
from graph.model import Skipped

_SECONDS: Final = 60
_NO_PROGRAM: Final = (
    "An old word processor's file: install antiword, which reads it, or save it as .docx (for "
    "example with LibreOffice: soffice --convert-to docx)."
)
_FAILED: Final = "The .doc file is damaged or is none; open it in its program and save it as .docx."


def read_old_word(path: Source) -> Iterator[Draft | Skipped]:
    """Read the text of a Word file of before 2007.

    It is put to antiword (GPL; a program of its own, and no part of this one).
    """
    program = shutil.which("antiword")
    if program is None:
        raise UnreadableFileError(_NO_PROGRAM)
    if not path.stat().st_size:
        raise UnreadableFileError("The file is empty; put text into it or leave it out.")
    # a file on the disk by its path, since antiword wants to move about in it
    if not isinstance(path, Path):
        raise UnreadableFileError("It lies in another file; unpack it and name the folder.")
    yield Draft(_run([program, "-w", "0", "-m", "UTF-8.txt", str(path.resolve())]), Layout.PLAIN)


def _run(command: list[str]) -> str:
    try:
        run = subprocess.run(  # noqa: S603 (the path is one argument, and begins with a slash)
            command, capture_output=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableFileError(_FAILED) from error
    text = run.stdout.decode("utf-8", "replace")
    if not text.strip():
        raise UnreadableFileError("The .doc file holds no text; put text into it or leave it out.")
    return text
