from pathlib import Path

import pytest
import spacy

from training.tokenizing import make_english


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("dispute.The next", ["dispute", ".", "The", "next"]),
        ("justice& peace", ["justice", "&", "peace"]),
        ("1988–1994", ["1988", "–", "1994"]),
        ("Kern`s", ["Kern", "`s"]),
        ("**Summary**", ["**", "Summary", "**"]),
        ("the U.S.-led", ["the", "U.S.", "-", "led"]),
        ("a@b.org 3.5 U.N. Mr.", ["a@b.org", "3.5", "U.N.", "Mr."]),
    ],
)
def test_slips_of_typing_do_not_glue_words(text: str, tokens: list[str]) -> None:
    assert [token.text for token in make_english()(text)] == tokens


def test_the_rules_travel_with_the_pipeline(tmp_path: Path) -> None:
    make_english().to_disk(tmp_path / "nlp")
    doc = spacy.load(tmp_path / "nlp")("dispute.The next")
    assert [token.text for token in doc] == ["dispute", ".", "The", "next"]
