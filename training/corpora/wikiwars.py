"""Reads WikiWars' TimeML: histories of wars in which every time expression is marked."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from extractors.corpora.naming import is_date, trim_span
from extractors.corpora.samples import Entity, Sample
from training.splitting import split_sentences

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def read_wikiwars(folder: Path) -> Iterator[Sample]:
    """Yield a sample a sentence; ``document`` is the history's name."""
    for path in sorted(folder.glob("*.tml")):
        body = _TEXT.search(path.read_text("utf-8"))
        if body:
            yield from split_sentences(_read_text(body.group(1), path.name))


def _read_text(markup: str, document: str) -> Sample:
    text, position = "", 0
    entities: list[Entity] = []
    unknown: list[tuple[int, int]] = []
    for tag in _TIMEX.finditer(markup):
        text += _plain(markup[position : tag.start()])
        begin = len(text)
        text += _plain(tag.group(2))
        position = tag.end()
        start, end = trim_span(text, begin, len(text))
        if 'type="SET"' in tag.group(1):
            unknown.append((begin, len(text)))
        elif is_date(text[start:end]):
            entities.append(Entity(start, end, "Date"))
    text += _plain(markup[position:])
    return Sample(text, "wikiwars", document, frozenset(["Date"]), tuple(entities), tuple(unknown))


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))
