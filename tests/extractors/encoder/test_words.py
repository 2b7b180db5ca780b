from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from extractors.encoder.words import BLANK, BREAK, NONE, find_words

NLP = spacy.blank("en")


def made(text: str) -> Doc:
    return NLP.make_doc(text)


def test_white_space_is_no_word() -> None:
    words = find_words(made(" Oslo \n\n Bergen\n"))
    assert words.tokens.tolist() == [1, 3]
    assert words.size == 5


def test_what_stands_before_a_word_is_nothing_a_blank_or_a_line_break() -> None:
    words = find_words(made("Oslo (now) is\nhere  \r\nsaid I"))
    kinds = [BREAK, BLANK, NONE, NONE, BLANK, BREAK, BREAK, BLANK]
    assert words.spaces.tolist() == kinds
    assert not words.blank_lines.any()


def test_two_line_breaks_are_a_blank_line_and_a_windows_line_end_is_one_break() -> None:
    words = find_words(made("a\n \nb\r\nc\n\nd"))
    assert words.blank_lines.tolist() == [False, True, False, True]


def test_sentences_set_before_are_seen_and_the_first_word_begins_one() -> None:
    doc = made("One two three four")
    doc[1].is_sent_start, doc[2].is_sent_start = False, True
    assert find_words(doc).presets.tolist() == [1, -1, 1, 0]


def test_a_sentence_set_to_begin_at_white_space_begins_at_the_next_word() -> None:
    doc = made("One\n\nTwo \n")
    doc[1].is_sent_start = True
    doc[3].is_sent_start = True
    assert find_words(doc).presets.tolist() == [1, 1]


def test_entities_set_before_are_seen_by_token() -> None:
    doc = made("in \n North Lindvik now")
    doc.set_ents([Span(doc, 2, 4, "Place")], default="missing")
    assert find_words(doc).ents.tolist() == [False, False, True, True, False]


def test_a_doc_without_words_has_none() -> None:
    assert len(find_words(made(""))) == 0
    assert len(find_words(made(" \n\t"))) == 0
