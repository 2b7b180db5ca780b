"""What the sources say of one event, side by side, and where they contradict each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import rdflib
from rdflib.query import ResultRow

from graph.dates import PartialDate
from graph.errors import QueryError
from ontology.names import VG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COUNTS: Final = ("killed", "injured", "missing", "captured", "displaced", "arrested", "bereaved")
TIMES: Final = ("begin", "end")
ORDER: Final = (
    *COUNTS, *TIMES, "place", "partOf", "commemorates", "agent", "patient", "participant",
    "characterizedAs", "recognizes", "condemns", "supports", "opposes", "accuses", "denies",
)  # fmt: skip
"""The order in which an event's claims stand."""

_ABOUT: Final = 0.1
_CHOICES: Final = 8
_DENIED: Final = "Denied"

_STATEMENTS: Final = """
SELECT ?s ?predicate ?subject ?object ?polarity ?certainty ?group ?bound ?voice ?reporter
       ?document ?date ?sentence ?start
WHERE {
  { ?s rdf:subject <EVENT> } UNION { ?s rdf:object <EVENT> } UNION
  { ?m vg:refersTo <EVENT> ; vg:inPassage ?p . ?s prov:wasDerivedFrom ?p .
    ?s rdf:predicate ?told . FILTER(?told IN (vg:denies, vg:accuses)) }
  ?s rdf:predicate ?predicate ; rdf:subject ?subject ; rdf:object ?object ;
     vg:polarity ?polarity ; vg:certainty ?certainty ; prov:wasAttributedTo/skos:prefLabel ?voice ;
     prov:hadPrimarySource ?source ; prov:wasDerivedFrom/oa:hasSelector ?selector .
  ?selector oa:exact ?sentence ; oa:start ?start .
  ?source dct:title ?document .
  OPTIONAL { ?source dct:date ?date }
  OPTIONAL { ?s vg:group ?group }
  OPTIONAL { ?s vg:bound ?bound }
  OPTIONAL { ?s vg:reportedBy/skos:prefLabel ?reporter }
}
"""
_EVENTS: Final = """
SELECT ?event ?label (GROUP_CONCAT(DISTINCT ?other; separator="\\n") AS ?others)
       (COUNT(DISTINCT ?source) AS ?sources)
WHERE {
  ?event a vg:Event ; skos:prefLabel ?label ; vg:mentionedIn ?source .
  OPTIONAL { ?event skos:altLabel ?other }
}
GROUP BY ?event ?label
"""
_LABELS: Final = "SELECT ?thing ?label { ?thing skos:prefLabel ?label }"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of the event in one respect.

    ``number`` counts from 1; ``against`` holds the numbers of the claims that cannot be true with
    it. ``what`` is the predicate, ``value`` what it says; of a stance, ``who`` takes it and
    ``value`` is empty. ``voice`` says it, and ``reporters`` pass it on. ``hedged`` marks a
    reserve.
    """

    what: str
    value: str
    voice: str
    document: str
    sentence: str
    date: str = ""
    who: str = ""
    group: str = ""
    bound: str = ""
    denied: bool = False
    hedged: bool = False
    reporters: tuple[str, ...] = ()
    number: int = 0
    against: tuple[int, ...] = ()
    place: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the graph, and in how many documents it is mentioned."""

    iri: str
    label: str
    other_labels: tuple[str, ...]
    sources: int


def find_claims(dataset: rdflib.Dataset, event: str) -> list[Claim]:
    """List what the sources say of the event with this IRI, numbered, contradictions marked."""
    rows = _rows(dataset, _STATEMENTS.replace("EVENT", event))
    by_statement: dict[str, list[ResultRow]] = defaultdict(list)
    for row in rows:
        by_statement[str(row.s)].append(row)
    labels = {str(row.thing): str(row.label) for row in _rows(dataset, _LABELS)}
    found = [_claim(rows, event, labels) for rows in by_statement.values()]
    known = (claim for claim in found if claim.what in ORDER)
    return _against(sorted(_once(known), key=_place))


def find_event(dataset: rdflib.Dataset, name: str) -> Told:
    """Find the one event of this name or IRI; raises ``QueryError`` where there is none, or more.

    A name is any of its labels, or words of one.
    """
    events = list_events(dataset)
    same = [told for told in events if told.iri == name or told.iri.rsplit("/", 1)[-1] == name]
    same = same or [told for told in events if name.casefold() in _names(told)]
    words = set(name.casefold().split())
    same = same or [told for told in events if any(words <= set(n.split()) for n in _names(told))]
    if len(same) == 1:
        return same[0]
    told = "several events" if same else "no event"
    choices = [one.label for one in (same or events)[:_CHOICES]]
    raise QueryError(f"{told} {name!r}; name one, or its IRI: {', '.join(choices) or 'none there'}")


