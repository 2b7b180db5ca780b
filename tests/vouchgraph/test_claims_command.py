from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from output.formats import write
from vouchgraph.command_line import main

if TYPE_CHECKING:
    from pathlib import Path

    import rdflib

EVENT = "Alden Bridge collapse"


@pytest.fixture
def out(dataset: rdflib.Dataset, tmp_path: Path) -> Path:
    write(dataset, tmp_path / "graph.trig")
    return tmp_path


def claims(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> str:
    monkeypatch.setattr(sys, "argv", ["vouchgraph", "claims", *map(str, arguments)])
    with pytest.raises(SystemExit):
        main()
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_table_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: Path, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    printed = claims(monkeypatch, capsys, out, EVENT)
    assert max(map(len, printed.splitlines())) <= width
    assert "at least 12" in printed
    assert "Mara Voss" in printed


def test_a_denial_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert "not Roads Department" in claims(monkeypatch, capsys, out, EVENT)


def test_csv_and_json_hold_the_same_claims(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: Path
) -> None:
    as_csv = claims(monkeypatch, capsys, out, EVENT, "--format", "csv")
    as_json = json.loads(claims(monkeypatch, capsys, out, EVENT, "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(as_csv)))
    assert [row["sentence"] for row in rows] == [one["sentence"] for one in as_json]
    assert [row["against"] for row in rows] == ["; ".join(map(str, c["against"])) for c in as_json]


@pytest.mark.parametrize("name", ["table", "csv", "json"])
def test_without_an_event_the_events_are_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: Path, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert EVENT in claims(monkeypatch, capsys, out, "--format", name)
