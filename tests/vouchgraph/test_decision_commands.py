"""Deciding on the command line, from a build to the next one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.decisions import read_decisions
from vouchgraph.building import build
from vouchgraph.command_line import main


@pytest.fixture
def out(finder: object, texts: Path, tmp_path: Path) -> Path:
    """A built folder; two texts name Mara Voss, one Ines Falk."""
    assert finder
    (texts / "three.txt").write_text("then Mara Voss went home.\n", encoding="utf-8")
    build([texts], output=tmp_path / "out")
    return tmp_path / "out"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["vouchgraph", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def people(texts: Path, out: Path) -> list[str]:
    return [entity.label for entity in build([texts], output=out).resolution.entities]


def test_different_parts_same_joins_and_undo_restores(
    out: Path, texts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = (out / "graph.trig").read_bytes()
    assert people(texts, out) == ["Ines Falk", "Mara Voss"]
    assert run(monkeypatch, "different", out, "one:Mara Voss", "three:Mara Voss") == 0
    assert "of person-mara-voss comes “Mara Voss” (1 mention)" in capsys.readouterr().out
    assert people(texts, out) == ["Ines Falk", "Mara Voss", "Mara Voss"]
    assert "prov:wasDerivedFrom id:person-mara-voss" in (out / "graph.ttl").read_text("utf-8")
    assert run(monkeypatch, "undo", out, "one:Mara Voss", "three:Mara Voss") == 0
    assert people(texts, out) == ["Ines Falk", "Mara Voss"]
    assert (out / "graph.trig").read_bytes() == first
    assert run(monkeypatch, "same", out, "one:Mara Voss", "Ines Falk", "--why", "a pen name") == 0
    assert people(texts, out) == ["Mara Voss"]
    turtle = (out / "graph.ttl").read_text("utf-8")
    assert "id:person-ines-falk dct:isReplacedBy id:person-mara-voss" in turtle
    (decision,) = read_decisions(out / "decisions.tsv")
    assert decision.why == "a pen name"


def test_rename_kind_and_drop(out: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    who = ("--who", "Ida", "--when", "1997-05-03")
    assert run(monkeypatch, "rename", out, "one:Mara Voss", "M. Voss", *who) == 0
    assert run(monkeypatch, "kind", out, "one:Mara Voss", "place", *who) == 0
    assert run(monkeypatch, "drop", out, "two:Ines Falk", *who) == 0
    (entity,) = build([texts], output=out).resolution.entities
    assert (entity.id, entity.label, entity.kind.value) == ("person-mara-voss", "M. Voss", "Place")
    assert {one.who for one in read_decisions(out / "decisions.tsv")} == {"Ida"}


def test_a_dry_run_writes_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "drop", out, "two:Ines Falk", "--dry-run") == 0
    told = capsys.readouterr().out
    assert "“Ines Falk” (person-ines-falk) is dropped" in told
    assert "nothing was written" in told
    assert not (out / "decisions.tsv").exists()


def test_what_contradicts_is_refused_in_one_sentence(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "same", out, "one:Mara Voss", "two:Ines Falk") == 0
    assert run(monkeypatch, "different", out, "one:Mara Voss", "two:Ines Falk") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("vouchgraph: two decisions contradict one another")
    assert len(read_decisions(out / "decisions.tsv")) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["drop", "two:Nobody"], "no one thing is 'two:Nobody'"),
        (["kind", "two:Ines Falk", "City"], "no kind 'City'; one of: Person"),
        (["undo", "two:Ines Falk"], "no decision on two:Ines Falk"),
    ],
)
def test_what_cannot_be_decided_is_told(
    out: Path,
    arguments: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    verb, *rest = arguments
    assert run(monkeypatch, verb, out, *rest) == 2
    assert told in capsys.readouterr().err


def test_a_decision_twice_is_told(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "drop", out, "two:Ines Falk")
    assert run(monkeypatch, "drop", out, "two:Ines Falk") == 2
    assert "decided already" in capsys.readouterr().err


def test_undo_without_a_thing_lists_what_was_decided(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "drop", out, "two:Ines Falk", "--who", "Ida", "--when", "1997")
    capsys.readouterr()
    run(monkeypatch, "undo", out)
    assert capsys.readouterr().out == "“Ines Falk” in two is dropped (Ida, 1997)\n"


def test_decisions_may_lie_elsewhere(
    out: Path, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ours" / "decisions.tsv"
    run(monkeypatch, "drop", out, "two:Ines Falk", "--decisions", file)
    assert people(texts, out) == ["Ines Falk", "Mara Voss"]
    graph = build([texts], output=out, decisions=file)
    assert [entity.label for entity in graph.resolution.entities] == ["Mara Voss"]


def test_a_folder_without_a_build_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "drop", tmp_path, "two:Ines Falk") == 2
    assert "make one with `vouchgraph build" in capsys.readouterr().err
