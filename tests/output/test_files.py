from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from graph.errors import InputError
from output.files import claim, current, write_file, write_together

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders")


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
    with pytest.raises(KeyboardInterrupt), claim(tmp_path / "x" / "y"):
        write_half(tmp_path / "x" / "y")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match=r"cannot write to .*file"):
        write_file(tmp_path / "file" / "a.txt", b"")


def test_claiming_a_place_leaves_nothing_there(tmp_path: Path) -> None:
    with claim(tmp_path / "x" / "y"):
        assert (tmp_path / "x" / "y").is_dir()
    assert not list(tmp_path.iterdir())
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match="cannot write"), claim(tmp_path / "file"):
        pass


@POSIX
def test_a_place_that_another_build_has_claimed_is_refused_until_it_ends(tmp_path: Path) -> None:
    with claim(tmp_path):
        with pytest.raises(InputError, match="another build writes into"), claim(tmp_path):
            pass
        write_file(tmp_path / "a", b"a file alone is no build")
    with claim(tmp_path):
        pass


@POSIX
def test_the_claim_of_a_killed_process_ends_and_what_it_was_writing_goes(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from output.files import claim, write_together\n"
        "with claim(Path(sys.argv[1])), write_together(Path(sys.argv[1])) as staged:\n"
        "    (staged / 'a').write_text('half'); os.kill(os.getpid(), 9)"
    )
    (tmp_path / "a").write_text("old")
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert len(list(tmp_path.iterdir())) == 2
    with claim(tmp_path):
        assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"a": "old"}


@POSIX
def test_what_a_living_process_writes_is_not_swept(tmp_path: Path) -> None:
    with write_together(tmp_path) as staged:
        with claim(tmp_path):
            pass
        (staged / "a").write_text("new")
    assert (tmp_path / "a").read_text() == "new"


@pytest.mark.parametrize("moved", range(4))
def test_wherever_a_build_is_killed_all_files_are_the_old_ones_or_all_are_the_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    for name in "ab":
        (tmp_path / name).write_text("old")
    replace, done = Path.replace, iter(range(moved))

    def kill(path: Path, target: Path) -> Path:
        if next(done, None) is None:
            raise KeyboardInterrupt
        return replace(path, target)

    with monkeypatch.context() as patched, suppress(KeyboardInterrupt):
        patched.setattr(Path, "replace", kill)
        write_both(tmp_path)
    wanted = "new" if moved else "old"
    assert {current(tmp_path, name).read_text() for name in "ab"} == {wanted}
    with claim(tmp_path):
        found = {one.name: one.read_text() for one in tmp_path.iterdir()}
        assert found == {"a": wanted, "b": wanted}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_as_a_full_disk(tmp_path: Path, code: int) -> None:
    with pytest.raises(InputError, match="is full; free some space"), write_together(tmp_path):
        raise OSError(code, os.strerror(code))
