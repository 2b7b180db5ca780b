"""The parts of the corpora that readers are measured on: nothing is trained or tuned on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from extractors.corpora.formats import Format, read_golds
from extractors.corpora.geneva import part_of
from extractors.corpora.gold import Gold
from training.corpora import read_names, read_splits


def hold_out(corpora: Path) -> dict[str, list[Gold]]:
    """Give the held-out texts of each corpus.

    GUM and EWT come as documents with their tokens, GENEVA as sentences with theirs, the other
    corpora as sentences of running text.
    """
    texts: defaultdict[str, list[Gold]] = defaultdict(list)
    for part, sample in read_names(corpora):
        if part == "test" and sample.source != "gum":
            texts[sample.source].append(Gold(sample.text, names=sample))
    texts["ud-ewt"] += read_golds(next((corpora / "ud-ewt").glob("*-test.conllu")), Format.CONLLU)
    texts["gum"] += _read_gum(corpora / "gum")
    sentences = read_golds(corpora / "geneva.jsonl", Format.GENEVA)
    texts["geneva"] += [gold for at, gold in enumerate(sentences) if part_of(at) == "test"]
    return dict(texts)


def _read_gum(folder: Path) -> Iterator[Gold]:
    splits = read_splits(folder / "splits.md")
    for path in sorted(folder.glob("GUM_*.conllu")):
        if splits[path.stem] == "test":
            yield from read_golds(path, Format.GUM)
