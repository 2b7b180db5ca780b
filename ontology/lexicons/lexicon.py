"""What a lexicon holds, and how a name is looked up in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Letters that Unicode does not take apart into a base and a mark, and the signs that
# typesetters put for the apostrophe, the quotation mark and the hyphen.
_PLAIN = str.maketrans("ıłŁøØđĐ‘’ʻʼ`´“”«»‐‑–—", "ilLoOdD''''''\"\"\"\"----")
_SHORT = re.compile(r"[A-Z0-9.&]{1,4}|(?:[A-Z]\.){1,4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing.

    ``kind`` is a local name of the vocabulary (``Place``). ``event_type``, ``begin`` and ``end``
    (ISO dates of any precision) are for events. ``located_in`` and ``related`` hold IRIs of other
    entries; a people is related to its country. ``codes`` are those of ISO 3166. Empty, None and a
    ``population`` of 0 mean that the lexicon is silent.
    """

    iri: str
    kind: str
    label: str
    alt_labels: tuple[str, ...] = ()
    event_type: str = ""
    begin: str = ""
    end: str = ""
    latitude: float | None = None
    longitude: float | None = None
    located_in: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    exact_matches: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    population: int = 0
    is_capital: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Every name of the thing, the preferred one first."""
        return (self.label, *self.alt_labels)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known things, sorted by IRI, to be found by their names.

    ``world`` holds those that ship with the package, ``own`` the user's. A name that the user's
    entries hold no longer means the world's ones.
    """

    own: tuple[Entry, ...] = field(default=(), repr=False)
    world: tuple[Entry, ...] = field(default=(), repr=False)
    _by_iri: dict[str, Entry] = field(init=False, repr=False, compare=False)
    _by_label: dict[str, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)
    _by_form: dict[str, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        set_field = object.__setattr__  # the way to fill a frozen dataclass
        set_field(self, "_by_iri", {entry.iri: entry for entry in (*self.world, *self.own)})
        set_field(self, "_by_label", _labels_of(self.world) | _labels_of(self.own))
        set_field(self, "_by_form", _forms_of(self.world) | _forms_of(self.own))

    def __len__(self) -> int:
        return len(self._by_iri)

    def __iter__(self) -> Iterator[Entry]:
        return iter((*self.own, *self.world))

    def get(self, iri: str) -> Entry | None:
        """Give the entry of an IRI, None if the lexicon has none."""
        return self._by_iri.get(iri)

    def around(self, iri: str) -> frozenset[str]:
        """The entries in which a place lies, or those of a people's land, as far up as known."""
        found: set[str] = set()
        todo = [iri]
        while todo:
            entry = self._by_iri.get(todo.pop())
            above = (*entry.located_in, *entry.related) if entry else ()
            todo += [one for one in above if one not in found]
            found.update(above)
        return frozenset(found - {iri})

    def find(self, label: str) -> tuple[Entry, ...]:
        """Look a name up as it is written; failing that, by its normalised form.

        Abbreviations of up to four letters are found as written only: "us" is not the US.
        An ambiguous name has several entries, sorted by IRI; an unknown one has none.
        """
        return self._by_label.get(label) or self._by_form.get(normalise(label), ())

    def labels(self) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """List every name with what it means, sorted, for a matcher."""
        return iter(sorted(self._by_label.items()))


@cache
def normalise(label: str) -> str:
    """Bring a name into the form by which spellings are compared.

    Lower case, no diacritics, straight quotes, plain hyphens, single spaces.
    """
    folded = _apart(label.translate(_PLAIN)).casefold()
    bare = "".join(char for char in _apart(folded) if not unicodedata.combining(char))
    return " ".join(bare.translate(_PLAIN).split())


def _apart(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _labels_of(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    return _index((label, entry) for entry in entries for label in entry.labels)


def _forms_of(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    return _index(
        (normalise(label), entry)
        for entry in entries
        for label in entry.labels
        if not _SHORT.fullmatch(label)
    )


def _index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, dict[str, Entry]] = {}
    for name, entry in pairs:
        index.setdefault(name, {})[entry.iri] = entry
    return {name: tuple(entries.values()) for name, entries in index.items()}
