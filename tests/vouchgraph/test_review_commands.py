from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from graph.decisions import Verb, read_decisions
from vouchgraph.building import build
from vouchgraph.command_line import main


@pytest.fixture
def out(finder: object, texts: Path, tmp_path: Path) -> Path:
    """A built folder with one doubtful pair: a man and a woman of one name."""
    assert finder
    (texts / "three.txt").write_text("then Mr. Robin Hale saw Mara Voss.\n", encoding="utf-8")
    (texts / "four.txt").write_text("then Mrs. Robin Hale left.\n", encoding="utf-8")
    build([texts], output=tmp_path / "out")
    return tmp_path / "out"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object, typed: str = "") -> int:
    monkeypatch.setattr(sys, "argv", ["vouchgraph", *map(str, arguments)])
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_why_tells_the_reason(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "why", out, "one:Mara Voss", "three:Mara Voss") == 0
    assert "“Mara Voss” is the same name as “Mara Voss” (0.95)" in capsys.readouterr().out
    assert run(monkeypatch, "why", out, "one:Mara Voss", "Ines Falk") == 0
    assert "no rule makes" in capsys.readouterr().out


def test_a_review_shows_both_sentences_and_keeps_what_is_answered(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "review", out, "--who", "Ida", typed="x\ns\n") == 0
    told = capsys.readouterr().out
    assert "1 of 1: one name, but one is called a man and the other a woman" in told
    assert "[three] then Mr. Robin Hale saw Mara Voss." in told
    assert "[four] then Mrs. Robin Hale left." in told
    (decision,) = read_decisions(out / "decisions.tsv")
    assert (decision.verb, decision.who) == (Verb.SAME, "Ida")


def test_a_pair_that_was_decided_is_not_asked_again(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "review", out, typed="d\n")
    capsys.readouterr()
    assert run(monkeypatch, "review", out) == 0
    assert "1 of" not in capsys.readouterr().out


def test_next_and_quit_decide_nothing(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in ("n", "q"):
        assert run(monkeypatch, "review", out, typed=f"{answer}\n") == 0
    assert not (out / "decisions.tsv").exists()


def test_doubtful_pairs_stand_in_the_report_with_their_sentences(out: Path) -> None:
    (doubt,) = json.loads((out / "report.json").read_text("utf-8"))["doubts"]
    assert not doubt["joined"]
    assert [thing["sentence"] for thing in doubt["things"]] == [
        "then Mrs. Robin Hale left.",
        "then Mr. Robin Hale saw Mara Voss.",
    ]
