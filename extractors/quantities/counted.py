"""To which event a count of people belongs: that of the word that tells what befell them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Token

from extractors.quantities.counts import Count
from extractors.quantities.triggers import Told
from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax, voice
from extractors.words.events.triggers import load_type_sets
from extractors.words.quantities import load_quantity_words
from graph.model import Form, Kind, Mention, MentionKey, Passage

_HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with what befell the counted, before it is tied to an event.

    ``parts`` are counted within ``totals``, which stand side by side.
    """

    passage: Passage
    told: Told
    totals: tuple[Count, ...]
    parts: tuple[Count, ...] = ()


def find_counted_event(
    reading: Reading,
    quantity: Quantity,
    main: Mention | None,
    last: tuple[Quantity, Mention] | None = None,
) -> tuple[Mention | None, float]:
    """Find the event that the count belongs to, and how sure that is.

    First the word that tells what befell the counted, or the event that governs it by syntax; then
    the only event of the sentence that harms people; then the one that the sentence before tells
    of; then that of the count before, then ``main``, the event that the whole text is about.
    ``last`` is the count before with its event: figures often follow each other over several
    sentences. A war or a meeting that is only near is never taken.
    """
    token = word_at(reading, quantity.told.start)
    told = list(reading.span_of(quantity.told.start, quantity.told.end))
    own = next(chain(_events_at(reading, told), _own(reading, token)), None)
    if own is not None:
        return own, 0.85
    only = _only(reading, quantity)
    if only is not None:
        return only, 0.65
    before = _before(reading, quantity.passage)
    if before is not None:
        return before, 0.55
    if last is not None and _goes_on(reading, *last, quantity):
        return last[1], 0.5
    if main is not None and not _is_of_its_own(reading, quantity, token, main):
        return main, 0.35
    return None, 0.0


def word_at(reading: Reading, start: int) -> Token:
    """The word that begins at the character."""
    return reading.span_of(start, start + 1).root


def _own(reading: Reading, token: Token) -> Iterator[Mention]:
    """The event of the word, else those of the words that it hangs from or that hang from those."""
    yield from _events_at(reading, [token])
    for _ in range(_HIGHEST):
        tied = [noun for preposition, noun in syntax.prepositional(token) if preposition in _in()]
        yield from _events_at(reading, [*syntax.subjects(token), *voice.doers(token), *tied])
        above = syntax.above(token)
        if above == token:
            return
        if not clauses.is_inserted(token):
            yield from _events_at(reading, [above])
        token = above


def _in() -> frozenset[str]:
    return load_quantity_words().governing


def _events_at(reading: Reading, tokens: list[Token]) -> Iterator[Mention]:
    for token in tokens:
        found = reading.headed_by(token)
        if found is not None and can_hold(found):
            yield found


def _only(reading: Reading, quantity: Quantity) -> Mention | None:
    """The only event of the sentence that harms people."""
    types = load_type_sets().short
    found = [m for m in reading.mentions_in(quantity.passage) if m.event_type in types]
    return found[0] if len(found) == 1 and can_hold(found[0]) else None


def _is_of_its_own(reading: Reading, quantity: Quantity, word: Token, main: Mention) -> bool:
    """Whether the words of a count tell when or where, or of whom, in a way of their own."""
    passage = quantity.passage
    if any(isinstance(count.group, MentionKey) for count in quantity.totals):
        return True
    places = [m for m in reading.mentions_in(passage) if m.kind is Kind.PLACE]
    elsewhere = (m for m in places if m.label.casefold() not in main.label.casefold())
    own = [reading.head_of(place) for place in elsewhere]
    own += [reading.span_of(time.start, time.end).root for time in reading.times_in(passage)]
    return any(syntax.governs(word, token) for token in own)


def _goes_on(reading: Reading, before: Quantity, event: Mention, quantity: Quantity) -> bool:
    """Whether the count goes on with the event of the one before, in the same paragraph.

    A named people begins something new.
    """
    named = any(isinstance(count.group, MentionKey) for count in quantity.totals)
    gap = reading.document.text[before.passage.end : max(before.passage.end, quantity.told.start)]
    near = quantity.passage.index - before.passage.index <= 1 and "\n\n" not in gap
    return near and not named and can_hold(event)


def _before(reading: Reading, passage: Passage) -> Mention | None:
    """The last event that the sentence before names, or tells of with "the" or "this"."""
    previous = reading.passages[passage.index - 1] if passage.index else None
    if previous is None or "\n\n" in reading.document.text[previous.end : passage.start]:
        return None
    for mention in reversed(reading.mentions_in(previous)):
        if can_hold(mention) and not _is_verbal(reading, mention):
            definite = functions.is_definite(reading.head_of(mention))
            return mention if mention.form is Form.NAME or definite else None
    return None


def can_hold(mention: Mention) -> bool:
    """Whether people can be counted in such an event."""
    types = load_quantity_words().event_types
    return mention.kind is Kind.EVENT and mention.event_type in types


def _is_verbal(reading: Reading, mention: Mention) -> bool:
    return mention.form is not Form.NAME and clauses.is_verb(reading.head_of(mention))
