import pytest

from extractors.files.draft import Metadata
from extractors.files.evidence import find_metadata, guess_language
from extractors.files.furniture import trim_furniture
from extractors.files.paragraphs import Block, Shape
from graph.model import Sourced

BODY = "The miners of the valley went back to work on Monday after the owners had raised the pay."
END = "The union said that it would watch whether the promise of new lamps was kept this time."


def read(*texts: str | Block) -> Metadata:
    blocks = [text if isinstance(text, Block) else Block(text) for text in texts]
    return find_metadata(trim_furniture(blocks))


def test_a_byline_names_the_author() -> None:
    assert read("By: Jane Roe", BODY).authors == (Sourced("Jane Roe", "byline"),)


def test_a_byline_in_the_first_paragraphs_of_running_text_counts() -> None:
    authors = read("Miners return", "By Jane Roe and John Doe", BODY).authors
    assert [author.value for author in authors] == ["Jane Roe", "John Doe"]


def test_a_bare_name_before_the_text_is_the_author() -> None:
    assert read("Dr Jane Roe", BODY).authors == (Sourced("Jane Roe", "name line"),)
    assert read("Miners go back to work", "Jane Roe", BODY).authors == (
        Sourced("Jane Roe", "name line"),
    )


def test_a_title_of_common_words_is_no_author() -> None:
    assert read("News from the valley", "Miners Work", BODY).authors == ()


def test_a_first_line_without_a_title_above_it_is_no_author() -> None:
    assert read("Silver Creek", BODY).authors == ()


def test_a_closing_line_names_the_author() -> None:
    authors = read(BODY, END, "Jane Roe, Research Assistant, Institute of Mining, Kiruna").authors
    assert authors == (Sourced("Jane Roe", "closing line"),)


def test_a_note_about_the_author_names_him() -> None:
    note = "John Doe is a historian of mining. He can be reached at john@example.org."
    assert read(BODY, END, note).authors == (Sourced("John Doe", "author note"),)
    assert read(
        BODY, END, "The author, John Doe, is a historian of mining and of its unions."
    ).authors


def test_a_last_sentence_about_a_person_is_no_note() -> None:
    assert (
        read(BODY, END, "John Doe is a member of the union that called the strike.").authors == ()
    )


def test_a_note_without_a_name_gives_no_author() -> None:
    assert (
        read(BODY, "The writer is editor-in-chief at the Kiruna Post and its owner.").authors == ()
    )


@pytest.mark.parametrize(
    ("texts", "origin"),
    [
        (["Published: 4 May 2019", BODY], "page furniture"),
        (["Miners return", "4 May 2019", BODY], "dateline"),
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


def test_a_name_line_may_stand_above_the_date() -> None:
    found = read("Miners go back to work", "Jane Roe", "4 May 2019", BODY)
    assert found.authors == (Sourced("Jane Roe", "name line"),)


def test_a_byline_may_stand_at_the_end() -> None:
    assert read(BODY, END, "By Jane Roe").authors == (Sourced("Jane Roe", "byline"),)
