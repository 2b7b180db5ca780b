from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files import opening
from extractors.files.draft import Draft
from extractors.files.formats import FORMATS
from extractors.files.opening import Opened, open_file
from graph.errors import UnreadableFileError
from graph.model import Skipped


def reads(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Play a reader of text files that gives one text and then fails."""

    def read(_: Path) -> Iterator[Draft | Skipped]:
        yield Draft("The well is dry.")
        raise error

    monkeypatch.setattr(opening, "FORMATS", {".txt": read})


def test_a_file_without_permission_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    # the superuser may read everything, so the refusal is played
    reads(monkeypatch, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    (_, skipped) = open_file(Path("a.txt"))
    assert skipped == Skipped("", "The file cannot be opened: Permission denied.")


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), AssertionError(), EOFError()])
def test_a_failure_of_any_type_in_a_reader_becomes_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    reads(monkeypatch, error)
    (opened, skipped) = open_file(Path("a.TXT"))
    assert isinstance(opened, Opened)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith(f"The file could not be read as .txt ({type(error).__name__})")


def test_a_lack_of_memory_gets_out(monkeypatch: pytest.MonkeyPatch) -> None:
    reads(monkeypatch, MemoryError())
    with pytest.raises(MemoryError):
        list(open_file(Path("a.txt")))


def test_a_lack_of_memory_that_a_reader_takes_for_damage_gets_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    damaged = UnreadableFileError("It is damaged.")
    damaged.__cause__ = MemoryError()
    reads(monkeypatch, damaged)
    with pytest.raises(MemoryError):
        list(open_file(Path("a.txt")))


@pytest.mark.parametrize("suffix", [*FORMATS])
@given(data=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_bytes_under_any_suffix_give_documents_or_sentences(
    suffix: str, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / f"x{suffix}").write_bytes(data)
    for found in open_file(tmp_path / f"x{suffix}"):
        assert found.text if isinstance(found, Opened) else found.reason.endswith(".")
