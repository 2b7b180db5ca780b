"""What the lexicon knows of places: which are countries, what lies where, whose country it is."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import chain

from extractors.reading import Reading
from graph.model import Mention
from ontology.lexicons import Entry, Lexicon, load_lexicon


def country_of(reading: Reading, people: Mention) -> Mention | None:
    """The nearest mention of the country that the lexicon relates to the people.

    A place that is the adjective itself comes first. None where the text names neither.
    """
    entry = _entry(people)
    related = entry.related if entry is not None else ()
    same = reading.places_named(people.label)
    named = [same] if same else [reading.places_named(iri) for iri in related]
    nearest = chain.from_iterable(_beside(places, people.start) for places in named)
    return min(nearest, key=lambda m: (abs(m.start - people.start), m.start), default=None)


def _beside(places: list[Mention], offset: int) -> list[Mention]:
    """The last of the places before the character, and the first after it."""
    index = bisect_left(places, offset, key=lambda place: place.start)
    return places[max(index - 1, 0) : index + 1]


def is_country(place: Mention) -> bool:
    """Whether the lexicon knows the place as a country, present or past."""
    return _sort(place) in {"country", "state"}


def is_area(place: Mention) -> bool:
    """Whether the lexicon knows the place as a country or a region."""
    return is_country(place) or _sort(place) == "region"


def is_placed(place: Mention) -> bool:
    """Whether the lexicon knows what the place lies in."""
    entry = _entry(place)
    return entry is not None and bool(entry.located_in)


def contains(whole: Mention, part: Mention) -> bool:
    """Whether the lexicon knows that the part lies in the whole."""
    entry = _entry(part)
    above = list(entry.located_in) if entry is not None else []
    for iri in above:
        found = _world().get(iri)
        above.extend(new for new in (found.located_in if found else ()) if new not in above)
    return bool(whole.identifier) and whole.identifier in above


def _sort(place: Mention) -> str:
    return place.identifier.rpartition("#")[2].partition("-")[0]


def _entry(mention: Mention) -> Entry | None:
    return _world().get(mention.identifier) if mention.identifier else None


@cache
def _world() -> Lexicon:
    return load_lexicon()
