import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.files import FORMATS, read_files
from graph.errors import InputError
from graph.model import Document, Skipped, Sourced


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text)


def documents(*inputs: Path) -> list[Document]:
    return [result for result in read_files(inputs) if isinstance(result, Document)]


def skipped(*inputs: Path) -> list[Skipped]:
    return [result for result in read_files(inputs) if isinstance(result, Skipped)]


def test_bad_files_are_skipped_with_a_sentence_each_and_the_others_are_read(tmp_path: Path) -> None:
    put(tmp_path, good_txt="The well is dry.", empty_txt="", zero_md=" \n", other_txt="It rained.")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert [document.id for document in documents(tmp_path)] == ["good", "other"]
    skips = skipped(tmp_path)
    assert [skip.source for skip in skips] == [
        "empty.txt", "gone.txt", "noise.txt", "picture.txt", "zero.md",
    ]  # fmt: skip
    assert all(re.fullmatch(r"[A-Z].*\.", skip.reason) for skip in skips)


def test_a_line_of_twenty_megabytes_is_skipped_within_seconds(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"word " * 4_000_000)
    begin = time.monotonic()
    (skip,) = skipped(tmp_path)
    assert "1,000,000 characters" in skip.reason
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize(
    "piece",
    ["word ", "a", "*", "[", "a*b_", "- ", "2019-", "A ", "@", ".", "<!--", "it ran\n"],
)
def test_a_line_that_is_just_short_enough_is_read_within_seconds(
    piece: str, tmp_path: Path
) -> None:
    put(tmp_path, long_txt=(piece * 200_000)[:200_000], long_md=(piece * 200_000)[:200_000])
    begin = time.monotonic()
    assert len(list(read_files([tmp_path]))) == 2
    assert time.monotonic() - begin < 20


def test_no_input_is_an_error_at_the_call(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no input"):
        read_files([tmp_path])


def test_the_same_folder_elsewhere_gives_the_same_documents(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "deep").mkdir(parents=True)
    put(here, b_txt="The well is dry.", a_md="# Wells\n\nThey are dry.")
    put(here / "deep", c_txt="It rained.")
    shutil.copytree(here, there)
    assert documents(here) == documents(there)
    assert [document.source for document in documents(here)] == ["a.md", "b.txt", "deep/c.txt"]
    assert [document.id for document in documents(here)] == ["a", "b", "deep-c"]


def test_files_that_share_a_slug_get_a_hash_that_depends_on_no_other_file(tmp_path: Path) -> None:
    put(tmp_path, a_txt="One.", a_md="Two.")
    before = {document.source: document.id for document in documents(tmp_path)}
    assert before["a.txt"].startswith("a-")
    assert len(set(before.values())) == 2
    put(tmp_path, b_txt="Three.")
    after = {document.source: document.id for document in documents(tmp_path)}
    assert before.items() <= after.items()


def test_the_same_text_under_one_slug_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, a_txt="One.", a_md="One.")
    assert len(documents(tmp_path)) == 1
    assert "twice" in skipped(tmp_path)[0].reason


def test_what_the_file_states_goes_before_the_text_and_the_text_before_the_file_name(
    tmp_path: Path,
) -> None:
    body = "The well of the upper village is dry, and the women walk to the river every day."
    texts = {
        "2001-01-01-a.md": f"---\ndate: 2003\n---\nPublished: 4 May 2002\n\n{body}",
        "2001-01-01-b.md": f"Published: 4 May 2002\n\n{body}",
        "2001-01-01-c.md": body,
        "d.md": body,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    assert [document.date for document in documents(tmp_path)] == [
        Sourced("2003", "front matter"),
        Sourced("2002-05-04", "page furniture"),
        Sourced("2001-01-01", "file name"),
        None,
    ]


def test_heavy_libraries_are_imported_only_when_a_file_needs_them() -> None:
    heavy = "{'trafilatura', 'pypdf', 'docx', 'charset_normalizer', 'spacy'}"
    code = f"import sys, extractors.files; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_suffix_has_its_reader() -> None:
    assert set(FORMATS) == {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl"}
