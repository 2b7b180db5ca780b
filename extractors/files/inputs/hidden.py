"""Tells which files nobody means: hidden ones, and the shadows that programs leave."""

from __future__ import annotations

# Word's lock files and the shadows that macOS puts into archives.
_SHADOWS = ("~$", "__MACOSX")
_NAMES = frozenset({"thumbs.db", "desktop.ini"})


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder on the way to it, is hidden or a program's own."""
    parts = name.split("/")
    return parts[-1].lower() in _NAMES or any(part.startswith((".", *_SHADOWS)) for part in parts)
