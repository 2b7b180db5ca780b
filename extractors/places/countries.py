"""What the lexicon knows of places: which are countries, what lies where, whose country it is."""

from __future__ import annotations

from extractors.actors.peoples import entry_of, world
from graph.model import Mention


def is_country(place: Mention) -> bool:
    """Whether the lexicon knows the place as a country, present or past."""
    return _sort(place) in {"country", "state"}


def is_area(place: Mention) -> bool:
    """Whether the lexicon knows the place as a country or a region."""
    return is_country(place) or _sort(place) == "region"


def is_placed(place: Mention) -> bool:
    """Whether the lexicon knows what the place lies in."""
    entry = entry_of(place)
    return entry is not None and bool(entry.located_in)


def contains(whole: Mention, part: Mention) -> bool:
    """Whether the lexicon knows that the part lies in the whole."""
    entry = entry_of(part)
    above = list(entry.located_in) if entry is not None else []
    for iri in above:
        found = world().get(iri)
        above.extend(new for new in (found.located_in if found else ()) if new not in above)
    return whole.identifier in above


def _sort(place: Mention) -> str:
    return place.identifier.rpartition("#")[2].partition("-")[0]
