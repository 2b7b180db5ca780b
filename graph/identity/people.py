"""How the names of one person vary: initials, middle names, short forms, birth names, order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.identity.romanising import word_key
from graph.identity.tables import load_names
from graph.identity.units import Unit
from graph.model import Mention
from graph.spelling import normalised

_TWO = 2


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a person's name without titles, each by its key for spellings.

    ``generation`` is "jr" or "iii" where the name has one: it tells a father from a son. ``given``
    is the name of which the first one is a short form, or the first one itself.
    """

    words: tuple[str, ...]
    generation: str = ""
    given: str = ""

    @property
    def first(self) -> str:
        """The first name or its initial."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The last word of the name."""
        return self.words[-1]

    @property
    def is_full(self) -> bool:
        """Whether there are a first and a last name."""
        return len(self.words) >= _TWO


@lru_cache(maxsize=1 << 17)
def read_name(label: str) -> PersonName | None:
    """Read a name, "Orton, James B." like "James B. Orton"; None where no word is left.

    Of "Anna Falk of Denmark" the country is left out.
    """
    last, comma, rest = label.partition(", ")
    ordered = f"{rest} {last}" if comma and rest[:1].isupper() else label
    whose = ordered.partition(" of ")[0]
    ordered = whose if " " in whose else ordered
    table = load_names()
    words = [w for w in normalised(_spaced(ordered)).replace("-", " ").split() if w]
    while len(words) > 1 and words[0] in table.titles:
        words.pop(0)
    generation = words[-1] if len(words) > _TWO and words[-1] in table.generations else ""
    kept = words[:-1] if generation else words
    kept = [w for w in kept if w not in table.particles] or kept
    if not kept:
        return None
    given = table.first_names.get(kept[0], word_key(kept[0]))
    return PersonName(tuple(word_key(word) for word in kept), generation, given)


def _spaced(label: str) -> str:
    """Part initials that stand together: "J.B. Orton"."""
    return re.sub(r"\.(?=[^\W\d_])", ". ", label)


def names_of(unit: Unit, text: str) -> Iterator[PersonName]:
    """The fullest names of a person in a document, and the one that she was born with."""
    labels = {m.label: m for m in unit.names}
    full = {label: m for label, m in labels.items() if " " in label} or labels
    for label, mention in sorted(full.items()):
        married, born = _parted(label)
        name = read_name(married)
        if name is None:
            continue
        yield name
        maiden = born or _born_after(text, mention)
        if maiden and name.is_full and (key := read_name(maiden)):
            yield replace(name, words=(*name.words[:-1], *key.words))


def _parted(label: str) -> tuple[str, str]:
    words = label.split()
    for index, word in enumerate(words):
        if word.casefold() in {"née", "nee", "né"} and 0 < index < len(words) - 1:
            return " ".join(words[:index]).rstrip(",("), words[index + 1].strip("),")
    return label, ""


def _born_after(text: str, mention: Mention) -> str:
    found = _born_pattern().match(text, mention.end, mention.end + 60)
    return found.group(2) if found else ""


def is_initial(word: str) -> bool:
    """Whether the word is a single letter."""
    return len(word) == 1


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two different names may be one person's: words for people, and how sure that is."""

    reason: str
    confidence: float


def compare_names(one: PersonName, other: PersonName) -> Likeness | None:
    """Tell how two full names may be of one person; None where they cannot be."""
    if one.generation != other.generation or not (one.is_full and other.is_full):
        return None
    if one.last != other.last:
        return _turned(one, other)
    # "George W." is cut off before the last name
    how = None if is_initial(one.last) else _firsts(one, other)
    if how is None or not _middles(one.words[1:-1], other.words[1:-1]):
        return None
    if one.words == other.words:
        return Likeness("is another spelling of", 0.85)
    if len(one.words) != len(other.words) and how.confidence > 0.8:  # noqa: PLR2004 (equal firsts)
        return Likeness("is, with or without a middle name,", 0.8)
    return how


def _turned(one: PersonName, other: PersonName) -> Likeness | None:
    same = one.words == (*other.words[1:], other.first) and len(one.words) > 1
    return Likeness("is, with the last name first,", 0.75) if same and one.words else None


def _firsts(one: PersonName, other: PersonName) -> Likeness | None:
    if one.first == other.first:
        return Likeness("is another spelling of", 0.85)
    if is_initial(one.first) or is_initial(other.first):
        same = one.given[0] == other.given[0] or one.first[0] == other.first[0]
        return Likeness("fits the initials of", 0.7) if same else None
    short = one.given == other.given
    return Likeness("has a short form of the first name of", 0.75) if short else None


def _middles(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names between do not contradict: one silent, or each equal or its initial."""
    if not one or not other:
        return True
    pairs = list(zip(one, other, strict=False))
    return all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in pairs)


@cache
def _born_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(load_names().born, key=len, reverse=True))
    return re.compile(rf"\W{{0,3}}\s*({words})\s+([A-Z][\w'’-]+)")
