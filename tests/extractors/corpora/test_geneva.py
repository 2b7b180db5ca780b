from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.corpora.geneva import Trigger, part_of, read_geneva

RECORD = {
    "doc_id": "made",
    "sentence": "They took part in bell-ringing .",
    "tokens": ["They", "took", "part", "in", "bell", "-", "ringing", "."],
    "event_mentions": [
        {"event_type": "Making", "trigger": {"start": 6, "end": 7, "text": "ringing"}},
        {"event_type": "Joining", "trigger": {"start": 1, "end": 3, "text": "took part"}},
        {"event_type": "Joining", "trigger": {"start": 1, "end": 3, "text": "took part"}},
    ],
}


def trigger(start: int, end: int) -> dict[str, object]:
    return {"event_type": "Made", "trigger": {"start": start, "end": end}}


def test_triggers_come_once_and_in_order_with_the_blanks_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(RECORD) + "\n\n", encoding="utf-8")
    (sentence,) = read_geneva(path)
    assert sentence.triggers == (Trigger(1, 3, "Joining"), Trigger(6, 7, "Making"))
    assert sentence.spaces == (True, True, True, True, False, False, True, False)


def test_a_tenth_is_held_out_and_a_twentieth_tunes() -> None:
    parts = [part_of(index) for index in range(20)]
    assert [index for index, part in enumerate(parts) if part == "test"] == [0, 10]
    assert [index for index, part in enumerate(parts) if part == "tune"] == [5]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ({"tokens": ["They", " ", "took"]}, "a token of .* is empty"),
        ({"event_mentions": [trigger(7, 9)]}, "a trigger of .* is outside of its tokens"),
        ({"event_mentions": [trigger(2, 2)]}, "a trigger of .* is outside of its tokens"),
    ],
)
def test_a_sentence_of_which_no_text_with_triggers_can_be_made_is_refused(
    tmp_path: Path, field: dict[str, object], told: str
) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(RECORD | field) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        list(read_geneva(path))
