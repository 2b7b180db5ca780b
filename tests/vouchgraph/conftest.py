"""A reader that needs no training, and a small spaCy pipeline that knows one sentence by heart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed  # type: ignore[attr-defined] # it is thinc's

from graph.model import Document, Evidence, Findings, Kind, Mention, Passage, Statement, Value
from vouchgraph import building

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
# word, lemma, part of speech, tag, head, relation and entity, with the official pipelines' labels
KNOWN = """\
Chilean Chilean ADJ JJ 1 amod B-NORP
troops troop NOUN NNS 2 nsubj O
occupied occupy VERB VBD 2 ROOT O
Lima Lima PROPN NNP 2 dobj B-GPE
in in ADP IN 2 prep O
1881 1881 NUM CD 4 pobj B-DATE
. . PUNCT . 2 punct O
"""
UPDATES = 20


class FakeFinder:
    """Takes each text for one sentence in which the people named say all of it."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def pipe(self, documents: Iterable[Document]) -> Iterator[Findings]:
        for document in documents:
            self.read.append(document.id)
            yield find(document)


def find(document: Document) -> Findings:
    mentions = tuple(
        Mention(document.id, m.start(), m.end(), 0, m[0], m[0], Kind.PERSON)
        for m in NAME.finditer(document.text)
    )
    said = Value(document.text)
    evidence = Evidence(0, 0, len(document.text), rule="fake")
    return Findings(
        document,
        (Passage(0, 0, len(document.text)),),
        mentions,
        tuple(Statement(mention.key, "says", said, evidence) for mention in mentions),
    )


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> FakeFinder:
    """What builds read with in this test, instead of a trained reader."""
    fake = FakeFinder()
    monkeypatch.setattr(building, "make_finder", lambda *_: fake)
    monkeypatch.setattr(building, "_load_reader", lambda _: spacy.blank("en"))
    return fake


@pytest.fixture(scope="session")
def spacy_pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pipeline of spaCy's own components, trained on one sentence."""
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    ner = nlp.add_pipe("ner")
    for label in ("PERSON", "ORG"):
        ner.add_label(label)  # type: ignore[attr-defined] # spaCy types pipes as functions
    rows = [row.split() for row in KNOWN.splitlines()]
    words, lemmas, pos, tags, heads, deps, ents = zip(*rows, strict=True)
    known = Doc(
        nlp.vocab,
        words=list(words),
        lemmas=list(lemmas),
        pos=list(pos),
        tags=list(tags),
        heads=[int(head) for head in heads],
        deps=list(deps),
        ents=list(ents),
    )
    examples = [Example(nlp.make_doc(known.text), known)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(UPDATES):
        nlp.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("spacy") / "pipeline"
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two short texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("Mara Voss spoke in the hall today.\n", encoding="utf-8")
    (folder / "two.txt").write_text("They asked Ines Falk about the bridge.\n", encoding="utf-8")
    return folder
