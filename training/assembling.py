"""Puts the trained parts together into the directory that ships, and measures it."""

import json
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from training.card import write_scores
from training.corpora import gather_names
from training.pruning import prune_strings
from training.samples import Sample
from training.scoring import measure_names, measure_speed, measure_trees
from training.stages import Folders

NAME: Final = "vouchgraph_en_fast"
_META: Final[dict[str, Any]] = {
    "name": "fast",
    "lang": "en",
    "license": "CC BY-SA 4.0",
    "author": "The Vouchgraph founders",
    "description": "English tags, lemmas, UD trees and names, for reading about contested events.",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM, eight genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA or public"},
        {"name": "Universal NER English EWT", "license": "CC BY-SA 4.0"},
        {"name": "CrossNER politics", "license": "MIT; Wikipedia text"},
        {"name": "wikigold", "license": "CC BY 4.0; Wikipedia text"},
        {"name": "grobid-ner", "license": "CC BY; Wikipedia text"},
        {"name": "re3d", "license": "CC BY 3.0 AU, OGL 3.0, CC BY-SA 3.0, public domain"},
        {"name": "WikiWars", "license": "CC BY-SA 3.0"},
        {"name": "Voice of America news (by the teacher)", "license": "public domain"},
        {"name": "all-MiniLM-L6-v2 (teacher, word vectors)", "license": "Apache-2.0"},
    ],
}


def assemble(folders: Folders) -> None:
    """Write the pipeline of both trainings into the reader's folder."""
    nlp = spacy.load(folders.work / "trees" / "model-best")
    names = spacy.load(folders.work / "renamed" / "model-best")
    nlp.add_pipe("ner", source=names)
    _forget_training(nlp)
    nlp.meta.update(_META | {"name": NAME, "version": _version()})
    nlp.meta.pop("performance", None)
    nlp.to_disk(folders.reader)
    prune_strings(nlp, folders.reader)
    (folders.work / "assembled").touch()


def _version() -> str:
    return (Path(__file__).parent / "VERSION").read_text("utf-8").strip()


def _forget_training(nlp: Language) -> None:
    """Drop what only training needs: paths of a machine, and a callback that nobody else has."""
    config = nlp.config
    config["paths"] = dict.fromkeys(config["paths"])
    config["initialize"]["before_init"] = None
    config["initialize"]["vectors"] = None
    nlp.config = config


def measure(folders: Folders) -> None:
    """Write ``scores.json`` and the model card's tables, from parts that nothing was trained on."""
    nlp = spacy.load(folders.reader)
    parts = gather_names(folders.corpora)
    scores: dict[str, Any] = {
        "names": {
            source: measure_names(nlp, list(samples))
            for source, samples in groupby(parts["test"], key=lambda sample: sample.source)
        },
        "trees": {
            name: measure_trees(nlp, _load(folders.work / f"trees.test.{name}.spacy", nlp))
            for name in ("ewt", "gum")
        },
        "words_per_second": measure_speed(nlp, _join_texts(parts["test"])),
        "bytes": sum(path.stat().st_size for path in folders.reader.rglob("*") if path.is_file()),
    }
    text = json.dumps(scores, indent=1, ensure_ascii=False) + "\n"
    (folders.reader / "scores.json").write_text(text, encoding="utf-8")
    write_scores(folders.reader / "README.md", scores)
    (folders.work / "scored").touch()
    print(text)


def _load(path: Path, nlp: Language) -> list[spacy.tokens.Doc]:
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def _join_texts(samples: list[Sample], size: int = 30) -> list[str]:
    """Give texts of an everyday length, so that speed is that of documents."""
    return [
        " ".join(sample.text for sample in samples[start : start + size])
        for start in range(0, len(samples), size)
    ]
