"""Lets the accurate reader teach the fast one: trees of raw texts, and triggers for all."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractors.words.trigger_types import load_trigger_types
from training.accurate.lessons import read_triggers
from training.accurate.sentences import Lesson

TRIGGERS: Final = "events"
_SENTENCES: Final = (1, 2, 3, 4)
# A tree of a sentence as short as this is a heading or a fragment, which teaches little.
_SHORT: Final = 4


def parse_texts(texts: Iterable[str], reader: Language, chance: random.Random) -> Iterator[Doc]:
    """Yield what the accurate reader says of texts, some joined to documents of a paragraph."""
    long_enough = (text for text in texts if len(text.split()) > _SHORT)
    for document in reader.pipe(_join(long_enough, chance), batch_size=64):
        yield _set_triggers(document, _find_triggers(document))


def _join(texts: Iterable[str], chance: random.Random) -> Iterator[str]:
    group: list[str] = []
    for text in texts:
        group.append(text)
        if len(group) >= chance.choice(_SENTENCES):
            yield " ".join(group)
            group = []
    if group:
        yield " ".join(group)


def add_triggers(documents: Iterable[Doc], reader: Language) -> Iterator[Doc]:
    """Add the accurate reader's triggers to documents that have trees from a corpus."""
    for document in documents:
        read = Doc(
            document.vocab,
            words=[token.text for token in document],
            spaces=[bool(token.whitespace_) for token in document],
        )
        for _, component in reader.pipeline:
            read = component(read)
        yield _set_triggers(document, _find_triggers(read))


def read_geneva(path: Path, reader: Language) -> Iterator[Doc]:
    """Yield GENEVA's training sentences: its own triggers, the accurate reader's trees."""
    types = load_trigger_types()
    for part, lesson in read_triggers(path):
        if part != "train":
            continue
        document = _make_document(lesson, reader)
        yield _set_triggers(
            document,
            [
                (place, types.type_of(trigger).event_type)
                for place, trigger in enumerate(lesson.triggers)
                if trigger != "O"
            ],
        )


def _make_document(lesson: Lesson, reader: Language) -> Doc:
    document = Doc(
        reader.vocab,
        words=list(lesson.forms),
        spaces=[not glued for glued in [*lesson.glued[1:], True]],
    )
    for _, component in reader.pipeline:
        document = component(document)
    return document


def _find_triggers(document: Doc) -> list[tuple[int, str]]:
    return [(span.start, span.label_) for span in document.spans[TRIGGERS]]


def _set_triggers(document: Doc, places: Sequence[tuple[int, str]]) -> Doc:
    spans = [Span(document, place, place + 1, label=label) for place, label in places]
    document.spans.clear()
    document.spans[TRIGGERS] = SpanGroup(document, name=TRIGGERS, spans=spans)
    return document
