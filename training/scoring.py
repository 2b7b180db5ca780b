"""Measures a pipeline: names by kind, tree, tags, sentences and speed."""

import time
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from extractors.corpora.kinds import KINDS, OUTSIDE
from extractors.corpora.samples import Sample
from extractors.evaluation.counts import NOTHING, Counts, count_matches
from extractors.evaluation.evaluating import THREE_KINDS
from extractors.evaluation.names import find_entities, score_names
from training.accurate.sentences import Lesson


def measure_names(nlp: Language, samples: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Give P, R and F per kind and over all kinds, for each corpus by its own kinds."""
    docs = nlp.pipe((sample.text for sample in samples), batch_size=256)
    score = score_names(samples, [find_entities(doc) for doc in docs])
    kinds = sorted({kind for sample in samples for kind in sample.kinds}, key=KINDS.index)
    chosen: dict[str, list[str]] = {kind: [kind] for kind in kinds}
    chosen |= {"all": list(kinds), THREE_KINDS: THREE_KINDS.split(", ")}
    return {name: _round(score.count(some)) for name, some in chosen.items()}


def _round(counts: Counts) -> dict[str, float]:
    figures = {"p": counts.precision, "r": counts.recall, "f": counts.f}
    return {name: round(figure, 1) for name, figure in figures.items()} | {"n": counts.marked}


def measure_trees(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Give tag, part of speech, lemma, tree and sentence scores on running text, in percent."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    scores = nlp.evaluate(examples)
    names = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return {name: round(100 * float(scores[name]), 2) for name in names}


def measure_triggers(nlp: Language, lessons: Iterable[tuple[str, Lesson]]) -> dict[str, float]:
    """Give P, R and F of event triggers, whatever their type, on GENEVA's own tokens."""
    counts = NOTHING
    for part, lesson in lessons:
        if part != "test":
            continue
        spaces = [not glued for glued in [*lesson.glued[1:], True]]
        doc = Doc(nlp.vocab, words=list(lesson.forms), spaces=spaces)
        for _, component in nlp.pipeline:
            doc = component(doc)
        given = {token.i for span in doc.spans.get("events", ()) for token in span}
        gold = {place for place, trigger in enumerate(lesson.triggers) if trigger != OUTSIDE}
        counts += count_matches(given, gold)
    return _round(counts)


def measure_speed(nlp: Language, texts: Sequence[str]) -> float:
    """Give words (divided by white space) a second of one core's time, whatever else runs."""
    started = time.process_time()
    words = sum(len(doc.text.split()) for doc in nlp.pipe(texts))
    return round(words / (time.process_time() - started))
