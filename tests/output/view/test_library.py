from __future__ import annotations

from pathlib import Path

import pytest

from output.view import library


def test_the_library_keeps_its_licence() -> None:
    head = library.read_library()[:700]
    assert "vis-network" in head
    assert "Apache 2.0" in head
    assert "MIT" in head


def test_a_changed_library_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "lib" / f"vis-{library.VERSION}" / "vis-network.min.js"
    script.parent.mkdir(parents=True)
    script.write_text("changed")
    monkeypatch.setattr(library, "files", lambda _: tmp_path)
    with pytest.raises(library.LibraryError, match=r"changed .* install pyvis==0\.3\.2"):
        library.read_library()


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(library, "files", lambda _: tmp_path)
    with pytest.raises(library.LibraryError, match=r"holds no lib/vis-9\.1\.2"):
        library.read_library()
