"""What is only planned is told with a reserve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.events.reality import is_planned
from extractors.reading import Reading
from graph.model import Certainty, Form, Kind, Statement


def with_reserve(reading: Reading, statements: Iterable[Statement]) -> list[Statement]:
    """The statements, those on events that are yet to come hedged: "will hold a summit"."""
    planned = {
        m.key
        for m in reading.mentions
        if m.kind is Kind.EVENT and m.form is not Form.NAME and is_planned(reading.head_of(m))
    }
    return [_hedged(s) if s.subject in planned else s for s in statements]


def _hedged(statement: Statement) -> Statement:
    evidence = replace(statement.evidence, certainty=Certainty.HEDGED)
    return replace(statement, evidence=evidence)
