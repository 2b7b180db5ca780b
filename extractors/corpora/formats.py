"""Recognises the format of a corpus file by what stands in it, and reads it text by text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from extractors.corpora.conllu import Sentence, read_sentences
from extractors.corpora.geneva import read_geneva
from extractors.corpora.gold import (
    Gold,
    gold_of_conllu,
    gold_of_geneva,
    gold_of_gum,
    gold_of_iob,
    join_golds,
)
from extractors.corpora.iob import DOCUMENT_MARK, IobFormat, name_document, read_iob_sentences
from extractors.corpora.kinds import Kind, find_kind
from graph.errors import UnreadableFileError

_LOOKED_AT = 2_000
_CONLLU_COLUMNS = 10
# Documents are cut after so many sentences: spaCy takes no text of a million characters.
_LONGEST = 500
_LABEL = re.compile(r"O|[BIELSU]-\S+")
_GUM_ENTITY = re.compile(r"# global\.Entity = GRP-etype|[\t|]Entity=\(\d+-[a-z]+-")


class Format(StrEnum):
    """The formats of corpora that readers can be measured on."""

    IOB = "iob"
    CONLLU = "conllu"
    GUM = "gum"
    GENEVA = "geneva"


def find_format(path: Path) -> Format | None:
    """Tell a file's format by its first lines; None if it is none that is known."""
    lines = _read_lines(path)
    if lines and lines[0].startswith("{") and '"event_mentions"' in lines[0]:
        return Format.GENEVA
    rows = [line.split("\t") for line in lines if line[:1].isdigit()]
    if rows and all(len(row) == _CONLLU_COLUMNS and _is_head(row[6]) for row in rows):
        return Format.GUM if any(map(_GUM_ENTITY.search, lines)) else Format.CONLLU
    return Format.IOB if _find_columns(lines) else None


def read_golds(path: Path, name: Format, *, roles: Mapping[str, Any] | None = None) -> list[Gold]:
    """Read the texts of a file.

    Texts are documents where the file tells them, else sentences (IOB, GENEVA) or the whole
    file (CoNLL-U). ``roles`` are records of predicates by their sentences, which stand beside
    CoNLL-U. Raises ``UnreadableFileError`` where it is not of that format.
    """
    readers: dict[Format, Callable[[Path, Format], Iterable[Gold]]] = {
        Format.IOB: _read_iob,
        Format.CONLLU: partial(_read_trees, roles=roles),
        Format.GUM: _read_trees,
        Format.GENEVA: _read_triggers,
    }
    try:
        golds = list(readers[name](path, name))
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise UnreadableFileError(
            f"cannot read {str(path)!r} as {name} ({reason}); mend the file, or name its --format"
        ) from error
    if not golds:
        raise UnreadableFileError(f"{str(path)!r} holds no sentence in the format {name}")
    return golds


def _read_iob(path: Path, _: Format) -> Iterator[Gold]:
    lines = path.read_text("utf-8-sig").split("\n")
    layout = find_layout(path.stem, lines)
    sentences = read_iob_sentences(path, layout)
    for document, group in groupby(sentences, key=lambda sentence: sentence.document):
        golds = (gold_of_iob(sentence, layout) for sentence in group)
        if document == path.stem:
            yield from golds
            continue
        gap = "\n" if document.startswith(f"{path.stem} ") else " "
        while some := list(islice(golds, _LONGEST)):
            yield join_golds(some, [gap] * len(some))


def find_layout(source: str, lines: Sequence[str]) -> IobFormat:
    """Tell in which columns tokens and labels stand, and which kinds the labels mean.

    A corpus annotates those kinds that occur in it.
    """
    columns = _find_columns(lines)
    if columns is None:
        raise ValueError("there is no column of labels such as O, B-PER and I-PER")
    separator, token, label = columns
    rows = (line.strip("\r ").split(separator) for line in lines if _is_row(line))
    labels = {row[label].partition("-")[2] for row in rows if len(row) > label}
    kinds: dict[str, Kind] = {one: kind for one in sorted(labels) if (kind := find_kind(one))}
    return IobFormat(source, kinds, separator, token, label, name_document, marks=True)


def _find_columns(lines: Sequence[str]) -> tuple[str | None, int, int] | None:
    """Give the separator, the column of tokens and the last column of nothing but labels."""
    kept = [line.strip("\r ") for line in lines[:_LOOKED_AT] if _is_row(line)]
    separator = "\t" if kept and all("\t" in line for line in kept) else None
    rows = [line.split(separator) for line in kept]
    width = min(map(len, rows), default=0)
    found = [
        column
        for column in range(1, width)
        if all(_LABEL.fullmatch(row[column]) for row in rows)
        and any(row[column] != "O" for row in rows)
    ]
    if not found:
        return None
    numbered = found[-1] > 1 and all(row[0].isdigit() for row in rows)
    return separator, int(numbered), found[-1]


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("# ", DOCUMENT_MARK))


def _read_trees(
    path: Path, name: Format, *, roles: Mapping[str, Any] | None = None
) -> Iterator[Gold]:
    make = gold_of_gum if name is Format.GUM else partial(gold_of_conllu, roles=roles)
    for _, document in groupby(read_sentences(path), key=lambda sentence: sentence.document):
        while group := list(islice(document, _LONGEST)):
            yield join_golds([make(sentence) for sentence in group], list(_find_gaps(group)))


def _read_triggers(path: Path, _: Format) -> Iterator[Gold]:
    return map(gold_of_geneva, read_geneva(path))


def _find_gaps(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Give what stands before each sentence: a blank line, a blank or nothing."""
    space = True
    for sentence in sentences:
        yield "\n\n" if sentence.starts_paragraph else " " if space else ""
        space = sentence.words[-1].space_after


def _read_lines(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            return [line.rstrip("\n") for line in islice(lines, _LOOKED_AT)]
    except (OSError, UnicodeDecodeError):
        return []


def _is_head(column: str) -> bool:
    return column.isdigit() or column == "_"
