"""Cuts a document into windows, each read by one run of the network."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.encoder.pieces import CLOSING, ENDING, PAUSE, Pieces
from extractors.encoder.words import BREAK, Words

WINDOW_PIECES: Final = 254
"""How many pieces a window holds at most, [CLS] and [SEP] not counted."""

_NEVER, _ANYWHERE, _PAUSE, _LINE, _SENTENCE = -1, 0, 1, 2, 3


def cut_windows(words: Words, pieces: Pieces) -> list[tuple[int, int]]:
    """The first and the last word (exclusive) of each window, as full as its places allow.

    A window ends at the end of a sentence or paragraph, else of a line, else at a pause, else
    where it is full. Of two places of one kind the later is taken; a place in the first half of
    the window only where the second has none as good as the end of a line.
    """
    places, offsets = _find_places(words, pieces), pieces.offsets
    windows, start = [], 0
    while start < len(words):
        reach = int(np.searchsorted(offsets, offsets[start] + WINDOW_PIECES, side="right")) - 1
        end = reach if reach >= len(words) else _choose(places, offsets, start, reach)
        windows.append((start, end))
        start = end
    return windows


def _choose(places: NDArray[np.int64], offsets: NDArray[np.int64], start: int, reach: int) -> int:
    """The place to cut after ``start`` and not after ``reach``; there is at least one."""
    within = places[start + 1 : reach + 1]
    half = int(np.searchsorted(offsets, offsets[start] + WINDOW_PIECES // 2)) - start - 1
    later = within[half:]
    best = later.max(initial=_NEVER)
    if best < _LINE and within.max() >= _LINE:
        best, later, half = within.max(), within, 0
    if best == _NEVER:
        return reach
    return start + 1 + half + int(np.flatnonzero(later == best)[-1])


def _find_places(words: Words, pieces: Pieces) -> NDArray[np.int64]:
    """How good it is to cut before each word."""
    ends = pieces.marks == ENDING
    for _ in range(2):  # a quotation in brackets closes twice
        ends[1:] |= (pieces.marks[1:] == CLOSING) & ends[:-1]
    places = np.full(len(words), _ANYWHERE, np.int64)
    places[1:][pieces.marks[:-1] == PAUSE] = _PAUSE
    places[words.spaces == BREAK] = _LINE
    places[1:][ends[:-1] & ~pieces.lower[1:]] = _SENTENCE
    places[words.blank_lines | (words.presets == 1)] = _SENTENCE
    places[words.presets == -1] = _NEVER
    return places
