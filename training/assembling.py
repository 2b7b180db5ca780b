"""Puts the trained files together into the directory that ships, and measures it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language

from extractors.corpora.gold import Gold
from extractors.encoder.bundling import NAME as ENCODER
from extractors.encoder.bundling import make_pipeline
from training.calibrating import measure_sureness
from training.card import write_scores
from training.corpora.held_out import hold_out, hold_out_genres
from training.folders import Folders
from training.given_predicates import load_network, score_given
from training.scoring import describe_counts, measure_references, measure_speed, measure_texts
from training.tokenizing import make_english

_SOURCES: Final = [
    {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
    {"name": "GUM, eight genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA or public"},
    {"name": "PropBank on English EWT", "license": "CC BY-SA 4.0"},
    {"name": "Universal NER English EWT", "license": "CC BY-SA 4.0"},
    {"name": "CrossNER politics", "license": "MIT; Wikipedia text"},
    {"name": "wikigold", "license": "CC BY 4.0; Wikipedia text"},
    {"name": "grobid-ner", "license": "CC BY; Wikipedia text"},
    {"name": "re3d", "license": "CC BY 3.0 AU, OGL 3.0, CC BY-SA 3.0, public domain"},
    {"name": "WikiWars", "license": "CC BY-SA 3.0"},
    {"name": "GENEVA", "license": "CC BY 3.0"},
    {"name": "all-MiniLM-L6-v2", "license": "Apache-2.0"},
]
_GENRES: Final = "gum: tuning and test documents, news, speech, interview, bio, court"
# Corpora of whole documents, so that speed is that of documents.
_DOCUMENTS: Final = ("ud-ewt", "gum")


def _describe() -> dict[str, Any]:
    return {
        "name": "vouchgraph_en_accurate",
        "lang": "en",
        "version": (Path(__file__).parent / "VERSION").read_text("utf-8").strip(),
        "license": "CC BY-SA 4.0",
        "author": "The Vouchgraph founders",
        "description": "English sentences, tags, lemmas, UD trees, names and event triggers, "
        "for reading about contested events.",
        "sources": _SOURCES,
    }


def assemble_accurate(files: Path, folder: Path) -> None:
    """Write the pipeline of the encoder's files into the accurate reader's folder."""
    nlp = make_pipeline(make_english(), files)
    nlp.meta.update(_describe())
    nlp.to_disk(folder)


def measure(folders: Folders) -> None:
    """Write ``scores.json`` and the model card's tables, from parts that nothing learned from."""
    held, genres = hold_out(folders.corpora), hold_out_genres(folders.corpora)
    folder = folders.readers / "accurate"
    nlp = spacy.load(folder)
    scores = _measure_reader(nlp, held)
    scores["coreference"] |= measure_references(nlp, {_GENRES: genres})
    scores["given_predicates"] = _measure_roles(folder / ENCODER, nlp, held)
    scores["sureness"] = measure_sureness(nlp, held)
    scores["bytes"] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    text = json.dumps(scores, indent=1, ensure_ascii=False) + "\n"
    (folder / "scores.json").write_text(text, encoding="utf-8")
    write_scores(folder / "README.md", scores)
    print(text)


def _measure_roles(
    files: Path, nlp: Language, held: Mapping[str, Sequence[Gold]]
) -> dict[str, Any]:
    network = load_network(files)
    return {
        corpus: describe_counts(score_given(network, nlp, golds))
        for corpus, golds in held.items()
        if any(gold.predicates for gold in golds)
    }


def _measure_reader(nlp: Language, held: Mapping[str, Sequence[Gold]]) -> dict[str, Any]:
    documents = [gold.text for name in _DOCUMENTS for gold in held[name]]
    return measure_texts(nlp, held) | {"words_per_second": measure_speed(nlp, documents)}
