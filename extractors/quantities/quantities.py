"""How many people an event killed, hurt, displaced …, as the text counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.actors.speakers import speaker_of
from extractors.events.reality import is_kept_from
from extractors.happenings.main_event import main_event
from extractors.quantities.counted import Quantity, find_counted_event, word_at
from extractors.quantities.counts import Count, Word, find_counts, phrase_before, split_words
from extractors.quantities.triggers import Told, tells_itself, told_after, told_before, told_by
from extractors.reading import Reading
from extractors.tree import functions, syntax
from extractors.tree.clauses import known_lemma
from extractors.words.quantities import load_quantity_words
from graph.model import (
    Concept,
    Evidence,
    Mention,
    MentionKey,
    Qualifiers,
    Statement,
    Value,
)

_WIDEST = 100
_RULE = "quantities"


@dataclass(slots=True)
class _Chain:
    """Counts that share what befell them: "20 soldiers and 35 civilians", with their parts."""

    totals: list[Count]
    parts: list[Count] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The index of the word after the chain."""
        return max(count.last for count in (*self.totals, *self.parts))


def find_quantities(reading: Reading) -> Iterator[Statement]:
    """Find the counts whose event is known, in the order of the text."""
    last: tuple[Quantity, Mention] | None = None
    main = main_event(reading)
    for quantity in find_told_counts(reading):
        event, confidence = find_counted_event(reading, quantity, main, last)
        if event is not None:
            made = _statements(quantity, event.key, confidence)
            counter = _counter(reading, quantity)
            yield from (_said_by(statement, counter) for statement in made)
        last = (quantity, event) if event is not None else None


def _counter(reading: Reading, quantity: Quantity) -> Mention | None:
    """Who gives the number: the subject of "confirmed", "counted" and the like; None elsewhere."""
    verb = syntax.clause_verb(word_at(reading, quantity.totals[0].end - 1))
    if verb is None or not known_lemma(verb, load_quantity_words().counting):
        return None
    return speaker_of(reading, verb)


def _said_by(statement: Statement, speaker: Mention | None) -> Statement:
    if speaker is None:
        return statement
    return replace(statement, evidence=replace(statement.evidence, speaker=speaker.key))


def find_told_counts(reading: Reading) -> Iterator[Quantity]:
    """Find what befell how many people, in the order of the text."""
    for passage in reading.passages:
        words = split_words(reading.document.text[passage.start : passage.end], passage.start)
        for chain in _chains(words, find_counts(reading, passage, words)):
            told = told_by(words, chain.totals, chain.end)
            told = told or _told_before_list(reading, words, chain.totals[0])
            if told is not None and not is_kept_from(word_at(reading, told.start)):
                yield Quantity(passage, told, tuple(chain.totals), tuple(chain.parts))


def _told_before_list(reading: Reading, words: list[Word], count: Count) -> Told | None:
    """Read "killed the driver and two guards": what stands before the list that holds the count."""
    first = word_at(reading, words[count.last - 1].start)
    if not functions.is_joined(first):
        return None
    while functions.is_joined(first):
        first = first.head
    start = first.left_edge.idx
    index = next((index for index, word in enumerate(words) if word.start >= start), count.first)
    return told_before(words, replace(count, first=index))


def _chains(words: list[Word], counts: list[Count]) -> list[_Chain]:
    chains: list[_Chain] = []
    for count in counts:
        current = chains[-1] if chains else None
        if current is None or not _continues(words, current, count):
            chains.append(_Chain([count]))
        elif count.is_share or _is_part(words, current, count):
            current.parts.append(count)
        else:
            current.totals.append(count)
    return chains


def _continues(words: list[Word], chain: _Chain, count: Count) -> bool:
    """Whether a count belongs to those before: as a part of them, or as the next of a list."""
    if count.is_share or _is_opened(words, chain, count):
        return True
    separators = load_quantity_words().inside["separators"]
    gap = words[chain.end : count.first]
    if not gap or any((word.text,) not in separators for word in gap):
        return False
    if tells_itself(count) or tells_itself(chain.totals[-1]):
        return False
    own = told_after(words, count) is not None
    told = told_before(words, chain.totals[0])
    return not own or (count.group is not None and told is None)


def _is_part(words: list[Word], chain: _Chain, count: Count) -> bool:
    return bool(chain.parts) or _is_opened(words, chain, count)


def _is_opened(words: list[Word], chain: _Chain, count: Count) -> bool:
    """Whether "including", "among them" or a bracket stands before the count."""
    if phrase_before(words, count.first, load_quantity_words().inside["openers"]):
        return True
    return [word.text for word in words[chain.end : count.first]] == ["("]


def _statements(quantity: Quantity, event: MentionKey, confidence: float) -> Iterator[Statement]:
    totals = [
        list(_of_count(quantity, count, event, confidence, total="")) for count in quantity.totals
    ]
    for made in totals:
        yield from made
    total = totals[-1][0].key
    for count in quantity.parts:
        yield from _of_count(quantity, count, event, confidence, total=total)


def _of_count(
    quantity: Quantity, count: Count, event: MentionKey, confidence: float, *, total: str
) -> Iterator[Statement]:
    """One statement, or two bounds for "200 to 300 people"."""
    ends = [(count.value, count.bound)]
    if count.upper is not None:
        ends = [(count.value, "AtLeast"), (count.upper, "AtMost")]
    start, end = (count.start, count.end) if total else _span(quantity.told, count)
    for value, bound in ends:
        yield Statement(
            subject=event,
            predicate=quantity.told.predicate,
            object=Value(str(value), "integer"),
            evidence=Evidence(
                passage=quantity.passage.index,
                start=start,
                end=end,
                rule=_RULE,
                confidence=confidence,
            ),
            qualifiers=Qualifiers(
                group=count.group or Concept("Everyone"), bound=Concept(bound), part_of=total
            ),
        )


def _span(told: Told, count: Count) -> tuple[int, int]:
    """From the count to the words that tell of it; the count alone where much lies between."""
    start, end = min(told.start, count.start), max(told.end, count.end)
    return (start, end) if end - start <= _WIDEST else (count.start, count.end)
