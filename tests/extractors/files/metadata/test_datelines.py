import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files.metadata.datelines import (
    find_date,
    find_date_in_name,
    find_dateline,
    is_date_alone,
    parse_date,
)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2019-07-04", "2019-07-04"),
        ("4 July 2019", "2019-07-04"),
        ("July 4, 2019", "2019-07-04"),
        ("Thursday, July 4, 2019", "2019-07-04"),
        ("THURSDAY, 4th JULY 2019", "2019-07-04"),
        ("4th of July 2019", "2019-07-04"),
        ("Jul. 4, 2019", "2019-07-04"),
        ("04.07.2019", "2019-07-04"),
        ("14/07/2019", "2019-07-14"),
        ("07/14/2019", "2019-07-14"),
        ("04/07/2019", "2019"),
        ("July 2019", "2019-07"),
        ("2019-07-04T10:30:00Z", "2019-07-04"),
        ("Published: 4 July 2019 at 10:30 GMT", "2019-07-04"),
    ],
)
def test_a_date_is_read_at_the_precision_that_is_sure(line: str, iso: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found.iso == iso
    assert is_date_alone(line)


@pytest.mark.parametrize("line", ["31 February 2019", "July 4", "in 2019", "12-2019-77", ""])
def test_what_is_no_whole_date_is_none(line: str) -> None:
    assert find_date(line) is None


def test_labels_and_times_of_day_are_told() -> None:
    found = find_date("Updated: 4 July 2019, 10:30")
    assert found is not None
    assert (found.labelled, found.timed) == (True, True)


def test_a_line_with_other_words_is_no_date_alone() -> None:
    assert not is_date_alone("The bridge of 4 July 2019")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("OSLO, 4 July 2019 — The ferry sank.", "2019-07-04"),
        ("OSLO, July 4, 2019 (News Agency) - The ferry sank.", "2019-07-04"),
        ("Oslo, 4 July 2019", "2019-07-04"),
        ("OSLO 4 July 2019 - The ferry sank.", "2019-07-04"),
        ("OSLO, 4 July 2019. The ferry sank.", "2019-07-04"),
        ("4 July 2019, Oslo", "2019-07-04"),
        ("(Oslo, 4 July 2019) – The ferry sank.", "2019-07-04"),
        ("Addis Ababa – 4 July 2019 – Ministers met.", "2019-07-04"),
    ],
)
def test_a_dateline_opens_a_paragraph(text: str, iso: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "On 4 July 2019 the ferry sank.",
        "The strike of 4 July 2019",
        "Oslo, July 2019: a history",
        "In Oslo, on 4 July 2019, a ferry sank.",
        "Oslo",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [("2019", "2019"), ("2019-7", "2019-07"), ("2019-07-04 10:00:00", "2019-07-04"), ("soon", "")],
)
def test_metadata_dates_become_iso(value: str, iso: str) -> None:
    assert parse_date(value) == iso


@pytest.mark.parametrize(
    ("stem", "iso"),
    [
        ("2019-07-04-ferry", "2019-07-04"),
        ("ferry_20190704", "2019-07-04"),
        ("2019-07 report", "2019-07"),
        ("report 2019", ""),
        ("S_RES_1973", ""),
        ("case1726", ""),
        ("A_HRC_2019_42", ""),
        ("photo 2019.07.04", "2019-07-04"),
        ("000_d671a0098954ae24", ""),
        ("photo_12345678", ""),
        ("1a2019b", ""),
    ],
)
def test_a_date_is_read_from_a_file_name(stem: str, iso: str) -> None:
    assert find_date_in_name(stem) == iso


@given(st.text(max_size=200))
def test_any_line_can_be_searched_for_dates(line: str) -> None:
    found = find_date(line)
    assert found is None or line[found.start : found.end].strip()
