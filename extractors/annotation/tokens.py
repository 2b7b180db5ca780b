"""The words of a text, at a cost that grows with its length alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.types import Ints2d

# spaCy takes the marks off a run without spaces one by one, and copies the rest each time
_LONGEST_RUN = 500
_RUN = re.compile(rf"\S{{{_LONGEST_RUN},}}")


def make_words(nlp: Language, text: str) -> Doc:
    """Make the words of a text, with a sentence begun after each blank line.

    A run of more than 500 characters without white space is no word, and is cut into pieces.
    """
    docs = [nlp.make_doc(piece) for piece in _pieces(text)]
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    if doc is None:
        raise ValueError("no words of no pieces")
    _begin_sentences(doc)
    return doc


def _pieces(text: str) -> Iterator[str]:
    begun = 0
    for run in _RUN.finditer(text):
        for end in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN):
            yield text[begun:end]
            begun = end
    yield text[begun:]


def _begin_sentences(doc: Doc) -> None:
    after = [token.i + 1 for token in doc[:-1] if token.is_space and "\n\n" in token.text]
    if after:
        # all at once: for each alone spaCy would look through the whole text
        starts = np.zeros((len(doc), 1), dtype=np.uint64)
        starts[[0, *after]] = 1
        doc.from_array(["SENT_START"], cast("Ints2d", starts))
