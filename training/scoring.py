"""Measures a pipeline: names by kind, tree, tags, sentences and speed."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.accurate.sentences import Lesson
from training.kinds import KINDS, OUTSIDE
from training.samples import Entity, Sample


@dataclass(slots=True)
class NameScore:
    """Exact matches of span and kind, counted by kind."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)

    def measure(self, kinds: Iterable[str]) -> dict[str, float]:
        """Give precision, recall and F over some kinds, in percent."""
        chosen = list(kinds)
        right, found, marked = (
            sum(counter[kind] for kind in chosen)
            for counter in (self.right, self.found, self.marked)
        )
        precision, recall = right / max(1, found), right / max(1, marked)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        return {
            "p": round(100 * precision, 1),
            "r": round(100 * recall, 1),
            "f": round(100 * score, 1),
            "n": marked,
        }


def score_names(samples: Sequence[Sample], found: Iterable[Iterable[Entity]]) -> NameScore:
    """Compare found names with marked ones.

    Only kinds that the sample's corpus annotates count, and what touches an
    unknown stretch counts neither for nor against.
    """
    score = NameScore()
    for sample, names in zip(samples, found, strict=True):
        marked = {name for name in sample.entities if not _is_open(name, sample)}
        claimed = {
            name for name in names if name.kind in sample.kinds and not _is_open(name, sample)
        }
        score.marked.update(name.kind for name in marked)
        score.found.update(name.kind for name in claimed)
        score.right.update(name.kind for name in marked & claimed)
    return score


def _is_open(name: Entity, sample: Sample) -> bool:
    return any(start < name.end and name.start < end for start, end in sample.unknown)


def find_entities(doc: Doc) -> list[Entity]:
    """Give the names of a parsed document as a sample has them."""
    return [
        Entity(ent.start_char, ent.end_char, kind)
        for ent in doc.ents
        for kind in KINDS
        if kind == ent.label_
    ]


def measure_names(nlp: Language, samples: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Give P, R and F per kind and over all kinds, for each corpus by its own kinds."""
    table: dict[str, dict[str, float]] = {}
    docs = nlp.pipe((sample.text for sample in samples), batch_size=256)
    score = score_names(samples, [find_entities(doc) for doc in docs])
    kinds = sorted({kind for sample in samples for kind in sample.kinds}, key=KINDS.index)
    for kind in kinds:
        table[kind] = score.measure([kind])
    table["all"] = score.measure(kinds)
    table["Person, Place, Organization"] = score.measure(["Person", "Place", "Organization"])
    return table


def measure_trees(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Give tag, part of speech, lemma, tree and sentence scores on running text, in percent."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    scores = nlp.evaluate(examples)
    names = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return {name: round(100 * float(scores[name]), 2) for name in names}


def measure_triggers(nlp: Language, lessons: Iterable[tuple[str, Lesson]]) -> dict[str, float]:
    """Give P, R and F of event triggers, whatever their type, on GENEVA's own tokens."""
    right = found = marked = 0
    for part, lesson in lessons:
        if part != "test":
            continue
        spaces = [not glued for glued in [*lesson.glued[1:], True]]
        doc = Doc(nlp.vocab, words=list(lesson.forms), spaces=spaces)
        for _, component in nlp.pipeline:
            doc = component(doc)
        given = {token.i for span in doc.spans.get("events", ()) for token in span}
        gold = {place for place, trigger in enumerate(lesson.triggers) if trigger != OUTSIDE}
        right, found, marked = right + len(given & gold), found + len(given), marked + len(gold)
    precision, recall = right / max(1, found), right / max(1, marked)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "p": round(100 * precision, 1),
        "r": round(100 * recall, 1),
        "f": round(100 * score, 1),
        "n": marked,
    }


def measure_speed(nlp: Language, texts: Sequence[str]) -> float:
    """Give words (divided by white space) a second of one core's time, whatever else runs."""
    started = time.process_time()
    words = sum(len(doc.text.split()) for doc in nlp.pipe(texts))
    return round(words / (time.process_time() - started))
