"""What forbids that two events are one, whatever else agrees."""

from __future__ import annotations

from graph.identity.event_features import EventFeatures, Span
from graph.identity.tables import load_events


def find_veto(one: EventFeatures, other: EventFeatures) -> str:
    """Say in words what makes two events of both; empty where nothing does."""
    return next((found for rule in _RULES if (found := rule(one, other))), "")


def _kinds(one: EventFeatures, other: EventFeatures) -> str:
    """One holds all kinds of the other, or each of one goes with each of the other."""
    left, right = one.leading, other.leading
    if left <= right or right <= left or one.kinds == other.kinds:
        return ""
    alike = load_events().alike
    pairs = ((a, b) for a in sorted(left) for b in sorted(right))
    apart = next((p for p in pairs if p[0] != p[1] and frozenset(p) not in alike), None)
    return f"one is of the kind {apart[0]}, the other of the kind {apart[1]}" if apart else ""


def _entries(one: EventFeatures, other: EventFeatures) -> str:
    apart = one.entries and other.entries and not one.entries & other.entries
    return "the lexicon knows them as two" if apart else ""


def _marks(one: EventFeatures, other: EventFeatures) -> str:
    for left, right in (
        (_years(one.marks), _years(other.marks)),
        (one.marks - _years(one.marks), other.marks - _years(other.marks)),
    ):
        if left and right and not left & right:
            return f"one name has “{min(left)}”, the other “{min(right)}”"
    return ""


def _years(marks: frozenset[str]) -> frozenset[str]:
    return frozenset(mark for mark in marks if mark.isdecimal())


def _dates(one: EventFeatures, other: EventFeatures) -> str:
    """Disjoint at the finest precision that both have; a name bears one day between two sources."""
    if not one.spans or not other.spans:
        return _year_in_name(one, other) or _year_in_name(other, one) or _sentences(one, other)
    level = min(one.days[0].precision, other.days[0].precision)
    left = [span for span in sorted(one.spans) if span.precision >= level]
    right = [span for span in sorted(other.spans) if span.precision >= level]
    days = 1 if one.names & other.names else 0
    if any(a.may_equal(b, days=days) for a in left for b in right):
        return ""
    return f"one was in {said(left[0])}, the other in {said(right[0])}"


def _year_in_name(one: EventFeatures, other: EventFeatures) -> str:
    years = {int(mark) for mark in _years(one.marks)}
    if not years or not other.spans:
        return ""
    inside = (span.begin.year <= year <= span.end.year for span in other.spans for year in years)
    if any(inside):
        return ""
    return f"the name of one has {min(years)}, the other was in {said(min(other.spans))}"


def _sentences(one: EventFeatures, other: EventFeatures) -> str:
    """Of an event without a name and a date, the dates of its sentence may not contradict."""
    if one.names and other.names:
        return ""
    left, right = one.spans or one.hints, other.spans or other.hints
    if not left or not right or any(a.may_equal(b) for a in left for b in right):
        return ""
    return f"the sentence of one has {said(min(left))}, that of the other {said(min(right))}"


def said(span: Span) -> str:
    """A time in words for people."""
    return span.begin.iso if span.begin == span.end else f"{span.begin.iso} to {span.end.iso}"


def _sides(one: EventFeatures, other: EventFeatures) -> str:
    """Those who suffered the one did the other, or both sides differ."""
    if one.agent_sides & other.agent_sides or one.patient_sides & other.patient_sides:
        return ""
    if one.agent_sides & other.patient_sides or one.patient_sides & other.agent_sides:
        return "who did the one suffered the other"
    known = one.agent_sides and other.agent_sides and one.patient_sides and other.patient_sides
    return "others did it, and to others" if known else ""


def _recalled(one: EventFeatures, other: EventFeatures) -> str:
    apart = one.recalled and other.recalled and not one.recalled & other.recalled
    return "they recall different events" if apart else ""


_RULES = (_kinds, _entries, _marks, _dates, _sides, _recalled)
