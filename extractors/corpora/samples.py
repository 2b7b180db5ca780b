"""One stretch of annotated text, whatever corpus it comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.corpora.kinds import Kind


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A name in a sample; ``start`` and ``end`` count code points, ``end`` is exclusive."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence or so of raw text, and what its corpus says about it.

    ``kinds`` are those that the corpus annotates throughout: outside of
    ``entities``, silence about any other kind means nothing. ``unknown`` are
    stretches where the corpus marks something that has no clear kind of ours;
    there, silence about every kind means nothing.
    """

    text: str
    source: str
    document: str
    kinds: frozenset[Kind]
    entities: tuple[Entity, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()


def keep_longest(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Drop every name that overlaps a longer one (or an equally long, earlier one)."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda found: (found.start - found.end, found.start)):
        if not any(entity.start < other.end and other.start < entity.end for other in kept):
            kept.append(entity)
    return tuple(sorted(kept))


def join_samples(samples: Sequence[Sample], gaps: Sequence[str]) -> Sample:
    """Put samples of one document behind one another; ``gaps`` are what stands before each.

    The gap of the first is not used.
    """
    text = ""
    entities: list[Entity] = []
    unknown: list[tuple[int, int]] = []
    for index, (gap, sample) in enumerate(zip(gaps, samples, strict=True)):
        text += gap if index else ""
        shift = len(text)
        entities += [Entity(e.start + shift, e.end + shift, e.kind) for e in sample.entities]
        unknown += [(start + shift, end + shift) for start, end in sample.unknown]
        text += sample.text
    return replace(samples[0], text=text, entities=tuple(entities), unknown=tuple(unknown))


def cut(sample: Sample, start: int, end: int) -> Sample:
    """Give the stretch of a sample as a sample of its own; no name may cross its edges."""
    return replace(
        sample,
        text=sample.text[start:end],
        entities=tuple(
            Entity(name.start - start, name.end - start, name.kind)
            for name in sample.entities
            if start <= name.start and name.end <= end
        ),
        unknown=tuple(
            (max(first, start) - start, min(last, end) - start)
            for first, last in sample.unknown
            if first < end and start < last
        ),
    )


def respace(sample: Sample, text: str) -> Sample:
    """Give the sample over a text that differs from its own in white space alone."""
    places = [index for index, letter in enumerate(text) if not letter.isspace()]

    def move(start: int, end: int) -> tuple[int, int]:
        first = sum(not letter.isspace() for letter in sample.text[:start])
        last = sum(not letter.isspace() for letter in sample.text[:end])
        return places[first], places[last - 1] + 1

    return replace(
        sample,
        text=text,
        entities=tuple(Entity(*move(name.start, name.end), name.kind) for name in sample.entities),
        unknown=tuple(move(start, end) for start, end in sample.unknown),
    )
