"""Reads grobid-ner's training XML: 24 classes, mixed into ours."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extractors.corpora.kinds import KINDS, Kind
from extractors.corpora.naming import is_date, is_named, is_ordinal, is_single, trim_span
from extractors.corpora.samples import Entity, Sample

_KINDS: Final[dict[str, Kind]] = {
    "PERSON": "Person",
    "LOCATION": "Place",
    "INSTALLATION": "Place",
    "INSTITUTION": "Organization",
    "ORGANISATION": "Organization",
    "BUSINESS": "Organization",
    "MEDIA": "Organization",
    "EVENT": "Event",
    "NATIONAL": "Group",
    "PERSON_TYPE": "Group",
    "LEGAL": "Work",
    "CREATION": "Work",
    "PERIOD": "Date",
    "MEASURE": "Quantity",
}
_SENTENCE = re.compile(r"<sentence[^>]*>(.*?)</sentence>", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Z]+)([^>]*)>")


def read_grobid(folder: Path) -> Iterator[Sample]:
    """Yield a sample a sentence; ``document`` is the file's name."""
    for path in sorted(folder.glob("*.xml")):
        for match in _SENTENCE.finditer(path.read_text("utf-8")):
            sample = _read_sentence(match.group(1), path.name)
            if sample.text.strip():
                yield sample


def _read_sentence(markup: str, document: str) -> Sample:
    text = ""
    entities: list[Entity] = []
    unknown: list[tuple[int, int]] = []
    start, label, position = 0, "", 0
    for tag in [*_TAG.finditer(markup), None]:
        text += _clean(markup[position : tag.start() if tag else len(markup)], after=text)
        if tag is None:
            break
        position = tag.end()
        if tag.group(1):
            _sort_out(text, start, label, entities, unknown)
        else:
            text += " " if text[-1:].isalnum() else ""
            start, label = len(text), _label_of(tag.group(3))
    return Sample(text, "grobid-ner", document, frozenset(KINDS), tuple(entities), tuple(unknown))


def _clean(markup: str, *, after: str) -> str:
    text = html.unescape(re.sub(r"\s+", " ", markup))
    text = re.sub(r" ' s\b", "'s", text)
    text = re.sub(r"(\w) - (\w)", r"\1-\2", text)
    return text.lstrip() if not after or after.endswith(" ") else text


def _label_of(attributes: str) -> str:
    match = re.search(r'type="([^"]*)"', attributes)
    return match.group(1) if match else ""


def _sort_out(
    text: str,
    start: int,
    label: str,
    entities: list[Entity],
    unknown: list[tuple[int, int]],
) -> None:
    """Put the span that ends the text among the names, the unknown or neither."""
    kind = _KINDS.get(label)
    first, last = trim_span(text, start, len(text))
    name = text[first:last]
    if first >= last:
        return
    if kind is None or not _is_clear(name, kind):
        unknown.append((start, len(text)))
    else:
        entities.append(Entity(first, last, kind))


def _is_clear(name: str, kind: Kind) -> bool:
    if kind == "Date":
        return is_date(name)
    if kind == "Quantity":
        return not is_ordinal(name)
    if kind in {"Person", "Place", "Group"}:
        return is_single(name) and is_named(name)
    return not {",", "("} & set(name) and any(letter.isupper() for letter in name)
