import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import PartialDate

partial_dates = st.one_of(
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
)


@given(partial_dates)
def test_a_date_survives_the_way_to_iso_and_back(when: PartialDate) -> None:
    assert PartialDate.parse(when.iso) == when


@given(partial_dates)
def test_a_date_may_equal_itself_and_its_year(when: PartialDate) -> None:
    assert when.may_equal(when)
    assert PartialDate(when.year).may_equal(when)


def test_the_datatype_follows_the_precision() -> None:
    assert [PartialDate.parse(iso).datatype for iso in ("1992", "1992-02", "1992-02-25")] == [
        "gYear",
        "gYearMonth",
        "date",
    ]


@pytest.mark.parametrize("iso", ["", "92", "1992-13", "1992-02-30", "1992-2-3", "26 February"])
def test_what_is_no_date_is_refused(iso: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(iso)


def test_february_ends_on_the_right_day() -> None:
    assert PartialDate(1992, 2).last.isoformat() == "1992-02-29"
