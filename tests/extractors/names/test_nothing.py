from collections.abc import Sequence

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.names.nothing import names_nothing


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
    ],
)
def test_what_stands_elsewhere_may_be_a_name(
    text: str, people: list[tuple[int, int]], start: int, end: int, vocab: Vocab
) -> None:
    assert not names_nothing(make(vocab, text, people)[start:end])
