"""What the opening of one file may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much processor time and memory a file may take; of a ``.jsonl`` file each document.

    ``memory`` counts megabytes of the process that opens files, which takes some 200 for itself. A
    text of a million characters took 5 seconds and 600 MB in any format. Systems without such
    limits (Windows; macOS for memory) hold to none.
    """

    seconds: int = 30
    memory: int = 2_000


DEFAULT_LIMITS = Limits()
