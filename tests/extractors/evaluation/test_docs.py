from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractors.corpora.gold import Gold
from extractors.evaluation.docs import make_doc

WORDS = st.text("abc.’é", min_size=1, max_size=4)
GAPS = st.text(" \n\t", max_size=3)
NLP = spacy.blank("en")


def join(pairs: list[tuple[str, str]]) -> Gold:
    text = ""
    words: list[tuple[int, int]] = []
    for word, gap in pairs:
        words.append((len(text), len(text) + len(word)))
        text += word + gap
    return Gold(text, tuple(words), frozenset([0]))


@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=6))
def test_a_document_of_gold_tokens_has_the_text_and_the_words_of_its_corpus(
    pairs: list[tuple[str, str]],
) -> None:
    gold = join(pairs)
    doc = make_doc(gold, NLP, gold_tokens=True, gold_sentences=False)
    assert doc.text == gold.text
    assert [token.text for token in doc if not token.is_space] == [word for word, _ in pairs]


def test_running_text_is_left_to_the_tokenizer_of_the_reader() -> None:
    gold = join([("don", ""), ("'t", "")])
    doc = make_doc(gold, NLP, gold_tokens=False, gold_sentences=False)
    assert [token.text for token in doc] == ["do", "n't"]


def test_gold_sentences_are_told_to_the_reader() -> None:
    gold = Gold("a b\n\nc", ((0, 1), (2, 3), (5, 6)), frozenset([0, 2]))
    doc = make_doc(gold, NLP, gold_tokens=True, gold_sentences=True)
    assert [token.is_sent_start for token in doc] == [True, False, False, True]
