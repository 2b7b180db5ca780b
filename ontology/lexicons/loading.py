"""Lexicons from SKOS Turtle: those that ship, of which ``world.ttl`` is one, and the user's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.lexicons.lexicon import Entry, Lexicon
from ontology.names import GEO, RDF, SKOS, VG, event_types, local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

KINDS = ("Person", "Organization", "Place", "Event", "Group", "Work")
"""The classes that an entry can have."""

SHIPPED = ("world.ttl", "namesakes.ttl", "identifiers.ttl")
"""The files that ship; what they say of one thing is put together."""

_GN = "http://www.geonames.org/ontology#"
_CAPITAL = "P.PPLC"
_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

Value = ox.NamedNode | ox.Literal
Properties = dict[str, list[Value]]  # for each predicate its objects, in the order of reading
Described = dict[str, Properties]  # for each IRI


class LexiconFormatError(ValueError):
    """A lexicon is no SKOS Turtle; the message is a sentence with the file, line and next step."""


def load_lexicon(paths: Sequence[Path] = (), *, world: bool = True) -> Lexicon:
    """Load the user's lexicons, over the one that ships unless ``world`` is False.

    A file may also add to an entry that ships, by its IRI: more labels, or another value in the
    place of a shipped one. Raises ``LexiconFormatError``.
    """
    said: Described = {}
    own: dict[str, Entry] = {}
    for path in paths:
        source = _Source.read(path)
        for iri, properties in source.parse().items():
            said[iri] = _join(said.get(iri, {}), properties)
            shipped = _world()[iri] if world and iri in _world() else {}
            entry = _make_entry(iri, _join(said[iri], shipped), source)
            if entry:
                own[iri] = entry
    rest = (entry for entry in _world_entries() if entry.iri not in own)
    return Lexicon(tuple(own[iri] for iri in sorted(own)), tuple(rest) if world else ())


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a lexicon, and the name by which errors speak of it."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path) -> _Source:
        try:
            return cls(str(path), path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise LexiconFormatError(
                f"{path}, line {line}: not UTF-8; save the lexicon as UTF-8"
            ) from error
        except OSError as error:
            raise LexiconFormatError(
                f"cannot read the lexicon {path}: {error.strerror}; check the path"
            ) from error

    def parse(self) -> Described:
        found: Described = {}
        try:
            for quad in ox.parse(self.text, format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.BlankNode):
                    raise self.error("a thing without an IRI", "[", "_:", do="give it an IRI")
                if isinstance(quad.object, ox.NamedNode | ox.Literal):
                    about = found.setdefault(str(quad.subject.value), {})
                    about.setdefault(quad.predicate.value, []).append(quad.object)
        except SyntaxError as error:
            raise LexiconFormatError(
                f"{self.name}, line {error.lineno}: not Turtle: {error.msg}; "
                "docs/lexicons.md shows the form of a lexicon"
            ) from error
        return found

    def error(self, message: str, *places: str, do: str) -> LexiconFormatError:
        """Make the error of the first line that holds one of the places; ``do`` is the cure."""
        lines = enumerate(self.text.splitlines(), start=1)
        number = next((n for n, line in lines if any(place in line for place in places)), 0)
        where = f"{self.name}, line {number}" if number else self.name
        return LexiconFormatError(f"{where}: {message}; {do}")


def _join(first: Properties, second: Properties) -> Properties:
    """Put together what both say of one thing, the first's values first."""
    return {
        name: list(dict.fromkeys(first.get(name, []) + second.get(name, [])))
        for name in (*first, *(name for name in second if name not in first))
    }


@cache
def _world() -> Mapping[str, Properties]:
    folder, said = files("ontology.lexicons"), Described()
    for name in SHIPPED:
        source = _Source(name, folder.joinpath(name).read_text(encoding="utf-8"))
        for iri, properties in source.parse().items():
            said[iri] = _join(said.get(iri, {}), properties)
    return said


@cache
def _world_entries() -> tuple[Entry, ...]:
    source = _Source("world.ttl", "")
    made = (_make_entry(iri, properties, source) for iri, properties in sorted(_world().items()))
    return tuple(entry for entry in made if entry)


