"""A people and its country, as the lexicon relates them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import chain

from spacy.tokens import Token

from extractors.reading import Reading
from graph.model import Form, Kind, Mention
from ontology.lexicons import Entry, Lexicon, load_lexicon


def acting_for(reading: Reading, word: Token, mention: Mention) -> Mention | None:
    """Who acts where a people is named: of an adjective ("the Danish raid") the country.

    Where the text names the country nowhere, the people; None for an adjective that the lexicon
    does not know.
    """
    if mention.kind is not Kind.GROUP or mention.form is not Form.NAME or not _is_adjective(word):
        return mention
    return country_of(reading, mention) or (mention if mention.identifier else None)


def _is_adjective(word: Token) -> bool:
    return word.pos_ == "ADJ" or word.tag_.startswith("JJ")


def country_of(reading: Reading, people: Mention) -> Mention | None:
    """The nearest mention of the country that the lexicon relates to the people.

    A place that is the adjective itself comes first. None where the text names neither.
    """
    entry = entry_of(people)
    related = entry.related if entry is not None else ()
    same = reading.places_named(people.text) or reading.places_named(people.label)
    named = [same] if same else [reading.places_named(iri) for iri in related]
    nearest = chain.from_iterable(_beside(places, people.start) for places in named)
    return min(nearest, key=lambda m: (abs(m.start - people.start), m.start), default=None)


def entry_of(mention: Mention) -> Entry | None:
    """The entry of the world lexicon that the mention names; None where it names none."""
    return world().get(mention.identifier) if mention.identifier else None


@cache
def world() -> Lexicon:
    """The lexicon that ships with the package."""
    return load_lexicon()


def _beside(places: list[Mention], offset: int) -> list[Mention]:
    """The last of the places before the character, and the first after it."""
    index = bisect_left(places, offset, key=lambda place: place.start)
    return places[max(index - 1, 0) : index + 1]
