"""The stages of training, each from files to files, so that a broken run resumes.

A stage whose output is there is not run again; delete the output to repeat it.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spacy.cli.train import train
from spacy.tokens import Doc, DocBin

from training.corpora import gather_names, read_splits
from training.corpora.conllu import Sentence, read_sentences
from training.corpora.voa import read_voa
from training.documents import make_documents
from training.headwords import add_headed_names
from training.renaming import gather_known, rename
from training.storing import read_samples, write_samples
from training.tokenizing import make_english
from training.trees import make_trees

SEED: Final = 7
_CONFIGS: Final = Path(__file__).parent
_TREE_ATTRS: Final = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
_NAME_ATTRS: Final = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]
# Gold samples are few beside the teacher's; each is seen, differently varied, so often.
_GOLD_COPIES: Final = 2
# Works are the rarest kind: sentences with one are seen so often besides.
_WORK_COPIES: Final = 3
# The teacher's samples, from the first, that are seen once more with other names.
_RENAMED_SILVER: Final = 20_000


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the corpora lie, where stages work, and where the reader goes."""

    corpora: Path
    work: Path
    reader: Path


def teach(folders: Folders) -> None:
    """Train the teacher on every corpus of names."""
    from training.teacher.learn import train_teacher  # noqa: PLC0415  # PyTorch only here

    train_teacher(gather_names(folders.corpora)["train"], folders.work / "teacher")


def label(folders: Folders) -> None:
    """Fill in the kinds that the corpora leave out, and label the raw news."""
    from training.teacher.labelling import fill_samples  # noqa: PLC0415  # PyTorch only here

    teacher = folders.work / "teacher"
    gold = gather_names(folders.corpora)["train"]
    raw = list(read_voa(folders.corpora / "voa.txt.gz"))
    for name, samples in (("gold", gold), ("silver", raw)):
        filled = map(add_headed_names, fill_samples(samples, teacher), samples)
        write_samples(filled, folders.work / f"{name}.jsonl")


def vectorize(folders: Folders) -> None:
    """Make the static word vectors."""
    from training.vectors import make_vectors  # noqa: PLC0415  # PyTorch only here

    samples = [*gather_names(folders.corpora)["train"], *read_voa(folders.corpora / "voa.txt.gz")]
    texts = (sample.text for sample in samples)
    make_vectors(texts, folders.work / "teacher", folders.work / "vectors")


def prepare(folders: Folders) -> None:
    """Write the documents that spaCy trains on."""
    prepare_trees(folders)
    prepare_names(folders)


def prepare_trees(folders: Folders) -> None:
    """Write the trees of EWT and GUM: train, tune and a test for each."""
    nlp, chance = make_english(), random.Random(SEED)  # noqa: S311  # not for secrets
    ewt, gum = _read_ewt(folders.corpora / "ud-ewt"), _read_gum(folders.corpora / "gum")
    documents = list(make_trees([*ewt["train"], *gum["train"]], nlp.vocab, chance))
    chance.shuffle(documents)
    _save(documents, folders.work / "trees.train.spacy", _TREE_ATTRS)
    tune = make_trees([*ewt["tune"], *gum["tune"]], nlp.vocab, None)
    _save(tune, folders.work / "trees.tune.spacy", _TREE_ATTRS)
    for name, parts in (("ewt", ewt), ("gum", gum)):
        test = make_trees(parts["test"], nlp.vocab, None)
        _save(test, folders.work / f"trees.test.{name}.spacy", _TREE_ATTRS)


def prepare_names(folders: Folders) -> None:
    """Write the names: filled gold, varied and repeated, mixed with the teacher's silver."""
    nlp, chance = make_english(), random.Random(SEED)  # noqa: S311  # not for secrets
    gold, silver = (read_samples(folders.work / f"{name}.jsonl") for name in ("gold", "silver"))
    works = [one for one in gold + silver if any(name.kind == "Work" for name in one.entities)]
    samples = gold * _GOLD_COPIES + works * _WORK_COPIES + silver
    _save_shuffled(make_documents(samples, nlp, chance), folders.work / "names.train.spacy", chance)
    known = gather_known(gold + silver)
    renamed = [rename(one, known, chance) for one in gold + works + silver[:_RENAMED_SILVER]]
    path = folders.work / "renamed.train.spacy"
    _save_shuffled(make_documents(renamed, nlp, chance), path, chance)
    tune = make_documents(gather_names(folders.corpora)["tune"], nlp, None)
    _save(tune, folders.work / "names.tune.spacy", _NAME_ATTRS)


def _save_shuffled(documents: Iterable[Doc], path: Path, chance: random.Random) -> None:
    shuffled = list(documents)
    chance.shuffle(shuffled)
    _save(shuffled, path, _NAME_ATTRS)


def learn_trees(folders: Folders) -> None:
    """Train tags, morphology, lemmas and the tree."""
    _learn(folders, "trees", tune="trees")


def learn_names(folders: Folders) -> None:
    """Train the names."""
    _learn(folders, "names", tune="names")


def learn_renamed(folders: Folders) -> None:
    """Train the names further, on people and places under other names."""
    best = str(folders.work / "names" / "model-best")
    _learn(folders, "renamed", tune="names", others={"paths.names": best})


def _learn(
    folders: Folders, name: str, *, tune: str, others: Mapping[str, str] | None = None
) -> None:
    train(
        _CONFIGS / f"config_{name}.cfg",
        folders.work / name,
        overrides={
            "paths.train": str(folders.work / f"{name}.train.spacy"),
            "paths.dev": str(folders.work / f"{tune}.tune.spacy"),
            "paths.vectors": str(folders.work / "vectors"),
            **(others or {}),
        },
    )


def _read_ewt(folder: Path) -> dict[str, list[Sentence]]:
    names = {"train": "train", "dev": "tune", "test": "test"}
    return {
        part: list(read_sentences(next(folder.glob(f"*-ud-{name}.*conllu"))))
        for name, part in names.items()
    }


def _read_gum(folder: Path) -> dict[str, list[Sentence]]:
    splits = read_splits(folder / "splits.md")
    parts: dict[str, list[Sentence]] = {"train": [], "tune": [], "test": []}
    for path in sorted(folder.glob("GUM_*.conllu")):
        parts[splits[path.stem]] += read_sentences(path)
    return parts


def _save(documents: Iterable[Doc], path: Path, attrs: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=attrs, docs=documents).to_disk(path)
