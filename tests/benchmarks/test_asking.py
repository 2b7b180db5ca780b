from __future__ import annotations

import pytest

from benchmarks.asking import make_graph, measure, measure_writing
from graph.dataset import store_of


def test_the_same_number_of_documents_gives_the_same_graph() -> None:
    assert set(store_of(make_graph(2))) == set(store_of(make_graph(2)))


def test_each_query_has_a_row_with_both_times(capsys: pytest.CaptureFixture[str]) -> None:
    measure(make_graph(1), 1, ["counts", "events"])
    rows = capsys.readouterr().out.splitlines()[4:]
    assert [row.split("|")[1:3] for row in rows] == [[" counts ", " 10 "], [" events ", " 10 "]]


def test_each_format_has_a_row_with_both_times(capsys: pytest.CaptureFixture[str]) -> None:
    measure_writing(make_graph(1), 1)
    rows = capsys.readouterr().out.splitlines()[3:]
    assert [row.split("|")[1] for row in rows] == [" turtle ", " trig "]
