"""The stages of training, each from files to files, so that a broken run resumes.

`__main__.py` notes which of them came to their end, and does not run those again.
"""

import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import spacy
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin

from training.accurate.lessons import gather_lessons
from training.assembling import assemble_accurate
from training.corpora import gather_names
from training.corpora.voa import read_voa
from training.documents import make_documents
from training.folders import Folders
from training.headwords import add_headed_names
from training.renaming import gather_known, rename
from training.silver import add_triggers, parse_texts, read_geneva
from training.storing import read_samples, write_samples
from training.tokenizing import make_english
from training.trees import make_trees, read_ewt, read_gum

SEED: Final = 7
_CONFIGS: Final = Path(__file__).parent
_TREE_ATTRS: Final = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
_NAME_ATTRS: Final = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]
# Gold samples are few beside those of the accurate reader; each is seen, varied, so often.
_GOLD_COPIES: Final = 2
# Gold trees, varied each time, beside those of the accurate reader.
_TREE_COPIES: Final = 2
# Works are the rarest kind: sentences with one are seen so often besides.
_WORK_COPIES: Final = 3
# The accurate reader's samples, from the first, that are seen once more with other names.
_RENAMED_SILVER: Final = 20_000


def learn_accurate(folders: Folders) -> None:
    """Train the accurate reader's encoder on every corpus."""
    from training.accurate.learn import train  # noqa: PLC0415  # PyTorch only here

    train(gather_lessons(folders.corpora), folders.work / "accurate")


def learn_further(folders: Folders) -> None:
    """Go on with the accurate reader that lies there, where there is no checkpoint of it."""
    from training.accurate.learn import FURTHER, train  # noqa: PLC0415  # PyTorch only here

    begin = folders.readers / "accurate" / "encoder"
    lessons = gather_lessons(folders.corpora)
    train(lessons, folders.work / "accurate", course=FURTHER, begin=begin)


def write_accurate(folders: Folders) -> None:
    """Write the accurate reader: the encoder in 8-bit integers, in a spaCy pipeline."""
    from training.accurate.export import export_checkpoint  # noqa: PLC0415  # PyTorch only here

    files = folders.work / "accurate" / "encoder"
    lessons = gather_lessons(folders.corpora)["train"]
    export_checkpoint(folders.work / "accurate", files, lessons)
    assemble_accurate(files, folders.readers / "accurate")


def label(folders: Folders) -> None:
    """Fill in the kinds that the corpora leave out, and label the raw news."""
    from training.accurate.labelling import fill_samples  # noqa: PLC0415  # PyTorch only here

    accurate = folders.work / "accurate"
    gold = gather_names(folders.corpora)["train"]
    raw = list(read_voa(folders.corpora / "voa.txt.gz"))
    for name, samples in (("gold", gold), ("silver", raw)):
        filled = map(add_headed_names, fill_samples(samples, accurate), samples)
        write_samples(filled, folders.work / f"{name}.jsonl")


def vectorize(folders: Folders) -> None:
    """Make the static word vectors."""
    from training.vectors import make_vectors  # noqa: PLC0415  # PyTorch only here

    samples = [*gather_names(folders.corpora)["train"], *read_voa(folders.corpora / "voa.txt.gz")]
    texts = (sample.text for sample in samples)
    make_vectors(texts, folders.work / "accurate", folders.work / "vectors")


def prepare(folders: Folders) -> None:
    """Write the documents that spaCy trains on."""
    prepare_trees(folders)
    prepare_names(folders)


def prepare_trees(folders: Folders) -> None:
    """Write trees and triggers: EWT and GUM, the accurate reader's of GENEVA and of raw news."""
    chance = random.Random(SEED)  # noqa: S311  # not for secrets
    nlp = spacy.load(folders.readers / "accurate")
    ewt, gum = read_ewt(folders.corpora / "ud-ewt"), read_gum(folders.corpora / "gum")
    gold = [
        document
        for _ in range(_TREE_COPIES)
        for document in make_trees([*ewt["train"], *gum["train"]], nlp.vocab, chance)
    ]
    news = (sample.text for sample in read_voa(folders.corpora / "voa.txt.gz"))
    documents = [
        *add_triggers(gold, nlp),
        *read_geneva(folders.corpora / "geneva.jsonl", nlp),
        *parse_texts(news, nlp, chance),
    ]
    chance.shuffle(documents)
    _save(documents, folders.work / "trees.train.spacy", _TREE_ATTRS)
    tune = add_triggers(make_trees([*ewt["tune"], *gum["tune"]], nlp.vocab, None), nlp)
    _save(tune, folders.work / "trees.tune.spacy", _TREE_ATTRS)


def prepare_names(folders: Folders) -> None:
    """Write the names: filled gold, varied and repeated, and the accurate reader's silver."""
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


def _save(documents: Iterable[Doc], path: Path, attrs: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=attrs, docs=documents).to_disk(path)
