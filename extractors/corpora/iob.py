"""Reads corpora with one token and its IOB label a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.corpora.detokenising import find_tokens, join_tokens
from extractors.corpora.kinds import Kind
from extractors.corpora.samples import Entity, Sample

DOCUMENT_MARK = "-DOCSTART-"
# The last token of a name, and one that is a name alone, in schemes with five or six prefixes.
_MORE_PREFIXES = {"E": "I", "L": "I", "S": "B", "U": "B"}


def name_document(line: str) -> str | None:
    """Give the document that a comment names, if it does."""
    match = re.match(r"# newdoc(?: id = (.*))?$", line)
    return (match[1] or "unnamed") if match else None


@dataclass(frozen=True, slots=True)
class IobFormat:
    """How one corpus writes its lines; a label that ``kinds`` lacks is unknown.

    ``document_of`` reads a document's name off a comment; where ``marks`` is true, a line of
    ``DOCUMENT_MARK`` begins a document without a name.
    """

    source: str
    kinds: Mapping[str, Kind]
    separator: str | None = None
    token_column: int = 0
    label_column: int = 1
    document_of: Callable[[str], str | None] = lambda _line: None
    marks: bool = False


@dataclass(frozen=True, slots=True)
class IobSentence:
    """One sentence; ``text`` is empty where the corpus gives tokens only."""

    document: str
    text: str
    tokens: list[str]
    labels: list[str]

    def locate_tokens(self) -> tuple[str, list[tuple[int, int]]]:
        """Give the running text, made up from the tokens if need be, and where each stands."""
        return find_tokens(self.text, self.tokens) if self.text else join_tokens(self.tokens)


def read_iob(path: Path, layout: IobFormat) -> Iterator[Sample]:
    """Yield a sample a sentence."""
    for sentence in read_iob_sentences(path, layout):
        yield make_sample(sentence, layout)


def read_iob_sentences(path: Path, layout: IobFormat) -> Iterator[IobSentence]:
    """Yield the sentences of a file in order."""
    sentence = IobSentence(path.stem, "", [], [])
    for number, raw in enumerate([*path.read_text("utf-8-sig").split("\n"), ""]):
        line = raw.strip("\r ")
        if line.startswith("# "):
            document = layout.document_of(line) or sentence.document
            text = line[9:] if line.startswith("# text = ") else sentence.text
            sentence = IobSentence(document, text, sentence.tokens, sentence.labels)
        elif layout.marks and line.startswith(DOCUMENT_MARK):
            sentence = IobSentence(f"{path.stem} {number}", "", [], [])
        elif line:
            columns = line.split(layout.separator)
            token, label = columns[layout.token_column], columns[layout.label_column]
            if token:  # spaces that a corpus takes for tokens are lost by some tools
                sentence.tokens.append(token)
                sentence.labels.append(label)
        elif sentence.tokens:
            yield sentence
            sentence = IobSentence(sentence.document, "", [], [])


def make_sample(sentence: IobSentence, layout: IobFormat) -> Sample:
    """Give the names of a sentence over its running text."""
    text, spans = sentence.locate_tokens()
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
    """Yield first token, last token and label of each name; reads IOB1, IOB2, BIOES and BILOU."""
    parted = [_part_label(label) for label in labels]
    start = 0
    for index, (prefix, name) in enumerate(parted):
        if not name:
            continue
        if prefix == "B" or index == 0 or parted[index - 1][1] != name:
            start = index
        if index + 1 == len(parted) or parted[index + 1] != ("I", name):
            yield start, index, name


def _part_label(label: str) -> tuple[str, str]:
    prefix, _, name = label.partition("-")
    return _MORE_PREFIXES.get(prefix, prefix), name
