from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.names.lexicon.neighbours import line_of


def test_a_line_ends_at_its_breaks(vocab: Vocab) -> None:
    doc = Doc(vocab, words=["Ada", "\n", "Ole", "met", "\n\n", "Doba"])
    assert [line_of(doc, index) for index in (0, 2, 3, 5)] == [(0, 1), (2, 4), (2, 4), (5, 6)]


def test_of_a_text_on_one_line_only_what_is_near_counts(vocab: Vocab) -> None:
    doc = Doc(vocab, words=["word"] * 1000)
    assert line_of(doc, 500) == (300, 700)
    assert line_of(doc, 10) == (0, 210)
