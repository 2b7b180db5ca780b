"""Measure how each step grows with its text: python -m benchmarks.growth [--reader accurate].

Each text is made of ``--count`` pieces, and then of twice as many. A step is measured in seconds of
the processor, so that other work on the machine counts little, and the ratio of the second time to
the first should be two: a step whose ratio is over 2.2 costs more than the text is long. Times
under 0.1 seconds are too short to tell and are left out. Some texts are ordinary and some hostile.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from extractors import pipeline
from extractors.annotation.tokens import make_words
from extractors.files.opening import Opened, open_file
from extractors.reader import DEFAULT_READER
from graph.model import Document
from ontology.lexicons import load_lexicon
from vouchgraph import building, load_reader

WORST = 2.2
"""The ratio that no step should exceed."""

_SHORTEST = 0.1
_SYLLABLES = ("ba", "do", "ke", "li", "mo", "nu", "ra", "si", "to", "vel")


def _name(index: int) -> str:
    """A made-up name of four syllables, another one for each index."""
    digits = f"{index:04d}"[-4:]
    return "".join(_SYLLABLES[int(digit)] for digit in digits).capitalize() + "n" * (
        index // 10_000
    )


def _prose(index: int) -> str:
    first, second, third = (_name(index * 3 + step) for step in range(3))
    return (
        f"On 4 May {1950 + index % 60} gunmen attacked the town of {first} and killed {index % 90}"
        f" people, among them 4 children. “We saw them leave,” said Anna {second}, mayor there."
        f" The {third} Committee condemned the attack, and denied that its forces took part.\n\n"
    )


TEXTS: Mapping[str, Callable[[int], str]] = {
    "prose": _prose,
    "names of one first word": lambda index: f"Anna {_name(index)} left. ",
    "one sentence of names": lambda index: f"{_name(index)}, ",
    "counts of one event": lambda index: f"The attack killed {index} people, among them 2 women. ",
    "speech": lambda index: f"“It is dry,” said Anna {_name(index)}, “and {index} of us left.” ",
    "short paragraphs": lambda _: "It rained.\n\n",
    "dates": lambda index: f"He came on {index % 28 + 1} May {1900 + index % 100}. ",
    "quotation marks": lambda _: '""""',
    "curly quotation marks": lambda _: "“”““",
    "brackets": lambda _: "(([[",
    "hyphens": lambda _: "a-b-",
    "full stops": lambda _: "....",
    "one letter": lambda _: "aaaa",
}
"""One piece of each text, by its number."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A step on one text: seconds for the text, and for one twice as long."""

    text: str
    step: str
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        """What doubling the text costs."""
        return self.twice / self.once


class Watch:
    """Adds up the seconds of each step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def call(self, step: str, work: Callable[..., Any], *given: Any, **options: Any) -> Any:  # noqa: ANN401 (any step)
        """Do a step to its end, and note its time."""
        started = time.process_time()
        found = work(*given, **options)
        found = list(found) if isinstance(found, Iterator) else found
        self.seconds[step] += time.process_time() - started
        return found

    @contextmanager
    def watching(self, module: ModuleType) -> Iterator[None]:
        """Note the time of each function that a module takes from others."""
        kept = dict(vars(module))
        taken = {name: one for name, one in kept.items() if _is_step(one, module)}
        watched = {name: self._watched(name, one) for name, one in taken.items()}
        listed = tuple(watched[one.__name__] for one in kept.get("EXTRACTORS", ()))
        vars(module).update(watched | ({"EXTRACTORS": listed} if listed else {}))
        try:
            yield
        finally:
            vars(module).update(kept)

    def _watched(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *given, **options: self.call(name, work, *given, **options)


def _is_step(one: object, module: ModuleType) -> bool:
    home = getattr(one, "__module__", module.__name__)
    ours = home.partition(".")[0] in {"extractors", "graph", "output"}
    return callable(one) and not isinstance(one, type) and ours and home != module.__name__


def measure(text: str, finder: pipeline.Pipeline, watch: Watch, folder: Path) -> None:
    """Take a text through every step, from its file to the files of its graph."""
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    opened = watch.call("open", open_file, path)
    documents = [
        Document(id="text", text=one.text, source="text.txt")
        for one in opened
        if isinstance(one, Opened)
    ]
    nlp = finder._nlp  # noqa: SLF001 (the reader's own time)
    with watch.watching(pipeline):
        for document in documents:
            doc = watch.call("make_words", make_words, nlp, document.text)
            doc = watch.call("reader", nlp, doc)
            found = [watch.call("all extractors", finder._find, document, doc)]  # noqa: SLF001
            with watch.watching(building):
                graph = watch.call("all of the graph", building.assemble, found)
                folder_out = folder / "out"
                folder_out.mkdir(exist_ok=True)
                watch.call("all of the output", building.write_output, graph, folder_out)


def compare(name: str, count: int, finder: pipeline.Pipeline) -> list[Growth]:
    """Measure all steps on a text and on one twice as long."""
    seconds = []
    for size in (count, count * 2):
        watch = Watch()
        gc.collect()
        with TemporaryDirectory() as folder:
            measure("".join(map(TEXTS[name], range(size))), finder, watch, Path(folder))
        seconds.append(watch.seconds)
    once, twice = seconds
    return [
        Growth(name, step, once[step], twice[step])
        for step in twice
        if once[step] and twice[step] >= _SHORTEST
    ]


def show(growths: list[Growth]) -> None:
    """Print a row for each step, the worst first."""
    print("| text | step | s | s, twice the text | ratio | |\n|---|---|---|---|---|---|")
    for one in sorted(growths, key=lambda one: -one.ratio):
        mark = "over" if one.ratio > WORST else ""
        row = (one.text, one.step, f"{one.once:.2f}", f"{one.twice:.2f}", f"{one.ratio:.1f}", mark)
        print(f"| {' | '.join(row)} |")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default=DEFAULT_READER)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--text", action="append", choices=list(TEXTS))
    asked = parser.parse_args()
    finder = pipeline.Pipeline(load_reader(asked.reader), load_lexicon([]))
    names = asked.text or list(TEXTS)
    compare(names[0], 10, finder)  # what is loaded once is no growth
    show([one for name in names for one in compare(name, asked.count, finder)])


if __name__ == "__main__":
    main()
