"""The country of a people: Norway for "Norwegian", where the text names it too."""

from __future__ import annotations

from functools import cache

from extractors.reading import Reading
from graph.model import Form, Kind, Mention
from ontology.lexicons import Lexicon, load_lexicon


def country_of(reading: Reading, people: Mention) -> Mention | None:
    """The nearest mention of the country that the lexicon relates to the people.

    A place that is the adjective itself comes first. None where the text names neither.
    """
    places = [m for m in reading.mentions if m.kind is Kind.PLACE and m.form is Form.NAME]
    same = [m for m in places if m.label == people.label]
    entry = _world().get(people.identifier)
    related = entry.related if entry is not None else ()
    named = [m for m in places if m.identifier and m.identifier in related]
    return min(same or named, key=lambda m: abs(m.start - people.start), default=None)


@cache
def _world() -> Lexicon:
    return load_lexicon()
