"""How long resolution takes, and how much memory, as the texts grow.

    python benchmarks/resolution.py [DOCUMENTS ...]

The findings are made, not read: each document has 20 mentions of people, bodies, places and events,
whose names recur as those of a large collection do (a few often, most seldom), with facts about the
events. They come from a seed, so that every run measures the same.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph.model import (
    Document,
    Evidence,
    Findings,
    Form,
    Kind,
    Mention,
    Passage,
    Sourced,
    Statement,
    Value,
)
from graph.resolution import resolve

SIZES = (100, 1_000, 10_000)
NAMES, EVENTS = 15, 5
STEP = 40
_SYLLABLES = ("ba", "dor", "kel", "li", "mar", "no", "per", "ras", "so", "tan", "ul", "vi", "wen")
_HEADS = (
    ("massacre", "Killing"),
    ("attack", "Attack"),
    ("fire", "Disaster"),
    ("election", "Election"),
    ("arrest", "Captivity"),
    ("protest", "Protest"),
)


class Names:
    """Names of each kind, of which the n-th is drawn about 1/n as often as the first."""

    def __init__(self, count: int, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 (no secret)
        words = [self._word() for _ in range(count)]
        self._of_kind = {
            Kind.PERSON: [f"{one} {other}" for one, other in zip(words, words[::-1], strict=True)],
            Kind.ORGANIZATION: [f"{word} Council" for word in words],
            Kind.PLACE: words,
        }
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(count)))

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=3)).capitalize()

    def draw(self, kind: Kind) -> str:
        """Draw a name."""
        return self._random.choices(self._of_kind[kind], cum_weights=self._weights)[0]

    def choose(self, values: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """Draw one of a few values."""
        return self._random.choice(values)

    def day(self) -> str:
        """Draw a day of thirty years."""
        draw = self._random.randint
        return f"{draw(1990, 2019)}-{draw(1, 12):02}-{draw(1, 28):02}"


def make_findings(documents: int, *, seed: int = 1) -> list[Findings]:
    """Make the findings of so many documents."""
    names = Names(max(documents * 2, 50), seed)
    return [_document(f"d{number:06}", names) for number in range(documents)]


def _document(name: str, names: Names) -> Findings:
    text = " " * (STEP * (NAMES + EVENTS))
    mentions = [_named(name, at, names) for at in range(NAMES)]
    events = [_event(name, at, names) for at in range(NAMES, NAMES + EVENTS)]
    facts = [fact for event in events for fact in _facts(event, mentions, names)]
    document = Document(name, text, name, date=Sourced(names.day(), "made"))
    passages = (Passage(0, 0, len(text)),)
    return Findings(document, passages, (*mentions, *events), tuple(facts))


def _named(document: str, at: int, names: Names) -> Mention:
    kind = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE)[at % 3]
    label = names.draw(kind)
    return Mention(document, at * STEP, at * STEP + len(label), 0, label, label, kind)


def _event(document: str, at: int, names: Names) -> Mention:
    head, event_type = names.choose(_HEADS)
    named = at % EVENTS == 0
    label = f"{names.draw(Kind.PLACE)} {head}" if named else head
    start, end = at * STEP, at * STEP + len(label)
    form = Form.NAME if named else Form.NOMINAL
    origin = "event noun"
    return Mention(
        document, start, end, 0, label, label, Kind.EVENT, form, head, event_type, origin=origin
    )


def _facts(event: Mention, mentions: Sequence[Mention], names: Names) -> Iterator[Statement]:
    evidence = Evidence(0, 0, 1, "made")
    for predicate, kind in (("place", Kind.PLACE), ("agent", Kind.ORGANIZATION)):
        target = next(m for m in mentions[event.start // STEP % 10 :] if m.kind is kind)
        yield Statement(event.key, predicate, target.key, evidence)
    yield Statement(event.key, "begin", Value(names.day(), "date"), evidence)


def measure(documents: int) -> str:
    """Make, resolve and tell how it went."""
    findings = make_findings(documents)
    mentions = sum(len(found.mentions) for found in findings)
    started = time.process_time()
    entities = len(resolve(findings).entities)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{documents:>7} documents {mentions:>8} mentions {entities:>8} entities "
        f"{seconds:>7.1f} s {1e6 * seconds / mentions:>6.0f} µs a mention {memory:>6.0f} MB"
    )


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="*", type=int, default=SIZES)
    for documents in parser.parse_args().documents:
        print(measure(documents), flush=True)


if __name__ == "__main__":
    main()
