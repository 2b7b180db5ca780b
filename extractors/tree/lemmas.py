"""Mends lemmas that readers get wrong: "worke" for "worked", "occupi" for "occupied"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc

from extractors.words.tables import read_table

_TABLES: Final = (
    "characterizations", "doubt", "events", "grammar", "names", "nominals", "places", "quantities",
    "roles", "speech", "frames", "trigger_types",
)  # fmt: skip
_INFLECTED: Final = frozenset({"VERB", "NOUN", "AUX"})
_SHORTEST: Final = 4
_VOWELS: Final = "aeiou"


def mend_lemmas(doc: Doc) -> None:
    """Give verbs and nouns the lemma that the rules know, where the reader's is none of theirs.

    A word is mended only if it is a regular form of a word in ``data/``. So is a noun in the plural
    that the reader left as it is.
    """
    known, forms = _known(), _forms()
    for token in doc:
        lemma = token.lemma_.lower()
        left = token.tag_ == "NNS" and lemma == token.lower_
        inflected = token.pos_ in _INFLECTED or token.tag_ == "VBN"
        if inflected and (left or lemma not in known):
            token.lemma_ = forms.get(token.lower_, token.lemma_)


def inflect(word: str) -> Iterator[str]:
    """The regular forms of a verb or a noun, and some that it would have if it were regular."""
    if word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    else:
        yield from (f"{word}{ending}" for ending in ("s", "es", "ed", "ing"))
        if word[-1] not in _VOWELS:
            yield from (f"{word}{word[-1]}{ending}" for ending in ("ed", "ing"))


@cache
def _forms() -> dict[str, str]:
    """The word of each form; of two words with one form, the longer one."""
    ordered = sorted(_known(), key=lambda word: (-len(word), word))
    forms: dict[str, str] = {}
    for word in ordered:
        if len(word) >= _SHORTEST:
            for form in inflect(word):
                forms.setdefault(form, word)
    return forms


@cache
def _known() -> frozenset[str]:
    """All single words of the tables that are in lower case."""
    words = (word for name in _TABLES for word in _strings(read_table(name)))
    return frozenset(word for word in words if word.isalpha() and word.islower())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
