import random

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from training.documents import make_document, make_documents
from training.tokenizing import make_english


def test_silence_about_a_kind_leaves_capitals_open() -> None:
    nlp = make_english()
    sample = Sample("we saw Kernian houses", "test", "d", frozenset(KINDS) - {"Group"})
    doc = make_document(sample, nlp)
    assert [token.ent_iob for token in doc] == [2, 2, 0, 2]


def test_full_annotation_leaves_nothing_open() -> None:
    nlp = make_english()
    sample = Sample("Anna saw Kern", "test", "d", frozenset(KINDS), (Entity(9, 13, "Place"),))
    doc = make_document(sample, nlp)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kern", "Place")]
    assert [token.ent_iob for token in doc] == [2, 2, 3]


def test_joined_samples_keep_their_names() -> None:
    nlp = make_english()
    samples = [
        Sample(f"It was Kern{n}nia.", "test", "d", frozenset(KINDS), (Entity(7, 15, "Place"),))
        for n in "abcdefgh"
    ]
    chance = random.Random(1)  # noqa: S311  # not for secrets
    docs = list(make_documents(samples, nlp, chance))
    assert sum(len(doc.ents) for doc in docs) == len(samples)
    assert len(docs) < len(samples)
