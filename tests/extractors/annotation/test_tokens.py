from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractors.annotation.tokens import make_words

NLP = spacy.blank("en")


def starts(text: str) -> list[str]:
    return [token.text for token in make_words(NLP, text) if token.is_sent_start]


def test_a_sentence_begins_after_each_blank_line() -> None:
    assert starts("It rained.\n\nIt dried. It rained.\n\n\nRain\nfell.") == ["It", "It", "Rain"]


def test_a_text_without_blank_lines_leaves_its_sentences_to_the_reader() -> None:
    assert not make_words(NLP, "It rained.\nIt dried.").has_annotation("SENT_START")


@pytest.mark.parametrize("text", ["Mr. Voss can't pay $5 (or 10%), e.g. in Lima.", "", " ", "\n\n"])
def test_words_are_those_of_the_reader(text: str) -> None:
    made, given = make_words(NLP, text), NLP.make_doc(text)
    assert [(t.text, t.norm_, t.whitespace_) for t in made] == [
        (t.text, t.norm_, t.whitespace_) for t in given
    ]


@pytest.mark.parametrize("run", ['"', "(", "“", "'s", "a", "http://a.example/"])
def test_a_run_without_spaces_is_cut_and_no_character_is_lost(run: str) -> None:
    text = f"It can't rain. {run * 1500} It rained.\n\nRain fell."
    doc = make_words(NLP, text)
    assert doc.text == text
    assert [token.norm_ for token in doc][1:3] == ["can", "not"]
    assert doc[-3].is_sent_start


@given(st.text(st.sampled_from('a "(\n.'), max_size=40).map(lambda part: part * 40))
def test_the_words_of_any_text_make_the_text(text: str) -> None:
    assert make_words(NLP, text).text == text
