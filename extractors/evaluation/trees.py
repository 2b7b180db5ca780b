"""Compares a reader's tags, lemmas, trees and sentences with those of a corpus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from extractors.corpora.gold import Gold
from extractors.corpora.kinds import read_relations
from extractors.evaluation.counts import NOTHING, Counts, count_matches

# spaCy 3.8's Scorer takes what is missing in one document for missing in all that follow,
# so white space gets a label of its own, which is left out.
_SPACE: Final = "space"


@dataclass(frozen=True, slots=True)
class TreeScores:
    """Shares in percent; None for what a reader does not give, or gives in another scheme.

    UAS and LAS count punctuation and compare whole labels, as UD does with its subtypes;
    ``universal_las`` takes ``nmod:poss`` for ``nmod``; ``unpunctuated`` ones leave out ``punct``.
    """

    tags: float | None = None
    coarse_tags: float | None = None
    lemmas: float | None = None
    uas: float | None = None
    las: float | None = None
    universal_las: float | None = None
    unpunctuated_uas: float | None = None
    unpunctuated_las: float | None = None


def score_trees(examples: Sequence[Example], *, comparable: bool) -> TreeScores:
    """Score tags, lemmas and, where the labels are ``comparable``, trees."""
    labelled, universal, bare = (
        _score_deps(examples, getter, ignored) if comparable else (None, None)
        for getter, ignored in ((_relation, ()), (_universal_relation, ()), (_relation, ("punct",)))
    )
    return TreeScores(
        tags=_score_attribute(examples, "tag"),
        coarse_tags=_score_attribute(examples, "pos"),
        lemmas=_score_attribute(examples, "lemma"),
        uas=labelled[0],
        las=labelled[1],
        universal_las=universal[1],
        unpunctuated_uas=bare[0],
        unpunctuated_las=bare[1],
    )


def find_foreign_relations(docs: Sequence[Doc]) -> list[str]:
    """Give the labels of a reader's trees that Universal Dependencies does not have."""
    used = {_universal_relation(token) for doc in docs for token in doc if not token.is_space}
    return sorted(used - read_relations() - {"", _SPACE})


def score_sentences(docs: Sequence[Doc], golds: Sequence[Gold]) -> Counts | None:
    """Count the sentences with both edges right, white space at the edges left out."""
    if not all(doc.has_annotation("SENT_START") for doc in docs):
        return None
    counted = (
        count_matches(set(_find_sentences(doc)), set(_marked_sentences(gold)))
        for doc, gold in zip(docs, golds, strict=True)
    )
    return sum(counted, NOTHING)


def _find_sentences(doc: Doc) -> list[tuple[int, int]]:
    sentences = [[token for token in sent if not token.is_space] for sent in doc.sents]
    return [(sent[0].idx, sent[-1].idx + len(sent[-1])) for sent in sentences if sent]


def _marked_sentences(gold: Gold) -> list[tuple[int, int]]:
    starts = sorted(gold.starts)
    lasts = [start - 1 for start in starts[1:]] + [len(gold.words) - 1]
    pairs = zip(starts, lasts, strict=True)
    return [(gold.words[first][0], gold.words[last][1]) for first, last in pairs]


def _score_attribute(examples: Sequence[Example], name: str) -> float | None:
    if not any(example.predicted.has_annotation(name.upper()) for example in examples):
        return None
    return _percent(Scorer.score_token_attr(examples, name)[f"{name}_acc"])


def _score_deps(
    examples: Sequence[Example], getter: Callable[[Token, str], str], ignored: tuple[str, ...]
) -> tuple[float | None, float | None]:
    if not any(example.predicted.has_annotation("DEP") for example in examples):
        return None, None
    ignored = (*ignored, _SPACE)
    scores = Scorer.score_deps(examples, "dep", getter=getter, ignore_labels=ignored)
    return _percent(scores["dep_uas"]), _percent(scores["dep_las"])


def _relation(token: Token, _: str = "") -> str:
    return _SPACE if token.is_space else token.dep_.lower()


def _universal_relation(token: Token, _: str = "") -> str:
    return _relation(token).partition(":")[0]


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share
