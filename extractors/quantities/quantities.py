"""How many people an event killed, hurt, displaced …, as the text counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from extractors.events.main_event import main_event
from extractors.quantities.counts import Count, Word, find_counts, phrase_before, split_words
from extractors.quantities.triggers import Told, tells_itself, told_after, told_before, told_by
from extractors.reading import Reading
from extractors.reference.speakers import speaker_of
from extractors.tree import syntax
from extractors.tree.clauses import known_lemma
from extractors.words.quantities import load_quantity_words
from graph.model import (
    Concept,
    Evidence,
    Form,
    Kind,
    Mention,
    MentionKey,
    Passage,
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


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with what befell the counted, before it is tied to an event.

    ``parts`` are counted within ``totals``, which stand side by side.
    """

    passage: Passage
    told: Told
    totals: tuple[Count, ...]
    parts: tuple[Count, ...] = ()


def find_quantities(reading: Reading) -> Iterator[Statement]:
    """Find the counts whose event is known, in the order of the text."""
    last: tuple[Quantity, Mention] | None = None
    for quantity in find_told_counts(reading):
        event, confidence = find_counted_event(reading, quantity, last)
        if event is not None:
            made = _statements(quantity, event.key, confidence)
            counter = _counter(reading, quantity)
            yield from (_said_by(statement, counter) for statement in made)
        last = (quantity, event) if event is not None else None


def _counter(reading: Reading, quantity: Quantity) -> Mention | None:
    """Who gives the number: the subject of "confirmed", "counted" and the like; None elsewhere."""
    verb = syntax.clause_verb(_token(reading, quantity.totals[0].end - 1))
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
            if told is not None:
                yield Quantity(passage, told, tuple(chain.totals), tuple(chain.parts))


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
    told = told_before(words, chain.totals[0]) or told_after(words, chain.totals[-1])
    return not own or (count.group is not None and told is None)


def _is_part(words: list[Word], chain: _Chain, count: Count) -> bool:
    return bool(chain.parts) or _is_opened(words, chain, count)


def _is_opened(words: list[Word], chain: _Chain, count: Count) -> bool:
    """Whether "including", "among them" or a bracket stands before the count."""
    if phrase_before(words, count.first, load_quantity_words().inside["openers"]):
        return True
    return [word.text for word in words[chain.end : count.first]] == ["("]


def find_counted_event(
    reading: Reading, quantity: Quantity, last: tuple[Quantity, Mention] | None = None
) -> tuple[Mention | None, float]:
    """Find the event that the count belongs to, and how sure that is.

    First the one that governs the words by syntax, then the nearest one named or described in the
    sentence, then one of the sentence before, then that of the count before, then the event that
    the whole text is about, then the one that the verb itself tells. ``last`` is the count before
    with its event: figures often follow each other over several sentences.
    """
    token = _token(reading, quantity.told.start)
    for event in _governing(reading, token):
        return event, 0.85
    nearest = _nearest(reading, quantity)
    if nearest is not None:
        return nearest, 0.7
    before = _before(reading, quantity.passage)
    if before is not None:
        return before, 0.55
    own = reading.headed_by(token)
    if last is not None and _goes_on(reading, *last, quantity):
        return last[1], 0.5
    main = main_event(reading)
    if main is not None and not _is_of_its_own(reading, quantity, main):
        return main, 0.35
    return (own, 0.5) if own is not None and _can_hold(own) else (None, 0.0)


def _is_of_its_own(reading: Reading, quantity: Quantity, main: Mention) -> bool:
    """Whether the words of the count tell when or where, or of whom, in a way of their own."""
    head = _token(reading, quantity.told.start)
    if any(isinstance(count.group, MentionKey) for count in quantity.totals):
        return True
    passage = quantity.passage
    places = [m for m in reading.mentions_in(passage) if m.kind is Kind.PLACE]
    elsewhere = (m for m in places if m.label.casefold() not in main.label.casefold())
    own = [reading.head_of(place) for place in elsewhere]
    own += [reading.span_of(time.start, time.end).root for time in reading.times_in(passage)]
    return any(syntax.governs(head, token) for token in own)


def _goes_on(reading: Reading, before: Quantity, event: Mention, quantity: Quantity) -> bool:
    """Whether the count goes on with the event of the one before, in the same paragraph.

    A named people begins something new, and a verb alone is not taken up by another sentence.
    """
    named = any(isinstance(count.group, MentionKey) for count in quantity.totals)
    gap = reading.document.text[before.passage.end : max(before.passage.end, quantity.told.start)]
    near = quantity.passage.index - before.passage.index <= 1 and "\n\n" not in gap
    return near and not named and not _is_verbal(reading, event)


def _token(reading: Reading, start: int) -> Token:
    return reading.span_of(start, start + 1).root


def _governing(reading: Reading, token: Token) -> Iterator[Mention]:
    """The events that the verb has as its subject or after "in", "during" and the like."""
    governing = load_quantity_words().governing
    verb = token if token.pos_ in {"VERB", "AUX"} else syntax.clause_verb(token)
    for head in [verb] if verb is not None and verb != token else []:
        yield from _events_at(reading, [token, *syntax.subjects(head)])
    if verb is not None:
        nouns = [
            noun for preposition, noun in syntax.prepositional(verb) if preposition in governing
        ]
        yield from _events_at(reading, [*syntax.subjects(verb), *nouns])


def _events_at(reading: Reading, tokens: list[Token]) -> Iterator[Mention]:
    for token in tokens:
        found = reading.headed_by(token)
        if found is not None and _can_hold(found) and not _is_verbal(reading, found):
            yield found


def _nearest(reading: Reading, quantity: Quantity) -> Mention | None:
    """The nearest event noun or name of the sentence; one before the count goes first."""
    start, end = quantity.totals[0].start, quantity.totals[-1].end
    events = [
        mention
        for mention in reading.mentions_in(quantity.passage)
        if _can_hold(mention) and not _is_verbal(reading, mention)
    ]
    before = [event for event in events if event.end <= start]
    after = [event for event in events if event.start >= end]
    return before[-1] if before else after[0] if after else None


def _before(reading: Reading, passage: Passage) -> Mention | None:
    """The last event that the sentence before names, or tells of with "the" or "this"."""
    previous = reading.passages[passage.index - 1] if passage.index else None
    if previous is None or "\n\n" in reading.document.text[previous.end : passage.start]:
        return None
    for mention in reversed(reading.mentions_in(previous)):
        if _can_hold(mention) and not _is_verbal(reading, mention):
            definite = syntax.is_definite(reading.head_of(mention))
            return mention if mention.form is Form.NAME or definite else None
    return None


def _can_hold(mention: Mention) -> bool:
    types = load_quantity_words().event_types
    return mention.kind is Kind.EVENT and mention.event_type in types


def _is_verbal(reading: Reading, mention: Mention) -> bool:
    return mention.form is not Form.NAME and reading.head_of(mention).pos_ == "VERB"


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