def list_events(dataset: rdflib.Dataset) -> list[Told]:
    """List the events, those that most documents mention first."""
    found = (
        Told(str(row.event), str(row.label), _lines(row.others), int(row.sources))
        for row in _rows(dataset, _EVENTS)
        if row.event is not None
    )
    return sorted(found, key=lambda told: (-told.sources, told.label, told.iri))


def _rows(dataset: rdflib.Dataset, sparql: str) -> list[ResultRow]:
    return [row for row in dataset.query(sparql) if isinstance(row, ResultRow)]


def _lines(text: object) -> tuple[str, ...]:
    return tuple(sorted(str(text).splitlines())) if text is not None else ()


def _names(told: Told) -> set[str]:
    return {name.casefold() for name in (told.label, *told.other_labels)}


def _claim(rows: Sequence[ResultRow], event: str, labels: Mapping[str, str]) -> Claim:
    row = rows[0]
    subject = str(row.subject)
    about = subject == event
    value = "" if str(row.object) == event else _named(row.object, labels)
    return Claim(
        what=_local(row.predicate),
        value=value,
        voice=", ".join(sorted({str(one.voice) for one in rows})),
        document=str(row.document),
        sentence=" ".join(str(row.sentence).split()),
        date=str(row.date or ""),
        who="" if about else labels.get(subject, subject),
        group=_named(row.group, labels),
        bound=_local(row.bound),
        denied=_local(row.polarity) == _DENIED,
        hedged=_local(row.certainty) == "Hedged",
        reporters=tuple(sorted({str(one.reporter) for one in rows if one.reporter})),
        place=int(row.start),
    )


def _named(term: object, labels: Mapping[str, str]) -> str:
    if isinstance(term, rdflib.URIRef):
        return labels.get(str(term), "") if not term.startswith(VG) else _local(term)
    return "" if term is None else " ".join(str(term).split())


def _local(term: object) -> str:
    return str(term).removeprefix(VG) if term is not None else ""


def _place(claim: Claim) -> tuple[int, str, str, str, int, str]:
    what = ORDER.index(claim.what)
    return what, claim.group, claim.date, claim.document, claim.place, repr(claim)


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each claim once where one document makes it in several sentences: the first of them."""
    seen: set[Claim] = set()
    for claim in sorted(claims, key=_place):
        bare = replace(claim, sentence="")
        if bare not in seen:
            seen.add(bare)
            yield claim


# Contradictions


def _against(claims: Sequence[Claim]) -> list[Claim]:
    numbered = [replace(claim, number=index) for index, claim in enumerate(claims, 1)]
    return [
        replace(claim, against=tuple(c.number for c in numbered if contradict(claim, c)))
        for claim in numbered
    ]


def contradict(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of different voices cannot both be true.

    One affirms what the other denies, they count the same people differently, or they give times
    that cannot be one. What is said with a reserve contradicts as well.
    """
    alike = one.what == other.what and (one.who, one.group) == (other.who, other.group)
    if not alike or (one.voice, one.document) == (other.voice, other.document):
        return False
    if one.denied != other.denied:
        return (one.value, one.bound) == (other.value, other.bound)
    if one.denied or one.value == other.value:
        return False
    if one.what in TIMES:
        return not _is_one_time(one.value, other.value)
    return one.what in COUNTS and not _is_one_count(one, other)


def _is_one_time(one: str, other: str) -> bool:
    try:
        return PartialDate.parse(one).may_equal(PartialDate.parse(other))
    except ValueError:
        return True


def _is_one_count(one: Claim, other: Claim) -> bool:
    (least, most), (lower, upper) = _range(one), _range(other)
    return least <= upper and lower <= most


def _range(claim: Claim) -> tuple[float, float]:
    """Between which numbers the count lies, by its bound."""
    try:
        number = float(claim.value)
    except ValueError:
        return 0, float("inf")
    least = 0 if claim.bound == "AtMost" else number
    most = float("inf") if claim.bound == "AtLeast" else number
    if claim.bound == "About":
        return number * (1 - _ABOUT), number * (1 + _ABOUT)
    return least, most
