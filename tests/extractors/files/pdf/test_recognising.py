from pathlib import Path

import pypdfium2
import pytest

from extractors.files.opening import Opened, open_file
from extractors.files.pdf import pdf, recognising
from graph.model import Skipped

HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
ROW = "5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t100\t50\t{conf}\t{text}"


def row(text: str, *, line: int = 1, left: int = 300, conf: float = 95.0) -> str:
    return ROW.format(line=line, left=left, top=line * 100, conf=conf, text=text)


def test_the_words_of_a_line_are_one_piece_in_points() -> None:
    rows = [HEAD, row("Nine"), row("died", left=450), row("smudge", left=600, conf=12)]
    (piece,) = recognising._read("\n".join([*rows, row(" ", line=2)]), 842.0)
    assert piece.text == "Nine died"
    assert (piece.left, piece.right) == (75.0, 137.5)
    assert piece.base == 842.0 - 37.5
    assert piece.size == 12.5


def scan(source: Path, target: Path) -> Path:
    """The pages of a PDF as pictures."""
    made = pypdfium2.PdfDocument.new()
    for page in pypdfium2.PdfDocument(source):
        width, height = page.get_size()
        picture = pypdfium2.PdfImage.new(made)
        picture.set_bitmap(page.render(scale=200 / 72))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        shown = made.new_page(width, height)
        shown.insert_obj(picture)
        shown.gen_content()
    made.save(target)
    return target


NOTE = Path(__file__).parents[4] / "examples/khojaly/archive-note.pdf"


def test_a_scanned_page_is_recognised_and_marked(tmp_path: Path) -> None:
    if recognising.find_recogniser() is None:
        pytest.skip("no tesseract here")
    (whole,) = open_file(NOTE)
    (found,) = open_file(scan(NOTE, tmp_path / "scan.pdf"))
    assert isinstance(found, Opened)
    assert isinstance(whole, Opened)
    words = set(whole.text.split())
    assert len(words & set(found.text.split())) > 0.95 * len(words)
    assert "tesseract recognised" in found.remarks[0].sentence


def test_without_the_program_a_scan_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_recogniser", lambda: None)
    (found,) = open_file(scan(NOTE, tmp_path / "scan.pdf"))
    assert isinstance(found, Skipped)
    assert "install tesseract" in found.reason


def test_a_program_that_fails_gives_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_recogniser", lambda: str(tmp_path / "missing"))
    (found,) = open_file(scan(NOTE, tmp_path / "scan.pdf"))
    assert isinstance(found, Skipped)
