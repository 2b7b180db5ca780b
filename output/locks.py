"""Locks on folders: nothing is written for them, and they end with the process that holds them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

try:
    import fcntl
except ImportError:  # Windows locks no folders
    fcntl = None  # type: ignore[assignment]


@contextmanager
def hold(folder: Path) -> Iterator[bool]:
    """Hold a folder; gives False where another holds it already, in any process or thread.

    Where the system cannot lock folders (Windows, some network drives) nobody is held off.
    """
    if fcntl is None:
        yield True
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _lock(fcntl, handle)
    finally:
        os.close(handle)


def _lock(locks: ModuleType, handle: int) -> bool:
    try:
        locks.flock(handle, locks.LOCK_EX | locks.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
