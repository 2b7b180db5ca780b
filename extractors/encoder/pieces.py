"""Words as the network takes them: word pieces, and a code for shape and white space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from tokenizers import Tokenizer

from extractors.encoder.words import Words

OTHER, CAPITALIZED, CAPITALS, DIGITS = 0, 1, 2, 3
"""The shapes of a word."""

NO_MARK, ENDING, CLOSING, PAUSE = 0, 1, 2, 3
"""What a punctuation mark does: end a sentence, close a quotation or bracket, or pause."""

PIECES_PER_WORD: Final = 12
SPACES: Final = 3

_KNOWN_WORDS: Final = 50_000
_ENDING: Final = re.compile(r"[.!?…]+")
_CLOSING: Final = frozenset(["”", "’", '"', "''", "'", "»", ")", "]", "}", "-RRB-"])
_PAUSES: Final = frozenset([";", ":", ","])


@dataclass(frozen=True, slots=True)
class _Word:
    """What one form gives, wherever it stands."""

    pieces: tuple[int, ...]
    shape: int
    mark: int
    lower: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a document's words; but for ``flat``, one entry a word."""

    flat: NDArray[np.int64]
    """The pieces of all words, one after another."""
    offsets: NDArray[np.int64]
    """Where the pieces of each word begin in ``flat``, and at the end its length."""
    features: NDArray[np.int64]
    """The code of shape and white space."""
    marks: NDArray[np.int64]
    """``NO_MARK``, ``ENDING``, ``CLOSING`` or ``PAUSE``."""
    lower: NDArray[np.bool_]
    """Whether the word begins with a lower-case letter."""


class PieceMaker:
    """Cuts words into pieces, each form once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        vocabulary = tokenizer.get_vocab()
        self.cls, self.sep, self.unknown = (
            vocabulary[token] for token in ("[CLS]", "[SEP]", "[UNK]")
        )
        # bounded, since names and numbers of many documents never end
        self._known: dict[int, _Word] = {}

    def make(self, words: Words, strings: StringStore) -> Pieces:
        """The pieces of a document's words."""
        orths, forms = np.unique(words.orths, return_inverse=True)
        found = self._look_up(orths.tolist(), strings)
        counts = np.array([len(word.pieces) for word in found], np.int64)
        flat = np.array([*chain.from_iterable(word.pieces for word in found)], np.int64)
        shapes = np.array([word.shape for word in found], np.int64)
        gathered, offsets = _gather(flat, counts, forms)
        return Pieces(
            flat=gathered,
            offsets=offsets,
            features=shapes[forms] * SPACES + words.spaces,
            marks=np.array([word.mark for word in found], np.int64)[forms],
            lower=np.array([word.lower for word in found], np.bool_)[forms],
        )

    def _look_up(self, orths: Sequence[int], strings: StringStore) -> list[_Word]:
        known = self._known
        new = {orth: self._cut(strings[orth]) for orth in orths if orth not in known}
        found = [new[orth] if orth in new else known[orth] for orth in orths]
        if len(known) + len(new) > _KNOWN_WORDS:
            known.clear()
        if len(new) <= _KNOWN_WORDS:
            known.update(new)
        return found

    def _cut(self, text: str) -> _Word:
        pieces = self._tokenizer.encode(text, add_special_tokens=False).ids[:PIECES_PER_WORD]
        return _Word(
            pieces=tuple(pieces) or (self.unknown,),
            shape=shape_of(text),
            mark=mark_of(text),
            lower=text[:1].islower(),
        )


def shape_of(text: str) -> int:
    """The shape of a word: a digit in it counts before capitals."""
    if any(character.isdigit() for character in text):
        return DIGITS
    if len(text) > 1 and text.isupper():
        return CAPITALS
    return CAPITALIZED if text[:1].isupper() else OTHER


def mark_of(text: str) -> int:
    """What a word does as a punctuation mark; ``NO_MARK`` for all others."""
    if _ENDING.fullmatch(text):
        return ENDING
    if text in _CLOSING:
        return CLOSING
    return PAUSE if text in _PAUSES else NO_MARK


def _gather(
    flat: NDArray[np.int64], counts: NDArray[np.int64], forms: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pieces of each word in the order of the text, and where those of each word begin."""
    begins = np.cumsum(counts) - counts
    lengths = counts[forms]
    offsets = np.zeros(len(forms) + 1, np.int64)
    np.cumsum(lengths, out=offsets[1:])
    within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths)
    return flat[np.repeat(begins[forms], lengths) + within], offsets
