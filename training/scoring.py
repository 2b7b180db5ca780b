"""Measures a pipeline on held-out texts: names by kind, trees, tags, sentences, triggers, speed."""

import time
from collections.abc import Mapping, Sequence
from typing import Any, Final

from spacy.language import Language

from extractors.corpora.gold import Gold
from extractors.evaluation import Scores, score_golds
from extractors.evaluation.coreference import CoreferenceScores
from extractors.evaluation.counts import Counts

RAW: Final = "running text"
TOKENS: Final = "corpus' tokens"


def measure_texts(nlp: Language, held: Mapping[str, Sequence[Gold]]) -> dict[str, Any]:
    """Give the figures of each corpus by its own kinds, in percent.

    Names are those of running text; trees are measured on it and on the corpus' tokens, triggers,
    whatever their type, roles and coreference on the corpus' tokens alone.
    """
    tables: dict[str, Any] = {
        name: {} for name in ("names", "trees", "triggers", "roles", "coreference")
    }
    for corpus, golds in held.items():
        scores = {
            text: score_golds(nlp, golds, corpus=corpus, gold_tokens=text == TOKENS)
            for text in (RAW, TOKENS)
            if text == RAW or any(gold.words for gold in golds)
        }
        if names := scores[RAW].names:
            tables["names"][corpus] = describe_counts(names)
        if any(gold.tree for gold in golds):
            trees = {text: _describe_trees(found) for text, found in scores.items()}
            tables["trees"][corpus] = trees
        if any(gold.triggers is not None for gold in golds):
            found = scores[TOKENS].triggers
            tables["triggers"][corpus] = _round(found) if found else None
        if TOKENS in scores and (roles := scores[TOKENS].roles):
            tables["roles"][corpus] = describe_counts(roles)
        if TOKENS in scores and (linked := scores[TOKENS].coreference):
            tables["coreference"][corpus] = _describe_coreference(linked)
    return tables


def measure_references(nlp: Language, held: Mapping[str, Sequence[Gold]]) -> dict[str, Any]:
    """Give the figures of coreference alone, on the corpora's tokens; none of other readers."""
    scores = {corpus: score_golds(nlp, golds, corpus=corpus) for corpus, golds in held.items()}
    return {
        corpus: _describe_coreference(one.coreference)
        for corpus, one in scores.items()
        if one.coreference
    }


def describe_counts(counted: Mapping[str, Counts]) -> dict[str, dict[str, float]]:
    """Give precision, recall and F in percent, and how many are marked, by name."""
    return {name: _round(counts) for name, counts in counted.items()}


def _round(counts: Counts) -> dict[str, float]:
    figures = {"p": counts.precision, "r": counts.recall, "f": counts.f}
    return {name: round(figure, 1) for name, figure in figures.items()} | {"n": counts.marked}


def _describe_coreference(scores: CoreferenceScores) -> dict[str, Any]:
    clusters = scores.clusters
    shares = {"MUC": clusters.muc, "B³": clusters.b_cubed, "CEAF": clusters.ceaf}
    return {
        "pronouns": describe_counts(scores.pronouns),
        "clusters": {
            name: {"p": round(one.precision, 1), "r": round(one.recall, 1), "f": round(one.f, 1)}
            for name, one in shares.items()
        },
        "conll": round(clusters.conll, 1),
    }


def _describe_trees(scores: Scores) -> dict[str, float | None]:
    """Give the figures in UD's way: punctuation counts, and labels are compared whole."""
    trees = scores.trees
    figures = {
        "tags": trees.tags,
        "coarse_tags": trees.coarse_tags,
        "lemmas": trees.lemmas,
        "uas": trees.uas,
        "las": trees.las,
        "sentences_f": scores.sentences.f if scores.sentences else None,
    }
    return {name: None if one is None else round(one, 2) for name, one in figures.items()}


def measure_speed(nlp: Language, texts: Sequence[str]) -> float:
    """Give words (divided by white space) a second of one core's time, whatever else runs."""
    started = time.process_time()
    words = sum(len(doc.text.split()) for doc in nlp.pipe(texts))
    return round(words / (time.process_time() - started))
