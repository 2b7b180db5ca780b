from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from extractors.files import read_files
from graph.model import Document, Skipped, Sourced

PageMaker = Callable[..., Path]


def read(path: Path) -> Document | Skipped:
    (result,) = read_files([path])
    return result


def test_a_word_file_gives_paragraphs_title_and_author(make_docx: PageMaker) -> None:
    document = read(
        make_docx("The orchestra toured.", "It came home.", title="A Long Tour", author="Jane Roe")
    )
    assert isinstance(document, Document)
    assert document.text == "The orchestra toured.\n\nIt came home."
    assert document.title == Sourced("A Long Tour", "Word properties")
    assert document.authors == (Sourced("Jane Roe", "Word properties"),)


def test_defaults_of_programs_are_no_metadata(make_docx: PageMaker) -> None:
    document = read(make_docx("The orchestra toured.", title="Untitled", author="python-docx"))
    assert isinstance(document, Document)
    assert (document.title, document.authors, document.date) == (None, (), None)


def test_tables_stand_where_they_are_with_commas_between_cells(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("The towns of the tour:")
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Graz", "Linz"
    file.add_paragraph("Then it ended.")
    file.save(str(tmp_path / "x.docx"))
    document = read(tmp_path / "x.docx")
    assert isinstance(document, Document)
    assert document.text == "The towns of the tour:\n\nGraz, Linz\n\nThen it ended."


def test_a_word_file_without_text_is_skipped(make_docx: PageMaker) -> None:
    result = read(make_docx())
    assert isinstance(result, Skipped)
    assert "holds no text" in result.reason


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 torn"])
def test_a_damaged_word_file_is_skipped(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(data)
    result = read(tmp_path / "x.docx")
    assert isinstance(result, Skipped)
    assert "damaged" in result.reason
