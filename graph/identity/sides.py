"""Whose side somebody is on: the country or people that a name or a description holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.identity.romanising import word_key
from graph.model import Mention
from graph.spelling import normalised
from ontology.lexicons import Entry, Lexicon

_STEM = 5


class Sides:
    """Countries and peoples by the words for them, as far as the lexicon knows them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.country = lru_cache(maxsize=1 << 16)(self._country)
        self.of_words = lru_cache(maxsize=1 << 16)(self._of_words)

    def of(self, mention: Mention) -> frozenset[str]:
        """The countries or peoples of a mention; stems of a name where the lexicon has none."""
        if mention.identifier and (found := self.country(mention.identifier)):
            return frozenset({found})
        if mention.is_local:
            return frozenset(self._known(mention.label))
        return self.of_words(mention.label)

    def _country(self, identifier: str) -> str:
        """The country of an entry: itself, that of a people, or the one around a place.

        Empty where the lexicon does not say.
        """
        around = (identifier, *sorted(self.ancestors(identifier)))
        entries = (self._lexicon.get(one) for one in around)
        return next((e.iri for e in entries if e is not None and _is_country(e)), "")

    def ancestors(self, identifier: str) -> frozenset[str]:
        """The entries in which a place lies, or those of a people's land."""
        return self._lexicon.around(identifier)

    def named_country(self, words: str) -> str:
        """The country that all these words name together, or whose people they name; else empty.

        A town or a state of a country is not it: "Ohio State University" is no body of the country.
        """
        entries = (e for e in self._lexicon.find(words) if e.kind in {"Place", "Group"})
        named = {one for entry in entries for one in (entry.iri, *entry.related)}
        countries = [e.iri for one in named if (e := self._lexicon.get(one)) and _is_country(e)]
        return countries[0] if len(countries) == 1 else ""

    def _of_words(self, label: str) -> frozenset[str]:
        return frozenset(self._known(label)) or frozenset(_stems(label))

    def _known(self, label: str) -> Iterator[str]:
        known = (self._named(words) for words in _phrases(label))
        return (one for one in known if one)

    def _named(self, words: str) -> str:
        entries = (e for e in self._lexicon.find(words) if e.kind in {"Place", "Group"})
        countries = {self.country(entry.iri) or entry.iri for entry in entries}
        return countries.pop() if len(countries) == 1 else ""  # which Georgia, the words do not say


def _is_country(entry: Entry) -> bool:
    # a region of which the lexicon does not say where it lies is none: states disagree about it
    return entry.kind == "Place" and entry.iri.rpartition("#")[2].startswith("country-")


def _phrases(label: str) -> Iterator[str]:
    """Each word with a capital, and each two of them beside one another."""
    words = label.replace("'s", "").split()
    yield label
    for index, word in enumerate(words):
        if word[:1].isupper():
            yield word
            yield " ".join(words[index : index + 2])


def _stems(label: str) -> Iterator[str]:
    """The beginnings of the capitalised words, so that "Iverian" goes with "Iverians"."""
    for word in label.replace("-", " ").split():
        if word[:1].isupper():
            yield word_key(normalised(word))[:_STEM]
