"""Which entries of the lexicon to believe: a name may mean another thing than the known one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.dates import PartialDate
from graph.identity.seats import seats
from graph.identity.sides import Sides
from graph.model import Findings, Kind, Mention, MentionKey, Statement, Value
from ontology.lexicons import Entry, Lexicon

_SURE = 0.6


def trusted(
    findings: Sequence[Findings], lexicon: Lexicon, sides: Sides
) -> dict[MentionKey, Mention]:
    """All mentions by key, without the entries that what the text says of them rules out.

    A place loses one of another country than the text sets it in, an event one of another time.
    """
    said: dict[MentionKey, list[Statement]] = defaultdict(list)
    around: dict[MentionKey, list[MentionKey]] = defaultdict(list)
    for found in findings:
        for statement in found.statements:
            if statement.predicate == "begin":
                said[statement.subject].append(statement)
        for place, container, _ in seats(found):
            around[place].append(container)
    mentions = {m.key: m for found in findings for m in found.mentions}
    ruled_out = {
        (m.document, m.identifier)
        for m in mentions.values()
        if m.identifier
        and (m.key in said or m.key in around)
        and (entry := lexicon.get(m.identifier))
        and (
            _is_of_another_time(entry, said[m.key])
            if m.kind is Kind.EVENT
            else _is_elsewhere(entry, [mentions.get(key) for key in around[m.key]], sides)
        )
    }
    return {
        key: replace(m, identifier="") if (m.document, m.identifier) in ruled_out else m
        for key, m in mentions.items()
    }


def _is_elsewhere(entry: Entry, around: Iterable[Mention | None], sides: Sides) -> bool:
    own = sides.country(entry.iri)
    known = (place.identifier for place in around if place is not None and place.identifier)
    countries = {country for one in known if (country := sides.country(one))}
    return bool(own and countries) and own != entry.iri and own not in countries


def _is_of_another_time(entry: Entry, said: Iterable[Statement]) -> bool:
    dates = [
        PartialDate.parse(one.object.text)
        for one in said
        if isinstance(one.object, Value) and one.evidence.confidence >= _SURE
    ]
    if not entry.begin or not dates:
        return False
    begin = PartialDate.parse(entry.begin)
    end = PartialDate.parse(entry.end) if entry.end else begin
    return all(date.last.year < begin.year or date.first.year > end.year for date in dates)
