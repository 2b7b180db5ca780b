"""Packs lessons into windows, and those into the numbers that the encoder reads."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from tokenizers import Tokenizer  # type: ignore[import-not-found, unused-ignore]

from extractors.encoder.pieces import PIECES_PER_WORD, SPACES, shape_of
from training.accurate.inventory import Inventory, keep_features
from training.accurate.sentences import Lesson, lemma_rules_of
from training.accurate.varying import vary
from training.alignment import allow_labels

MAX_PIECES: Final = 254
IGNORED: Final = -100
# Word pieces that a window of several lessons may have; one draw a window.
_BUDGETS: Final = (64, 96, 128, 192)
# The same for windows of documents with mentions.
_DOCUMENT_BUDGETS: Final = (96, 160, MAX_PIECES, MAX_PIECES)
# Odds that a window is one lesson: of corpora with running text, and of single sentences.
_ALONE: Final = 0.3
_ALONE_UNRELATED: Final = 0.7
_RUNNING: Final = frozenset(["ud-ewt", "gum", "re3d", "wikiwars"])
# Odds that a new paragraph is seen as such, and that a window begins on a new line.
_SEEN: Final = 0.6
_PIECES_A_WORD: Final = 1.3
NO_SPACE, BLANK, LINE_BREAK = range(3)


@dataclass(frozen=True, slots=True)
class Mention:
    """The head word of a mention, in which sentence of its window, and what it refers to."""

    place: int
    sentence: int
    form: str
    entities: frozenset[str]


@dataclass(slots=True)
class Window:
    """Some lessons in numbers; the lists beside ``pieces`` and ``features`` are a word's each.

    ``trees`` are first word and heads of each sentence with a tree; ``names`` are the labels
    that a word may have, None where its corpus has no names at all. ``arguments`` are place,
    sentence's first word and the role of each of the sentence's words, for each predicate.
    """

    pieces: list[int]
    features: list[int]
    firsts: list[int] = field(default_factory=list)
    names: list[frozenset[str] | None] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    pos: list[int] = field(default_factory=list)
    morphs: list[int] = field(default_factory=list)
    lemmas: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    trees: list[tuple[int, list[int]]] = field(default_factory=list)
    predicates: list[int] = field(default_factory=list)
    arguments: list[tuple[int, int, list[int]]] = field(default_factory=list)
    referring: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sentences: int = 0
    document: str = ""


class Coder:
    """Turns lessons into windows; keeps the pieces of every word that it has seen."""

    def __init__(self, tokenizer: Tokenizer, inventory: Inventory) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        vocabulary = tokenizer.get_vocab()
        self._cls, self._sep, self._unk = (vocabulary[p] for p in ("[CLS]", "[SEP]", "[UNK]"))
        self._inventory = inventory
        self._numbers: dict[str, dict[object, int]] = {
            task: {label: number for number, label in enumerate(getattr(inventory, task))}
            for task in ("trigger", "tag", "pos", "morph", "lemma", "relation", "role")
        }

    def encode(self, lessons: Sequence[Lesson], chance: random.Random | None) -> Window:
        """Give one window of lessons; words that no longer fit are left out with their lesson."""
        window = Window([self._cls], [0])
        for number, lesson in enumerate(lessons):
            pieces = [self._cut(form) for form in lesson.forms]
            if len(window.pieces) + sum(map(len, pieces)) > MAX_PIECES + 1:
                break
            seen = chance is None or chance.random() < _SEEN
            opens = seen and (lesson.starts_paragraph or number == 0)
            self._add(window, lesson, pieces, opens=opens)
        window.pieces.append(self._sep)
        window.features.append(0)
        return window

    def count(self, lessons: Sequence[Lesson]) -> int:
        """Tell how many pieces lessons have."""
        return sum(len(self._cut(form)) for lesson in lessons for form in lesson.forms)

    def _cut(self, form: str) -> list[int]:
        if form not in self._known:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids
            self._known[form] = ids[:PIECES_PER_WORD] or [self._unk]
        return self._known[form]

    def _add(self, window: Window, lesson: Lesson, pieces: list[list[int]], *, opens: bool) -> None:
        start = len(window.firsts)
        spaces = [NO_SPACE if glued else BLANK for glued in lesson.glued]
        spaces[0] = LINE_BREAK if opens else spaces[0]
        for form, ids, space in zip(lesson.forms, pieces, spaces, strict=True):
            window.firsts.append(len(window.pieces))
            window.pieces += ids
            window.features += [shape_of(form) * SPACES + space] * len(ids)
        window.names += self._allow(lesson)
        window.triggers += self._number("trigger", lesson.triggers, lesson)
        words = lesson.tree
        window.tags += self._number("tag", [word.xpos for word in words], lesson)
        window.pos += self._number("pos", [word.upos for word in words], lesson)
        window.morphs += self._number("morph", [keep_features(w.feats) for w in words], lesson)
        rules = list(lemma_rules_of(lesson)) if words else []
        window.lemmas += self._number("lemma", rules, lesson)
        window.relations += self._number("relation", [word.deprel for word in words], lesson)
        size = len(lesson.forms)
        if words:
            window.begins += [1] + [0] * (size - 1)
            window.trees.append((start, [word.head for word in words]))
        else:
            window.begins += [IGNORED] * size
        self._add_predicates(window, lesson, start)
        _add_mentions(window, lesson, start)

    def _add_predicates(self, window: Window, lesson: Lesson, start: int) -> None:
        size = len(lesson.forms)
        if lesson.predicates is None:
            window.predicates += [IGNORED] * size
            return
        places = {one.word for one in lesson.predicates}
        window.predicates += [int(word in places) for word in range(size)]
        for one in lesson.predicates:
            roles = [0] * size
            for word, role in one.arguments:
                roles[word] = self._numbers["role"].get(role, 0)
            window.arguments.append((start + one.word, start, roles))

    def _allow(self, lesson: Lesson) -> Iterator[frozenset[str] | None]:
        if not lesson.names:
            return iter([None] * len(lesson.forms))
        return (allow_labels(label, lesson.kinds) for label in lesson.names)

    def _number(self, task: str, labels: Sequence[object], lesson: Lesson) -> list[int]:
        if not labels:
            return [IGNORED] * len(lesson.forms)
        return [self._numbers[task].get(label, IGNORED) for label in labels]


def _add_mentions(window: Window, lesson: Lesson, start: int) -> None:
    size = len(lesson.forms)
    if lesson.references is None:
        window.referring += [IGNORED] * size
    else:
        window.referring += [int(word in lesson.references) for word in range(size)]
        window.mentions += [
            Mention(start + word, window.sentences, lesson.forms[word].lower(), entities)
            for word, entities in lesson.references.items()
        ]
    window.sentences += 1


def plan_windows(lessons: Iterable[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """Group neighbouring lessons, varied, into windows of varied lengths."""
    for (source, _), group in groupby(lessons, key=lambda lesson: (lesson.source, lesson.document)):
        alone = _ALONE if source in _RUNNING else _ALONE_UNRELATED
        window: list[Lesson] = []
        budget = 0.0
        for lesson in group:
            size = len(lesson.forms) * _PIECES_A_WORD
            if window and size > budget:
                yield window
                window = []
            if not window:
                budget = 0 if chance.random() < alone else chance.choice(_BUDGETS)
            window.append(vary(lesson, chance))
            budget -= size
        yield window


def plan_documents(
    lessons: Iterable[Lesson], coder: Coder, size: int, chance: random.Random
) -> Iterator[list[Window]]:
    """Give the windows of each document with mentions, in order, as one batch or as several."""
    for (_, document), group in groupby(lessons, key=lambda one: (one.source, one.document)):
        batch: list[Window] = []
        for window in _fill_windows(group, coder, chance):
            if not window.firsts:
                continue
            window.document = document
            if (len(batch) + 1) * max(len(one.pieces) for one in [*batch, window]) > size:
                yield batch
                batch = []
            batch.append(window)
        yield batch


def _fill_windows(
    lessons: Iterable[Lesson], coder: Coder, chance: random.Random
) -> Iterator[Window]:
    kept: list[Lesson] = []
    budget = chance.choice(_DOCUMENT_BUDGETS)
    for lesson in lessons:
        varied = vary(lesson, chance)
        if kept and coder.count([*kept, varied]) > budget:
            yield coder.encode(kept, chance)
            kept, budget = [], chance.choice(_DOCUMENT_BUDGETS)
        kept.append(varied)
    yield coder.encode(kept, chance)


def make_batches(windows: Sequence[Window], size: int, chance: random.Random) -> list[list[Window]]:
    """Give batches of about ``size`` pieces, of like lengths, in any order."""
    order = sorted(windows, key=lambda one: len(one.pieces) + 8 * chance.random())
    batches: list[list[Window]] = []
    for one in order:
        if not batches or (len(batches[-1]) + 1) * len(one.pieces) > size:
            batches.append([])
        batches[-1].append(one)
    chance.shuffle(batches)
    return batches
