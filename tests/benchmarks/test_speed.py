from pathlib import Path

import pytest

from benchmarks.speed import Measure, copy_texts, measure_all, show, timed
from extractors.files import read_files
from graph.model import Document


def test_the_median_of_the_runs_counts() -> None:
    done = iter(range(3))
    result, seconds = timed(lambda: next(done), 3)
    assert result == 2
    assert seconds >= 0


def test_every_copy_of_a_text_has_an_id_of_its_own(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "note.txt").write_text("A note.")
    (texts / "wire.jsonl").write_text('{"id": "a", "text": "A wire."}\n')
    copies = list(read_files([copy_texts(texts, tmp_path / "copies", 2)]))
    assert len({one.id for one in copies if isinstance(one, Document)}) == 4


def test_a_ratio_is_ours_divided_by_the_yardstick(capsys: pytest.CaptureFixture[str]) -> None:
    show([Measure("write", "s", 1.0, "rdflib", 8.0)])
    assert "| write | s | 1 | rdflib | 8 | 0.125 |" in capsys.readouterr().out


@pytest.mark.reader
def test_every_step_is_measured_on_one_short_text(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Mara Voss visited Norway on 3 May 1987. Rain fell in Oslo.")
    measures = measure_all(tmp_path, copies=1, rounds=1, queries=["places"])
    assert [one.unit for one in measures] == ["words/s", "words/s", "s", "s", "s", "s", "MB"]
    assert all(one.theirs > 0 for one in measures)
