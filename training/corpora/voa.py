"""Reads the Voice of America's news: tokens without annotation, one sentence a line."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from extractors.corpora.detokenising import join_tokens
from extractors.corpora.samples import Sample


def read_voa(path: Path) -> Iterator[Sample]:
    """Yield a sample a sentence, with nothing known about any kind."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if tokens := line.split():
                yield Sample(join_tokens(tokens)[0], "voa", "voa", frozenset())
