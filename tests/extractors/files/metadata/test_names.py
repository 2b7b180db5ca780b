import pytest

from extractors.files.metadata.names import (
    find_byline,
    find_names,
    is_name,
    recase,
    strip_honorifics,
    turn_name,
)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe", "Dr Roe", "Prof. Dr. Ana María López", "JANE ROE", "Ludwig van Beethoven",
        "Maj. Gen. (R) John Doe", "Zoë O’Neill", "J. R. R. Tolkien", "Abd-ur-Rahman Khan",
    ],
)  # fmt: skip
def test_a_full_name_is_known_by_its_form(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "Jane", "The River", "Ministry of Fisheries", "River Institute", "jane roe", "A B", "",
        "Jane Roe, editor", "Who Pays?", "Dr", "5 July", "Interactive Session",
    ],
)  # fmt: skip
def test_other_lines_are_no_names(line: str) -> None:
    assert not is_name(line)


def test_titles_of_address_are_no_part_of_the_name() -> None:
    assert strip_honorifics("H.E. Dr. Jane Roe") == "Jane Roe"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By: Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and Dr John Doe", ("Jane Roe", "John Doe")),
        ("BY JANE ROE", ("JANE ROE",)),
        ("By Jane Roe, Harbour News", ("Jane Roe",)),
        ("Written by Jane Roe | Staff", ("Jane Roe",)),
        ("By Jane Roe - 4 May 2019", ("Jane Roe",)),
        ("By Jane Roe in Oslo", ("Jane Roe",)),
        ("FROM: Dr Jane Roe, Archivist", ("Jane Roe",)),
        ("Text: Jane Roe", ("Jane Roe",)),
        ("From Jane Roe", ()),
        ("Reporting by Jane Roe and John Doe; Editing by A. Poe", ("Jane Roe", "John Doe")),
        ("Author: Jane Roe", ("Jane Roe",)),
        ("By the river", ()),
        ("Byron Jones Park", ()),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert find_byline(line) == names


def test_names_end_at_the_first_that_is_none() -> None:
    assert find_names("Jane Roe, Harbour News, John Doe") == ("Jane Roe",)


@pytest.mark.parametrize("line", ["Example Wire", "Wire Services", "Guest Contributor", "Web Team"])
def test_a_desk_is_nobody(line: str) -> None:
    assert find_names(line) == ()


def test_a_role_behind_a_name_is_no_part_of_it() -> None:
    assert find_names("Jane Roe Senior Reporter") == ("Jane Roe",)
    assert find_byline("Posted by Jane Roe on May 3, 2020") == ("Jane Roe",)


@pytest.mark.parametrize(
    ("line", "name"),
    [("Roe, Jane", "Jane Roe"), ("Roe, Jane M.", "Jane M. Roe"), ("Jane Roe, John Doe", "")],
)
def test_a_catalogue_s_name_is_turned_round(line: str, name: str) -> None:
    assert turn_name(line) == (name or line)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("JANE O'ROE", "Jane O'Roe"),
        ("JOHN ROE III", "John Roe III"),
        ("MARÍA DE LA CRUZ", "María de la Cruz"),
        ("Jane Roe", "Jane Roe"),
    ],
)
def test_a_name_in_capitals_is_written_as_people_do(name: str, written: str) -> None:
    assert recase(name) == written


@pytest.mark.parametrize("title", ["Jane Roe on the Road", "Jane Roe at the United Nations"])
def test_a_title_that_begins_with_a_name_is_no_byline(title: str) -> None:
    assert find_names(title) == ()


def test_of_one_person_a_name_of_more_words_is_turned() -> None:
    assert turn_name("de la Cruz, María José", is_one=True) == "María José de la Cruz"
