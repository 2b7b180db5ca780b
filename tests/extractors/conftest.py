"""The smallest annotated texts, built by hand: no trained reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.reading import Reading, find_passages
from extractors.times import find_times
from graph.dates import PartialDate
from graph.model import Document, Form, Kind, Mention

LEMMAS = {
    "was": "be", "were": "be", "took": "take", "killed": "kill", "occupied": "occupy",
    "seized": "seize", "held": "hold", "expelled": "expel", "visited": "visit", "troops": "troop",
    "forces": "force", "workers": "worker", "miners": "miner", "opened": "open", "ended": "end",
    "bombed": "bomb", "destroyed": "destroy", "committed": "commit", "recalled": "recall",
}  # fmt: skip

Annotate = Callable[[str], Doc]
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    return spacy.blank("en").vocab


@pytest.fixture
def annotate(vocab: Vocab) -> Annotate:
    """Make a Doc from ``word|POS|dep|head`` rows; the head counts from 0, ROOT needs none.

    Lemmas are the words in lower case but for those listed above; a fifth field gives the tag.
    Rows are parted by white space; a lone ``/`` begins a sentence.
    """

    def make(table: str) -> Doc:
        sentences = [part.split() for part in table.split(" / ")]
        rows = [row.split("|") for part in sentences for row in part]
        words = [row[0] for row in rows]
        starts = {sum(map(len, sentences[:index])) for index in range(len(sentences))}
        return Doc(
            vocab,
            words=words,
            pos=[row[1] for row in rows],
            deps=[row[2] for row in rows],
            heads=[
                int(row[3]) if len(row) > 3 and row[3] else index for index, row in enumerate(rows)
            ],
            tags=[row[4] if len(row) > 4 else row[1] for row in rows],
            lemmas=[LEMMAS.get(word.lower(), word.lower()) for word in words],
            sent_starts=[index in starts for index in range(len(words))],
        )

    return make


@pytest.fixture
def read(annotate: Annotate) -> Read:
    """Make a Reading from rows; ``names`` gives labels with their kind: ``Oslo=Place``."""

    def make(table: str, names: str = "", *, date: str = "") -> Reading:
        doc = annotate(table)
        document = Document("d", doc.text, "test")
        times = tuple(find_times(doc.text, PartialDate.parse(date) if date else None))
        reading = Reading(document, doc, find_passages(doc), times)
        wanted = [entry.split("=") for entry in names.split(", ") if entry]
        return reading.with_mentions(_mention(reading, label, kind) for label, kind in wanted)

    return make


def _mention(reading: Reading, label: str, kind: str) -> Mention:
    kind, _, event_type = kind.partition(":")
    start = reading.document.text.index(label)
    end = start + len(label)
    span = reading.span_of(start, end)
    return Mention(
        document="d",
        start=start,
        end=end,
        passage=reading.passage_at(start).index,
        text=label,
        label=label,
        kind=Kind(kind),
        form=Form.NAME,
        head=span.root.lemma_,
        event_type=event_type,
        origin="test",
    )
