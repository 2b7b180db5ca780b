from __future__ import annotations

import json
from pathlib import Path

from training.corpora.held_out import hold_out, hold_out_genres


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


def test_documents_of_some_genres_tune_and_test_references(corpora: Path) -> None:
    text = (corpora / "gum" / "GUM_a.conllu").read_text("utf-8")
    names = ["GUM_news_a", "GUM_news_b", "GUM_voyage_b", "GUM_court_c"]
    parts = (
        "## train\n * GUM_news_a\n## dev\n * GUM_news_b\n * GUM_voyage_b\n## test\n * GUM_court_c\n"
    )
    for path in (corpora / "gum").glob("GUM_*"):
        path.unlink()
    (corpora / "gum" / "splits.md").write_text(parts, encoding="utf-8")
    for name in names:
        path = corpora / "gum" / f"{name}.conllu"
        path.write_text(text.replace("Kern", name[-1]), encoding="utf-8")
    assert sorted(gold.text for gold in hold_out_genres(corpora)) == ["b", "c"]


def test_sentences_with_triggers_that_train_elsewhere_are_left_out(corpora: Path) -> None:
    write_geneva(corpora, "They met .", "Then they met .")
    assert find_geneva(corpora) == ["They met.", "Filler 10."]
    write_geneva(corpora, "They met .", "They met.")
    assert find_geneva(corpora) == ["Filler 10."]
    write_geneva(corpora, "Kern")
    assert find_geneva(corpora) == ["Filler 10."]
