"""Mends lemmas that readers get wrong: "worke" for "worked", "occupi" for "occupied"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc

from extractors.words.tables import read_table

_TABLES: Final = (
    "characterizations", "doubt", "events", "grammar", "names", "nominals", "places", "quantities",
    "roles", "speech", "frames", "trigger_types", "event_phrases", "deeds",
)  # fmt: skip
_INFLECTED: Final = frozenset({"VERB", "NOUN", "AUX"})
_MANY: Final = frozenset({"NNS", "NNPS"})
_SHORTEST: Final = 4
_VOWELS: Final = "aeiou"


def mend_lemmas(doc: Doc) -> None:
    """Give verbs and nouns the lemma that the rules know, where the reader's is none of theirs.

    A word is mended only if it is a regular form of a word in ``data/``, or one of the irregular
    verbs there. So is a noun in the plural that the reader left as it is, and a noun for people:
    "gunmen" is of "gunman", and "troops" are several.
    """
    known, forms, people, irregular = _known(), _forms(), _people(), _irregular()
    for token in doc:
        pos, tag, lower = token.pos_, token.tag_, token.lower_
        if pos == "VERB" and lower in irregular:
            token.lemma_ = irregular[lower]
            continue
        lemma = token.lemma_.lower()
        if tag == "NN" and lemma == lower and lemma in people:
            tag = token.tag_ = "NNS"  # "troops", taken for one thing
        left = tag == "NNS" and lemma == lower
        inflected = pos in _INFLECTED or tag == "VBN"
        # readers take "noting" for a form of "not", which is no verb
        misread = pos == "VERB" and lemma == "not"
        if inflected and (left or misread or lemma not in known):
            token.lemma_ = forms.get(lower, token.lemma_)
        if tag in _MANY and (left or lemma not in known):
            token.lemma_ = people.get(lower) or _one_man(lower) or token.lemma_


def _one_man(word: str) -> str:
    """“gunman” for “gunmen”; empty for other words."""
    return f"{word.removesuffix('men')}man" if word.endswith("men") else ""


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
def _irregular() -> dict[str, str]:
    """The lemma of each irregular form."""
    forms = read_table("irregular")["forms"]
    return {form: lemma for lemma, given in forms.items() for form in given}


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
def _people() -> dict[str, str]:
    """The noun of each plural of a noun for people or bodies."""
    nouns = sorted(_strings(read_table("people")), key=lambda noun: (-len(noun), noun))
    plurals: dict[str, str] = {}
    for noun in nouns:
        for form in list(inflect(noun))[:2]:
            if form.endswith("s"):
                plurals.setdefault(form, noun)
    return plurals


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
