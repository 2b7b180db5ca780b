"""Reads corpora with one token and its IOB label a line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from training.detokenising import find_tokens, join_tokens
from training.kinds import Kind
from training.samples import Entity, Sample


@dataclass(frozen=True, slots=True)
class IobFormat:
    """How one corpus writes its lines; a label that ``kinds`` lacks is unknown."""

    source: str
    kinds: Mapping[str, Kind]
    separator: str | None = None
    token_column: int = 0
    label_column: int = 1
    document_of: Callable[[str], str | None] = lambda _line: None


@dataclass(frozen=True, slots=True)
class _Sentence:
    document: str
    text: str
    tokens: list[str]
    labels: list[str]


def read_iob(path: Path, layout: IobFormat) -> Iterator[Sample]:
    """Yield a sample a sentence."""
    for sentence in _read_sentences(path, layout):
        yield _make_sample(sentence, layout)


def _read_sentences(path: Path, layout: IobFormat) -> Iterator[_Sentence]:
    sentence = _Sentence(path.stem, "", [], [])
    for raw in [*path.read_text("utf-8").split("\n"), ""]:
        line = raw.strip("\r ")
        if line.startswith("# "):
            document = layout.document_of(line) or sentence.document
            text = line[9:] if line.startswith("# text = ") else sentence.text
            sentence = _Sentence(document, text, sentence.tokens, sentence.labels)
        elif line:
            columns = line.split(layout.separator)
            sentence.tokens.append(columns[layout.token_column])
            sentence.labels.append(columns[layout.label_column])
        elif sentence.tokens:
            yield sentence
            sentence = _Sentence(sentence.document, "", [], [])


def _make_sample(sentence: _Sentence, layout: IobFormat) -> Sample:
    text, spans = (
        find_tokens(sentence.text, sentence.tokens)
        if sentence.text
        else join_tokens(sentence.tokens)
    )
    entities: list[Entity] = []
    unknown: list[tuple[int, int]] = []
    for first, last, label in find_runs(sentence.labels):
        start, end = spans[first][0], spans[last][1]
        if kind := layout.kinds.get(label):
            entities.append(Entity(start, end, kind))
        else:
            unknown.append((start, end))
    return Sample(
        text=text,
        source=layout.source,
        document=sentence.document,
        kinds=frozenset(layout.kinds.values()),
        entities=tuple(entities),
        unknown=tuple(unknown),
    )


def find_runs(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first token, last token and label of each name; reads IOB1 and IOB2."""
    start = 0
    for index, label in enumerate(labels):
        if label == "O":
            continue
        prefix, name = label.split("-", 1)
        previous = labels[index - 1] if index else "O"
        if prefix == "B" or previous == "O" or previous.split("-", 1)[1] != name:
            start = index
        following = labels[index + 1] if index + 1 < len(labels) else "O"
        if following != f"I-{name}":
            yield start, index, name
