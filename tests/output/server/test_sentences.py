from __future__ import annotations

from output.server.sentences import by_sentence, paragraphs
from output.server.things import Fact, Said, Sentence

NOTE = Fact("", "A note", "urn:note")
FIRST = Sentence(NOTE, 0, 15, "The bridge fell")
SECOND = Sentence(NOTE, 16, 25, "Nine died")
THIRD = Sentence(NOTE, 27, 31, "Rain")


def said(sentence: Sentence, start: int, end: int) -> Said:
    nobody = Fact("", "nobody")
    how = ("affirmed", "certain", (), (), (nobody,), NOTE)
    return Said("urn:s", nobody, "says", nobody, *how, sentence, start, end)


def test_statements_of_one_sentence_stand_under_it_once() -> None:
    told = by_sentence([said(FIRST, 0, 3), said(FIRST, 11, 15), said(SECOND, 0, 4)])
    assert [[number for number, _ in one.said] for one in told] == [[1, 2], [3]]
    assert told[0].pieces == (("The", 1), (" bridge ", 0), ("fell", 2))


def test_of_words_in_each_other_the_shorter_lead_to_their_own_statement() -> None:
    (told,) = by_sentence([said(FIRST, 0, 15), said(FIRST, 4, 10)])
    assert told.pieces == (("The ", 1), ("bridge", 2), (" fell", 1))


def test_words_that_stand_elsewhere_mark_nothing() -> None:
    (told,) = by_sentence([said(FIRST, 90, 95)])
    assert "".join(words for words, _ in told.pieces) == FIRST.text
    assert {number for _, number in told.pieces} == {0}


def test_a_text_is_whole_and_in_paragraphs() -> None:
    told = by_sentence([said(SECOND, 0, 4)])
    text = paragraphs([FIRST, SECOND, THIRD], told)
    assert [[one.pieces[0][0] for one in part] for part in text] == [
        ["The bridge fell", "Nine"],
        ["Rain"],
    ]
