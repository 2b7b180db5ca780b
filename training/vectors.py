"""Makes small static word vectors out of the encoders, for the fast reader to begin with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch  # type: ignore[import-not-found, unused-ignore]
from numpy.typing import NDArray
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found, unused-ignore]
from tokenizers import Tokenizer  # type: ignore[import-not-found, unused-ignore]

from training.accurate.inventory import load_inventory
from training.accurate.learn import load_average
from training.accurate.network import load_tokenizer, make_encoder
from training.tokenizing import make_english

Matrix = NDArray[np.float32]

WIDTH: Final = 64
_AT_MOST: Final = 26_000
_BATCH: Final = 512
_SPREAD: Final = 0.5


def make_vectors(texts: Iterable[str], accurate: Path, folder: Path) -> None:
    """Write a blank pipeline with vectors of the words of texts and of the encoder's own words.

    A vector is the mean of a word's last hidden states in the base encoder and
    in the accurate reader's, read alone, and brought to ``WIDTH`` dimensions by PCA.
    """
    tokenizer = load_tokenizer()
    words = choose_words(texts, tokenizer)
    trained = load_average(load_inventory(accurate / "labels.json"), accurate).encoder
    encoders = (make_encoder(), trained)
    states = np.hstack([_embed(encoder.eval(), words, tokenizer) for encoder in encoders])
    nlp = make_english()
    _set_vectors(nlp, words, reduce_width(states, WIDTH))
    nlp.to_disk(folder)


def choose_words(texts: Iterable[str], tokenizer: Tokenizer) -> list[str]:
    """Give lower-cased words: frequent ones first, then the encoder's whole words."""
    nlp = make_english()
    counts = Counter(
        token.lower_ for text in texts for token in nlp.make_doc(text) if not token.is_space
    )
    vocabulary = tokenizer.get_vocab()
    own = sorted(
        (word for word in vocabulary if word.isalpha() and len(word) > 1),
        key=vocabulary.__getitem__,
    )
    frequent = [word for word, count in counts.most_common() if count > 1 and not word.isdigit()]
    return list(dict.fromkeys([*frequent[: _AT_MOST // 2], *own, *frequent]))[:_AT_MOST]


def _embed(encoder: Any, words: Sequence[str], tokenizer: Tokenizer) -> Matrix:  # noqa: ANN401
    rows: list[Matrix] = []
    for start in range(0, len(words), _BATCH):
        coded = tokenizer.encode_batch(list(words[start : start + _BATCH]))
        width = max(len(code.ids) for code in coded)
        pieces = torch.tensor([code.ids + [0] * (width - len(code.ids)) for code in coded])
        mask = (torch.arange(width)[None] < torch.tensor([[len(c.ids)] for c in coded])).float()
        with torch.inference_mode():
            states = encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        # The first and the last piece only frame the word.
        mask[:, 0] = 0
        mask[torch.arange(len(coded)), torch.tensor([len(code.ids) - 1 for code in coded])] = 0
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        rows.append(torch.nn.functional.normalize(mean, dim=-1).numpy())
    return np.vstack(rows)


def reduce_width(states: Matrix, width: int) -> Matrix:
    """Keep the directions that differ most (PCA), brought to a like spread."""
    centred = states - states.mean(axis=0)
    _, values, directions = np.linalg.svd(centred.T @ centred)
    kept = centred @ directions[:width].T
    spread = np.sqrt(values[:width] / len(states))
    # The square root damps the first directions without lifting the last to their level.
    scaled = kept / np.sqrt(spread)
    return np.asarray(scaled / scaled.std() * _SPREAD, dtype=np.float32)


def _set_vectors(nlp: Language, words: Sequence[str], rows: Matrix) -> None:
    """Let each word, and its forms with capitals, find the word's row.

    ``Vectors(attr="LOWER")`` would need no such forms, but spaCy 3.8 does not save it.
    """
    strings = nlp.vocab.strings
    nlp.vocab.vectors = Vectors(
        strings=strings, data=rows, keys=[strings.add(word) for word in words]
    )
    for row, word in enumerate(words):
        for form in (word.capitalize(), word.upper()):
            if strings.add(form) not in nlp.vocab.vectors:
                nlp.vocab.vectors.add(strings.add(form), row=row)
