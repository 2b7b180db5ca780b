"""Turns samples into spaCy documents that teach names, silence left open where it must be."""

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.corpora.kinds import OUTSIDE
from extractors.corpora.samples import Sample, join_samples
from training.alignment import label_tokens, may_hide_name
from training.augmenting import vary

_JOINTS: Final = (" ", "\n\n", "\n")
_JOINT_ODDS: Final = (0.6, 0.35, 0.05)


def make_documents(
    samples: Iterable[Sample], nlp: Language, chance: random.Random | None
) -> Iterator[Doc]:
    """Yield a document a sample; or, given a chance, varied ones of one to four samples."""
    if chance is None:
        yield from (make_document(sample, nlp) for sample in samples)
        return
    group: list[Sample] = []
    for sample in samples:
        if group and (
            group[0].document != sample.document or len(group) >= chance.choice((1, 2, 3, 4))
        ):
            yield make_document(_join(group, chance), nlp)
            group = []
        group.append(vary(sample, chance))
    if group:
        yield make_document(_join(group, chance), nlp)


def _join(samples: Sequence[Sample], chance: random.Random) -> Sample:
    """Put samples of one document behind one another."""
    gaps = ["", *(chance.choices(_JOINTS, _JOINT_ODDS)[0] for _ in samples[1:])]
    return join_samples(samples, gaps)


def make_document(sample: Sample, nlp: Language) -> Doc:
    """Give a document whose tokens are named, outside of names, or open."""
    doc = nlp.make_doc(sample.text)
    tokens = [(token.idx, token.idx + len(token)) for token in doc]
    labels = label_tokens(sample, tokens)
    ents = list(_find_spans(doc, labels))
    open_tokens = [
        doc[index : index + 1]
        for index, label in enumerate(labels)
        if label is None or (label == OUTSIDE and _is_open(doc, index, sample))
    ]
    doc.set_ents(ents, missing=open_tokens, default="outside")
    return doc


def _find_spans(doc: Doc, labels: list[str | None]) -> Iterator[Span]:
    start = 0
    for index, label in enumerate(labels):
        if label is None or label == OUTSIDE:
            continue
        prefix, kind = label.split("-")
        if prefix == "B":
            start = index
        following = labels[index + 1] if index + 1 < len(labels) else OUTSIDE
        if following != f"I-{kind}":
            yield Span(doc, start, index + 1, label=kind)


def _is_open(doc: Doc, index: int, sample: Sample) -> bool:
    """Tell whether an unmarked token may belong to a kind that the corpus does not annotate."""
    token = doc[index]
    first = index == 0 or doc[index - 1].text in {".", "!", "?", "\n", "\n\n"}
    if may_hide_name(token.text, sample.kinds, first=first):
        return True
    between = 0 < index < len(doc) - 1 and token.lower_ in {
        "of",
        "the",
        "and",
        "-",
        "–",
        "'s",
        "’s",
    }
    return between and all(
        may_hide_name(doc[near].text, sample.kinds, first=False) for near in (index - 1, index + 1)
    )
