"""Measures roles alone: the network is told the corpus' sentences and predicates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language

from extractors.corpora.gold import Gold
from extractors.encoder.network import FILES, OPTIONAL, Network
from extractors.encoder.windows import cut_windows
from extractors.encoder.words import find_words
from extractors.evaluation.counts import NOTHING, Counts
from extractors.evaluation.docs import find_words as align
from extractors.evaluation.docs import make_doc
from extractors.evaluation.roles import Arc, count_arcs, find_marked


def load_network(folder: Path) -> Network:
    """Load the network of a reader's encoder."""
    paths = [folder / name for name in (*FILES, *OPTIONAL)]
    return Network({path.name: path.read_bytes() for path in paths if path.exists()})


def score_given(network: Network, nlp: Language, golds: Sequence[Gold]) -> dict[str, Counts]:
    """Count the head words of the arguments of the corpus' own predicates, by roles."""
    scores: dict[str, Counts] = {}
    for gold in golds:
        found = set(_find_arcs(network, nlp, gold))
        for name, counts in count_arcs(found, find_marked(gold), gold):
            scores[name] = scores.get(name, NOTHING) + counts
    return scores


def _find_arcs(network: Network, nlp: Language, gold: Gold) -> Iterator[Arc]:
    if network.roles is None:
        return
    doc = make_doc(gold, nlp, gold_tokens=True, gold_sentences=True)
    known, words = align(doc, gold), find_words(doc)
    numbers = np.array([known.get(token, -1) for token in words.tokens.tolist()])
    marked = np.isin(numbers, [one.word for one in gold.predicates or ()])
    pieces = network.pieces.make(words, doc.vocab.strings)
    for start, end in cut_windows(words, pieces):
        outputs = network.run(pieces, start, end)
        starts = words.presets[start:end] == 1
        starts[:1] = True
        sure = np.where(marked[start:end], 1, -1).astype(np.float32)
        if outputs.role_predicate is None or outputs.role_argument is None:
            return
        arcs = network.roles.find(sure, outputs.role_predicate, outputs.role_argument, starts)
        for arc in arcs:
            if arc.role:
                predicate, argument = numbers[start + arc.predicate], numbers[start + arc.argument]
                yield int(predicate), int(argument), network.labels.role[arc.role]
