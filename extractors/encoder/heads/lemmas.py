"""Chooses the lemma of a word among those that the best rules make of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractors.encoder.heads.labels import LemmaRule, apply_lemma_rule
from graph.errors import ReaderError

_KNOWN_WORDS: Final = 100_000
_NAME: Final = "PROPN"


class Lemmas:
    """Makes lemmas, each form with the same part of speech and rules once.

    ``lemmas.txt`` tells words that are known to be lemmas, one a line, and after them forms that
    have one lemma only: form in lower case, part of speech and lemma, parted by tabs.
    """

    def __init__(
        self, rules: Sequence[LemmaRule], pos: Sequence[str], content: bytes = b""
    ) -> None:
        """Take the rules and parts of speech by number; raises ``ReaderError`` on unfit lines."""
        self._rules = rules
        self._pos = pos
        self._words, self._forms = _read(content)
        # bounded, since names and numbers of many documents never end
        self._found: dict[tuple[str, int, tuple[int, ...]], str] = {}

    def find(self, form: str, pos: int, rules: tuple[int, ...]) -> str:
        """The lemma of a form, by its part of speech and its rules, the best one first.

        A rule may make what is no word ("kille"): then the first that makes a known one is taken.
        Names are left to the best rule.
        """
        key = (form, pos, rules)
        if key not in self._found:
            if len(self._found) >= _KNOWN_WORDS:
                self._found.clear()
            self._found[key] = self._choose(form, self._pos[pos], rules)
        return self._found[key]

    def _choose(self, form: str, pos: str, rules: tuple[int, ...]) -> str:
        if lemma := self._forms.get((form.lower(), pos)):
            return lemma
        best, *others = (apply_lemma_rule(form, self._rules[rule]) for rule in rules)
        if pos == _NAME or not best.isalpha() or best.lower() in self._words:
            return best
        return next((other for other in others if other.lower() in self._words), best)


def _read(content: bytes) -> tuple[frozenset[str], dict[tuple[str, str], str]]:
    words: list[str] = []
    forms: dict[tuple[str, str], str] = {}
    try:
        for line in content.decode().splitlines():
            word, *more = line.split("\t")
            if more:
                pos, lemma = more
                forms[word, pos] = lemma
            else:
                words.append(word)
    except ValueError as error:
        raise ReaderError(
            f"lemmas.txt of the reader is unfit ({error!r}); take the folder from a release or "
            "train it anew"
        ) from error
    return frozenset(words), forms
