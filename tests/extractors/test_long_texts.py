"""A text read in parts loses nothing of what the reader says of its words."""

from __future__ import annotations

import warnings

import pytest
from spacy.tokens import Doc

from extractors.pipeline import _joined
from extractors.reader import load_reader
from extractors.tree.coreference import antecedent_scores
from extractors.tree.semantic_roles import ROLES_NAME

PARTS = ("Ada Lund opened the school. ", "Jan Moe saw Ida Krog. She thanked him.")


@pytest.mark.reader
def test_roles_and_references_of_later_parts_keep_their_words() -> None:
    docs = list(load_reader().pipe(PARTS))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        joined = _joined(docs)
    assert [words(joined, row) for row in joined._.get(ROLES_NAME)] == [
        words(doc, row) for doc in docs for row in doc._.get(ROLES_NAME)
    ]
    assert before_she(joined) == before_she(docs[1]) != []


def words(doc: Doc, row: tuple[int, int, str, float]) -> tuple[str, str, str]:
    return doc[row[0]].text, doc[row[1]].text, row[2]


def before_she(doc: Doc) -> list[tuple[str, float]]:
    she = next(token for token in doc if token.text == "She")
    return [(one.token.text, one.score) for one in antecedent_scores(she) if one.token]
