import pytest

from extractors.files.cleaning.furniture import trim_furniture
from extractors.files.cleaning.paragraphs import Block, Shape
from extractors.files.draft import Metadata
from extractors.files.metadata.evidence import find_metadata, guess_language
from graph.model import Sourced

BODY = "The miners of the valley went back to work on Monday after the owners had raised the pay."
END = "The union said that it would watch whether the promise of new lamps was kept this time."


def read(*texts: str | Block) -> Metadata:
    blocks = [text if isinstance(text, Block) else Block(text) for text in texts]
    return find_metadata(trim_furniture(blocks))


@pytest.mark.parametrize(
    ("texts", "origin"),
    [
        (["Published: 4 May 2019", BODY], "page furniture"),
        (["Miners return", "4 May 2019", BODY], "dateline"),
        (["Miners return", "May 4, 2019 | Statements", BODY], "dateline"),
        ([f"KIRUNA, 4 May 2019 — {BODY}"], "dateline"),
        ([BODY, "Kiruna, 4 May 2019"], "dateline"),
    ],
)
def test_the_date_is_found_at_the_edges(texts: list[str], origin: str) -> None:
    assert read(*texts).date == Sourced("2019-05-04", origin)


def test_a_date_inside_the_text_is_not_the_date_of_the_text() -> None:
    assert read(f"On 4 May 2019, an assembly met. {BODY}").date is None


def test_the_title_is_a_heading_or_the_first_line() -> None:
    heading = Block("Miners return to work", Shape.HEADING)
    assert read(heading, BODY).title == Sourced("Miners return to work", "heading")
    assert read("Miners return to work", BODY).title == Sourced(
        "Miners return to work", "first line"
    )


@pytest.mark.parametrize(
    "line", ["By Jane Roe", "4 May 2019", "Dr Jane Roe", "Abstract:", "Mining"]
)
def test_bylines_dates_and_labels_are_no_title(line: str) -> None:
    assert read(line, BODY).title is None


def test_a_heading_further_down_is_no_title() -> None:
    assert read(BODY, Block("What comes next", Shape.HEADING), END).title is None


def test_an_imprint_names_the_publisher() -> None:
    assert read("Published by Kiruna Mining Society", BODY).publisher == Sourced(
        "Kiruna Mining Society", "imprint"
    )
    assert read("ORGANISED BY\nMining Institute", BODY).publisher == Sourced(
        "Mining Institute", "imprint"
    )


def test_english_is_guessed_and_other_languages_are_not() -> None:
    assert guess_language(BODY) == Sourced("en", "guess")
    assert guess_language("Die Bergleute kehrten am Montag an die Arbeit zurück, hieß es.") is None
    assert guess_language("") is None


def test_a_letterhead_above_the_kind_of_text_is_the_publisher_and_no_title() -> None:
    found = read("MINISTRY OF MINES", "PRESS RELEASE", "Wages agreed in Kiruna", BODY)
    assert found.publisher == Sourced("MINISTRY OF MINES", "letterhead")
    assert found.title == Sourced("Wages agreed in Kiruna", "first line")


def test_the_subject_of_a_memorandum_is_its_title() -> None:
    found = read("MEMORANDUM", "TO: The Director", "FROM: Jane Roe", "SUBJECT: Lamps", BODY)
    assert found.title == Sourced("Lamps", "subject line")
    assert found.authors == (Sourced("Jane Roe", "byline"),)


def test_the_name_of_an_institution_is_no_title() -> None:
    assert read("UNITED MINERS UNION", "General Council", "Resolution 12 (1993)", BODY).title == (
        Sourced("Resolution 12 (1993)", "first line")
    )


def test_a_line_that_tells_when_it_was_written_dates_the_text() -> None:
    line = "Prepared by Jane Roe, archivist, Mining Archive, 4 May 2019"
    assert read("Papers of a mine", line, BODY).date == Sourced("2019-05-04", "dateline")
    assert read("The strike of 4 May 2019", BODY).date is None


def test_an_institution_in_capitals_above_the_title_is_the_publisher() -> None:
    found = read("KIRUNA CENTRE FOR MINING", "Kiruna", "A comment on the strike", BODY)
    assert found.publisher == Sourced("KIRUNA CENTRE FOR MINING", "letterhead")
    assert found.title == Sourced("A comment on the strike", "first line")
