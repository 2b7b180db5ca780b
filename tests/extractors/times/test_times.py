from __future__ import annotations

import calendar
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.times.times import Time, find_times
from graph.dates import PartialDate

ANCHOR = PartialDate(2026, 2, 26)
MONTHS = calendar.month_name


def told(text: str, anchor: PartialDate | None = ANCHOR) -> list[str]:
    return [written(found) for found in find_times(text, anchor)]


def written(found: Time) -> str:
    """2024, 1992..1994, 1991.. (open end), ..1994 (open beginning), ? (unresolved)."""
    begin = found.begin.iso if found.begin else ""
    until = found.until.iso if found.until else ""
    return begin if begin and begin == until else f"{begin}..{until}" if found.resolved else "?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 26 February 1992", "1992-02-26"),
        ("February 26, 1992", "1992-02-26"),
        ("26th February 2024", "2024-02-26"),
        ("22nd April 2010", "2010-04-22"),
        ("Dec 12 1991", "1991-12-12"),
        ("Sept. 3, 1939", "1939-09-03"),
        ("26 of April 2024", "2024-04-26"),
        ("the 4th of July 1976", "1976-07-04"),
        ("26TH FEBRUARY 2024", "2024-02-26"),
        ("26\u00a0February\n1992", "1992-02-26"),
        ("Monday, February 26, 2024", "2024-02-26"),
        ("2026-02-26", "2026-02-26"),
        ("2026-02-26T17:43:00", "2026-02-26"),
        ("2026-02", "2026-02"),
        ("26.02.1992", "1992-02-26"),
        ("26/02/1992", "1992-02-26"),
        ("02/26/1992", "1992-02-26"),
        ("December 1948", "1948-12"),
        ("FEBRUARY 1992", "1992-02"),
        ("mid-July 1995", "1995-07"),
        ("31 February 1992", "1992-02"),
    ],
)
def test_a_single_date_keeps_the_precision_of_the_text(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the night of 25–26 February 1992", "1992-02-25..1992-02-26"),
        ("on the night of 3 to 4 May 1987", "1987-05-03..1987-05-04"),
        ("over the night from 30 to 31 July 1952", "1952-07-30..1952-07-31"),
        ("February 25-26, 1992", "1992-02-25..1992-02-26"),
        ("19 and 20 September 2023", "2023-09-19..2023-09-20"),
        ("between 3 and 7 May 2010", "2010-05-03..2010-05-07"),
        ("between May 3 and 7, 2010", "2010-05-03..2010-05-07"),
        ("from 3 May to 5 June 1999", "1999-05-03..1999-06-05"),
        ("12 May–3 June 1999", "1999-05-12..1999-06-03"),
        ("between May and July 1995", "1995-05..1995-07"),
        ("May-August 1950", "1950-05..1950-08"),
        ("from December to February 1992", "1991-12..1992-02"),
        ("in October and November 1947", "1947-10..1947-11"),
        ("between 1988 and 1994", "1988..1994"),
        ("1988-1994", "1988..1994"),
        ("1992–93", "1992..1993"),
        ("since 1991", "1991.."),
        ("until 1994", "..1994"),
        ("the 1990s", "1990..1999"),
        ("by the early 1990s", "1990..1999"),
        ("the 1980s and 1990s", "1980..1999"),
        ("the late 20th century", "1901..2000"),
        ("the XIX century", "1801..1900"),
        ("the 16th and 17th century", "1501..1700"),
        ("the late nineteenth and early twentieth centuries", "1801..2000"),
    ],
)
def test_a_stretch_of_time_has_two_ends(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the end of 1991", "1991"),
        ("at the beginning of 1992", "1992"),
        ("spring 1945", "1945"),
        ("in the summer of 2014", "2014"),
        ("Resolution 1325 (2000)", "2000"),
        ("the Convention of 1948", "1948"),
        ("the Treaty of Lausanne 1923, signed there", "1923"),
        ("the 1992 ceasefire", "1992"),
        ("(Geneva, 1949)", "1949"),
        ("In 1992 armed forces attacked", "1992"),
        ("02/03/1999", "1999"),
    ],
)
def test_a_year_is_read_where_the_words_around_it_say_so(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the 44-day war",
        "90 days",
        "30 years",
        "resolution 822",
        "resolution 1325",
        "613 people",
        "2001 civilians",
        "by 2001 armed civilians",
        "1,275",
        "17:43:00",
        "tel. 1992-4567",
        "they may march",
        "in 1200 BC",
        "room 1914",
        "$2000",
        "9" * 500,
    ],
)
def test_counts_durations_and_numbers_are_no_dates(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("October 7 last year", "2025-10-07"),
        ("since October 7 last year", "2025-10-07.."),
        ("last year", "2025"),
        ("this year", "2026"),
        ("last month", "2026-01"),
        ("last week", "2026-02-16..2026-02-22"),
        ("last October", "2025-10"),
        ("last January", "2026-01"),
        ("today", "2026-02-26"),
        ("yesterday", "2026-02-25"),
        ("on Monday", "2026-02-23"),
        ("next Monday", "2026-03-02"),
        ("34 years ago", "1992"),
        ("two months ago", "2025-12"),
        ("three decades ago", "1990..1999"),
        ("the past century", "1901..2000"),
    ],
)
def test_relative_times_count_from_the_date_of_the_document(text: str, expected: str) -> None:
    assert told(text) == [expected]
    assert told(text, None) == ["?"]


