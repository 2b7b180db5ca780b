from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from tokenizers import Tokenizer, models, pre_tokenizers

from extractors.encoder import windows as module
from extractors.encoder.pieces import PieceMaker
from extractors.encoder.windows import cut_windows
from extractors.encoder.words import find_words

NLP = spacy.blank("en")
MAKER = PieceMaker(Tokenizer(models.WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2})))


@pytest.fixture(autouse=True)
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WINDOW_PIECES", 8)


def cut(doc: Doc) -> list[str]:
    words = find_words(doc)
    pieces = MAKER.make(words, doc.vocab.strings)
    ends = [0, *(end for _, end in cut_windows(words, pieces))]
    tokens = [doc[int(index)].text for index in words.tokens]
    return [" ".join(tokens[start:end]) for start, end in pairwise(ends)]


def test_a_short_text_is_one_window() -> None:
    assert cut(NLP.make_doc("One. Two. Three.")) == ["One . Two . Three ."]


def test_a_window_ends_where_the_last_sentence_that_fits_does() -> None:
    text = "One two. Three four. Five six. Seven eight."
    assert cut(NLP.make_doc(text)) == ["One two . Three four .", "Five six . Seven eight ."]


def test_a_sentence_may_end_in_a_quotation_in_brackets() -> None:
    words = ["(", "“", "No", "more", ".", "”", ")", "She", "said", "it"]
    assert cut(Doc(NLP.vocab, words=words)) == ["( “ No more . ” )", "She said it"]


def test_no_window_ends_before_a_small_letter_while_there_is_another_place() -> None:
    text = "He left. Mr . smith came to us at last"
    assert cut(NLP.make_doc(text))[0] == "He left ."


def test_a_line_may_end_a_window_where_no_sentence_does() -> None:
    text = "one two three four five\nsix seven eight nine ten"
    assert cut(NLP.make_doc(text))[0] == "one two three four five"


def test_a_pause_may_end_a_window_where_no_line_does() -> None:
    text = "one two three four, five six seven eight nine"
    assert cut(NLP.make_doc(text))[0] == "one two three four ,"


def test_a_window_is_cut_where_it_is_full_when_nothing_else_is_left() -> None:
    text = "one two three four five six seven eight nine ten"
    assert cut(NLP.make_doc(text)) == ["one two three four five six seven eight", "nine ten"]


def test_the_end_of_a_sentence_late_in_the_window_goes_before_the_end_of_a_line_after_it() -> None:
    text = "one two three four. Five\nsix seven eight nine"
    assert cut(NLP.make_doc(text))[0] == "one two three four ."


def test_no_window_begins_where_no_sentence_may() -> None:
    doc = NLP.make_doc("One two three. Four. Five six seven eight nine ten")
    doc[6].is_sent_start = False
    assert cut(doc)[0] == "One two three ."
    for token in doc[1:]:
        token.is_sent_start = False
    assert cut(doc)[0] == "One two three . Four . Five six"


def test_a_sentence_set_before_begins_a_window() -> None:
    doc = NLP.make_doc("one two three four five six seven eight nine")
    doc[6].is_sent_start = True
    assert cut(doc)[0] == "one two three four five six"


@given(st.text(alphabet="ab .,;\n”A", max_size=200))
def test_windows_follow_each_other_and_hold_no_more_than_they_may(text: str) -> None:
    doc = NLP.make_doc(text)
    words = find_words(doc)
    pieces = MAKER.make(words, doc.vocab.strings)
    windows = cut_windows(words, pieces)
    assert [start for start, _ in windows] == [0, *(end for _, end in windows)][: len(windows)]
    assert sum(end - start for start, end in windows) == len(words)
    sizes = np.array([pieces.offsets[end] - pieces.offsets[start] for start, end in windows])
    assert ((sizes > 0) & (sizes <= module.WINDOW_PIECES)).all()


def test_a_word_of_as_many_pieces_as_a_window_holds_is_a_window() -> None:
    letters = Tokenizer(models.WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "a": 3, "##a": 4}))
    letters.pre_tokenizer = pre_tokenizers.Whitespace()
    doc = NLP.make_doc("aaaaaaaa aaaaaaaa a")
    words = find_words(doc)
    pieces = PieceMaker(letters).make(words, doc.vocab.strings)
    assert cut_windows(words, pieces) == [(0, 1), (1, 2), (2, 3)]
