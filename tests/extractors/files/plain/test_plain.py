from pathlib import Path

import pytest

from extractors.files import read_files
from extractors.files.draft import Metadata
from extractors.files.plain.plain import read_fields, split_front_matter
from graph.model import Document, Sourced


def read(tmp_path: Path, text: str, name: str = "note.md") -> Document:
    (tmp_path / name).write_text(text)
    (document,) = read_files([tmp_path])
    assert isinstance(document, Document)
    return document


FRONT = """---
title: The Mill
authors: [Jane Roe, John Doe]
date: 2019-07-04
publisher: Harbour News
lang: en
url: https://news.example/mill
---
The mill burned.
"""


@pytest.mark.parametrize("name", ["note.md", "note.txt"])
def test_front_matter_is_metadata_and_no_text(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, FRONT, name) == Document(
        id="note",
        text="The mill burned.",
        source="https://news.example/mill",
        title=Sourced("The Mill", "front matter"),
        authors=(Sourced("Jane Roe", "front matter"), Sourced("John Doe", "front matter")),
        date=Sourced("2019-07-04", "front matter"),
        publisher=Sourced("Harbour News", "front matter"),
        language=Sourced("en", "front matter"),
    )


@pytest.mark.parametrize("text", ["---\n- a\n---\nText.", "---\na: [\n---\nText.", "Text.\n---\n"])
def test_what_is_no_mapping_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text) == (text, Metadata())


def test_fields_of_strange_types_are_left_out() -> None:
    fields: dict[object, object] = {"title": None, "date": True, "author": {"name": "Jane Roe"}}
    assert read_fields(fields, "x") == Metadata(authors=(Sourced("Jane Roe", "x"),))


def test_a_text_file_with_the_marks_of_markdown_is_read_as_markdown(tmp_path: Path) -> None:
    document = read(tmp_path, "# The Mill\n\n**Jane Roe** saw **fire** at the mill.", "note.txt")
    assert document.text == "The Mill\n\nJane Roe saw fire at the mill."
    assert document.title == Sourced("The Mill", "heading")


def test_front_matter_with_aliases_is_text_and_takes_no_time() -> None:
    lists = "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(30))
    text = f"---\na0: &a0 [x, y]\n{lists}title: *a30\n---\nText."
    assert split_front_matter(text) == (text, Metadata())


@pytest.mark.parametrize(
    "value",
    ["[[Jane Roe]]", "{first: Jane}", "!!set {Jane}", "9" * 4000, "9" + ":59" * 3000, "true"],
)
def test_only_scalars_and_lists_of_them_are_taken(value: str) -> None:
    front, metadata = split_front_matter(f"---\nauthor: {value}\ntitle: The Mill\n---\nText.")
    assert front == "Text."
    assert metadata == Metadata(title=Sourced("The Mill", "front matter"))
