"""From the scores of predicates and of words to arcs between them."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.encoder.heads.biaffine import apply, multiply, with_one
from extractors.encoder.heads.entities import probabilities

Scores = NDArray[np.float32]
Numbers = NDArray[np.intp]

NO_ROLE: Final = 0
"""The number of the role that says "no argument of it"; that of a predicate's arc to itself."""

# Kept once a predicate, roles rose from F 77.5 to 78.2 on the tuning part.
_OWN: Final = re.compile(r"ARG\d")


@dataclass(frozen=True, slots=True)
class Arc:
    """A predicate and the head word of an argument, counted from the window's first word."""

    predicate: int
    argument: int
    role: int
    score: float


class RoleFinder:
    """Finds the arguments of predicates, each within its sentence (biaffine, as the tree is)."""

    def __init__(self, content: bytes, names: Sequence[str]) -> None:
        """Take the content of a file of one matrix a role, and the names of the roles."""
        self._own = frozenset(at for at, name in enumerate(names) if _OWN.fullmatch(name))
        loaded = np.load(io.BytesIO(content), allow_pickle=False)
        self._roles: Final[Scores] = np.ascontiguousarray(loaded, dtype=np.float32)

    def find(
        self, predicates: Scores, of_predicates: Scores, words: Scores, starts: NDArray[np.bool_]
    ) -> Iterator[Arc]:
        """Yield the arcs of a window, by predicate and argument.

        ``predicates`` says how sure each word is one; ``starts`` where sentences begin.
        """
        places = np.flatnonzero(predicates > 0)
        mixed = apply(of_predicates[places], self._roles)
        ends = np.append(np.flatnonzero(starts)[1:], len(starts))
        begins = np.flatnonzero(starts)
        edges = np.searchsorted(places, np.append(begins, len(starts)))
        for begin, end, first, last in zip(begins, ends, edges[:-1], edges[1:], strict=True):
            if first < last:
                here = places[first:last]
                fits = _choose(mixed[first:last], words[begin:end], here, int(begin))
                found = [*self._keep_one(fits)]
                found += [
                    Arc(at, at, NO_ROLE, _share(float(predicates[at]))) for at in here.tolist()
                ]
                yield from sorted(found, key=lambda arc: (arc.predicate, arc.argument, arc.role))

    def _keep_one(self, arcs: Iterable[Arc]) -> Iterator[Arc]:
        """Yield the arcs; of a predicate's own roles, each has the surest argument alone."""
        best: dict[tuple[int, int], Arc] = {}
        for arc in arcs:
            role = arc.predicate, arc.role
            if arc.role not in self._own:
                yield arc
            elif role not in best or best[role].score < arc.score:
                best[role] = arc
        yield from best.values()


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _choose(mixed: Scores, words: Scores, places: Numbers, begin: int) -> Iterator[Arc]:
    """Yield the arguments of one sentence, each word's likeliest role for each predicate."""
    count, roles, width = mixed.shape
    scores = multiply(mixed.reshape(-1, width), with_one(words)).reshape(count, roles, -1)
    best = scores.argmax(axis=1)
    rows, columns = np.nonzero(best != NO_ROLE)
    chosen = best[rows, columns]
    sure = probabilities(scores[rows, :, columns])[np.arange(len(rows)), chosen]
    found = zip(
        places[rows].tolist(), columns.tolist(), chosen.tolist(), sure.tolist(), strict=True
    )
    for predicate, word, role, score in found:
        yield Arc(predicate, begin + word, role, score)
