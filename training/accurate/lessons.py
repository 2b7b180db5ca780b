"""Gathers the lessons of every corpus, by the part that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from extractors.corpora.conllu import Sentence, read_sentences
from extractors.corpora.detokenising import join_tokens
from extractors.corpora.geneva import part_of, read_geneva
from extractors.corpora.propbank import find_predicates, read_predicates
from extractors.corpora.samples import Sample, respace
from training.accurate.sentences import (
    Lesson,
    learn_from_sample,
    learn_from_tree,
    learn_from_triggers,
)
from training.corpora import Part, read_names, read_splits, read_training_documents
from training.headwords import add_headed_names
from training.tokenizing import make_english

Lessons = dict[Part, list[Lesson]]
Samples = dict[tuple[Part, str], Sample]
"""The names of sentences with trees, by part and text: corpora repeat short sentences."""

_EWT: Final[dict[str, Part]] = {"train": "train", "dev": "tune", "test": "test"}


def gather_lessons(corpora: Path) -> Lessons:
    """Read every corpus into its parts, in a fixed order."""
    parts: defaultdict[Part, list[Lesson]] = defaultdict(list)
    trees: dict[str, Samples] = {"uner-ewt": {}, "gum": {}}
    nlp = make_english()
    for part, sample in read_names(corpora):
        if sample.source in trees:
            trees[sample.source][part, _key(sample.text)] = sample
        elif lesson := learn_from_sample(add_headed_names(sample), nlp):
            parts[part].append(lesson)
    for part, lesson in _read_trees(corpora, trees):
        parts[part].append(lesson)
    for part, lesson in read_triggers(corpora / "geneva.jsonl"):
        parts[part].append(lesson)
    return dict(parts)


def _read_trees(corpora: Path, samples: dict[str, Samples]) -> Iterator[tuple[Part, Lesson]]:
    records = _read_roles(corpora / "propbank-ewt")
    for part, sentence in _read_ewt(corpora / "ud-ewt"):
        # What tunes trees has names that test; see ``read_names``.
        sample = _find(sentence, samples["uner-ewt"], "test" if part == "tune" else part)
        predicates = find_predicates(sentence, records)
        yield part, learn_from_tree("ud-ewt", sentence, sample, predicates=predicates)
    splits = read_splits(corpora / "gum" / "splits.md")
    for path in sorted((corpora / "gum").glob("GUM_*.conllu")):
        for sentence in read_sentences(path):
            part = splits[sentence.document]
            sample = _find(sentence, samples["gum"], part)
            yield part, learn_from_tree("gum", sentence, sample, mentions=True)


def _read_roles(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _EWT:
        found |= read_predicates(folder / f"{name}.jsonl")
    return found


def _read_ewt(folder: Path) -> Iterator[tuple[Part, Sentence]]:
    """Yield EWT's sentences; half of the documents of its dev file train."""
    trains = read_training_documents(folder)
    for name, part in _EWT.items():
        for sentence in read_sentences(next(folder.glob(f"*-ud-{name}.*conllu"))):
            yield ("train" if sentence.document in trains else part), sentence


def _find(sentence: Sentence, samples: Samples, part: Part) -> Sample | None:
    """Find the sample of a sentence; one corpus may write "do n't" where another has "don't"."""
    text, _ = sentence.locate_words()
    sample = samples.get((part, _key(text)))
    return respace(sample, text) if sample else None


def _key(text: str) -> str:
    return "".join(text.split())


def read_triggers(path: Path) -> Iterator[tuple[Part, Lesson]]:
    """Yield GENEVA's sentences with their parts."""
    for index, sentence in enumerate(read_geneva(path)):
        labels = ["O"] * len(sentence.tokens)
        for one in sentence.triggers:
            labels[one.start : one.end] = [one.event_type] * (one.end - one.start)
        _, spans = join_tokens(sentence.tokens)
        yield (
            part_of(index),
            learn_from_triggers(sentence.document, sentence.tokens, spans, labels),
        )
