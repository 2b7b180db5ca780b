"""A stretch of a text that somebody says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.tree.complements import bare, runs
from extractors.tree.quotations import Quotation, find_quotations
from graph.model import Mention

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says, found once.

    ``segments`` are its stretches of the text, in order: two where the reporting words stand in
    the middle. ``speakers`` is empty where it is open who says it. ``cue_start`` and ``cue_end``
    mark the words that tell that it is said. ``spoken`` is False for opinions and for what is not
    said: they belong to the speaker, who does not say them. ``rule`` names how the speaker was
    found.
    """

    segments: tuple[Bounds, ...]
    speakers: tuple[Mention, ...]
    cue_start: int
    cue_end: int
    rule: str
    confidence: float
    quoted: bool = False
    spoken: bool = True

    @property
    def speaker(self) -> Mention | None:
        """The first of its speakers; None where it is open."""
        return self.speakers[0] if self.speakers else None

    @property
    def start(self) -> int:
        """Where its first stretch starts."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Where its last stretch ends."""
        return self.segments[-1][1]

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(end - start for start, end in self.segments)

    def covers(self, start: int, end: int) -> bool:
        """Whether the characters from ``start`` to ``end`` stand in one of its stretches."""
        return any(left <= start and end <= right for left, right in self.segments)


def quotations_of(reading: Reading) -> list[Quotation]:
    """What stands in quotation marks in the text; ask ``reading.once`` for it."""
    return find_quotations(reading.document.text)


def segments_of(tokens: Iterable[Token]) -> tuple[Bounds, ...]:
    """Where the tokens stand, without the marks and the "that" around each stretch."""
    stretches = (bare(run) for run in runs(tokens))
    return tuple((run[0].idx, run[-1].idx + len(run[-1])) for run in stretches if run)
