from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from benchmarks.accuracy import find_with_rules, held_out, show
from extractors.corpora.samples import Entity, Sample
from extractors.evaluation.names import score_names
from graph.model import Document, Findings, Form, Kind, Mention

TEXT = "The Lindvik flood reached the town."
SAMPLE = Sample(TEXT, "hand", "d", frozenset(["Event", "Place"]), (Entity(4, 17, "Event"),))


def mention(start: int, end: int, kind: Kind, form: Form = Form.NAME) -> Mention:
    return Mention("s0", start, end, 0, TEXT[start:end], TEXT[start:end], kind, form)


class ByHand:
    """Finds the flood, the place inside its name, and a common noun."""

    def pipe(self, documents: Iterable[Document]) -> Iterator[Findings]:
        found = (
            mention(4, 11, Kind.PLACE),
            mention(4, 17, Kind.EVENT),
            mention(26, 34, Kind.PLACE, Form.NOMINAL),
        )
        return (Findings(document, mentions=found) for document in documents)


def test_of_nested_names_the_longest_counts_and_common_nouns_do_not() -> None:
    assert list(find_with_rules(ByHand(), [SAMPLE])) == [[Entity(4, 17, "Event")]]


def test_only_what_nothing_was_trained_or_tuned_on_is_scored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = Sample(TEXT, "other", "d", SAMPLE.kinds)
    parts = [("train", SAMPLE), ("tune", SAMPLE), ("test", SAMPLE), ("test", other)]
    monkeypatch.setattr("benchmarks.accuracy.read_names", lambda _: iter(parts))
    assert held_out(tmp_path, ["hand"]) == {"hand": [SAMPLE]}


def test_the_table_has_a_row_for_each_kind_and_one_for_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show("hand", ["Event", "Place"], {"by hand": score_names([SAMPLE], [SAMPLE.entities])})
    assert capsys.readouterr().out.splitlines() == [
        "| hand | Event | 1 | by hand | 100.0 | 100.0 | 100.0 |",
        "| hand | Place | 0 | by hand | 0.0 | 0.0 | 0.0 |",
        "| hand | all | 1 | by hand | 100.0 | 100.0 | 100.0 |",
    ]
