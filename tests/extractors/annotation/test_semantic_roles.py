from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from extractors.annotation.semantic_roles import (
    arguments_of,
    gives_roles,
    predicate_score,
    register_roles,
    roles_of,
)

ROWS = (
    (1, 0, "ARG0", 0.9),
    (1, 1, "V", 1.0),
    (1, 2, "ARG1", 0.8),
    (6, 4, "ARG1", 0.7),
    (6, 6, "V", 0.6),
)


@pytest.fixture
def vocab() -> Vocab:
    return spacy.blank("en").vocab


@pytest.fixture
def doc(vocab: Vocab) -> Doc:
    words = ["Rebels", "seized", "Lindvik", ".", "Nobody", "was", "hurt", "."]
    doc = Doc(vocab, words, sent_starts=[True, *[False] * 3, True, *[False] * 3])
    register_roles()
    doc._.semantic_roles = ROWS
    return doc


def test_a_predicate_has_its_arguments_in_the_order_of_the_text(doc: Doc) -> None:
    found = [(a.predicate.text, a.argument.text, a.role, a.score) for a in arguments_of(doc[1])]
    assert found == [("seized", "Rebels", "ARG0", 0.9), ("seized", "Lindvik", "ARG1", 0.8)]


def test_the_last_predicate_has_its_arguments(doc: Doc) -> None:
    assert [arc.argument.text for arc in arguments_of(doc[6])] == ["Nobody"]


def test_a_word_that_is_no_predicate_has_no_arguments(doc: Doc) -> None:
    assert [arguments_of(doc[place]) for place in (0, 2, 5, 7)] == [[]] * 4


def test_a_predicate_is_as_sure_as_its_row_says(doc: Doc) -> None:
    assert [predicate_score(doc[place]) for place in (1, 6, 4)] == [1.0, 0.6, None]


def test_an_argument_knows_its_predicates(doc: Doc) -> None:
    assert [(arc.predicate.text, arc.role) for arc in roles_of(doc[4])] == [("hurt", "ARG1")]
    assert roles_of(doc[6]) == []


def test_a_document_of_a_reader_without_roles_has_none(vocab: Vocab) -> None:
    plain = Doc(vocab, ["Rebels", "left"], sent_starts=[True, False])
    assert not gives_roles(plain)
    assert arguments_of(plain[1]) == roles_of(plain[0]) == []


def test_a_document_in_which_nothing_happens_has_a_reader_with_roles(vocab: Vocab) -> None:
    doc = Doc(vocab, ["Rebels"])
    register_roles()
    doc._.semantic_roles = ()
    assert gives_roles(doc)


def test_roles_survive_bytes_and_doc_bins(doc: Doc, vocab: Vocab) -> None:
    binned = DocBin(store_user_data=True, docs=[doc]).get_docs(vocab)
    for copy in (Doc(vocab).from_bytes(doc.to_bytes()), *binned):
        assert [tuple(row) for row in copy._.semantic_roles] == [*ROWS]
        assert [arc.argument.text for arc in arguments_of(copy[1])] == ["Rebels", "Lindvik"]
