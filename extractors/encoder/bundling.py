"""Makes the spaCy pipeline of a trained network."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language

from extractors.encoder.component import FACTORY, Encoder
from graph.errors import ReaderError

NAME: Final = "encoder"
"""The name of the component, which is that of its folder in the pipeline's."""


def make_pipeline(tokenizer_source: Language, files: Path) -> Language:
    """An English pipeline with the tokenizer of another and the network of a folder.

    ``Language.to_disk`` saves it; raises ``ReaderError`` where the folder lacks a file.
    """
    nlp = spacy.blank("en")
    rules = tokenizer_source.tokenizer.to_bytes()  # type: ignore[union-attr] # spaCy's is a class
    nlp.tokenizer.from_bytes(rules)  # type: ignore[union-attr]
    encoder = nlp.add_pipe(FACTORY, name=NAME)
    if not isinstance(encoder, Encoder):
        raise ReaderError(f"the component {FACTORY!r} is another's: {encoder!r}")
    encoder.from_disk(files)
    return nlp
