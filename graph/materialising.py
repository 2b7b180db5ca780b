"""Which statements are also written as plain triples, so that everyday queries find them.

A statement counts where its source affirms it outright: what a source denies or says with a
reserve ("reportedly", "may have") stays a statement only. Of the times of an event, only the
best supported beginning and end are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.dates import PartialDate
from graph.model import Certainty, Polarity, Statement, Value
from ontology.names import predicates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TIMES = ("begin", "end")
"""The predicates of which an event has one value."""


def is_affirmed(statement: Statement) -> bool:
    """Tell whether the source says outright that it is so."""
    evidence = statement.evidence
    return evidence.polarity is Polarity.AFFIRMED and evidence.certainty is Certainty.CERTAIN


def is_materialised(statement: Statement) -> bool:
    """Tell whether the statement is also a plain triple; times are chosen by ``best_times``."""
    kept = predicates()[statement.predicate].materialised
    return kept and statement.predicate not in TIMES and is_affirmed(statement)


@dataclass(frozen=True, slots=True)
class TimeClaim:
    """A beginning or an end that a document gives for an event.

    ``place`` tells the words that give it; a beginning and an end of the same words are one time.
    """

    event: str
    predicate: str
    date: PartialDate
    document: str
    confidence: float
    place: tuple[int, int, int] = (0, 0, 0)

    @classmethod
    def of(cls, statement: Statement, event: str) -> TimeClaim | None:
        """Make the claim of a statement that affirms a time; None for any other."""
        given, evidence = statement.object, statement.evidence
        if statement.predicate not in TIMES or not is_affirmed(statement):
            return None
        if not isinstance(given, Value):
            return None
        try:
            date = PartialDate.parse(given.text)
        except ValueError:
            return None
        place = (evidence.passage, evidence.start, evidence.end)
        document = statement.subject.document
        return cls(event, statement.predicate, date, document, evidence.confidence, place)


@dataclass(frozen=True, slots=True)
class _Span:
    """A time as one place of a document gives it: a beginning, an end, or both."""

    document: str
    confidence: float
    begin: PartialDate | None
    end: PartialDate | None

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        return tuple(date for date in (self.begin, self.end) if date is not None)

    @property
    def is_range(self) -> bool:
        return len(self.dates) == len(TIMES) and self.begin != self.end

    def contains(self, other: _Span) -> bool:
        return (
            self.dates[0].first <= other.dates[0].first
            and other.dates[-1].last <= self.dates[-1].last
        )

    def supports(self, other: _Span) -> bool:
        return self.contains(other) or (other.is_range and other.contains(self))


def best_times(claims: Iterable[TimeClaim]) -> list[TimeClaim]:
    """Choose the claims of the best supported time of each event, one a document.

    A time is supported by each document that gives it or gives it less precisely (``1992``
    supports ``1992-02-25``); a range also by each that gives a time within it. More documents
    win, then precision, then a range, then confidence, then the earlier time. An end that is
    given alone joins a beginning that it does not precede.
    """
    by_event: dict[str, list[TimeClaim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event, []).append(claim)
    return [claim for _, given in sorted(by_event.items()) for claim in _best_of_event(given)]


def _best_of_event(claims: Sequence[TimeClaim]) -> list[TimeClaim]:
    spans = _spans(claims)
    chosen = _best([span for span in spans if span.begin], spans)
    begin, end = (chosen.begin, chosen.end) if chosen else (None, None)
    if end is None:
        ends = [span for span in spans if span.begin is None]
        alone = _best([one for one in ends if not begin or one.dates[0].last >= begin.first], ends)
        end = alone.end if alone else None
    found: dict[tuple[str, str], TimeClaim] = {}
    for claim in claims:
        if claim.date == (begin if claim.predicate == "begin" else end):
            found.setdefault((claim.predicate, claim.document), claim)
    return [found[key] for key in sorted(found)]


def _spans(claims: Iterable[TimeClaim]) -> list[_Span]:
    places: dict[tuple[str, tuple[int, int, int]], list[TimeClaim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.date):
        places.setdefault((claim.document, claim.place), []).append(claim)
    return [_span(document, given) for (document, _), given in sorted(places.items())]


def _span(document: str, given: Sequence[TimeClaim]) -> _Span:
    dates = {claim.predicate: claim.date for claim in given}
    confidence = max(claim.confidence for claim in given)
    begin, end = dates.get("begin"), dates.get("end")
    backwards = begin is not None and end is not None and end.last < begin.first
    return _Span(document, confidence, begin, None if backwards else end)


def _best(candidates: Iterable[_Span], spans: Sequence[_Span]) -> _Span | None:
    def rank(span: _Span) -> tuple[int, int, bool, float, int, int]:
        support = len({one.document for one in spans if one.supports(span)})
        precision = min(len(date.iso) for date in span.dates)
        first, last = span.dates[0].first.toordinal(), span.dates[-1].last.toordinal()
        return support, precision, span.is_range, span.confidence, -first, -last

    return max(candidates, key=rank, default=None)