def _make_entry(iri: str, properties: Properties, source: _Source) -> Entry | None:
    """Make an entry of what is said of one thing; None for what is none, such as a heading."""
    kind = _kind(iri, properties, source)
    if not kind:
        return None
    labels = _labels(properties)
    if not labels:
        raise source.error(
            f"{iri} has no name", *_spellings(iri), do='add skos:prefLabel "its name"@en'
        )
    return Entry(
        iri,
        kind,
        labels[0],
        labels[1:],
        event_type=_event_type(properties, source),
        begin=_date(properties, "begin", source),
        end=_date(properties, "end", source),
        latitude=_degrees(properties, "lat", source),
        longitude=_degrees(properties, "long", source),
        located_in=_texts(properties, VG + "locatedIn"),
        related=_texts(properties, SKOS + "related"),
        exact_matches=_texts(properties, SKOS + "exactMatch"),
        codes=_texts(properties, SKOS + "notation"),
        population=_population(properties, source),
        is_capital=_GN + _CAPITAL in _texts(properties, _GN + "featureCode"),
    )


def _kind(iri: str, properties: Properties, source: _Source) -> str:
    """Find the local name of the class; empty for what has neither a class of ours nor a name."""
    ours = [t for t in _texts(properties, RDF + "type") if t.startswith(VG)]
    choices = ", ".join(f"vg:{kind}" for kind in KINDS)
    for name in map(local_name, ours):
        if name not in KINDS:
            raise source.error(f"no class vg:{name}", f":{name}", name, do=f"use one of: {choices}")
    if not ours and _labels(properties) and not _is_scheme(properties):
        raise source.error(
            f"{iri} has a name but no class", *_spellings(iri), do=f"say what it is: a {choices}"
        )
    return local_name(ours[0]) if ours else ""


def _is_scheme(properties: Properties) -> bool:
    return SKOS + "ConceptScheme" in _texts(properties, RDF + "type")


def _labels(properties: Properties) -> tuple[str, ...]:
    """List the names, an English preferred one first, then one without a language, then any."""
    preferred = sorted(_literals(properties, "prefLabel"), key=_by_language)
    every = (*preferred, *_literals(properties, "altLabel"))
    names = (" ".join(label.value.split()) for label in every)
    return tuple(dict.fromkeys(name for name in names if name))


def _by_language(label: ox.Literal) -> int:
    language = (label.language or "").split("-")[0]
    return {"en": 0, "": 1}.get(language, 2)


def _event_type(properties: Properties, source: _Source) -> str:
    for name in map(local_name, _texts(properties, VG + "eventType")):
        if name in event_types():
            return name
        choices = ", ".join(f"vg:{known}" for known in event_types())
        raise source.error(f"no type of event vg:{name}", name, do=f"use one of: {choices}")
    return ""


def _date(properties: Properties, name: str, source: _Source) -> str:
    for text in _texts(properties, VG + name):
        if _ISO_DATE.fullmatch(text):
            return text
        raise source.error(
            f"vg:{name} is no date: {text!r}", text, do="write 1992, 1992-02 or 1992-02-25"
        )
    return ""


def _degrees(properties: Properties, name: str, source: _Source) -> float | None:
    for text in _texts(properties, GEO + name):
        try:
            return float(text)
        except ValueError:
            raise source.error(
                f"geo:{name} is no number: {text!r}", text, do="write degrees, such as 40.38"
            ) from None
    return None


def _population(properties: Properties, source: _Source) -> int:
    for text in _texts(properties, _GN + "population"):
        if text.isdecimal():
            return int(text)
        raise source.error(f"gn:population is no number: {text!r}", text, do="write it in digits")
    return 0


def _literals(properties: Properties, name: str) -> Iterable[ox.Literal]:
    return (node for node in properties.get(SKOS + name, []) if isinstance(node, ox.Literal))


def _texts(properties: Properties, name: str) -> tuple[str, ...]:
    return tuple(node.value for node in properties.get(name, []))


def _spellings(iri: str) -> tuple[str, str]:
    """How a file may write an IRI: in full, or its local name after a prefix."""
    return (f"<{iri}>", f":{local_name(iri)}")
