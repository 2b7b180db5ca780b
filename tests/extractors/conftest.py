"""The smallest annotated texts, built by hand: no trained reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.reading import Reading, find_passages
from extractors.reference.antecedents import with_references
from extractors.times.times import find_times
from graph.dates import PartialDate
from graph.model import Document, Form, Kind, Mention, Sourced

LEMMAS = {
    "was": "be", "were": "be", "took": "take", "killed": "kill", "occupied": "occupy",
    "seized": "seize", "held": "hold", "expelled": "expel", "attacked": "attack",
    "visited": "visit", "troops": "troop",
    "forces": "force", "workers": "worker", "miners": "miner", "opened": "open", "ended": "end",
    "bombed": "bomb", "destroyed": "destroy", "committed": "commit", "recalled": "recall",
}  # fmt: skip

Annotate = Callable[[str], Doc]
Read = Callable[..., Reading]
Tell = Callable[..., Reading]
Write = Callable[..., Reading]
SMALL_WORDS = {
    "and": "CCONJ", "or": "CCONJ", "the": "DET", "a": "DET", "an": "DET", "of": "ADP", "at": "ADP",
    "to": "ADP", "for": "ADP", "in": "ADP", "from": "ADP", "is": "AUX", "was": "AUX",
    "said": "VERB", "met": "VERB", "slept": "VERB", "former": "ADJ", "then": "ADV",
    "also": "ADV", "He": "PRON",
}  # fmt: skip


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    return spacy.blank("en").vocab


@pytest.fixture
def annotate(vocab: Vocab) -> Annotate:
    """Make a Doc from ``word|POS|dep|head`` rows; the head counts from 0, ROOT needs none.

    Lemmas are the words in lower case but for those listed above; a fifth field gives the tag,
    a sixth the lemma. Rows are parted by white space; a lone ``/`` begins a sentence, and the word
    ``⏎`` a paragraph.
    """

    def make(table: str) -> Doc:
        sentences = [part.split() for part in table.split(" / ")]
        rows = [row.split("|") for part in sentences for row in part]
        words = [row[0].replace("⏎", "\n\n") for row in rows]
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
            lemmas=[
                row[5] if len(row) > 5 else LEMMAS.get(row[0].lower(), row[0].lower())
                for row in rows
            ],
            sent_starts=[index in starts for index in range(len(words))],
        )

    return make


@pytest.fixture
def read(annotate: Annotate) -> Read:
    """Make a Reading from rows; ``names`` gives labels with their kind: ``Oslo=Place``.

    ``Oslo#2`` is the second "Oslo" of the text.
    """

    def make(table: str, names: str = "", *, date: str = "") -> Reading:
        doc = annotate(table)
        document = Document("d", doc.text, "test")
        times = tuple(find_times(doc.text, PartialDate.parse(date) if date else None))
        reading = Reading(document, doc, find_passages(doc), times)
        wanted = [entry.split("=") for entry in names.split(", ") if entry]
        named = (_mention(reading, label, kind) for label, kind in wanted)
        return with_references(reading.with_mentions(named))

    return make


@pytest.fixture
def tell(read: Read) -> Tell:
    """Make a Reading as ``read`` does, from sentences whose heads count from their first word."""

    def make(*sentences: str, names: str = "", date: str = "") -> Reading:
        rows: list[str] = []
        start = 0
        for sentence in sentences:
            parts = [row.split("|") for row in sentence.split()]
            for row in parts:
                row[3:4] = [head and str(int(head) + start) for head in row[3:4]]
            start += len(parts)
            rows.append(" ".join("|".join(row) for row in parts))
        return read(" / ".join(rows), names, date=date)

    return make


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a file of cases, and by the name of a finder what it finds there, line by line."""

    text: str
    names: str = ""
    trees: tuple[str, ...] = ()
    told: dict[str, list[str]] = field(default_factory=dict)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test with the argument ``case`` those of the text file beside its module."""
    if "case" in metafunc.fixturenames:
        blocks = Path(metafunc.module.__file__).with_suffix(".txt").read_text(encoding="utf-8")
        cases = [_case(block) for block in blocks.strip().split("\n\n")[1:]]
        metafunc.parametrize("case", cases, ids=[case.text for case in cases])


def _case(block: str) -> Case:
    """The case of a block: lines of ``text``, ``names``, ``tree``, and one for each thing told."""
    held: dict[str, list[str]] = {}
    for line in block.splitlines():
        name, _, value = line.partition(": ")
        held.setdefault(name, []).extend([] if value == "-" else [value])
    (text,), names, trees = held.pop("text"), held.pop("names", [""]), held.pop("tree", [])
    return Case(text, names[0], tuple(trees), held)


@pytest.fixture
def write(vocab: Vocab) -> Write:
    """Make a Reading from plain words, without a tree; ``names`` as for ``read``.

    The words are parted by single spaces; ``⏎`` begins a paragraph, ``.`` ends a sentence. Words
    with a capital are proper nouns and others nouns, but for those listed above.
    """

    def make(text: str, names: str, *, authors: Iterable[str] = ()) -> Reading:
        words = text.split(" ")
        ends = [index for index, word in enumerate(words) if word in {".", "⏎"}]
        doc = Doc(
            vocab,
            words=["\n\n" if word == "⏎" else word for word in words],
            pos=[_part_of_speech(word) for word in words],
            lemmas=[word.lower() for word in words],
            sent_starts=[index == 0 or index - 1 in ends for index in range(len(words))],
        )
        sourced = tuple(Sourced(author, "test") for author in authors)
        document = Document("d", doc.text, "test", authors=sourced)
        reading = Reading(document, doc, find_passages(doc))
        wanted = [entry.split("=") for entry in names.split(", ") if entry]
        named = (_mention(reading, label, kind) for label, kind in wanted)
        return with_references(reading.with_mentions(named))

    return make


def _part_of_speech(word: str) -> str:
    if word in SMALL_WORDS:
        return SMALL_WORDS[word]
    if not any(character.isalnum() for character in word):
        return "PUNCT"
    return "PROPN" if word[0].isupper() else "NOUN"


def _mention(reading: Reading, label: str, kind: str) -> Mention:
    kind, _, event_type = kind.partition(":")
    label, _, number = label.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = f"{reading.document.text} ".index(f"{label} ", start + 1)
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
