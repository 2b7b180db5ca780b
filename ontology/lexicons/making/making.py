"""Turns a dump into a lexicon, line by line, keeping only which names the shipped one has as well.

What the shipped lexicon knows is added to its entries, and what shares a name with one of them has
that entry's name repeated, so that both are meant by it and the text decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from ontology.lexicons.lexicon import Lexicon, normalise
from ontology.lexicons.making.geonames import COLUMNS, read_geonames
from ontology.lexicons.making.made import DumpError, Limits, Made, Shipped, load_words
from ontology.lexicons.making.wikidata import read_wikidata

_HEAD = """\
@prefix vg: <https://w3id.org/vouchgraph/ns#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix gn: <http://www.geonames.org/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_DATATYPES = ("gYear", "gYearMonth", "date")
_SHORTEST = 3

Reader = Callable[[str, Limits], Made | None]


def make_lexicon(lines: Iterable[str], shipped: Lexicon, limits: Limits) -> Iterator[str]:
    """Give the lexicon as Turtle, piece by piece, in the order of the dump.

    Raises ``DumpError`` with the number of a line that is none of a known dump.
    """
    index, touched = Shipped.of(shipped), set[tuple[str, str]]()
    yield _HEAD
    for number, made in _read(lines, limits):
        labels = _usable(made)
        known = index.find(made.links)
        try:
            if labels and (known or made.kind != "Event" or made.event_type):
                yield _entry(made, labels, known, index)
        except SyntaxError as error:
            raise DumpError(f"line {number}: {error}; is the dump whole?") from error
        for label in labels:
            touched.update((one.iri, label) for one in shipped.find(label) if one.iri != known)
    for iri, label in sorted(touched):
        yield f"\n<{iri}> skos:altLabel {_text(label)} .\n"


def _read(lines: Iterable[str], limits: Limits) -> Iterator[tuple[int, Made]]:
    rest = iter(lines)
    first = next(rest, "")
    reader = _reader(first)
    for number, line in enumerate(chain([first], rest), start=1):
        try:
            made = reader(line, limits)
        except (ValueError, KeyError, TypeError) as error:
            raise DumpError(f"line {number} is broken ({error}); is the dump whole?") from error
        if made is not None:
            yield number, made


def _reader(first: str) -> Reader:
    if first.count("\t") == COLUMNS - 1:
        return read_geonames
    if first.lstrip()[:1] in {"[", "{"}:
        return read_wikidata
    raise DumpError(
        "this is neither a table of GeoNames (19 columns, such as cities15000.txt) nor Wikidata's "
        "JSON (an item a line, such as latest-all.json.bz2); unpack what is packed otherwise"
    )


def _usable(made: Made) -> tuple[str, ...]:
    """The names that are no ordinary words, and not so short that they would be found all over."""
    ordinary = load_words().ordinary if made.kind == "Place" else frozenset()
    names = (" ".join(label.split()) for label in made.labels)
    return tuple(
        dict.fromkeys(
            name
            for name in names
            if len(normalise(name)) > _SHORTEST and name[:1].isupper() and name not in ordinary
        )
    )


def _entry(made: Made, labels: tuple[str, ...], known: str, index: Shipped) -> str:
    said = list(_about_new(made, labels, index) if not known else _about_known(made))
    if made.population:
        said.append(f"gn:population {made.population}")
    if made.is_capital:
        said.append("gn:featureCode gn:P.PPLC")
    joined = " ;\n    ".join(said)
    return f"\n<{known or made.links[0]}> {joined} .\n" if said else ""


def _about_known(made: Made) -> Iterator[str]:
    yield f"skos:exactMatch {', '.join(f'<{link}>' for link in made.links)}"


def _about_new(made: Made, labels: tuple[str, ...], index: Shipped) -> Iterator[str]:
    yield f"a vg:{made.kind}"
    yield f"skos:prefLabel {_text(labels[0])}"
    if others := labels[1:]:
        yield f"skos:altLabel {', '.join(map(_text, others))}"
    if above := index.find(made.lies_in):
        yield f"vg:locatedIn <{above}>"
    if made.place:
        yield f"geo:lat {_degrees(made.place[0])} ; geo:long {_degrees(made.place[1])}"
    if made.event_type:
        yield f"vg:eventType vg:{made.event_type}"
    for name, date in (("begin", made.begin), ("end", made.end)):
        if date:
            yield f'vg:{name} "{date}"^^xsd:{_DATATYPES[date.count("-")]}'
    if others := made.links[1:]:
        yield f"skos:exactMatch {', '.join(f'<{link}>' for link in others)}"


def _text(label: str) -> str:
    return str(ox.Literal(label, language="en"))


def _degrees(text: str) -> str:
    return str(round(float(text), 4))
