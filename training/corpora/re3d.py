"""Reads re3d's JSON lines: entities of the conflicts in Syria and Iraq, named and nominal."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extractors.corpora.kinds import Kind
from extractors.corpora.naming import is_date, is_named, is_ordinal, is_single, trim_span
from extractors.corpora.samples import Entity, Sample, keep_longest
from extractors.corpora.titles import is_title
from training.splitting import split_sentences

_KINDS: Final[dict[str, Kind]] = {
    "Person": "Person",
    "Location": "Place",
    "Organisation": "Organization",
    "Nationality": "Group",
    "Temporal": "Date",
    "Quantity": "Quantity",
}


def read_re3d(folder: Path) -> Iterator[Sample]:
    """Yield a sample a sentence, from every source whose licence lies in its folder."""
    for licence in sorted(folder.glob("*/LICENSE")):
        yield from _read_source(licence.parent)


def _read_source(folder: Path) -> Iterator[Sample]:
    marked: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in _read_lines(folder / "entities.json"):
        marked[str(line["documentId"])].append(
            (int(str(line["begin"])), int(str(line["end"])), str(line["type"]))
        )
    for line in _read_lines(folder / "documents.json"):
        sample = _make_sample(str(line["text"]), str(line["_id"]), marked[str(line["_id"])])
        yield from split_sentences(sample)


def _read_lines(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _make_sample(text: str, document: str, marked: list[tuple[int, int, str]]) -> Sample:
    found: list[Entity] = []
    unclear: list[tuple[int, int]] = []
    for begin, stop, label in marked:
        start, end = trim_span(text, begin, stop)
        kind = _KINDS.get(label)
        if kind and _is_clear(text[start:end], kind):
            found.append(Entity(start, end, kind))
        elif any(letter.isupper() or letter.isdigit() for letter in text[start:end]):
            unclear.append((start, end))
    return Sample(
        text=text,
        source="re3d",
        document=document,
        kinds=frozenset(_KINDS.values()),
        entities=keep_longest(found),
        unknown=tuple(unclear),
    )


def _is_clear(name: str, kind: Kind) -> bool:
    if kind == "Date":
        return is_date(name)
    if kind == "Quantity":
        return is_single(name) and not is_ordinal(name)
    if kind == "Person" and any(is_title(word) for word in name.split()):
        return False
    return is_single(name) and is_named(name) and not name.startswith("The ")
