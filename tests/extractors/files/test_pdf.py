from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.files import read_files
from extractors.files.pdf import join_pages
from graph.model import Document, Skipped, Sourced

PageMaker = Callable[..., Path]


def read(path: Path) -> Document | Skipped:
    (result,) = read_files([path])
    return result


def test_a_pdf_gives_paragraphs_title_and_author(make_pdf: PageMaker) -> None:
    path = make_pdf(
        "The glacier above the village has lost a third of\n"
        "its ice since the first survey, and the inter-\n"
        "national team that measured it expects the lake\n"
        "to drain by summer.\n"
        "The villagers keep boats ready.",
        title="Ice of the Upper Valley",
        author="Jane Roe",
    )
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == (
        "The glacier above the village has lost a third of its ice since the first survey, and the "
        "international team that measured it expects the lake to drain by summer.\n\n"
        "The villagers keep boats ready."
    )
    assert document.title == Sourced("Ice of the Upper Valley", "PDF properties")
    assert document.authors == (Sourced("Jane Roe", "PDF properties"),)
    assert document.date is None


def test_a_pdf_without_text_may_be_a_scan(make_pdf: PageMaker) -> None:
    result = read(make_pdf(""))
    assert isinstance(result, Skipped)
    assert "may be a scan" in result.reason
    assert "OCR" in result.reason


def test_an_encrypted_pdf_is_skipped(make_pdf: PageMaker) -> None:
    result = read(make_pdf("Secret.", locked=True))
    assert result == Skipped("file.pdf", "The PDF is encrypted; remove its password first.")


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"no pdf at all", b"", b"\x00" * 5000])
def test_a_damaged_pdf_is_skipped_without_a_warning(
    data: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "x.pdf").write_bytes(data)
    result = read(tmp_path / "x.pdf")
    assert isinstance(result, Skipped)
    assert "damaged" in result.reason
    assert [record for record in caplog.records if record.name.startswith("pypdf")] == []


def test_a_page_that_ends_in_a_sentence_goes_on_over_the_page_break() -> None:
    assert join_pages(["The lake", "drained.", "", "Then came rain."]) == (
        "The lake\ndrained.\n\nThen came rain."
    )
