from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from vouchgraph.command_line import main

NAMES = "Anna\tB-person\nBold\tI-person\nsaw\tO\nKern\tB-country\n.\tO\n\nRain\tO\n"


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A reader that knows Anna Bold only; the names under which it was asked for."""
    asked: list[str] = []

    def load(name: str) -> Language:
        asked.append(name)
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "PERSON", "pattern": "Anna Bold"}])  # type: ignore[attr-defined]
        return nlp

    monkeypatch.setattr("extractors.reader.load_reader", load)
    return asked


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two sentences with two names."""
    path = tmp_path / "dev.txt"
    path.write_text(NAMES, encoding="utf-8")
    return path


def evaluate(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["vouchgraph", "evaluate", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_tables_go_to_standard_output_and_progress_to_standard_error(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    reader: list[str],
    corpus: Path,
) -> None:
    assert evaluate(monkeypatch, corpus, "--model", "mine") == 0
    said = capsys.readouterr()
    assert reader == ["mine"]
    assert "| dev.txt | Person | 1 | 100.0 | 100.0 | 100.0 |" in said.out
    assert "| dev.txt | all | 2 | 100.0 | 50.0 | 66.7 |" in said.out
    assert "| dev.txt | 2 | – | – | – | – | – | – | – | – | " in said.out
    assert f"reading {corpus}" in said.err


@pytest.mark.usefixtures("reader")
def test_json_holds_counts_and_shares(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], corpus: Path
) -> None:
    assert evaluate(monkeypatch, corpus, "--json", "--raw") == 0
    values = json.loads(capsys.readouterr().out)
    assert values["tokens"] == "the reader's"
    (scores,) = values["corpora"]
    assert scores["names"]["all"] == {
        "precision": 100.0,
        "recall": 50.0,
        "f": 66.67,
        "right": 1,
        "found": 1,
        "marked": 2,
    }
    assert (scores["format"], scores["uas"], scores["sentences"]) == ("iob", None, None)


@pytest.mark.usefixtures("reader")
def test_a_terminal_gets_a_table_without_bars(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], corpus: Path
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert evaluate(monkeypatch, corpus) == 0
    out = capsys.readouterr().out
    assert "66.7" in out
    assert "|" not in out


@pytest.mark.usefixtures("reader")
def test_a_bad_file_is_told_and_the_status_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], corpus: Path
) -> None:
    bad = corpus.with_name("bad.txt")
    bad.write_text("No corpus.\n", encoding="utf-8")
    assert evaluate(monkeypatch, corpus, bad) == 1
    said = capsys.readouterr()
    assert "| dev.txt | all |" in said.out
    assert f"skipped {bad}: " in said.err
    assert "1 input left out" in said.err


@pytest.mark.usefixtures("reader")
def test_no_corpus_at_all_is_a_failure_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], corpus: Path
) -> None:
    assert evaluate(monkeypatch, corpus.with_name("gone")) == 2
    assert "vouchgraph: no corpus could be read: no file or folder" in capsys.readouterr().err


@pytest.mark.usefixtures("reader")
def test_files_of_one_name_are_told_apart_by_their_paths(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], corpus: Path
) -> None:
    other = corpus.parent / "other" / "dev.txt"
    other.parent.mkdir()
    other.write_text(NAMES, encoding="utf-8")
    assert evaluate(monkeypatch, corpus, other) == 0
    out = capsys.readouterr().out
    assert f"| {corpus} | all |" in out
    assert f"| {other} | all |" in out
