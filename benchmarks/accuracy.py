"""Score the names that are found, on held-out parts of corpora: python -m benchmarks.accuracy DIR.

DIR holds the corpora as ``training/README.md`` lists them; only the parts on which nothing was
trained or tuned are read. A name is right where both its edges and its kind are those of the
corpus. Kinds that a corpus does not annotate are left out, and what it marks in no kind of ours
counts neither way. Each sample, mostly one sentence, is a document of its own.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample, keep_longest
from extractors.evaluation.names import NameScore, find_entities, score_names
from extractors.reader import describe_reader, load_reader
from graph.model import Document, Findings, Form
from ontology.lexicons import load_lexicon
from training.corpora import read_names
from vouchgraph.building import Finder, make_finder

SCORED = ("Person", "Place", "Organization", "Event")
CORPORA = ("crossner-politics", "uner-ewt")


def held_out(corpora: Path, wanted: Sequence[str]) -> dict[str, list[Sample]]:
    """Give the samples of each corpus on which nothing was trained or tuned."""
    samples: dict[str, list[Sample]] = defaultdict(list)
    for part, sample in read_names(corpora):
        if part == "test" and sample.source in wanted:
            samples[sample.source].append(sample)
    return dict(samples)


def find_with_rules(finder: Finder, samples: Sequence[Sample]) -> Iterator[list[Entity]]:
    """Give the names that reader, lexicon and rules find; of nested names the longest."""
    documents = (Document(f"s{n}", sample.text, "corpus") for n, sample in enumerate(samples))
    return (list(keep_longest(_names(found))) for found in finder.pipe(documents))


def _names(found: Findings) -> Iterator[Entity]:
    for mention in found.mentions:
        if mention.form is Form.NAME:
            name = str(mention.kind)
            yield from (Entity(mention.start, mention.end, kind) for kind in KINDS if kind == name)


def show(corpus: str, kinds: Iterable[str], scores: dict[str, NameScore]) -> None:
    """Print a row for each kind and each way of reading, in Markdown."""
    kinds = list(kinds)
    for chosen in [*([kind] for kind in kinds), kinds]:
        for name, score in scores.items():
            counts = score.count(chosen)
            label = chosen[0] if len(chosen) == 1 else "all"
            shares = (counts.precision, counts.recall, counts.f)
            figures = " | ".join(f"{share:.1f}" for share in shares)
            print(f"| {corpus} | {label} | {counts.marked} | {name} | {figures} |")


def main() -> None:
    """Score the reader alone and the whole pipeline, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, metavar="DIR")
    parser.add_argument("--corpus", action="append", help="may be given several times")
    parser.add_argument("--reader", default="accurate", help="a reader's name or path")
    given = parser.parse_args()
    nlp = load_reader(given.reader)
    finder = make_finder(nlp, load_lexicon())
    print(f"Reader: {describe_reader(nlp)}", file=sys.stderr)
    print("| corpus | kind | names | read by | precision | recall | F |")
    print("|---|---|---|---|---|---|---|")
    for corpus, samples in held_out(given.corpora, given.corpus or CORPORA).items():
        docs = nlp.pipe(sample.text for sample in samples)
        scores = {
            "the reader alone": score_names(samples, map(find_entities, docs)),
            "reader, lexicon and rules": score_names(samples, find_with_rules(finder, samples)),
        }
        annotated = {kind for sample in samples for kind in sample.kinds}
        show(corpus, [kind for kind in SCORED if kind in annotated], scores)


if __name__ == "__main__":
    main()
