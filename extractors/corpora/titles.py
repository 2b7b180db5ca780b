"""Words before a person's name that are no part of it."""

from functools import cache
from pathlib import Path


@cache
def _read_titles() -> frozenset[str]:
    return frozenset(Path(__file__).with_suffix(".txt").read_text("utf-8").split())


def is_title(word: str) -> bool:
    """Tell whether a word is a title, whatever its case and with or without a full stop."""
    return word.lower().rstrip(".") in _read_titles()
