import shutil
import stat
from pathlib import Path

import pytest

from extractors.files.opening import Opened, open_file
from graph.model import Skipped


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put an antiword of our own on the path, and nothing else."""
    path = folder / "antiword"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_the_text_of_an_old_word_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch, 'echo "Nine people died in Oslo."')
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (found,) = open_file(tmp_path / "a.doc")
    assert isinstance(found, Opened)
    assert found.text == "Nine people died in Oslo."


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_file_that_the_program_cannot_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    program(tmp_path, monkeypatch, script)
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (found,) = open_file(tmp_path / "a.doc")
    assert isinstance(found, Skipped)
    assert found.reason.startswith("The .doc file")


def test_without_the_program_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (found,) = open_file(tmp_path / "a.doc")
    assert isinstance(found, Skipped)
    assert "install antiword" in found.reason


def test_antiword_tells_of_what_is_no_word_file(tmp_path: Path) -> None:
    if shutil.which("antiword") is None:
        pytest.skip("no antiword here")
    (tmp_path / "a.doc").write_bytes(b"no Word file at all " * 99)
    (found,) = open_file(tmp_path / "a.doc")
    assert isinstance(found, Skipped)
