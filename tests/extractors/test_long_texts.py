"""A text read in parts loses nothing of what the reader says of its words."""

from __future__ import annotations

import warnings

import pytest
from spacy.tokens import Doc

from extractors.annotation.coreference import antecedent_scores
from extractors.annotation.semantic_roles import ROLES_NAME
from extractors.events.read_triggers import read_triggers
from extractors.pipeline import _joined
from extractors.reader import load_reader

PARTS = (
    "Gunmen attacked the school. Ada Lund opened it. ",
    "Jan Moe saw Ida Krog. She thanked him. Two died.",
)


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


@pytest.mark.reader
@pytest.mark.parametrize("group", ["entities", "events"])
def test_how_sure_the_reader_is_of_a_span_survives_the_joining_of_parts(group: str) -> None:
    docs = list(load_reader().pipe(PARTS))
    assert sureness(_joined(docs), group) == [
        one for doc in docs for one in sureness(doc, group)
    ]  # fmt: skip


@pytest.mark.reader
def test_the_words_of_events_of_a_text_in_parts_are_as_sure_as_in_each_part() -> None:
    docs = list(load_reader().pipe(PARTS))
    apart = [read_triggers(doc) for doc in docs]
    found = read_triggers(_joined(docs))
    assert list(found.values()) == [one for part in apart for one in part.values()]


def sureness(doc: Doc, group: str) -> list[tuple[str, float]]:
    return [(span.text, span._.confidence) for span in doc.spans[group]]


def words(doc: Doc, row: tuple[int, int, str, float]) -> tuple[str, str, str]:
    return doc[row[0]].text, doc[row[1]].text, row[2]


def before_she(doc: Doc) -> list[tuple[str, float]]:
    she = next(token for token in doc if token.text == "She")
    return [(one.token.text, one.score) for one in antecedent_scores(she) if one.token]
