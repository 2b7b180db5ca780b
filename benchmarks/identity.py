"""How well things of two texts are told to be one or two, on the pairs of data/identity_pairs.yaml.

    python benchmarks/identity.py [-v] [PAIRS]

Each pair is read and resolved alone. A thing that is not found in its text is a miss where both are
one, and counts as kept apart where they are two, as nothing was joined.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from extractors.pipeline import Pipeline
from extractors.reader import DEFAULT_READER, load_reader
from graph.model import Document, Findings, Kind, MentionKey, Sourced
from graph.resolution import resolve
from graph.resolved import Resolution
from ontology.lexicons import Lexicon, load_lexicon

PAIRS = Path(__file__).parent / "data" / "identity_pairs.yaml"


@dataclass(frozen=True, slots=True)
class Side:
    """A text with the words for the thing that is meant."""

    text: str
    words: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things and whether they are one; ``of`` says what kind of thing."""

    of: str
    same: bool
    why: str
    first: Side
    second: Side


class Outcome(Enum):
    """What became of a pair."""

    RIGHT = "right"
    JOINED = "wrongly joined"
    APART = "wrongly apart"
    UNREAD = "not found in its text"


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """Read the pairs of a file."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_pair(one) for one in listed]


def _pair(given: Mapping[str, Any]) -> Pair:
    return Pair(given["of"], given["same"], given["why"], _side(given["a"]), _side(given["b"]))


def _side(given: Mapping[str, Any]) -> Side:
    return Side(given["text"], given["words"], str(given.get("date", "")))


def documents_of(pairs: Iterable[Pair]) -> Iterator[Document]:
    """The two texts of each pair, as documents."""
    for index, pair in enumerate(pairs):
        for name, side in (("a", pair.first), ("b", pair.second)):
            date = Sourced(side.date, "front matter") if side.date else None
            yield Document(f"{index:03}-{name}", side.text, "pair", date=date)


def judge(pair: Pair, findings: Sequence[Findings], lexicon: Lexicon) -> Outcome:
    """Resolve a pair alone, and tell what became of it."""
    first, second = (
        _found(one, side) for one, side in zip(findings, (pair.first, pair.second), strict=True)
    )
    resolution = resolve(findings, lexicon=lexicon)
    joined = _joined(resolution, first, second)
    if pair.same and not (first and second):
        return Outcome.UNREAD
    if joined is pair.same:
        return Outcome.RIGHT
    return Outcome.JOINED if joined else Outcome.APART


def _joined(resolution: Resolution, first: set[MentionKey], second: set[MentionKey]) -> bool:
    entities = resolution.by_mention()
    ids = [{entities[key].id for key in keys if key in entities} for keys in (first, second)]
    return bool(ids[0] & ids[1])


def _found(found: Findings, side: Side) -> set[MentionKey]:
    """The mentions of the words: those with the same words, else those with the most of them."""
    start = side.text.index(side.words)
    end = start + len(side.words)
    over = [m for m in found.mentions if m.start < end and start < m.end]
    exact = [m for m in over if (m.start, m.end) == (start, end)]
    inside = [m for m in over if start <= m.start and m.end <= end and m.kind is not Kind.PLACE]
    return {m.key for m in exact or inside or over}


def main() -> None:
    """Print the table, and with -v each pair that is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS, help="a file of pairs")
    given = parser.parse_args()
    verbose, pairs, lexicon = given.verbose, read_pairs(given.pairs), load_lexicon([])
    findings = list(Pipeline(load_reader(DEFAULT_READER), lexicon).pipe(documents_of(pairs)))
    judged = [
        (pair, judge(pair, findings[2 * index : 2 * index + 2], lexicon))
        for index, pair in enumerate(pairs)
    ]
    for line in table(judged):
        print(line)
    for pair, outcome in judged if verbose else ():
        if outcome is not Outcome.RIGHT:
            print(f"{outcome.value}: {pair.of}, {pair.why}")
            print(f"    {pair.first.text}\n    {pair.second.text}")


def table(judged: Sequence[tuple[Pair, Outcome]]) -> Iterator[str]:
    """One row a kind of thing, and one for all."""
    yield "kind     one: joined  not found   two: kept apart"
    for kind in (*dict.fromkeys(pair.of for pair, _ in judged), "all"):
        chosen = [(p, o) for p, o in judged if kind in {p.of, "all"}]
        one = [outcome for pair, outcome in chosen if pair.same]
        two = [outcome for pair, outcome in chosen if not pair.same]
        yield (
            f"{kind:<8} {one.count(Outcome.RIGHT):>4} of {len(one):<4} "
            f"{one.count(Outcome.UNREAD):>9}   {two.count(Outcome.RIGHT):>6} of {len(two)}"
        )


if __name__ == "__main__":
    main()
