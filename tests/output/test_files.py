from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import InputError
from output.files import check_writable, write_file, write_together

if TYPE_CHECKING:
    from pathlib import Path


def write_half(folder: Path) -> None:
    with write_together(folder) as staged:
        (staged / "a").write_text("half")
        raise KeyboardInterrupt


def write_both(folder: Path) -> None:
    with write_together(folder) as staged:
        (staged / "a").write_text("new")
        (staged / "b").write_text("new")


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "c.txt", b"text")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"text"
    assert [one.name for one in (tmp_path / "a" / "b").iterdir()] == ["c.txt"]


def test_files_written_together_replace_the_earlier_ones(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with write_together(tmp_path) as staged:
        (staged / "a").write_text("new")
        (staged / "b").write_text("new")
        assert (tmp_path / "a").read_text() == "old"
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"a": "new", "b": "new"}


def test_where_writing_fails_the_earlier_files_stay_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_half(tmp_path)
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"a": "old"}


def test_a_folder_in_the_way_of_one_file_leaves_all_files_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").mkdir()
    with pytest.raises(InputError, match=r"b': a folder has that name"):
        write_both(tmp_path)
    assert (tmp_path / "a").read_text() == "old"


def test_where_writing_fails_no_empty_folder_is_left(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_half(tmp_path / "x" / "y")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match=r"cannot write to .*file"):
        write_file(tmp_path / "file" / "a.txt", b"")


def test_asking_whether_a_place_can_be_written_leaves_nothing_there(tmp_path: Path) -> None:
    check_writable(tmp_path / "x" / "y")
    assert not list(tmp_path.iterdir())
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match="cannot write"):
        check_writable(tmp_path / "file")
