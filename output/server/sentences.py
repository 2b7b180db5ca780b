"""Statements by the sentences that they stand in, as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from output.server.things import Fact, Said, Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what is said in it.

    ``pieces`` are its stretches, each with the number of the first statement that rests on it; 0
    where none does.
    """

    document: Fact
    place: int
    pieces: tuple[tuple[str, int], ...]
    said: tuple[tuple[int, Said], ...]


def by_sentence(said: Iterable[Said]) -> list[Told]:
    """Group statements by their sentences; they come in the order of documents and sentences."""
    numbered = enumerate(said, start=1)
    groups = groupby(numbered, key=lambda one: (one[1].document, one[1].sentence))
    return [_told(document, sentence, tuple(group)) for (document, sentence), group in groups]


def paragraphs(sentences: Sequence[Sentence], told: Iterable[Told]) -> list[list[Told]]:
    """Give the text of a document, its paragraphs in sentences; those without statements too."""
    known = {one.place: one for one in told}
    found: list[list[Told]] = []
    end = None
    for sentence in sentences:
        bare = Told(sentence.document, sentence.start, ((sentence.text, 0),), ())
        # what parts sentences of one paragraph is a space
        if end is None or sentence.start > end + 1:
            found.append([])
        found[-1].append(known.get(sentence.start, bare))
        end = sentence.end
    return found


def _told(document: Fact, sentence: Sentence, said: tuple[tuple[int, Said], ...]) -> Told:
    pieces = _pieces(sentence.text, [(one.start, one.end, number) for number, one in said])
    return Told(document, sentence.start, tuple(pieces), said)


def _pieces(text: str, spans: Sequence[tuple[int, int, int]]) -> list[tuple[str, int]]:
    """Cut a text where spans begin or end; each stretch has the number of the shortest on it."""
    cuts = sorted({0, len(text), *chain.from_iterable(span[:2] for span in spans)})
    ranked = sorted(spans, key=lambda span: (span[1] - span[0], span[2]))
    return [
        (text[start:end], next((n for a, b, n in ranked if a <= start and end <= b), 0))
        for start, end in pairwise(cuts)
        if 0 <= start < end <= len(text)
    ]
