"""What lies where: "X, a town in Y", "Oslo, Norway", "the Senate of Norway"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from extractors.names.lexicon.neighbours import Neighbours
from extractors.places.locating import Location
from extractors.places.pairs import find_in_lines, find_named_after, find_pairs
from extractors.places.phrases import find_described, find_owned
from extractors.reading import Reading
from graph.model import Evidence, Statement


def find_locations(reading: Reading) -> Iterator[Statement]:
    """Statements ``locatedIn``: from a named place or organization to a named place.

    One statement a passage, subject and place: the surest.
    """
    near = Neighbours.of(reading)
    kept: dict[tuple[int, str, str], Location] = {}
    for found in chain(
        find_described(near),
        find_owned(reading, near),
        find_pairs(near),
        find_in_lines(near),
        find_named_after(reading, near),
    ):
        key = (found.part.passage, found.part.label, found.whole.label)
        known = kept.get(key)
        if found.is_possible and (known is None or found.confidence > known.confidence):
            kept[key] = found
    return (_statement(reading, near, found) for found in kept.values())


def _statement(reading: Reading, near: Neighbours, found: Location) -> Statement:
    words = near.doc[found.start : found.end]
    evidence = Evidence(
        passage=reading.passage_at(words.start_char).index,
        start=words.start_char,
        end=words.end_char,
        rule=found.rule,
        confidence=found.confidence,
    )
    return Statement(found.part.key, "locatedIn", found.whole.key, evidence)
