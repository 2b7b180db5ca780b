"""Where a training reads and writes."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the corpora lie, where stages work, and the folder that holds the readers."""

    corpora: Path
    work: Path
    readers: Path
