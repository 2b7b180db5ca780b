"""Every corpus of names: how it is read, and which part of it trains, tunes or tests.

A new corpus is one reader beside this file and one line in ``read_names``.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, get_args

from extractors.corpora.gum import read_gum
from extractors.corpora.iob import IobFormat, read_iob
from extractors.corpora.samples import Sample
from training.corpora.grobid import read_grobid
from training.corpora.re3d import read_re3d
from training.corpora.wikiwars import read_wikiwars

Part = Literal["train", "tune", "test"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)

CROSSNER: Final = IobFormat(
    source="crossner-politics",
    kinds={
        "politician": "Person",
        "person": "Person",
        "organisation": "Organization",
        "politicalparty": "Organization",
        "country": "Place",
        "location": "Place",
        "event": "Event",
        "election": "Event",
    },
    separator="\t",
)
UNER: Final = IobFormat(
    source="uner-ewt",
    kinds={"PER": "Person", "LOC": "Place", "ORG": "Organization"},
    separator="\t",
    token_column=1,
    label_column=2,
    document_of=lambda line: (
        line.removeprefix("# newdoc id = ") if line.startswith("# newdoc id = ") else None
    ),
)
WIKIGOLD: Final = IobFormat(
    source="wikigold",
    kinds={"PER": "Person", "LOC": "Place", "ORG": "Organization"},
    separator=" ",
)
_BLOCK: Final = 20


def read_names(corpora: Path) -> Iterator[tuple[Part, Sample]]:
    """Yield every sample of every corpus with the part that it belongs to."""
    crossner, uner = corpora / "crossner-politics", corpora / "uner-ewt"
    yield from _all("train", read_iob(crossner / "train.txt", CROSSNER))
    yield from _by_sentence(read_iob(crossner / "dev.txt", CROSSNER))
    yield from _all("train", read_iob(uner / "en_ewt-ud-train.first-commit.iob2", UNER))
    trains = read_training_documents(corpora / "ud-ewt")
    for sample in read_iob(uner / "en_ewt-ud-dev.iob2", UNER):
        yield ("train" if sample.document in trains else "test"), sample
    yield from _by_block(read_iob(corpora / "wikigold" / "wikigold.conll.txt", WIKIGOLD))
    yield from _by_block(read_grobid(corpora / "grobid-ner"))
    yield from _by_document(read_re3d(corpora / "re3d"), 8, 8)
    yield from _by_document(read_wikiwars(corpora / "wikiwars" / "wikiwars-tagged"), 11, 11)
    splits = read_splits(corpora / "gum" / "splits.md")
    for sample in read_gum(corpora / "gum"):
        yield splits[sample.document], sample


def gather_names(corpora: Path) -> dict[Part, list[Sample]]:
    """Read every sample of every corpus into its part, in a fixed order."""
    parts: defaultdict[Part, list[Sample]] = defaultdict(list)
    for part, sample in read_names(corpora):
        parts[part].append(sample)
    return dict(parts)


def read_splits(path: Path) -> dict[str, Part]:
    """Give the part of each of GUM's documents, by its official split."""
    names: dict[str, Part] = {"train": "train", "dev": "tune", "test": "test", "test2": "test"}
    splits: dict[str, Part] = {}
    part: Part = "train"
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            part = names[line[3:].strip()]
        elif line.strip().startswith("* "):
            splits[line.strip()[2:]] = part
    return splits


def read_training_documents(folder: Path) -> frozenset[str]:
    """Give the documents of EWT's dev file that train: every other one, in the order of EWT.

    UNER has the same documents in another order.
    """
    path = next(folder.glob("*-ud-dev.*conllu"))
    lines = path.read_text("utf-8-sig").splitlines()
    mark = "# newdoc id = "
    documents = [line.removeprefix(mark) for line in lines if line.startswith(mark)]
    return frozenset(documents[1::2])


def _all(part: Part, samples: Iterator[Sample]) -> Iterator[tuple[Part, Sample]]:
    return ((part, sample) for sample in samples)


def _by_sentence(samples: Iterator[Sample]) -> Iterator[tuple[Part, Sample]]:
    """A quarter to test, a quarter to tune, half to train."""
    turns: tuple[Part, ...] = ("test", "tune", "train", "train")
    return ((turns[index % len(turns)], sample) for index, sample in enumerate(samples))


def _by_block(samples: Iterator[Sample]) -> Iterator[tuple[Part, Sample]]:
    """Of ten blocks of consecutive sentences, the first to test and the sixth to tune."""
    for index, sample in enumerate(samples):
        yield _take_turn(index // _BLOCK, 10, 10), sample


def _by_document(
    samples: Iterator[Sample], test_every: int, tune_every: int
) -> Iterator[tuple[Part, Sample]]:
    """Of so many documents, the first to test and the middle one to tune."""
    seen: dict[str, int] = {}
    for sample in samples:
        index = seen.setdefault(sample.document, len(seen))
        yield _take_turn(index, test_every, tune_every), sample


def _take_turn(index: int, test_every: int, tune_every: int) -> Part:
    if index % test_every == 0:
        return "test"
    return "tune" if index % tune_every == tune_every // 2 else "train"
