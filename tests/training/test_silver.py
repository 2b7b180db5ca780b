from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span, SpanGroup

from training.silver import TRIGGERS, add_triggers, parse_texts, read_geneva
from training.stages import _TREE_ATTRS
from training.tokenizing import make_english

SENTENCES = [
    (["Rain", "fell", "in", "Kern", "."], [("Attack", 1, 2)]),
    (
        ["They", "attacked", "Kern", ",", "then", "met", "."],
        [("Attack", 1, 2), ("Social_event", 5, 6)],
    ),
]


@Language.component("made_reader")
def read(doc: Doc) -> Doc:
    """Hang each word on the first of its sentence; words in "-ed" tell of statements."""
    first = 0
    for token in doc:
        if token.i and doc[token.i - 1].text == ".":
            first = token.i
        token.head = doc[first]
        token.dep_ = "ROOT" if token.i == first else "dep"
    found = [token for token in doc if token.text.endswith("ed")]
    doc.spans[TRIGGERS] = [Span(doc, one.i, one.i + 1, label="Statement") for one in found]
    scores = {"scores": np.array([0.5], np.float32)}
    doc.spans["entities"] = SpanGroup(doc, attrs=scores, spans=[doc[:1]])
    return doc


@pytest.fixture
def reader() -> Language:
    nlp = make_english()
    nlp.add_pipe("made_reader")
    return nlp


@pytest.fixture
def geneva(tmp_path: Path) -> Path:
    path = tmp_path / "geneva.jsonl"
    # The first sentence tests, the sixth tunes.
    rows = [SENTENCES[0]] * 6 + [SENTENCES[1]]
    records = [
        {
            "doc_id": "d",
            "sentence": " ".join(tokens),
            "tokens": tokens,
            "event_mentions": [
                {"event_type": name, "trigger": {"start": start, "end": end}}
                for name, start, end in triggers
            ],
        }
        for tokens, triggers in rows
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def show(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[TRIGGERS]]


def make_chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # not for secrets


def test_texts_are_read_in_order_as_documents_of_one_to_four_and_short_ones_left_out(
    reader: Language,
) -> None:
    texts = [f"They reached the town {letter} ." for letter in "abcdefghijklmnopqrst"]
    docs = list(parse_texts(["A heading alone .", *texts, "News ."], reader, make_chance(1)))
    assert " ".join(doc.text for doc in docs) == " ".join(texts)
    sizes = {doc.text.count("reached") for doc in docs}
    assert sizes == {1, 2, 3, 4}
    assert show(docs[0])[0] == ("reached", "Statement")
    assert set(docs[0].spans) == {TRIGGERS}


def test_the_last_texts_are_not_lost(reader: Language) -> None:
    for seed in range(9):
        (doc,) = parse_texts(["They saw it from afar."], reader, make_chance(seed))
        assert doc.text == "They saw it from afar."


def test_a_tree_of_a_corpus_keeps_its_heads_and_takes_the_reader_s_triggers(
    reader: Language,
) -> None:
    words = ["Rain", "ended", "\n", "It", "stopped"]
    spaces = [True, False, False, True, False]
    heads, deps = [1, 1, 1, 4, 4], ["nsubj", "ROOT", "dep", "nsubj", "ROOT"]
    gold = Doc(reader.vocab, words=words, spaces=spaces, heads=heads, deps=deps)
    (doc,) = add_triggers([gold], reader)
    assert [token.head.i for token in doc] == heads
    assert [token.dep_ for token in doc] == deps
    assert show(doc) == [("ended", "Statement"), ("stopped", "Statement")]
    assert set(doc.spans) == {TRIGGERS}


def test_geneva_s_training_sentences_have_its_triggers_by_our_types_and_the_reader_s_trees(
    geneva: Path, reader: Language
) -> None:
    *_, doc = docs = list(read_geneva(geneva, reader))
    assert len(docs) == 5
    assert doc.text == "They attacked Kern, then met."
    assert show(doc) == [("attacked", "Attack"), ("met", "Meeting")]
    assert {token.head.text for token in doc} == {"They"}
    assert set(doc.spans) == {TRIGGERS}


def test_trees_triggers_and_sentences_outlive_the_file_that_spacy_trains_on(
    reader: Language, tmp_path: Path
) -> None:
    (doc,) = parse_texts(["They reached Kern . It ended there ."], reader, make_chance(1))
    DocBin(attrs=_TREE_ATTRS, docs=[doc]).to_disk(tmp_path / "made.spacy")
    (kept,) = DocBin().from_disk(tmp_path / "made.spacy").get_docs(make_english().vocab)
    features: list[Callable[[Doc], object]] = [
        lambda one: [(token.text, token.head.i, token.dep_) for token in one],
        lambda one: [sent.text for sent in one.sents],
        show,
    ]
    for feature in features:
        assert feature(kept) == feature(doc)
    assert len(list(kept.sents)) == 2
