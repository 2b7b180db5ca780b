"""A reader that needs no training: two capitalised words in a row are a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import spacy

from graph.model import Document, Evidence, Findings, Kind, Mention, Passage, Statement, Value
from vouchgraph import building

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")


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


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two short texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("Mara Voss spoke in the hall today.\n", encoding="utf-8")
    (folder / "two.txt").write_text("They asked Ines Falk about the bridge.\n", encoding="utf-8")
    return folder
