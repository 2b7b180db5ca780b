from __future__ import annotations

import os
import sys
import types

import pytest

from extractors.encoder.runtime import QUIET, import_runtime


class Seeker:
    """Stands before the import of onnxruntime and notes the environment that it would see."""

    def __init__(self) -> None:
        self.seen: list[str | None] = []

    def find_spec(self, name: str, *_: object) -> None:
        if name == "onnxruntime":
            self.seen.append(os.environ.get(QUIET))
            raise ModuleNotFoundError(name)


def test_the_environment_forbids_telemetry_before_the_runtime_is_imported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seeker = Seeker()
    monkeypatch.setenv(QUIET, "0")
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.setattr(sys, "meta_path", [seeker, *sys.meta_path])
    with pytest.raises(ModuleNotFoundError):
        import_runtime()
    assert seeker.seen == ["1"]


def test_an_application_that_imported_the_runtime_before_us_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(QUIET, raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", types.ModuleType("onnxruntime"))
    with pytest.warns(UserWarning, match="set ORT_DISABLE_TELEMETRY=1"):
        import_runtime()


def test_an_application_that_forbade_telemetry_itself_is_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(QUIET, "1")
    made = types.ModuleType("onnxruntime")
    monkeypatch.setitem(sys.modules, "onnxruntime", made)
    assert import_runtime() is made
