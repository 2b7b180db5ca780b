"""Cuts long annotated text into sentences, never inside a name."""

import re
from collections.abc import Iterator

from extractors.corpora.samples import Sample, cut

_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+(?=[\"“‘(]?[A-Z0-9])|\s*\n\s*")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Sen|Rep|vs|no|c))\.$"
)


def split_sentences(sample: Sample) -> Iterator[Sample]:
    """Yield the sentences of a sample, without the white space between them."""
    start = 0
    for boundary in _SENTENCE_END.finditer(sample.text):
        if boundary.start() > start and _may_cut(sample, boundary):
            yield cut(sample, start, boundary.start())
            start = boundary.end()
        elif boundary.start() <= start:
            start = max(start, boundary.end())
    if sample.text[start:].strip():
        yield cut(sample, start, len(sample.text.rstrip()))


def _may_cut(sample: Sample, boundary: re.Match[str]) -> bool:
    spans = [(name.start, name.end) for name in sample.entities] + list(sample.unknown)
    if any(start < boundary.end() and boundary.start() < end for start, end in spans):
        return False
    if "\n" in boundary.group():
        return True
    before = sample.text[max(0, boundary.start() - 6) : boundary.start()]
    return _ABBREVIATION.search(before) is None
