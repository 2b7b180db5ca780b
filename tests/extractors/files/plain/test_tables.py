from pathlib import Path

import pytest

from extractors.files import read_files
from graph.model import Cut, Document, Skipped, Sourced


def read(folder: Path, name: str, content: str) -> list[Document | Skipped]:
    (folder / name).write_text(content)
    return list(read_files([folder / name]))


def test_a_row_is_a_document_where_a_column_holds_texts(tmp_path: Path) -> None:
    said = '"The mill, she said, is open."'
    rows = f"id,date,author,place,text\n7,4 May 2004,Ida Lund,Graz,{said}\n8,,,Linz,\n"
    first, second = read(tmp_path, "a.csv", rows)
    assert isinstance(first, Document)
    assert isinstance(second, Skipped)
    assert first.text == "The mill, she said, is open."
    assert first.date == Sourced("2004-05-04", "table column")
    assert first.authors == (Sourced("Ida Lund", "table column"),)
    assert first.cuts == (Cut("id: 7", "table column"), Cut("place: Graz", "table column"))
    assert (first.id, first.source) == ("a-row-2", "a.csv, row 2")
    assert second == Skipped("a.csv, row 3", "The row has no 'text'; fill it in or leave it out.")


@pytest.mark.parametrize(("name", "sign"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_a_table_of_facts_is_one_text_with_a_line_for_each_row(
    name: str, sign: str, tmp_path: Path
) -> None:
    rows = [["name", "age"], ["Ida Lund", "34"], ["Jon Berg", "61"]]
    (document,) = read(tmp_path, name, "\n".join(map(sign.join, rows)))
    assert isinstance(document, Document)
    assert document.text == "name, age\n\nIda Lund, 34\n\nJon Berg, 61"


def test_an_empty_table_is_skipped(tmp_path: Path) -> None:
    (result,) = read(tmp_path, "a.csv", ",,\n,,\n")
    assert isinstance(result, Skipped)
    assert "no text" in result.reason
