"""Turns samples into the numbers that the encoder reads."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from tokenizers import Tokenizer  # type: ignore[import-not-found, unused-ignore]

from training.alignment import allow_labels, label_tokens
from training.kinds import LABELS
from training.samples import Sample

MAX_PIECES: Final = 192


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sample in word pieces. ``firsts`` are the pieces that begin a token.

    ``shapes`` tell what an uncased vocabulary forgets: 0 other, 1 capitalised,
    2 all capitals, 3 with a digit. ``allowed`` has a row of flags, one a label,
    for each first piece.
    """

    sample: Sample
    tokens: list[tuple[int, int]]
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    allowed: list[list[bool]]


def encode(sample: Sample, nlp: Language, tokenizer: Tokenizer) -> Encoded:
    """Cut a sample into the reader's tokens and those into word pieces."""
    doc = nlp.make_doc(sample.text)
    words = [token for token in doc if not token.is_space]
    tokens = [(token.idx, token.idx + len(token)) for token in words]
    pieces, shapes, firsts = [tokenizer.token_to_id("[CLS]")], [0], []
    coded = tokenizer.encode_batch([word.text for word in words], add_special_tokens=False)
    for word, code in zip(words, coded, strict=True):
        if len(pieces) + len(code.ids) + 1 > MAX_PIECES:
            break
        firsts.append(len(pieces))
        pieces.extend(code.ids or [tokenizer.token_to_id("[UNK]")])
        shapes.extend([shape_of(word.text)] * max(1, len(code.ids)))
    labels = label_tokens(sample, tokens)[: len(firsts)]
    allowed = [_flag(allow_labels(label, sample.kinds)) for label in labels]
    sep = tokenizer.token_to_id("[SEP]")
    return Encoded(sample, tokens[: len(firsts)], [*pieces, sep], [*shapes, 0], firsts, allowed)


def _flag(labels: frozenset[str]) -> list[bool]:
    return [label in labels for label in LABELS]


def shape_of(word: str) -> int:
    """Tell the shape of a word: see ``Encoded``."""
    if any(letter.isdigit() for letter in word):
        return 3
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0


def make_batches(
    encoded: Sequence[Encoded], size: int, chance: random.Random | None
) -> Iterator[list[Encoded]]:
    """Yield batches of about ``size`` pieces, of like lengths; shuffled when given a chance."""
    noise = chance.random if chance else lambda: 0.0
    order = sorted(encoded, key=lambda one: len(one.pieces) + 6 * noise())
    batches: list[list[Encoded]] = [[]]
    for one in order:
        if batches[-1] and (len(batches[-1]) + 1) * len(one.pieces) > size:
            batches.append([])
        batches[-1].append(one)
    if chance:
        chance.shuffle(batches)
    yield from batches
