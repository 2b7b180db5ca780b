"""Compares what a reader says of mentions with what a corpus says that they refer to.

Mentions are known by their head words. They are the reader's own: one that it does not find costs
what hangs on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from extractors.annotation.coreference import antecedent_scores, gives_coreference
from extractors.corpora.gold import Gold
from extractors.evaluation.clusters import Clusters, ClusterScore, score_clusters
from extractors.evaluation.counts import NOTHING, Counts
from extractors.evaluation.docs import find_words

PRONOUNS: Final[dict[str, frozenset[str]]] = {
    "he, she": frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"]),
    "they": frozenset(["they", "them", "their", "theirs", "themselves"]),
    "it": frozenset(["it", "its", "itself"]),
}


@dataclass(frozen=True, slots=True)
class CoreferenceScores:
    """Pronouns of the third person with a right mention before them; and whole clusters.

    Of ``pronouns``, those marked have a mention of the same before them, those found are linked.
    """

    pronouns: Mapping[str, Counts]
    clusters: ClusterScore


def score_coreference(docs: Sequence[Doc], golds: Sequence[Gold]) -> CoreferenceScores | None:
    """Count the likeliest links of a reader; None where it gives none."""
    if not any(map(gives_coreference, docs)):
        return None
    pronouns = dict.fromkeys(PRONOUNS, NOTHING)
    pairs: list[tuple[Clusters, Clusters]] = []
    for doc, gold in zip(docs, golds, strict=True):
        links = dict(_find_links(doc, gold))
        for name, counts in _score_pronouns(links, gold):
            pronouns[name] += counts
        pairs.append((_join(links), _gather(gold)))
    return CoreferenceScores(pronouns, score_clusters(pairs))


def _find_links(doc: Doc, gold: Gold) -> Iterator[tuple[int, int]]:
    """Yield mentions with the likeliest mention before them, where "none" is less likely."""
    words = find_words(doc, gold)
    for token in doc:
        best = next(iter(antecedent_scores(token)), None)
        if best and best.token is not None and {token.i, best.token.i} <= words.keys():
            yield words[token.i], words[best.token.i]


def _score_pronouns(links: Mapping[int, int], gold: Gold) -> Iterator[tuple[str, Counts]]:
    references = gold.references or {}
    seen: set[str] = set()
    for index, word in enumerate(gold.tree):
        own = references.get(index, frozenset())
        name = next((one for one, forms in PRONOUNS.items() if word.form.lower() in forms), None)
        if name and word.xpos.startswith("PRP"):
            right = index in links and not own.isdisjoint(references.get(links[index], ()))
            yield name, Counts(int(right), int(index in links), int(not own.isdisjoint(seen)))
        seen |= own


def _join(links: Mapping[int, int]) -> Clusters:
    """The clusters that links make, each word with all that it is linked to in steps."""
    found: dict[int, set[int]] = {}
    for mention, before in sorted(links.items()):
        cluster = found.setdefault(before, {before})
        cluster |= found.get(mention, {mention})
        for word in cluster:
            found[word] = cluster
    return {frozenset(cluster) for cluster in found.values()}


def _gather(gold: Gold) -> Clusters:
    """The corpus' clusters; a word that heads mentions of several is one of the largest's."""
    clusters: dict[str, set[int]] = {}
    for word, entities in (gold.references or {}).items():
        for entity in entities:
            clusters.setdefault(entity, set()).add(word)
    taken: set[int] = set()
    kept: set[frozenset[int]] = set()
    for entity in sorted(clusters, key=lambda one: (-len(clusters[one]), one)):
        own = clusters[entity] - taken
        if len(own) > 1:
            kept.add(frozenset(own))
            taken |= own
    return kept
