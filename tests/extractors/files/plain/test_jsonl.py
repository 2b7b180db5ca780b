import json
from pathlib import Path

import pytest

from extractors.files import read_files
from graph.model import Document, Skipped, Sourced


def read(tmp_path: Path, *lines: str | bytes) -> list[Document | Skipped]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    (tmp_path / "many.jsonl").write_bytes(data)
    return list(read_files([tmp_path]))


def line(**fields: object) -> str:
    return json.dumps(fields)


def test_every_line_is_a_document_with_its_metadata(tmp_path: Path) -> None:
    first, second = read(
        tmp_path,
        line(
            id="Note 7",
            text="The mill burned.",
            title="Fire",
            author="Jane Roe and John Doe",
            date="2019-07-04",
            publisher="Harbour News",
            language="en",
            source="https://news.example/7",
        ),
        line(id=8, text="It was rebuilt."),
    )
    assert first == Document(
        id="note-7",
        text="The mill burned.",
        source="https://news.example/7",
        title=Sourced("Fire", "jsonl field"),
        authors=(Sourced("Jane Roe", "jsonl field"), Sourced("John Doe", "jsonl field")),
        date=Sourced("2019-07-04", "jsonl field"),
        publisher=Sourced("Harbour News", "jsonl field"),
        language=Sourced("en", "jsonl field"),
    )
    assert second == Document(id="8", text="It was rebuilt.", source="many.jsonl")


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ("{broken", "no JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"id": "a"}', 'no "text"'),
        ('{"id": "a", "text": " "}', 'no "text"'),
        ('{"id": "a", "text": 5}', 'no "text"'),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_line_is_skipped_by_its_number_and_the_others_go_on(
    bad: str | bytes, sentence: str, tmp_path: Path
) -> None:
    first, skip, last = read(tmp_path, line(id="a", text="One."), bad, line(id="b", text="Two."))
    assert isinstance(skip, Skipped)
    assert skip.source == "many.jsonl, line 2"
    assert sentence in skip.reason
    assert [document.id for document in (first, last) if isinstance(document, Document)] == [
        "a",
        "b",
    ]


def test_blank_lines_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    results = read(tmp_path, b"\xef\xbb\xbf" + line(id="a", text="One.").encode(), "", " ")
    assert [result.id for result in results if isinstance(result, Document)] == ["a"]
    assert len(results) == 1


def test_lines_that_share_an_id_get_a_hash_of_their_text(tmp_path: Path) -> None:
    first, second = read(tmp_path, line(id="a", text="One."), line(id="a", text="Two."))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.id == "a"
    assert second.id == f"a-{second.sha256[:8]}"


def test_the_same_line_twice_is_one_document(tmp_path: Path) -> None:
    same = line(id="a", text="One.")
    results = read(tmp_path, same, same, same)
    assert [type(result) for result in results] == [Document, Skipped, Skipped]


def test_a_line_without_an_id_is_named_by_its_text(tmp_path: Path) -> None:
    (document,) = read(tmp_path, line(text="One."))
    assert isinstance(document, Document)
    assert document.id == f"many-{document.sha256[:8]}"


def test_a_text_that_is_too_long_is_skipped_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.files.plain.jsonl._MAX_LINE", 1_000)
    long, short = read(tmp_path, line(id="a", text="x" * 1_001), line(id="b", text="Two."))
    assert isinstance(long, Skipped)
    assert "10,000,000 characters" in long.reason
    assert isinstance(short, Document)


def test_a_huge_line_is_skipped_without_being_held(tmp_path: Path) -> None:
    huge, short = read(tmp_path, b"x" * 13_000_000, line(id="b", text="Two."))
    assert isinstance(huge, Skipped)
    assert isinstance(short, Document)


def test_an_empty_file_is_skipped(tmp_path: Path) -> None:
    (skip,) = read(tmp_path, "", " ")
    assert isinstance(skip, Skipped)
    assert "is empty" in skip.reason
