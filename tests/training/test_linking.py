"""The marked texts and the trial of links, without a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from training.linking import growing, rows
from training.linking.rows import Row, read_marked

TEXT = "Doba fell on Monday.\nNine people died."


def mark(path: Path, **changes: object) -> Path:
    marked = {
        "source": "re3d/news/0",
        "first": 0,
        "last": len(TEXT),
        "date": "1999-05-05",
        "sha1": "62844b7d749d",
        "stories": [],
        "entities": {"n1": [[0, 4]]},
        "times": {"t1": [13, 19]},
        "events": {
            "e1": {"at": [5, 9], "place": ["n1"], "time": ["t1"]},
            "e2": {"at": [33, 37], "same": "e1", "whole": ["e1"]},
            "e3": {"at": [21, 25], "real": "none"},
        },
    }
    labels = path / "labels.jsonl"
    labels.write_text(json.dumps(marked | changes) + "\n", "utf-8")
    folder = path / "re3d" / "news"
    folder.mkdir(parents=True)
    (folder / "documents.json").write_text(json.dumps({"text": TEXT}) + "\n", "utf-8")
    return labels


def test_words_of_one_happening_share_what_is_marked(tmp_path: Path) -> None:
    (marked,) = read_marked(tmp_path, mark(tmp_path))
    assert (marked.text, marked.stories) == (TEXT, [0, len(TEXT)])
    assert marked.groups == {"e1": "e1", "e2": "e1", "e3": "e3"}
    assert marked.pooled["e1"]["place"] == {"n1"}
    assert marked.pooled["e1"]["whole"] == {"e1"}
    assert marked.unreal == {"e3"}


def test_another_text_than_that_which_was_marked_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the text that was marked"):
        list(read_marked(tmp_path, mark(tmp_path, first=1)))


def test_every_marked_text_of_the_project_can_be_read() -> None:
    for line in rows.LABELS.read_text("utf-8").splitlines():
        marked = json.loads(line)
        events = marked["events"]
        for told in events.values():
            assert set(told.get("whole", ())) <= set(events)
            assert set(told.get("place", ())) <= set(marked["entities"])
            assert set(told.get("time", ())) <= set(marked["times"])


def made(*told: tuple[int, bool, bool]) -> list[Row]:
    """Rows by event, whether they are right, and whether the rules say so."""
    return [Row(0, event, [], right, by_rules) for event, right, by_rules in told]


def test_only_the_likeliest_of_an_event_without_a_rule_could_be_added() -> None:
    found = made((1, True, False), (1, False, False), (2, True, True), (2, False, False))
    chosen = growing._chosen(found, np.array([0.3, 0.9, 0.8, 0.7]))
    assert chosen.tolist() == [False, True, False, False]


def test_the_least_likelihood_is_the_lowest_at_which_enough_are_right() -> None:
    scores, right = np.array([0.2, 0.4, 0.6, 0.8]), np.array([False, True, True, True])
    assert growing._least(scores, right, 0.75) == pytest.approx(0.02)
    assert growing._least(scores, right, 0.9) == pytest.approx(0.22)
    assert growing._least(scores, ~right, 0.9) == pytest.approx(0.9)
