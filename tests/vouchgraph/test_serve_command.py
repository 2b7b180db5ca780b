from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from typer.testing import CliRunner

from graph.errors import InputError
from output.formats import write
from vouchgraph.command_line import app

if TYPE_CHECKING:
    from pathlib import Path

    import rdflib


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What uvicorn was told to run, instead of running it."""
    started: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda _, **options: started.append(options))
    monkeypatch.delenv("VOUCHGRAPH_SERVER_TOKEN", raising=False)
    return started


def test_the_server_answers_this_machine_alone_unless_told_otherwise(
    dataset: rdflib.Dataset, tmp_path: Path, ran: list[dict[str, Any]]
) -> None:
    write(dataset, tmp_path / "graph.trig")
    answer = CliRunner().invoke(app, ["serve", str(tmp_path)])
    assert answer.stdout == "http://127.0.0.1:8000/\n"
    assert ran[0]["host"] == "127.0.0.1"


def test_a_token_is_demanded_of_other_machines(
    dataset: rdflib.Dataset, tmp_path: Path, ran: list[dict[str, Any]]
) -> None:
    write(dataset, tmp_path / "graph.trig")
    arguments = ["serve", str(tmp_path), "--host", "0.0.0.0"]  # noqa: S104 (what is refused)
    tokens = {CliRunner().invoke(app, arguments).stdout.partition("token=")[2] for _ in range(2)}
    assert len(tokens) == 2
    assert all(len(token) > 30 for token in tokens)
    assert len(ran) == 2


def test_a_server_that_is_not_installed_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    answer = CliRunner().invoke(app, ["serve", str(tmp_path)])
    assert isinstance(answer.exception, InputError)
    assert "pip install 'vouchgraph[server]'" in str(answer.exception)
