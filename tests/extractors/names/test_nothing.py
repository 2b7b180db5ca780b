from collections.abc import Sequence

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.names.nothing import in_headline, names_nothing


def make(vocab: Vocab, text: str, people: Sequence[tuple[int, int]] = ()) -> Doc:
    doc = Doc(vocab, words=text.split())
    doc.ents = [Span(doc, start, end, label="Person") for start, end in people]
    return doc


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Berg v. Norland", 0, 3),
        ("Berg versus Norland", 0, 3),
        ("Law No. 12", 1, 2),
        ("Boats Sink As Storm Hits Harbour School", 0, 7),
        ("Ada Berg , M.S. , Ph.D.", 3, 4),
        ("Ada Berg , M.S. , Ph.D.", 5, 6),
        ("Ada Berg , M.S. , MD", 5, 6),
    ],
)
def test_cases_numbering_and_degrees_are_no_names(
    text: str, start: int, end: int, vocab: Vocab
) -> None:
    assert names_nothing(make(vocab, text, [(0, 2)])[start:end])


@pytest.mark.parametrize(
    ("text", "people", "start", "end"),
    [
        ("Ada Berg , U.N. envoy", [], 3, 4),
        ("Doba , MD", [], 2, 3),
        ("Ada Berg and M.S. met", [(0, 2)], 3, 4),
        ("Ada Berg , Norland", [(0, 2)], 3, 4),
        ("J. V. Berg", [], 0, 3),
        ("In Doba", [], 0, 2),
    ],
)
def test_what_stands_elsewhere_may_be_a_name(
    text: str, people: list[tuple[int, int]], start: int, end: int, vocab: Vocab
) -> None:
    assert not names_nothing(make(vocab, text, people)[start:end])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats Sink As Storm Hits Harbour School", True),
        ("Harbour School", False),
        ("Boats sank as a storm hit Harbour School", False),
        ("The Bank of Norland And Doba Harbour School", False),
    ],
)
def test_a_headline_is_told_by_a_small_word_with_a_capital(
    text: str, expected: bool, vocab: Vocab
) -> None:
    doc = make(vocab, text)
    assert in_headline(doc[-2:]) is expected
