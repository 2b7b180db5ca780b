from extractors.files.cleaning.furniture import trim_furniture
from extractors.files.cleaning.paragraphs import Block
from extractors.files.metadata.authors import find_authors
from graph.model import Sourced

BODY = "The miners of the valley went back to work on Monday after the owners had raised the pay."
END = "The union said that it would watch whether the promise of new lamps was kept this time."


def read(*texts: str | Block) -> tuple[Sourced, ...]:
    blocks = [text if isinstance(text, Block) else Block(text) for text in texts]
    return find_authors(trim_furniture(blocks))


def test_a_byline_names_the_author() -> None:
    assert read("By: Jane Roe", BODY) == (Sourced("Jane Roe", "byline"),)


def test_a_byline_in_the_first_paragraphs_of_running_text_counts() -> None:
    authors = read("Miners return", "By Jane Roe and John Doe", BODY)
    assert [author.value for author in authors] == ["Jane Roe", "John Doe"]


def test_a_bare_name_before_the_text_is_the_author() -> None:
    assert read("Dr Jane Roe", BODY) == (Sourced("Jane Roe", "name line"),)
    assert read("Miners go back to work", "Jane Roe", BODY) == (Sourced("Jane Roe", "name line"),)


def test_a_title_of_common_words_is_no_author() -> None:
    assert read("News from the valley", "Miners Work", BODY) == ()


def test_a_first_line_without_a_title_above_it_is_no_author() -> None:
    assert read("Silver Creek", BODY) == ()


def test_a_closing_line_names_the_author() -> None:
    authors = read(BODY, END, "Jane Roe, Research Assistant, Institute of Mining, Kiruna")
    assert authors == (Sourced("Jane Roe", "closing line"),)


def test_a_note_about_the_author_names_him() -> None:
    note = "John Doe is a historian of mining. He can be reached at john@example.org."
    assert read(BODY, END, note) == (Sourced("John Doe", "author note"),)
    assert read(BODY, END, "The author, John Doe, is a historian of mining and of its unions.")


def test_a_last_sentence_about_a_person_is_no_note() -> None:
    assert read(BODY, END, "John Doe is a member of the union that called the strike.") == ()


def test_a_note_without_a_name_gives_no_author() -> None:
    assert read(BODY, "The writer is editor-in-chief at the Kiruna Post and its owner.") == ()


def test_a_name_line_may_stand_above_the_date() -> None:
    found = read("Miners go back to work", "Jane Roe", "4 May 2019", BODY)
    assert found == (Sourced("Jane Roe", "name line"),)


def test_a_byline_may_stand_at_the_end() -> None:
    assert read(BODY, END, "By Jane Roe") == (Sourced("Jane Roe", "byline"),)


def test_a_signature_names_the_author() -> None:
    assert read(BODY, "Yours faithfully,", "Jane Roe", "Kiruna") == (
        Sourced("Jane Roe", "signature"),
    )
    assert read(BODY, "(signed) J. P. Roe") == (Sourced("J. P. Roe", "signature"),)


def test_a_name_at_the_end_without_more_is_no_signature() -> None:
    assert read(BODY, "Silver Creek") == ()


def test_a_sentence_on_who_wrote_the_report_names_the_author() -> None:
    end = "The report was written by Jane Roe, secretary of the union of the valley."
    assert read(BODY, end) == (Sourced("Jane Roe", "author note"),)
    assert read(BODY, "The report was rejected by Jane Roe, secretary of the union.") == ()


def test_who_prepared_a_note_is_its_author() -> None:
    assert read("Prepared by Jane Roe, archivist, Mining Archive, 4 May 2019", BODY) == (
        Sourced("Jane Roe", "byline"),
    )
