from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import PartialDate
from graph.materialising import TIMES, TimeClaim, best_times, is_materialised
from graph.model import Certainty, Concept, Evidence, MentionKey, Polarity, Statement, Value

EVENT = MentionKey("a", 0, 5)
PLACE = MentionKey("a", 9, 12)
PLACED = Statement(EVENT, "place", PLACE, Evidence(0, 6, 8, "rule"))
DATES = ["1987", "1987-05", "1987-05-03", "1987-05-04", "1988-01-01"]


def claim(
    iso: str,
    document: str = "a",
    predicate: str = "begin",
    confidence: float = 0.8,
    place: tuple[int, int, int] = (0, 0, 0),
) -> TimeClaim:
    return TimeClaim("event-x", predicate, PartialDate.parse(iso), document, confidence, place)


def span(begin: str, end: str, document: str) -> list[TimeClaim]:
    return [claim(begin, document), claim(end, document, "end")]


def best(*claims: TimeClaim) -> dict[str, str]:
    return {one.predicate: one.date.iso for one in best_times(claims)}


def test_an_affirmed_relation_is_materialised() -> None:
    assert is_materialised(PLACED)


@pytest.mark.parametrize(
    "evidence",
    [
        replace(PLACED.evidence, polarity=Polarity.DENIED),
        replace(PLACED.evidence, certainty=Certainty.HEDGED),
    ],
)
def test_what_is_denied_or_said_with_a_reserve_is_not_materialised(evidence: Evidence) -> None:
    assert not is_materialised(replace(PLACED, evidence=evidence))


@pytest.mark.parametrize("predicate", ["characterizedAs", "killed", "says"])
def test_what_sources_dispute_is_never_materialised(predicate: str) -> None:
    assert not is_materialised(replace(PLACED, predicate=predicate, object=Concept("Massacre")))


def test_a_time_is_chosen_among_all_claims_and_not_one_by_one() -> None:
    begun = replace(PLACED, predicate="begin", object=Value("1987", "gYear"))
    assert not is_materialised(begun)
    assert TimeClaim.of(begun, "event-x") == TimeClaim(
        "event-x", "begin", PartialDate(1987), "a", 1.0, (0, 6, 8)
    )


@pytest.mark.parametrize("iso", ["spring", "1987-02-30"])
def test_a_time_that_is_no_date_of_the_calendar_claims_nothing(iso: str) -> None:
    begun = replace(PLACED, predicate="begin", object=Value(iso, "date"))
    assert TimeClaim.of(begun, "event-x") is None


def test_a_denied_time_claims_nothing() -> None:
    denied = replace(PLACED.evidence, polarity=Polarity.DENIED)
    begun = replace(PLACED, predicate="begin", object=Value("1987", "gYear"), evidence=denied)
    assert TimeClaim.of(begun, "event-x") is None


def test_the_date_of_more_documents_wins() -> None:
    assert best(claim("1987-05-04"), claim("1987-05-03", "b"), claim("1987-05-03", "c")) == {
        "begin": "1987-05-03"
    }


def test_a_year_supports_a_day_of_that_year() -> None:
    assert best(claim("1987", "a"), claim("1987", "b"), claim("1987-05-03", "c")) == {
        "begin": "1987-05-03"
    }


def test_saying_it_twice_in_one_document_does_not_count_twice() -> None:
    twice = claim("1987-05-04"), claim("1987-05-04")
    assert best(*twice, claim("1987-05-03", "b"), claim("1987-05-03", "c")) == {
        "begin": "1987-05-03"
    }


def test_among_equally_supported_dates_the_surer_wins_and_then_the_earlier() -> None:
    assert best(claim("1987-05-03"), claim("1987-05-04", "b", confidence=0.9)) == {
        "begin": "1987-05-04"
    }
    assert best(claim("1987-05-04"), claim("1987-05-03", "b")) == {"begin": "1987-05-03"}


def test_a_range_is_supported_by_a_day_within_it() -> None:
    night = span("1987-05-03", "1987-05-04", "a")
    assert best(*night, claim("1987-05-04", "b", confidence=0.9), claim("1987", "c")) == {
        "begin": "1987-05-03",
        "end": "1987-05-04",
    }


def test_a_wide_range_does_not_win_over_a_day_within_it() -> None:
    century = span("1901", "2000", "a")
    assert best(*century, claim("1987-05-04", "b")) == {"begin": "1987-05-04"}


def test_a_day_outside_a_range_is_weighed_against_it() -> None:
    night = span("1987-05-03", "1987-05-04", "a")
    others = [claim("1987-06-01", document) for document in "bc"]
    assert best(*night, *others) == {"begin": "1987-06-01"}


def test_an_end_that_is_given_alone_joins_a_beginning() -> None:
    ended = claim("1987-05-04", "b", "end")
    assert best(claim("1987-05-03"), ended) == {"begin": "1987-05-03", "end": "1987-05-04"}
    assert best(ended) == {"end": "1987-05-04"}


def test_an_end_before_the_beginning_is_left_out() -> None:
    ended = claim("1986", predicate="end", place=(5, 0, 1))
    assert best(claim("1987-05-04"), ended) == {"begin": "1987-05-04"}
    assert best(*span("1987-05-04", "1986", "a")) == {"begin": "1987-05-04"}


def test_the_end_of_a_range_does_not_join_another_beginning() -> None:
    night = span("1987-05-03", "1987-05-04", "a")
    later = [claim("1987-05-01", document) for document in "bc"]
    assert best(*night, *later) == {"begin": "1987-05-01"}


def test_every_document_that_gives_the_chosen_date_keeps_it_once() -> None:
    chosen = best_times([claim("1987-05-03", d) for d in "bab"] + [claim("1987", "c")])
    assert [one.document for one in chosen] == ["a", "b"]


@given(
    st.lists(
        st.builds(claim, st.sampled_from(DATES), st.sampled_from("abc"), st.sampled_from(TIMES)),
        max_size=6,
    )
)
def test_the_choice_does_not_depend_on_the_order_of_the_claims(claims: list[TimeClaim]) -> None:
    forwards = {(c.predicate, c.date, c.document) for c in best_times(claims)}
    backwards = {(c.predicate, c.date, c.document) for c in best_times(claims[::-1])}
    assert forwards == backwards
