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
    """A beginning or an end that a document gives for an event."""

    event: str
    predicate: str
    date: PartialDate
    document: str
    confidence: float

    @classmethod
    def of(cls, statement: Statement, event: str) -> TimeClaim | None:
        """Make the claim of a statement that affirms a time; None for any other."""
        given = statement.object
        if statement.predicate not in TIMES or not is_affirmed(statement):
            return None
        if not isinstance(given, Value):
            return None
        try:
            date = PartialDate.parse(given.text)
        except ValueError:
            return None
        document, confidence = statement.subject.document, statement.evidence.confidence
        return cls(event, statement.predicate, date, document, confidence)


def best_times(claims: Iterable[TimeClaim]) -> list[TimeClaim]:
    """Choose the claims of the best supported beginning and end of each event, one a document.

    A date is supported by each document that gives it, or gives it less precisely (``1992``
    supports ``1992-02-25``). More documents win, then precision, then confidence, then the
    earlier date. An end before the chosen beginning is left out.
    """
    by_event: dict[str, list[TimeClaim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event, []).append(claim)
    return [claim for _, given in sorted(by_event.items()) for claim in _best_of_event(given)]


def _best_of_event(claims: Sequence[TimeClaim]) -> list[TimeClaim]:
    begin = _best([claim for claim in claims if claim.predicate == "begin"])
    ends = [claim for claim in claims if claim.predicate == "end"]
    end = _best([e for e in ends if begin is None or e.date.last >= begin.first])
    chosen = {"begin": begin, "end": end}
    found: dict[tuple[str, str], TimeClaim] = {}
    for claim in claims:
        if claim.date == chosen[claim.predicate]:
            found.setdefault((claim.predicate, claim.document), claim)
    return [found[key] for key in sorted(found)]


def _best(claims: Sequence[TimeClaim]) -> PartialDate | None:
    def rank(date: PartialDate) -> tuple[int, int, float, int]:
        support = {claim.document for claim in claims if _supports(claim.date, date)}
        sure = max(claim.confidence for claim in claims if claim.date == date)
        return len(support), len(date.iso), sure, -date.first.toordinal()

    return max({claim.date for claim in claims}, key=rank, default=None)


def _supports(given: PartialDate, date: PartialDate) -> bool:
    return given.first <= date.first and date.last <= given.last
