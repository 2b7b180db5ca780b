from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.errors import QueryError
from output.claims import Claim, contradict, find_claims, find_event, list_events

if TYPE_CHECKING:
    import rdflib

COLLAPSE = "https://example.org/id/event-alden-bridge-collapse-1987"
NINE = Claim("killed", "9", "note", "Note", "Nine died.", group="Everyone", bound="Exactly")
YEAR = Claim("begin", "1987", "note", "Note", "It fell in 1987.")


def told(dataset: rdflib.Dataset, what: str) -> list[Claim]:
    return [claim for claim in find_claims(dataset, COLLAPSE) if claim.what == what]


def test_claims_stand_side_by_side_with_who_says_them_where_and_when(
    dataset: rdflib.Dataset,
) -> None:
    (twelve,) = (c for c in told(dataset, "killed") if c.value == "12")
    assert (twelve.voice, twelve.date) == ("Mara Voss", "1997-05-03")
    assert (twelve.bound, twelve.group) == ("AtLeast", "Everyone")
    assert "At least 12 people were killed" in twelve.sentence


def test_counts_that_cannot_both_be_true_are_marked_on_both_sides(dataset: rdflib.Dataset) -> None:
    found = {claim.value: claim for claim in told(dataset, "killed")}
    assert found["9"].against == (found["12"].number,)
    assert found["12"].against == (found["9"].number,)
    assert found["4"].against == ()


def test_who_takes_a_stance_is_named_and_the_event_is_not(dataset: rdflib.Dataset) -> None:
    (refusal,) = told(dataset, "recognizes")
    assert (refusal.who, refusal.value, refusal.denied) == ("Roads Department", "", True)


def test_claims_are_numbered_in_one_order(dataset: rdflib.Dataset) -> None:
    found = find_claims(dataset, COLLAPSE)
    assert [claim.number for claim in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (replace(NINE, voice="b", value="9"), False),
        (replace(NINE, voice="b", value="12"), True),
        (replace(NINE, voice="b", value="5", bound="AtLeast"), False),
        (replace(NINE, voice="b", value="12", bound="AtLeast"), True),
        (replace(NINE, voice="b", value="5", bound="AtMost"), True),
        (replace(NINE, voice="b", value="10", bound="About"), False),
        (replace(NINE, voice="b", value="4", group="Children"), False),
        (replace(NINE, value="12"), False),
        (replace(NINE, voice="b", denied=True), True),
        (replace(YEAR, voice="b", value="1987-05"), False),
        (replace(YEAR, voice="b", value="1988"), True),
        (replace(YEAR, voice="b", value="long ago"), False),
    ],
)
def test_claims_contradict_where_both_cannot_be_true(other: Claim, expected: bool) -> None:
    one = YEAR if other.what == "begin" else NINE
    assert contradict(one, other) is contradict(other, one) is expected


@pytest.mark.parametrize(
    "name", [COLLAPSE, "event-alden-bridge-collapse-1987", "alden bridge COLLAPSE", "alden"]
)
def test_an_event_is_found_by_its_iri_its_name_or_words_of_it(
    dataset: rdflib.Dataset, name: str
) -> None:
    assert find_event(dataset, name).iri == COLLAPSE


@pytest.mark.parametrize(("name", "reason"), [("flood", "no event 'flood'"), ("", "several")])
def test_no_event_or_several_are_refused_with_the_choices(
    dataset: rdflib.Dataset, name: str, reason: str
) -> None:
    with pytest.raises(QueryError, match=reason) as failed:
        find_event(dataset, name)
    assert "Alden Bridge collapse" in str(failed.value)


def test_the_events_of_most_documents_come_first(dataset: rdflib.Dataset) -> None:
    sources = [event.sources for event in list_events(dataset)]
    assert sources == sorted(sources, reverse=True)
