"""Gathers the lessons of every corpus, by the part that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extractors.corpora.conllu import Sentence, read_sentences
from extractors.corpora.detokenising import join_tokens
from extractors.corpora.geneva import part_of, read_geneva
from extractors.corpora.samples import Sample, respace
from training.accurate.sentences import (
    Lesson,
    learn_from_sample,
    learn_from_tree,
    learn_from_triggers,
)
from training.corpora import Part, read_names, read_splits, takes_turn
from training.headwords import add_headed_names
from training.tokenizing import make_english

Lessons = dict[Part, list[Lesson]]

_EWT: Final[dict[str, Part]] = {"train": "train", "dev": "tune", "test": "test"}


def gather_lessons(corpora: Path) -> Lessons:
    """Read every corpus into its parts, in a fixed order."""
    parts: defaultdict[Part, list[Lesson]] = defaultdict(list)
    trees: dict[str, dict[str, Sample]] = {"uner-ewt": {}, "gum": {}}
    nlp = make_english()
    for part, sample in read_names(corpora):
        if sample.source in trees:
            trees[sample.source]["".join(sample.text.split())] = sample
        elif lesson := learn_from_sample(add_headed_names(sample, sample), nlp):
            parts[part].append(lesson)
    for part, lesson in _read_trees(corpora, trees):
        parts[part].append(lesson)
    for part, lesson in read_triggers(corpora / "geneva.jsonl"):
        parts[part].append(lesson)
    return dict(parts)


def _read_trees(
    corpora: Path, samples: dict[str, dict[str, Sample]]
) -> Iterator[tuple[Part, Lesson]]:
    for name, part in _EWT.items():
        path = next((corpora / "ud-ewt").glob(f"*-ud-{name}.*conllu"))
        seen: dict[str, int] = {}
        for sentence in read_sentences(path):
            lesson = learn_from_tree("ud-ewt", sentence, _find(sentence, samples["uner-ewt"]))
            # The names of these documents train as well; see ``read_names``.
            trains = part == "tune" and takes_turn(sentence.document, seen)
            yield ("train" if trains else part), lesson
    splits = read_splits(corpora / "gum" / "splits.md")
    for path in sorted((corpora / "gum").glob("GUM_*.conllu")):
        for sentence in read_sentences(path):
            lesson = learn_from_tree("gum", sentence, _find(sentence, samples["gum"]))
            yield splits[sentence.document], lesson


def _find(sentence: Sentence, samples: dict[str, Sample]) -> Sample | None:
    """Find the sample of a sentence; one corpus may write "do n't" where another has "don't"."""
    text, _ = sentence.locate_words()
    sample = samples.get("".join(text.split()))
    return respace(sample, text) if sample else None


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
