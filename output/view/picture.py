"""What is drawn: a shape for each entity, and a line for all statements that say the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from output.view.evidence import ENTITY_COLUMNS, STATEMENT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

_KIND = ENTITY_COLUMNS.index("kind")
_LABEL = ENTITY_COLUMNS.index("label")
_MENTIONS = ENTITY_COLUMNS.index("mentions")
_SUBJECT = STATEMENT_COLUMNS.index("subject")
_PREDICATE = STATEMENT_COLUMNS.index("predicate")
_OBJECT = STATEMENT_COLUMNS.index("object")
_DENIED = STATEMENT_COLUMNS.index("denied")
_HEDGED = STATEMENT_COLUMNS.index("hedged")
_VOICES = STATEMENT_COLUMNS.index("voices")
_NAMED = ENTITY_COLUMNS.index("named")
_CLAIM = -1

_GROWTH, _EVENT_GROWTH, _DESCRIBED = 16.0, 1.3, 0.7
_MANY_MENTIONS = 25
# Labels are drawn in two lines below the shape; with more entities than this only the most
# linked ones show theirs at first, so that labels need no room of their own.
_LABELLED = 100
_LETTER_WIDTH, _LINE_LETTERS, _LABEL_HEIGHT = 8.5, 18, 38.0
_BEND = 0.22


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn line: the statements of one subject, predicate, object and polarity.

    A ``claim`` leads from a voice to an event and holds all figures and words that it gives for it.
    ``bend`` is 0 for a straight line; a positive one bends clockwise. Loops are numbered by it.
    """

    subject: int
    object: int
    statements: tuple[int, ...]
    denied: bool
    hedged: bool
    claim: bool = False
    bend: float = 0.0


def draw_lines(statements: Sequence[Sequence[Any]]) -> list[Line]:
    """The lines of a table of statements; lines between the same two entities are bent apart."""
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(statements):
        for ends in _drawn_as(row):
            same[ends].append(number)
    lines = [
        Line(
            subject=subject,
            object=target,
            statements=tuple(numbers),
            denied=bool(denied),
            hedged=all(statements[number][_HEDGED] for number in numbers),
            claim=predicate == _CLAIM,
        )
        for (subject, target, predicate, denied), numbers in same.items()
    ]
    return _bent_apart(lines)


def _drawn_as(row: Sequence[Any]) -> Iterator[tuple[int, int, int, int]]:
    """The lines that a statement is part of: subject, object, predicate and polarity."""
    if row[_OBJECT] >= 0:
        yield row[_SUBJECT], row[_OBJECT], row[_PREDICATE], row[_DENIED]
    for voice in row[_VOICES]:
        yield voice, row[_SUBJECT], _CLAIM, row[_DENIED]


def _bent_apart(lines: Iterable[Line]) -> list[Line]:
    between: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        low, high = sorted((line.subject, line.object))
        between[low, high].append(line)
    result = []
    for parallel in between.values():
        middle = (len(parallel) - 1) / 2
        for place, line in enumerate(parallel):
            if line.subject == line.object:
                bend = float(place)
            else:
                # A bend is seen from the subject; it turns with the direction of the line.
                turn = 1 if line.subject < line.object else -1
                bend = round((place - middle) * _BEND * turn, 2)
            result.append(replace(line, bend=bend))
    return result


def sizes(entities: Sequence[Sequence[Any]], kinds: Sequence[str]) -> NDArray[np.float64]:
    """The radius of each entity by how often it is mentioned; events stand out.

    Whoever the texts describe and do not name stays small: one label may hide many.
    """
    mentions = np.array([row[_MENTIONS] for row in entities], dtype=np.float64)
    share = np.sqrt(mentions.clip(min=0) / max(_MANY_MENTIONS, mentions.max(initial=0)))
    event = np.array([kinds[row[_KIND]] == "Event" for row in entities], dtype=bool)
    growth = np.where(event, _EVENT_GROWTH, 1.0)
    # Many entities share one screen only if most of them are small.
    smallest = np.interp(np.log10(max(len(entities), 1)), (1.5, 3.0), (10.0, 6.0))
    named = np.array([row[_NAMED] for row in entities], dtype=bool)
    radii = np.where(named | event, (smallest + _GROWTH * share) * growth, smallest * _DESCRIBED)
    return np.asarray(np.round(radii, 1), dtype=np.float64)


def silent(count: int, lines: Iterable[Line]) -> NDArray[np.bool_]:
    """Which entities no line ties to another."""
    result = np.ones(count, dtype=bool)
    for line in lines:
        result[[line.subject, line.object]] = False
    return result


def boxes(
    entities: Sequence[Sequence[Any]], radii: NDArray[np.float64], aside: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Half the width and half the height that each entity takes up, with its label if shown."""
    around = np.column_stack([radii, radii]) * 1.1 + 3
    letters = np.array([min(len(row[_LABEL]), _LINE_LETTERS) for row in entities], np.float64)
    lines = np.array([1 + (len(row[_LABEL]) > _LINE_LETTERS) for row in entities], np.float64)
    wide = np.maximum(around[:, 0], letters * _LETTER_WIDTH / 2)
    labelled = np.column_stack([wide, around[:, 1] + lines * _LABEL_HEIGHT / 4])
    few = np.count_nonzero(~aside) <= _LABELLED
    return np.where((aside | few)[:, None], labelled, around)
