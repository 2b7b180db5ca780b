"""How many links to GeoNames are right, on the namesakes of data/namesakes.yaml.

    python benchmarks/links.py [-v]

Each text is read and resolved alone; what counts are the links of the entity that the words name.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from extractors.pipeline import Pipeline
from extractors.reader import DEFAULT_READER, load_reader
from graph.model import Document, Findings
from graph.resolution import resolve
from ontology.lexicons import Lexicon, load_lexicon

NAMESAKES = Path(__file__).parent / "data" / "namesakes.yaml"
GEONAMES = "https://sws.geonames.org/{}/"


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name in a text, and the GeoNames number of the place meant; None where no link is right."""

    text: str
    words: str
    place: int | None
    which: str


def read_namesakes(path: Path = NAMESAKES) -> list[Namesake]:
    """Read the names of a file."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Namesake(one["text"], one["words"], one["place"] or None, one["which"]) for one in listed
    ]


def links_given(found: Findings, namesake: Namesake, lexicon: Lexicon) -> set[str]:
    """The links to GeoNames of what the words name."""
    start = namesake.text.index(namesake.words)
    end = start + len(namesake.words)
    entities = resolve([found], lexicon=lexicon).by_mention()
    over = [m for m in found.mentions if m.start < end and start < m.end and m.key in entities]
    exact = [m for m in over if (m.start, m.end) == (start, end)] or over
    iris = {iri for mention in exact for iri in entities[mention.key].identifiers}
    entries = (lexicon.get(iri) for iri in iris)
    return {
        link for entry in entries if entry for link in entry.exact_matches if "geonames" in link
    }


def main() -> None:
    """Print the figures, and with -v each name that is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("--lexicon", type=Path, action="append", default=[])
    given = parser.parse_args()
    namesakes, lexicon = read_namesakes(), load_lexicon(given.lexicon)
    documents = (Document(f"{at:03}", n.text, "namesake") for at, n in enumerate(namesakes))
    findings = Pipeline(load_reader(DEFAULT_READER), lexicon).pipe(documents)
    judged = [
        (one, links_given(found, one, lexicon))
        for one, found in zip(namesakes, findings, strict=True)
    ]
    print("\n".join(table(judged)))
    for one, links in judged if given.verbose else ():
        if links != _right(one):
            print(
                f"{one.words}, {one.which}: {' '.join(sorted(links)) or 'no link'}\n    {one.text}"
            )


def table(judged: Sequence[tuple[Namesake, set[str]]]) -> Iterator[str]:
    """How many links are given, and are right; how many are due, and are found."""
    given = [(one, links) for one, links in judged if links]
    due = [(one, links) for one, links in judged if one.place]
    right = sum(links == _right(one) for one, links in given)
    yield f"links given {len(given)}, right {right} ({right / max(len(given), 1):.3f})"
    found = sum(links == _right(one) for one, links in due)
    yield f"links due {len(due)}, found {found} ({found / max(len(due), 1):.3f})"


def _right(one: Namesake) -> set[str]:
    return {GEONAMES.format(one.place)} if one.place else set()


if __name__ == "__main__":
    main()
