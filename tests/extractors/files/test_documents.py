import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.files import FORMATS, read_files
from extractors.files.cleaning.cleaning import clean
from extractors.files.draft import Draft, Layout
from graph.errors import InputError
from graph.model import Document, Remark, Skipped, Sourced


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


def test_a_line_of_fifty_megabytes_is_skipped_within_seconds(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"word " * 10_000_000)
    begin = time.monotonic()
    (skip,) = skipped(tmp_path)
    assert "10,000,000 characters" in skip.reason
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
    assert skipped(tmp_path) == [
        Skipped("a.txt", "Its text and metadata are those of a.md; one of them is read.")
    ]


def test_a_text_that_comes_again_under_another_date_is_read_and_said(tmp_path: Path) -> None:
    (tmp_path / "2001-01-01.txt").write_text("The well is dry.")
    (tmp_path / "2002-01-01.txt").write_text("The well is dry.")
    first, second = documents(tmp_path)
    assert first.remarks == ()
    assert second.remarks == (Remark("Its text is also that of 2001-01-01.txt, word for word."),)


def test_a_text_in_another_language_is_skipped_unless_it_is_insisted_on(tmp_path: Path) -> None:
    german = "Der Brunnen ist trocken, und die Frauen gehen jeden Tag mit den Eimern an den Fluss."
    put(tmp_path, a_txt=german, b_txt="The well is dry.")
    assert [document.id for document in documents(tmp_path)] == ["b"]
    assert skipped(tmp_path)[0].reason.startswith("The text is in German, and only English is")
    assert len(list(read_files([tmp_path], language="en"))) == 2


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
    heavy = "{'trafilatura', 'pypdfium2', 'lxml', 'ftfy', 'charset_normalizer', 'spacy'}"
    code = f"import sys, extractors.files; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_suffix_has_its_reader() -> None:
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl"} <= set(FORMATS)


words = st.sampled_from(
    ["the", "Well", "is", "dry.", "DEEP", "WATER", "inter-", "25-", "26", "\n", "\n\n", "Share",
     "May 4, 2019", "www.example.org", "•", "“so”", "and", "village", "\u00ad", "e\u0301", "\t"],
)  # fmt: skip


@given(st.lists(words, max_size=120).map(" ".join))
def test_cleaning_cleaned_text_changes_nothing_more(text: str) -> None:
    once = "\n\n".join(block.text for block in clean(Draft(text)).blocks)
    twice = "\n\n".join(block.text for block in clean(Draft(once)).blocks)
    assert twice == once


@given(st.text(), st.sampled_from(Layout))
def test_any_text_can_be_cleaned(text: str, layout: Layout) -> None:
    trimmed = clean(Draft(text, layout))
    assert all(block.text for block in trimmed.blocks)


pieces = st.sampled_from(
    ["The well is dry.", "and the women walk", "to the river", "Page 1", "Page 2", "12", "13",
     "THE WELL", "Share", "Updated: 4 May 2019", "11\u00b3 men", "www.example.org", "By Jane Roe",
     "* * *",     "Ministry of Wells", "P.O. Box 12", "Home", "News", "inter-", "national"]
)  # fmt: skip


@given(st.lists(st.tuples(pieces, st.sampled_from([" ", "\n", "\n\n", "\x0c"])), max_size=60))
def test_every_word_of_a_text_is_in_the_document_or_in_the_list_of_cuts(
    parts: list[tuple[str, str]],
) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    trimmed = clean(Draft(text))
    told = [*(block.text for block in trimmed.blocks), *(cut.words for cut in trimmed.cuts)]
    assert Counter(filter(str.isalnum, text)) == Counter(filter(str.isalnum, "".join(told)))


@given(st.lists(st.tuples(pieces, st.sampled_from([" ", "\n", "\n\n"])), max_size=60))
def test_every_word_of_a_markdown_text_is_in_the_document_or_in_the_list_of_cuts(
    parts: list[tuple[str, str]],
) -> None:
    text = "".join(f"{piece}{gap}" for piece, gap in parts)
    marked = f"# Wells\n\n[a link](https://example.org/wells) <!-- a comment --> **bold**\n\n{text}"
    trimmed = clean(Draft(marked, Layout.MARKDOWN))
    told = " ".join([*(b.text for b in trimmed.blocks), *(cut.words for cut in trimmed.cuts)])
    for word in ("https", "wells", "comment", "bold", *re.findall(r"[A-Za-z]+", text)):
        assert word in told or word in {"inter", "national"}
