import math

from hypothesis import given
from hypothesis import strategies as st

from graph.probability import probability_of


def test_a_statement_of_the_middle_rank_is_as_often_right_as_was_measured() -> None:
    assert probability_of(0.73) == 0.86


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_rank_is_no_less_probable(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 < probability_of(low) <= probability_of(high) < 1


def test_what_is_no_number_stays_none() -> None:
    assert math.isnan(probability_of(math.nan))
