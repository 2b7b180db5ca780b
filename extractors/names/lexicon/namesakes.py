"""Which of several places of one name a text means: by what else it names, or none.

A place named right after it, as in "Paris, Texas", decides. Else each known place and people of
the text speaks for what it lies in, what lies in it and what lies beside it, and the size of the
places for the largest one. Where no place is clearly ahead, it stays open.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.names.labels import is_area, is_state
from extractors.words.function_words import load_function_words
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Span

    from ontology.lexicons import Entry, Lexicon


class Link(Enum):
    """How another place of the text goes with one: what each weighs, and all of a sort at most."""

    HOLDS = 3.0, 3.0  # the other holds it: Lebanon for Tripoli
    FAR_ABOVE = 1.0, 1.0  # the same, with something between: the United States for Paris, Texas
    INSIDE = 3.0, 6.0  # the other lies in it
    BESIDE = 1.5, 4.0  # both lie in one state, or in a country without any
    SAME_COUNTRY = 0.3, 1.0
    COUNTRIES = 1.0, 2.0  # both are countries


_SIZE = 1.5  # taken off for each tenth part of the largest one's people
_CAPITAL = 3
_ENOUGH, _AHEAD, _OUTSIZED = 1.2, 1.0, 1.95
_AFTER = re.compile(r"\s*(?:,\s*(?:in\s+)?|\(|in\s+(?:[a-z]+\s+)?)")


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the lexicon in a text, with all that it can mean."""

    span: Span
    entries: tuple[Entry, ...]

    @property
    def is_open(self) -> bool:
        """Whether several places bear the name."""
        return len(self.entries) > 1 and all(one.kind == Kind.PLACE for one in self.entries)

    @property
    def ground(self) -> str:
        """The one place, or the land of the one people, that the name means; empty else."""
        if len(self.entries) != 1:
            return ""
        entry = self.entries[0]
        lands = {Kind.PLACE.value: (entry.iri,), Kind.GROUP.value: entry.related}
        return next(iter(lands.get(entry.kind, ())), "")


class Chooser:
    """Tells which place is meant, with what one lexicon knows; made once for many documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._around = lru_cache(maxsize=1 << 16)(lexicon.around)

    def choose(self, named: Sequence[Named]) -> Iterator[Entry | None]:
        """Give what each of the names in the order of a text means; None where it is open."""
        said = dict(self._said(named))
        others = _shares(named)
        meant: dict[tuple[Entry, ...], Entry | None] = {}
        for one in named:
            if not one.is_open:
                yield one.entries[0] if len(one.entries) == 1 else None
            elif one.span.start in said:
                yield said[one.span.start]
            else:
                if one.entries not in meant:
                    meant[one.entries] = self._meant(one.entries, said, others)
                yield meant[one.entries]

    def _said(self, named: Sequence[Named]) -> Iterator[tuple[int, Entry | None]]:
        """What two names side by side say, by the start of a name; None for no entry."""
        # all of a Doc's text is put together each time that it is asked for
        text = named[0].span.doc.text if named else ""
        for one, after in pairwise(named):
            between = text[one.span.end_char : after.span.start_char]
            if one.span.end > after.span.start or not _AFTER.fullmatch(between):
                continue
            pairs = [
                (entry, area)
                for entry in one.entries
                for area in after.entries
                if {area.iri, *area.related} & self._around(entry.iri)
            ]
            if pairs:
                sizes = _sizes([entry for entry, _ in pairs])
                entry, area = max(pairs, key=lambda pair: sizes[pair[0].iri])
                yield from ((one.span.start, entry), (after.span.start, area))
            elif is_area(after.ground) and not _listed().match(text, after.span.end_char):
                yield one.span.start, None

    def _meant(
        self,
        entries: Sequence[Entry],
        said: Mapping[int, Entry | None],
        others: Mapping[str, float],
    ) -> Entry | None:
        """What a name means in the whole text: what is said of it once, or what goes with most."""
        elsewhere = {entry.iri: entry for entry in said.values() if entry in entries and entry}
        if len(elsewhere) == 1:
            return next(iter(elsewhere.values()))
        same = {entry.iri for entry in entries}
        around = {iri: share for iri, share in others.items() if iri not in same}
        sizes = _sizes(entries)
        ranked = []
        for entry in entries:
            told = self._told(entry, around)
            handicap = _SIZE * math.log10(sizes[entry.iri] / max(sizes.values()))
            ranked.append((told + handicap, told, entry.iri, entry))
        (score, told, _, first), (second, against, *_) = sorted(ranked, reverse=True)[:2]
        is_told = told >= _ENOUGH and score - second >= _AHEAD
        is_outsized = score - second >= _OUTSIZED and against < _ENOUGH
        return first if is_told or is_outsized else None

    def _told(self, entry: Entry, others: Mapping[str, float]) -> float:
        """How much the other places of the text speak for an entry."""
        sums: dict[Link, float] = defaultdict(float)
        for other, share in sorted(others.items()):
            if link := self._link(entry, other):
                weight, most = link.value
                sums[link] = min(sums[link] + weight * share, most)
        return sum(sums.values())

    def _link(self, entry: Entry, other: str) -> Link | None:
        above, beyond = self._around(entry.iri), self._around(other)
        if entry.iri in beyond or entry.iri == other:
            return Link.INSIDE
        if other in above:
            far = is_state(other) and (is_area(entry.iri) or len(above) > 1)
            return Link.FAR_ABOVE if far else Link.HOLDS
        if is_state(entry.iri) and is_state(other):
            return Link.COUNTRIES
        shared = above & beyond
        if not shared:
            return None
        one_sort = is_area(entry.iri) == is_area(other)
        close = any(not is_state(iri) for iri in shared) or (len(above) == 1 and one_sort)
        return Link.BESIDE if close else Link.SAME_COUNTRY


@cache
def _listed() -> re.Pattern[str]:
    """What shows that a place is one of a list: "Paris, Texas and Ohio"."""
    joints = "|".join(sorted(load_function_words().coordinating))
    return re.compile(rf"\s*(?:,?\s*(?:{joints})\b|,\s*[A-Z])")


def _shares(named: Iterable[Named]) -> dict[str, float]:
    """The places of a text, each with how likely it is meant: one of several by its size."""
    shares: dict[str, float] = {}
    for one in named:
        if one.ground:
            shares[one.ground] = 1.0
        elif one.is_open:
            sizes = _sizes(one.entries)
            for iri, size in sizes.items():
                shares.setdefault(iri, size / sum(sizes.values()))
    return shares


def _sizes(entries: Sequence[Entry]) -> dict[str, int]:
    """How much each of the places weighs by its people; one of unknown size as the largest."""
    known = {
        one.iri: one.population * (_CAPITAL if one.is_capital else 1)
        for one in entries
        if one.population
    }
    largest = max(known.values(), default=1)
    return {one.iri: known.get(one.iri, largest) for one in entries}