def test_a_day_is_not_made_up_where_the_document_gives_only_a_year() -> None:
    assert told("yesterday and last month", PartialDate(2026)) == ["?", "?"]


def test_years_ago_and_a_day_beside_them_make_one_date() -> None:
    text = "34 years ago, in the night of 25–26 February, the town fell."
    assert told(text) == ["1992", "1992-02-25..1992-02-26"]
    assert told(text, None) == ["?", "?"]


def test_more_than_thirty_years_ago_is_no_year() -> None:
    assert told("more than 30 years ago") == ["?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked the town on Thursday.", "2026-02-26"),
        ("Rebels attacked the town last Thursday.", "2026-02-19"),
        ("Ada Lund said Friday that the dam was safe.", "2026-02-20"),
        ("A blast on Sunday night", "2026-02-22"),
        ("Friday's announcement", "2026-02-20"),
        ("over the weekend", "2026-02-21..2026-02-22"),
        ("last quarter", "2025-10..2025-12"),
        ("the third quarter of last year", "2025-07..2025-09"),
        ("the second quarter of 2011", "2011-04..2011-06"),
        ("in '82", "1982"),
        ("the 70s", "1970..1979"),
        ("the early '80s", "1980..1989"),
        ("mid-2011", "2011"),
        ("at 11:30 GMT Tuesday", "2026-02-24"),
        ("by the end of the year", "2026"),
    ],
)
def test_news_counts_from_its_own_day(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the Sunday Times",
        "every Friday",
        "on Good Friday",
        "Mondays",
        "in his 70s",
        "the first strike of the 20th century",
        "one of the worst fires of the last century",
    ],
)
def test_names_habits_ages_and_superlatives_are_no_dates(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wreaths were laid on 24 February.", "2026-02-24"),
        ("Wreaths were laid on 24 December.", "2025-12-24"),
        ("The council met in October.", "2025-10"),
    ],
)
def test_a_day_or_month_without_a_year_is_the_last_one(text: str, expected: str) -> None:
    assert told(text) == [expected]
    assert told(text, None) == ["?"]


def test_a_month_to_come_stays_open_where_the_last_one_is_as_far() -> None:
    (found,) = find_times("Wreaths were laid on 24 April.", ANCHOR)
    assert not found.resolved
    assert found.how == "inherited"


def test_a_sentence_that_looks_ahead_means_the_next_one() -> None:
    def ahead(_: int) -> bool:
        return True

    text = "It will begin on Wednesday. It will end in April.\n\nIt will close on 24 February."
    found = find_times(text, ANCHOR, ahead=ahead)
    assert [written(each) for each in found] == ["2026-03-04", "2026-04", "2027-02-24"]


def test_a_year_in_the_title_is_that_of_days_without_one() -> None:
    text = "On January 29 they came."
    assert [written(t) for t in find_times(text, ANCHOR, title="Report 2019")] == ["2019-01-29"]
    both = find_times(text, ANCHOR, title="From 2018 to 2019")
    assert [written(t) for t in both] == ["2026-01-29"]


def test_a_history_goes_on_in_the_next_paragraph_in_the_same_or_the_next_months() -> None:
    text = "It began on 6 July 1967.\n\nDoba fell on 14 August.\n\nLima fell on 3 March."
    assert told(text) == ["1967-07-06", "1967-08-14", "?"]


