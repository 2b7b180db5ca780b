import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.files import read_files
from extractors.files.inputs.archives import read_zip
from graph.errors import UnreadableFileError
from graph.model import Document, Skipped

TEXTS = {"b.txt": "The mill is shut.", "a/a.txt": "The mill is open."}


def make_zip(path: Path, contents: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def make_tar(path: Path, mode: str, contents: dict[str, str]) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content.encode()))
    return path


def sources(path: Path) -> list[tuple[str, str]]:
    return [(one.source, one.text) for one in read_files([path]) if isinstance(one, Document)]


def test_the_files_of_a_zip_are_documents_named_by_their_place(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "x.zip", {**TEXTS, ".hidden.txt": "no", "__MACOSX/._b.txt": "no"})
    assert sources(path) == [
        ("x.zip, a/a.txt", "The mill is open."), ("x.zip, b.txt", "The mill is shut."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "mode"), [("x.tar", "w"), ("x.tar.gz", "w:gz"), ("x.tgz", "w:gz")]
)
def test_the_files_of_a_tar_are_documents(name: str, mode: str, tmp_path: Path) -> None:
    path = make_tar(tmp_path / name, mode, TEXTS)
    assert [source for source, _ in sources(path)] == [f"{name}, b.txt", f"{name}, a/a.txt"]


def test_a_file_that_is_packed_alone_is_read_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"The mill is open."))
    assert sources(tmp_path / "a.txt.gz") == [("a.txt.gz, a.txt", "The mill is open.")]


def test_what_is_not_read_in_an_archive_is_told(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "x.zip", {"a.png": b"\x89PNG", "b.txt": "", "c.txt": "It is open."})
    skipped = [one for one in read_files([path]) if isinstance(one, Skipped)]
    assert [one.source for one in skipped] == ["x.zip, a.png", "x.zip, b.txt"]


def test_paths_that_lead_out_of_an_archive_are_only_names(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "x.zip", {"../../etc/a\n.txt": "The mill is open."})
    assert sources(path) == [("x.zip, etc/a .txt", "The mill is open.")]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["x.zip"]


def test_a_link_in_a_tar_is_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(member)
    (result,) = read_files([tmp_path / "x.tar"])
    assert isinstance(result, Skipped)
    assert "link" in result.reason


def test_archives_in_archives_are_opened_three_deep(tmp_path: Path) -> None:
    content: bytes = b"The mill is open."
    name = "a.txt"
    for depth in range(5):
        path = make_zip(tmp_path / f"{depth}.zip", {name: content})
        content, name = path.read_bytes(), path.name
    assert sources(tmp_path / "2.zip") == [("2.zip, 1.zip, 0.zip, a.txt", "The mill is open.")]
    (result,) = read_files([tmp_path / "4.zip"])
    assert isinstance(result, Skipped)
    assert "more than 3 files around it" in result.reason


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.files.inputs.archives._LARGEST_MEMBER", 10_000)
    monkeypatch.setattr("extractors.files.inputs.archives._LARGEST_TOTAL", 25_000)
    path = make_zip(tmp_path / "x.zip", {f"{n}.txt": "a" * 1_000_000 for n in range(3)})
    first, second, last = list(read_files([path]))
    assert isinstance(first, Skipped)
    assert "more than 200 MB" in first.reason
    assert isinstance(second, Skipped)
    assert isinstance(last, Skipped)
    assert "more than 2 GB" in last.reason


def test_an_archive_of_too_many_files_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.files.inputs.archives._MOST_MEMBERS", 1)
    path = make_zip(tmp_path / "x.zip", dict(TEXTS))
    with pytest.raises(UnreadableFileError, match="unpack it"):
        list(read_zip(path))


@pytest.mark.parametrize("suffix", [".zip", ".tar", ".tgz", ".gz"])
@given(data=st.binary(max_size=300), keep=st.integers(0, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_torn_archives_give_sentences(suffix: str, data: bytes, keep: int, tmp_path: Path) -> None:
    good = (
        make_zip(tmp_path / "good.zip", dict(TEXTS))
        if suffix == ".zip"
        else (make_tar(tmp_path / "good.tar", "w" if suffix == ".tar" else "w:gz", TEXTS))
    )
    (tmp_path / f"x{suffix}").write_bytes(good.read_bytes()[:keep] + data)
    for result in read_files([tmp_path / f"x{suffix}"]):
        assert result.text if isinstance(result, Document) else result.reason.endswith(".")
