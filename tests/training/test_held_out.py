from __future__ import annotations

import json
from pathlib import Path

from training.corpora.held_out import hold_out


def write_geneva(corpora: Path, *sentences: str) -> None:
    """Write 20 sentences, of which the first and the eleventh test, and the sixth tunes."""
    rows = [*sentences, *(f"Filler {number} ." for number in range(len(sentences), 20))]
    records = [
        {"doc_id": "d", "sentence": row, "tokens": row.split(), "event_mentions": []}
        for row in rows
    ]
    text = "".join(f"{json.dumps(record)}\n" for record in records)
    (corpora / "geneva.jsonl").write_text(text, encoding="utf-8")


def find_geneva(corpora: Path) -> list[str]:
    return [gold.text for gold in hold_out(corpora)["geneva"]]


def test_every_corpus_is_held_out_in_part(corpora: Path) -> None:
    write_geneva(corpora)
    counts = {corpus: len(golds) for corpus, golds in hold_out(corpora).items()}
    assert counts == {
        "crossner-politics": 1,
        "uner-ewt": 1,
        "wikigold": 1,
        "gum": 1,
        "ud-ewt": 1,
        "geneva": 2,
    }


def test_sentences_with_triggers_that_train_elsewhere_are_left_out(corpora: Path) -> None:
    write_geneva(corpora, "They met .", "Then they met .")
    assert find_geneva(corpora) == ["They met.", "Filler 10."]
    write_geneva(corpora, "They met .", "They met.")
    assert find_geneva(corpora) == ["Filler 10."]
    write_geneva(corpora, "Kern")
    assert find_geneva(corpora) == ["Filler 10."]
