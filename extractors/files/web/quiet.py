"""Keeps libraries from talking to the user past us: what matters reaches them as a sentence."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silence(*loggers: str) -> Iterator[None]:
    """Hold back the warnings of the block, and all that the named loggers say."""
    found = [logging.getLogger(name) for name in loggers]
    levels = [logger.level for logger in found]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for logger in found:
                logger.setLevel(logging.CRITICAL + 1)
            yield
        finally:
            for logger, level in zip(found, levels, strict=True):
                logger.setLevel(level)