def test_years_ago_today_is_a_day() -> None:
    assert told("Thirty-five years ago today") == ["1991-02-26"]


def test_a_text_of_other_years_leaves_its_days_open() -> None:
    text = "In 1944 it began. It grew in 1945.\n\nIn 1946 it ended.\n\nOn 24 February people met."
    assert told(text)[-1] == "?"


def test_the_next_day_and_that_night_count_from_what_was_told() -> None:
    text = "On 3 May 1999 they came. The next day they left. That night it burned."
    assert told(text) == ["1999-05-03", "1999-05-04", "1999-05-04"]
    assert told("On 3 May 1999 they came. The day after, they left.")[-1] == "1999-05-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 20 March 1945 they waited, and on 24 April they left.", "1945-04-24"),
        ("It fell on 24 April 1945.\n\nOn 24 April people met.", "1945-04-24"),
        ("In 1945 they waited. On 24 April they left.", "1945-04-24"),
        ("In 1945 they waited. The following year they left.", "1946"),
        ("On 30 April 1945 they met. Two days later they left.", "1945-05-02"),
        ("In November 1944 they waited. In January they left.", "1945-01"),
        ("On 3 May 1945 it fell. That same day they left.", "1945-05-03"),
        ("In late 1944 they waited. By the end of the year they left.", "1944"),
    ],
)
def test_a_missing_year_comes_from_what_was_told_before(text: str, expected: str) -> None:
    found = find_times(text, ANCHOR)[-1]
    assert written(found) == expected
    assert found.how == "inherited"
    assert found.confidence < 1


def test_a_year_does_not_pass_to_the_next_paragraph() -> None:
    assert told("In 1945 they waited.\n\nOn 24 April wreaths were laid.") == ["1945", "?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 2001 attacks", "2001"),
        ("after the 2001 attacks", "2001"),
        ("They met in March.", "March"),
        ("They met on Sept. 3.", "Sept. 3"),
        ("They met on Monday.", "Monday"),
        ("on the night of 3 May 1999", "the night of 3 May 1999"),
        ("by the early 1990s", "the early 1990s"),
        ("since 1991", "since 1991"),
    ],
)
def test_a_span_holds_what_belongs_to_the_date(text: str, expected: str) -> None:
    assert [found.text for found in find_times(text, ANCHOR)] == [expected]


def test_what_follows_a_dated_event_is_not_dated_by_it() -> None:
    (found,) = find_times("They left after the 2001 attacks.", ANCHOR)
    assert found.begin == found.until


def test_the_count_after_a_month_is_no_day_and_no_year() -> None:
    assert [t.text for t in find_times("In May 20 people left.", None)] == ["May"]
    assert [t.text for t in find_times("On 26 May, 1275 people left.", None)] == ["26 May"]


WORDS = """25 26 1992 1275 2001 99999999999 February May MAY may - – to and from between the night
of ago years last next this year Monday on since until early 1990s 20th century , . ( ) / BC people
02/03/1999 2026-02-26 29 days later following that same weekend quarter Friday Sunday night
'82 70s the third"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))
ANCHORS = st.one_of(
    st.none(),
    st.dates().map(lambda d: PartialDate(d.year, d.month, d.day)),
    st.just(PartialDate(1)),
)


@settings(max_examples=400)
@given(TEXTS, ANCHORS)
def test_spans_are_exact_sorted_and_apart(text: str, anchor: PartialDate | None) -> None:
    found = find_times(text, anchor)
    assert all(text[each.start : each.end] == each.text != "" for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


DAYS = st.dates(date(1000, 1, 1), date(2099, 12, 31))


@given(
    DAYS,
    st.sampled_from(
        ["{d} {m} {y}", "{m} {d}, {y}", "the {d} of {m}, {y}", "{y}-{n:02}-{d:02}", "{d}.{n}.{y}"]
    ),
)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=MONTHS[day.month], n=day.month, y=day.year)
    assert told(f"It was {text}.") == [day.isoformat()]


@given(DAYS)
def test_a_written_month_or_year_is_read_back(day: date) -> None:
    assert told(f"in {MONTHS[day.month]} {day.year}") == [f"{day.year}-{day.month:02}"]
    assert told(f"in {day.year}") == [str(day.year)]
