"""What was marked, as rows of numbers: each event with each place and time near it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from extractors.linking.clusters import PARTS
from extractors.linking.dates import time_rows
from extractors.linking.places import place_rows
from extractors.linking.scene import Event, Scene
from extractors.pipeline import Pipeline
from graph.model import Document, MentionKey, Sourced
from training.linking.texts import take_text

LABELS: Final = Path(__file__).with_name("labels.jsonl")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One event and what stands near it: whether people tied them, and whether the rules do.

    ``event`` counts the events of all texts, ``text`` the texts.
    """

    text: int
    event: int
    numbers: list[float]
    is_right: bool
    by_rules: bool


@dataclass(slots=True)
class Rows:
    """Rows by what they tell: ``place`` or ``time``."""

    of: dict[str, list[Row]] = field(default_factory=dict)
    events: int = 0

    def add(self, name: str, row: Row) -> None:
        """Put in one more."""
        self.of.setdefault(name, []).append(row)


@dataclass(frozen=True, slots=True)
class _Marked:
    """What people marked in one text; spans count from the start of the text."""

    text: str
    date: str
    stories: list[int]
    entities: dict[str, set[Span]]
    times: dict[str, Span]
    events: dict[Span, str]
    groups: dict[str, str]
    pooled: dict[str, dict[str, set[str]]]
    unreal: frozenset[str]


def read_marked(corpora: Path, path: Path = LABELS) -> Iterator[_Marked]:
    """The texts with their marks; ``ValueError`` where a corpus holds another text."""
    for line in path.read_text("utf-8").splitlines():
        marked = json.loads(line)
        text = take_text(corpora, marked["source"], marked["first"], marked["last"])
        if hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12] != marked["sha1"]:
            raise ValueError(f"{marked['source']} {marked['first']}: not the text that was marked")
        yield _take(marked, text)


def _take(marked: dict[str, Any], text: str) -> _Marked:
    events = marked["events"]
    groups = {name: _first(events, name) for name in events}
    pooled: dict[str, dict[str, set[str]]] = {}
    for name, told in events.items():
        facts = pooled.setdefault(groups[name], {})
        for key in (*PARTS, "time", "whole"):
            facts.setdefault(key, set()).update(told.get(key, ()))
    return _Marked(
        text=text,
        date=marked["date"],
        stories=[0, *marked["stories"], len(text)],
        entities={name: {(a, b) for a, b in spans} for name, spans in marked["entities"].items()},
        times={name: (a, b) for name, (a, b) in marked["times"].items()},
        events={(told["at"][0], told["at"][1]): name for name, told in events.items()},
        groups=groups,
        pooled=pooled,
        unreal=frozenset(name for name, told in events.items() if told.get("real") == "none"),
    )


def _first(events: dict[str, Any], name: str) -> str:
    """The first word of the happening that a word tells of."""
    seen: set[str] = set()
    while name not in seen and "same" in events[name]:
        seen.add(name)
        name = events[name]["same"]
    return name


@dataclass(frozen=True, slots=True)
class _Story:
    """One story of a text as it is read; ``names`` are those of its events, ``start`` its place."""

    number: int
    marked: _Marked
    scene: Scene
    start: int
    names: list[str | None]


def make_rows(corpora: Path, pipeline: Pipeline) -> Rows:
    """Read every marked text, story by story, and tell of each event what is near it."""
    rows = Rows()
    for number, marked in enumerate(read_marked(corpora)):
        for start, end in pairwise(marked.stories):
            if marked.text[start:end].strip():
                story = _read_story(number, marked, pipeline, start, end)
                for event, name in zip(story.scene.events, story.names, strict=True):
                    if name is not None:
                        rows.events += 1
                        _add_rows(rows, story, event, name)
    return rows


def _read_story(number: int, marked: _Marked, pipeline: Pipeline, start: int, end: int) -> _Story:
    text = marked.text[start:end]
    start += len(text) - len(text.lstrip())
    document = Document("d", text.strip(), "marked", date=Sourced(marked.date, "marked"))
    scene = Scene(*pipeline.find_by_rules(document))
    spans = ((e.mention.start + start, e.mention.end + start) for e in scene.events)
    return _Story(number, marked, scene, start, [marked.events.get(span) for span in spans])


def _add_rows(rows: Rows, story: _Story, event: Event, name: str) -> None:
    marked, scene = story.marked, story.scene
    told = {} if name in marked.unreal else marked.pooled[marked.groups[name]]
    facts = scene.told.facts[event.mention.key]

    def add(kind: str, numbers: list[float], *, right: bool, by_rules: bool) -> None:
        rows.add(kind, Row(story.number, rows.events, numbers, right, by_rules))

    for cluster, numbers in place_rows(scene, event):
        right = bool(told.get("place", set()) & _names_of(story, cluster))
        add("place", numbers, right=right, by_rules=cluster in facts.parts["place"])
    spans = {marked.times[one] for one in told.get("time", ())}
    for place, numbers in time_rows(scene, event):
        time = scene.times[place]
        right = (time.start + story.start, time.end + story.start) in spans
        add("time", numbers, right=right, by_rules=place in facts.times)


def _names_of(story: _Story, cluster: MentionKey) -> set[str]:
    """What the entities are called that the cluster's mentions were marked as."""
    members = story.scene.clusters.members[cluster]
    spans = {(m.start + story.start, m.end + story.start) for m in members}
    return {name for name, own in story.marked.entities.items() if own & spans}
