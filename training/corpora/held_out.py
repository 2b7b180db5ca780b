"""The parts of the corpora that readers are measured on: nothing is trained or tuned on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extractors.corpora.conllu import read_sentences
from extractors.corpora.formats import Format, read_golds
from extractors.corpora.geneva import part_of
from extractors.corpora.gold import Gold
from extractors.corpora.propbank import read_predicates
from training.corpora import read_names, read_splits

_GENRES: Final = frozenset(["news", "speech", "interview", "bio", "court"])


def hold_out(corpora: Path) -> dict[str, list[Gold]]:
    """Give the held-out texts of each corpus.

    GUM and EWT come as documents with their tokens, GENEVA as sentences with theirs, the other
    corpora as sentences of running text. Sentences of GENEVA that stand elsewhere in it, or in
    EWT's other parts, are left out.
    """
    texts: defaultdict[str, list[Gold]] = defaultdict(list)
    for part, sample in read_names(corpora):
        if part == "test" and sample.source != "gum":
            texts[sample.source].append(Gold(sample.text, names=sample))
    path = next((corpora / "ud-ewt").glob("*-test.conllu"))
    roles = read_predicates(corpora / "propbank-ewt" / "test.jsonl")
    texts["ud-ewt"] += read_golds(path, Format.CONLLU, roles=roles)
    texts["gum"] += [gold for _, gold in _read_gum(corpora / "gum", frozenset(["test"]))]
    texts["geneva"] += _read_geneva(corpora)
    return dict(texts)


def hold_out_genres(corpora: Path) -> list[Gold]:
    """Give GUM's tuning and test documents of the genres that are most like what users bring.

    The test part alone has few pronouns. Nothing about references was chosen on either part.
    """
    documents = _read_gum(corpora / "gum", frozenset(["tune", "test"]))
    return [gold for name, gold in documents if name.split("_")[1] in _GENRES]


def _read_gum(folder: Path, parts: frozenset[str]) -> Iterator[tuple[str, Gold]]:
    splits = read_splits(folder / "splits.md")
    for path in sorted(folder.glob("GUM_*.conllu")):
        if splits[path.stem] in parts:
            for gold in read_golds(path, Format.GUM):
                yield path.stem, gold


def _read_geneva(corpora: Path) -> Iterator[Gold]:
    golds = list(enumerate(read_golds(corpora / "geneva.jsonl", Format.GENEVA)))
    seen = {_key(gold.text) for at, gold in golds if part_of(at) != "test"}
    for name in ("train", "dev"):
        path = next((corpora / "ud-ewt").glob(f"*-ud-{name}.*conllu"))
        seen |= {_key(one.locate_words()[0]) for one in read_sentences(path)}
    for at, gold in golds:
        if part_of(at) == "test" and _key(gold.text) not in seen:
            yield gold


def _key(text: str) -> str:
    """Give a text without its white space, which corpora set differently."""
    return "".join(text.split())
