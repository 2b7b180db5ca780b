import pytest

from extractors.files.metadata.datelines import Dateline
from extractors.files.metadata.front_lines import find_issue_date, find_issuer, find_owner, is_kind
from graph.model import Sourced


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (
            ["Mining Records Centre", "Concerning: the lamps"],
            Sourced("Mining Records Centre", "letterhead"),
        ),
        (
            ["Statement of the Mining Records Centre, 14 June 1996"],
            Sourced("Mining Records Centre", "title line"),
        ),
        (["A/RES/48/88", "Lamps for mines"], Sourced("United Nations", "document symbol")),
        (["Ida Lund", "Graz, 4 May 1997"], None),
        (["The centre has lamps.", "They burn."], None),
        (["Lamps of the Mining Records Centre burn"], None),
    ],
)
def test_the_issuer_stands_in_the_first_lines(lines: list[str], issuer: Sourced | None) -> None:
    assert find_issuer(lines, below=True) == issuer


def test_a_line_alone_is_no_letterhead() -> None:
    assert find_issuer(["Mining Records Centre"], below=False) is None


def test_a_line_that_says_what_it_is_dates_the_text() -> None:
    found = find_issue_date("Statement of the Mining Records Centre, 14 June 1996")
    assert isinstance(found, Dateline)
    assert found.iso == "1996-06-14"


@pytest.mark.parametrize(
    "line", ["Killings in Lissa, 3 June 1971", "Report on what happened in the mine on 3 June 1971"]
)
def test_the_date_of_what_happened_is_not_that_of_the_text(line: str) -> None:
    assert find_issue_date(line) is None


def test_the_kind_of_a_text_may_have_a_number() -> None:
    assert is_kind("Press release No. 14/1996")
    assert not is_kind("Pressures")


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        (
            "Copyright © 2004 by Mining Records Centre. All rights reserved.",
            "Mining Records Centre",
        ),
        ("© 1999-2004 Harbour News", "Harbour News"),
        ("© 2004 Ida Lund", None),
        ("In 2004 Harbour News wrote.", None),
    ],
)
def test_a_notice_of_copyright_names_the_owner(line: str, owner: str | None) -> None:
    assert find_owner([line]) == (Sourced(owner, "copyright notice") if owner else None)
