from __future__ import annotations

import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from benchmarks import readers
from benchmarks.readers import CORPORA, HEADING, OFFICIAL, main, measure, read_given
from extractors.corpora.gold import Gold
from extractors.corpora.samples import Entity, Sample

TEXT = "Rain fell on Lindvik."
SAMPLE = Sample(TEXT, "wikigold", "d", frozenset(["Place"]), (Entity(13, 20, "Place"),))
TEXTS = {"wikigold": [Gold(TEXT, names=SAMPLE)]}


def load(_: str) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Lindvik"}])  # type: ignore[attr-defined]
    return nlp


def test_a_reader_gets_a_row_for_each_corpus_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "load_reader", load)
    (row,) = measure("mine", TEXTS)
    assert row[:4] == ("mine", CORPORA["wikigold"], "100.0", "–")
    assert len(row) == len(HEADING)


def test_a_reader_that_is_missing_is_told_and_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(measure("nobody", TEXTS)) == []
    assert "nobody is left out: no reader 'nobody'" in capsys.readouterr().err


def test_figures_of_others_are_marked_and_give_way_to_measured_ones() -> None:
    rows = list(read_given(OFFICIAL))
    assert all(row[0].endswith(" (given)") and len(row) == len(HEADING) for row in rows)
    assert list(read_given([])) == []


def test_the_table_is_markdown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(readers, "load_reader", load)
    monkeypatch.setattr(readers, "hold_out", lambda _: TEXTS)
    monkeypatch.setattr(sys, "argv", ["readers", "--corpora", str(tmp_path), "--reader", "mine"])
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("| reader | held out |")
    assert lines[2].startswith("| mine | wikigold | 100.0 |")
