from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from output.formats import write
from vouchgraph.command_line import app

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    import rdflib


def test_a_dry_run_says_what_would_be_done_and_warns_of_the_shared_base(
    dataset: rdflib.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(dataset, tmp_path / "graph.trig")
    monkeypatch.setattr("output.stores.client.StoreClient.get", lambda *_: b"")
    arguments = ["load", str(tmp_path), "--store", "http://127.0.0.1:9", "--dry-run"]
    answer = CliRunner().invoke(app, arguments)
    assert answer.exit_code == 0
    assert "would put 3 graphs" in answer.stdout
    assert "another corpus would overwrite them" in answer.stderr
