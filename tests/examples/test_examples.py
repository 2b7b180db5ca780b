"""The example texts are what examples/README.md says they are."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from extractors.files import read_files
from graph.model import Document

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
FILES = sorted(path for path in (ROOT / "examples").glob("*/*") if path.is_file())
READABLE = {".txt", ".md", ".html", ".pdf", ".docx", ".jsonl"}
RUN = 10  # words in a row that no example may share with a seed


def read_text(path: Path) -> str:
    match path.suffix:
        case ".pdf":
            return "\n".join(page.extract_text() for page in PdfReader(path, strict=True).pages)
        case ".docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        case ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            return "\n".join(json.loads(line)["text"] for line in lines)
        case ".html":
            return re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))
        case _:
            return path.read_text(encoding="utf-8")


def find_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


@pytest.mark.parametrize("folder", ["bhopal", "khojaly"])
def test_an_example_has_several_kinds_of_files(folder: str) -> None:
    suffixes = {path.suffix for path in FILES if path.parent.name == folder}
    assert {".txt", ".md", ".html", ".jsonl"} <= suffixes <= READABLE


def test_the_main_example_has_every_kind_of_file() -> None:
    assert {path.suffix for path in FILES if path.parent.name == "khojaly"} == READABLE


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_example_is_a_short_text(path: Path) -> None:
    assert 150 <= len(read_text(path).split()) <= 450


@pytest.mark.parametrize(("folder", "count"), [("bhopal", 8), ("khojaly", 12)])
def test_every_document_of_an_example_is_read_with_a_title(folder: str, count: int) -> None:
    documents = list(read_files([ROOT / "examples" / folder]))
    read = [document for document in documents if isinstance(document, Document)]
    assert len(read) == len(documents) == count
    assert all(document.title and document.text for document in read)


def test_every_wire_item_has_an_id_of_its_own() -> None:
    wires = [path for path in FILES if path.suffix == ".jsonl"]
    items = [json.loads(line) for path in wires for line in path.read_text("utf-8").splitlines()]
    assert all({"id", "text", "title", "date", "publisher"} <= item.keys() for item in items)
    assert len({item["id"] for item in items}) == len(items)


def test_the_pdf_gives_its_letters_and_its_title() -> None:
    pdf = PdfReader(ROOT / "examples" / "khojaly" / "archive-note.pdf", strict=True)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Archive Note: Film and Papers on Khodzhaly, 1992"
    assert "Azerbaijani: Xocalı;" in pdf.pages[0].extract_text()


@pytest.mark.parametrize(
    "words",
    [
        "Khojaly|Khojali|Khodzhaly|Hojaly|Xocalı",  # spellings
        "613|485|477|at least 161|181",  # figures
        "genocide|massacre|war crime",  # characterisations
        "denies|does not accept|disputes|refused to recognise",  # denials
    ],
)
def test_the_sources_of_the_main_example_disagree(words: str) -> None:
    texts = " ".join(read_text(path) for path in FILES if path.parent.name == "khojaly")
    plain = " ".join(texts.split())
    assert [word for word in words.split("|") if word not in plain] == []


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="no seed texts beside the repository")
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_example_shares_no_ten_words_in_a_row_with_a_seed(path: Path) -> None:
    seeds = {run for seed in SEEDS.glob("*.txt") for run in find_runs(seed.read_text("utf-8"))}
    assert len(seeds) > RUN
    assert [" ".join(run) for run in find_runs(read_text(path)) if run in seeds] == []
