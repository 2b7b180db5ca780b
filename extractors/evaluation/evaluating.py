"""Measures a reader on corpora."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from extractors.corpora.formats import Format
from extractors.corpora.gold import Gold
from extractors.corpora.kinds import KINDS
from extractors.evaluation.coreference import CoreferenceScores, score_coreference
from extractors.evaluation.counts import Counts
from extractors.evaluation.docs import make_doc, make_reference
from extractors.evaluation.inputs import read_corpora
from extractors.evaluation.names import find_entities, score_names
from extractors.evaluation.roles import score_roles
from extractors.evaluation.trees import (
    TreeScores,
    find_foreign_relations,
    score_sentences,
    score_trees,
)
from extractors.evaluation.triggers import GROUP, score_triggers, score_typed_triggers
from extractors.reader import describe_reader
from graph.model import Skipped

_Score = TypeVar("_Score")
Progress = Callable[[str, int, int], None]

THREE_KINDS = "Person, Place, Organization"
"""The row that pipelines trained on any corpus can be compared by."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What a reader is worth on one corpus; None where corpus or reader has nothing to compare.

    ``names`` are by kind, the kinds that the corpus annotates only. Words are divided by white
    space; their speed is of reading alone, by the clock and by the processor's time of all threads.
    """

    corpus: str
    format: str
    files: int
    texts: int
    words: int
    words_per_second: float
    words_per_processor_second: float
    names: Mapping[str, Counts]
    trees: TreeScores
    sentences: Counts | None
    triggers: Counts | None
    typed_triggers: Counts | None
    notes: tuple[str, ...]
    roles: Mapping[str, Counts] | None = None
    coreference: CoreferenceScores | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by corpus, the reader that they are of, and the files that could not be read."""

    reader: str
    gold_tokens: bool
    gold_sentences: bool
    scores: tuple[Scores, ...]
    skipped: tuple[Skipped, ...]


def evaluate(
    nlp: Language,
    inputs: Iterable[str | Path],
    *,
    name: Format | None = None,
    gold_tokens: bool = True,
    gold_sentences: bool = False,
    progress: Progress | None = None,
) -> Evaluation:
    """Measure a reader on corpus files, or on folders of them.

    The format is recognised where ``name`` is None. With ``gold_tokens`` the reader gets the
    corpus' tokens, else running text, whose tokens are then aligned. Raises ``InputError`` where
    no corpus could be read.
    """
    corpora, skipped = read_corpora(inputs, name)
    scores = tuple(
        score_golds(
            nlp,
            corpus.golds,
            corpus=corpus.name,
            name=str(corpus.format),
            files=corpus.files,
            gold_tokens=gold_tokens,
            gold_sentences=gold_sentences,
            progress=progress,
        )
        for corpus in corpora
    )
    reader = describe_reader(nlp)
    return Evaluation(reader, gold_tokens, gold_sentences, scores, tuple(skipped))


def score_golds(
    nlp: Language,
    golds: Sequence[Gold],
    *,
    corpus: str,
    name: str = "",
    files: int = 1,
    gold_tokens: bool = True,
    gold_sentences: bool = False,
    progress: Progress | None = None,
) -> Scores:
    """Read texts and compare what was found with what their corpus says."""
    made = [
        make_doc(gold, nlp, gold_tokens=gold_tokens, gold_sentences=gold_sentences)
        for gold in golds
    ]
    began, worked = time.perf_counter(), time.process_time()
    docs = _read(nlp, made, corpus, progress)
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    words = sum(len(gold.text.split()) for gold in golds)
    parsed = [(doc, gold) for doc, gold in zip(docs, golds, strict=True) if gold.tree]
    ruled = [(doc, gold) for doc, gold in zip(docs, golds, strict=True) if gold.predicates]
    linked = [(doc, gold) for doc, gold in zip(docs, golds, strict=True) if gold.references]
    told = [(doc, gold) for doc, gold in zip(docs, golds, strict=True) if gold.triggers is not None]
    foreign = find_foreign_relations(docs)
    return Scores(
        corpus=corpus,
        format=name,
        files=files,
        texts=len(golds),
        words=words,
        words_per_second=words / max(seconds, 1e-9),
        words_per_processor_second=words / max(work, 1e-9),
        names=_score_names(docs, golds),
        trees=_score_trees(nlp, parsed, comparable=not foreign),
        sentences=None if gold_sentences else _over(score_sentences, parsed),
        triggers=_over(score_triggers, told),
        typed_triggers=_over(score_typed_triggers, told),
        notes=tuple(_find_notes(parsed, told, foreign)),
        roles=_over(score_roles, ruled),
        coreference=_over(score_coreference, linked),
    )


def _read(nlp: Language, made: Sequence[Doc], corpus: str, progress: Progress | None) -> list[Doc]:
    docs: list[Doc] = []
    for doc in nlp.pipe(made):
        docs.append(doc)
        if progress:
            progress(f"reading {corpus}", len(docs), len(made))
    return docs


def _score_names(docs: Sequence[Doc], golds: Sequence[Gold]) -> dict[str, Counts]:
    """Count by kind, over all kinds, and over the three that every pipeline has."""
    pairs = [(doc, gold.names) for doc, gold in zip(docs, golds, strict=True) if gold.names]
    score = score_names([sample for _, sample in pairs], [find_entities(doc) for doc, _ in pairs])
    annotated = {kind for _, sample in pairs for kind in sample.kinds}
    kinds = [kind for kind in KINDS if kind in annotated]
    rows: dict[str, Counts] = {kind: score.count([kind]) for kind in kinds}
    if kinds:
        rows[THREE_KINDS] = score.count(THREE_KINDS.split(", "))
        rows["all"] = score.count(kinds)
    return rows


def _score_trees(
    nlp: Language, parsed: Sequence[tuple[Doc, Gold]], *, comparable: bool
) -> TreeScores:
    if not parsed:
        return TreeScores()
    examples = [Example(doc, make_reference(gold, nlp.vocab)) for doc, gold in parsed]
    return score_trees(examples, comparable=comparable)


def _over(
    score: Callable[[Sequence[Doc], Sequence[Gold]], _Score | None],
    pairs: Sequence[tuple[Doc, Gold]],
) -> _Score | None:
    """Score texts if there are any."""
    return score([doc for doc, _ in pairs], [gold for _, gold in pairs]) if pairs else None


def _find_notes(
    parsed: Sequence[object], told: Sequence[tuple[Doc, Gold]], foreign: Sequence[str]
) -> Iterator[str]:
    """Yield a sentence on each figure that the corpus would allow and the reader does not."""
    if parsed and foreign:
        yield (
            "the reader's dependency labels are not those of Universal Dependencies "
            f"({', '.join(foreign[:4])}), so its trees cannot be compared"
        )
    if told and not any(GROUP in doc.spans for doc, _ in told):
        yield f"the reader finds no event triggers (it sets no doc.spans[{GROUP!r}])"
    elif told and _over(score_typed_triggers, told) is None:
        yield "the reader's event types are not the corpus', so only triggers as such are compared"
