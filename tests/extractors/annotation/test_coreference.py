from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from extractors.annotation.coreference import (
    NONE_BEFORE,
    antecedent_scores,
    gives_coreference,
    register_coreference,
)

ROWS = ((0, NONE_BEFORE, 1.0), (3, 0, 0.75), (3, NONE_BEFORE, 0.25))


@pytest.fixture
def vocab() -> Vocab:
    return spacy.blank("en").vocab


@pytest.fixture
def doc(vocab: Vocab) -> Doc:
    doc = Doc(vocab, ["Mara", "fled", ".", "She", "lives", "."])
    register_coreference()
    doc._.coreference = ROWS
    return doc


def test_a_mention_has_what_it_may_refer_to_the_likeliest_first(doc: Doc) -> None:
    found = [
        (one.token.text if one.token else None, one.score) for one in antecedent_scores(doc[3])
    ]
    assert found == [("Mara", 0.75), (None, 0.25)]


def test_a_first_mention_refers_to_none_before_it(doc: Doc) -> None:
    assert [(one.token, one.score) for one in antecedent_scores(doc[0])] == [(None, 1.0)]


def test_a_word_that_heads_no_mention_has_nothing(doc: Doc) -> None:
    assert [antecedent_scores(doc[place]) for place in (1, 2, 4, 5)] == [[]] * 4


def test_a_document_of_a_reader_without_coreference_has_none(vocab: Vocab) -> None:
    plain = Doc(vocab, ["Mara", "fled"])
    assert not gives_coreference(plain)
    assert antecedent_scores(plain[0]) == []


def test_coreference_survives_bytes_and_doc_bins(doc: Doc, vocab: Vocab) -> None:
    binned = DocBin(store_user_data=True, docs=[doc]).get_docs(vocab)
    for copy in (Doc(vocab).from_bytes(doc.to_bytes()), *binned):
        assert gives_coreference(copy)
        assert [one.score for one in antecedent_scores(copy[3])] == [0.75, 0.25]
