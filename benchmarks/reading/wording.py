"""How words of a list and words of a graph are compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

_QUOTES = str.maketrans("‘’“”", "''\"\"")
_SMALL = frozenset((
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "by", "with", "as", "is",
    "are", "was", "were", "be", "been", "has", "have", "had", "it", "that", "this", "these",
    "those", "some", "he", "she", "they", "we", "i", "you", "his", "her", "its", "their", "our",
    "my", "your",
))  # fmt: skip
_BEHIND = frozenset((
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "who", "whom", "that", "which",
    "near",
))  # fmt: skip


class Description(NamedTuple):
    """A noun phrase: "Torvik's old officials" is official, {torvik, old}, {torvik}.

    ``head`` is "" in a name.
    """

    head: str
    others: frozenset[str]
    proper: frozenset[str]


def flat(text: str) -> str:
    """The text with even white space and quotation marks; a space at either end stays."""
    return re.sub(r"\s+", " ", text.translate(_QUOTES))


@cache
def words_of(text: str) -> tuple[str, ...]:
    """The words in lower case, without accents, possessives and marks."""
    letters = unicodedata.normalize("NFKD", flat(text)).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    bare = re.sub(r"'s\b|(?<=s)'(?!\w)|(?<=\w)\.(?=\w)", "", plain)
    return tuple(re.findall(r"\w+", bare))


def content_of(text: str) -> list[str]:
    """The words but for small ones; all of them where there are no others."""
    words = words_of(text)
    return [word for word in words if word not in _SMALL] or list(words)


@cache
def name_of(text: str) -> str:
    """The words as a name, without an article before them."""
    return re.sub(r"^(the|an?) (?=.)", "", " ".join(words_of(text)))


@cache
def describe(text: str) -> Description:
    """Read the words as a noun phrase."""
    found = re.findall(r"\w(?:[\w'.-]*\w)?", flat(text)) or ["I"]
    behind = (n for n, word in enumerate(found) if n and word.lower() in _BEHIND)
    head = found.pop(next(behind, 0) - 1)
    proper = [word for word in found if word != word.lower()]
    singular = head.removesuffix("s") if head.islower() else ""
    return Description(singular, _told(found), _told(proper))


def _told(words: list[str]) -> frozenset[str]:
    parts = {part for word in words for part in words_of(word)}
    return frozenset(parts - _SMALL - _BEHIND)


def is_called(forms: frozenset[str], names: list[str]) -> bool:
    """Whether one of the forms is one of the names, or describes the same.

    Descriptions have the same head, all other words of one are among those of the other, and the
    forms have no proper words that the names lack, or the other way around.
    """
    plain = {name_of(form) for form in forms if not describe(form).head}
    if plain & {name_of(name) for name in names}:
        return True
    some, others = _by_head(forms), _by_head(names)
    return any(_may_be(some[head], others[head]) for head in (some.keys() & others.keys()) - {""})


def _by_head(texts: frozenset[str] | list[str]) -> dict[str, list[Description]]:
    found: dict[str, list[Description]] = {}
    for description in map(describe, sorted(texts)):
        found.setdefault(description.head, []).append(description)
    return found


def _may_be(some: list[Description], others: list[Description]) -> bool:
    all_some, own_some = _united(some)
    all_others, own_others = _united(others)
    nested = any(
        one.others <= other.others or other.others <= one.others for one in some for other in others
    )
    return nested and (own_some <= all_others or own_others <= all_some)


def _united(descriptions: list[Description]) -> tuple[frozenset[str], frozenset[str]]:
    empty: frozenset[str] = frozenset()
    every = empty.union(*(description.others for description in descriptions))
    return every, empty.union(*(description.proper for description in descriptions))


def share(part: str, whole: str) -> float:
    """How many of the content words of the part the whole has, from 0 to 1."""
    wanted, found = Counter(content_of(part)), Counter(content_of(whole))
    return (wanted & found).total() / max(1, wanted.total())
