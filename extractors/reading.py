"""One document while it is being read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from spacy.tokens import Doc, Span, Token

from extractors.times.times import Time
from graph.model import Document, Form, Kind, Link, Mention, Passage

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its annotated text, and what has been found in it so far.

    ``doc.text`` equals ``document.text``. Times are sorted by start; so are mentions, longer ones
    first. Mentions may nest ("Doba" in "Doba fire") but never share a span. ``described`` and
    ``pronouns`` are those without a name, which stay out of ``mentions`` until a statement speaks
    of them; ``links`` tie them, and names, to what they mean.
    """

    document: Document
    doc: Doc
    passages: tuple[Passage, ...]
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    described: tuple[Mention, ...] = ()
    pronouns: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    _described: dict[int, Mention] = field(default_factory=dict, repr=False)
    _taken_up: dict[int, Mention] = field(default_factory=dict, repr=False)
    _by_head: dict[int, Mention] = field(default_factory=dict, repr=False)
    _by_token: dict[int, list[Mention]] = field(default_factory=dict, repr=False)
    _by_passage: dict[int, list[Mention]] = field(default_factory=dict, repr=False)
    _places: dict[str, list[Mention]] = field(default_factory=dict, repr=False)
    _once: dict[object, object] = field(default_factory=dict, repr=False, compare=False)
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, repr=False, compare=False)
    _heads: dict[tuple[int, int], Token] = field(default_factory=dict, repr=False, compare=False)

    def with_mentions(self, mentions: Iterable[Mention]) -> Reading:
        """The same reading with these mentions in place of its own."""
        ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
        by_passage: dict[int, list[Mention]] = defaultdict(list)
        places: dict[str, list[Mention]] = defaultdict(list)
        for mention in ordered:
            by_passage[mention.passage].append(mention)
            if mention.kind is Kind.PLACE and mention.form is Form.NAME:
                for name in {mention.label, mention.identifier} - {""}:
                    places[name].append(mention)
        by_head, by_token = self._by_words(ordered)
        return replace(
            self,
            mentions=ordered,
            _by_head=by_head,
            _by_token=by_token,
            _by_passage=dict(by_passage),
            _places=dict(places),
            _once={},
        )

    def with_references(
        self,
        *,
        described: tuple[Mention, ...],
        pronouns: tuple[Mention, ...],
        taken_up: dict[int, Mention],
        links: tuple[Link, ...],
    ) -> Reading:
        """The same reading that knows who is who; ``taken_up`` goes by token index."""
        heads = {self.head_of(mention).i: mention for mention in described}
        return replace(
            self,
            described=described,
            pronouns=pronouns,
            links=links,
            _described=heads,
            _taken_up=taken_up,
            _once={},
        )

    def described_at(self, token: Token) -> Mention | None:
        """The description without a name whose head the token is; None where there is none."""
        return self._described.get(token.i)

    def taken_up_by(self, token: Token) -> Mention | None:
        """Whom a pronoun or a definite noun takes up; None where that is open."""
        return self._taken_up.get(token.i)

    def once(self, find: Callable[[Reading], Found]) -> Found:
        """What the function finds in this reading; it is asked once, however often this is."""
        if find not in self._once:
            self._once[find] = find(self)
        return cast("Found", self._once[find])

    def _by_words(
        self, mentions: Iterable[Mention]
    ) -> tuple[dict[int, Mention], dict[int, list[Mention]]]:
        """The longest mention of each head, and all mentions of each token, by token index."""
        by_head: dict[int, Mention] = {}
        by_token: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            head = self.head_of(mention).i
            kept = by_head.get(head)
            if kept is None or _length(mention) > _length(kept):
                by_head[head] = mention
            for token in self.span_of(mention.start, mention.end):
                if mention.start <= token.idx and token.idx + len(token) <= mention.end:
                    by_token[token.i].append(mention)
        return by_head, dict(by_token)

    def span_of(self, start: int, end: int) -> Span:
        """The tokens that touch the characters from ``start`` to ``end``."""
        known = self._spans.get((start, end))
        if known is None:
            known = self._spans[start, end] = self._find_span(start, end)
        return known

    def _find_span(self, start: int, end: int) -> Span:
        if not self._starts:
            self._starts.extend(token.idx for token in self.doc)
        first = bisect_right(self._starts, start) - 1
        last = max(bisect_left(self._starts, end) - 1, first)
        if first < 0 or not start < end <= len(self.document.text):
            raise ValueError(f"no characters {start} to {end} in {self.document.id}")
        return self.doc[first : last + 1]

    def head_of(self, mention: Mention) -> Token:
        """The token on which the rest of the mention depends."""
        head = self._heads.get((mention.start, mention.end))
        if head is None:
            head = self.span_of(mention.start, mention.end).root
            self._heads[mention.start, mention.end] = head
        return head

    def headed_by(self, token: Token) -> Mention | None:
        """The longest mention whose head the token is; None where there is none."""
        return self._by_head.get(token.i)

    def covering(self, token: Token) -> Mention | None:
        """The longest mention that the token is part of; None where there is none."""
        return max(self.around(token), key=_length, default=None)

    def around(self, token: Token) -> list[Mention]:
        """All mentions that the token is part of, in the order of the text, longer ones first."""
        return self._by_token.get(token.i, [])

    def mentions_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that stand within these characters, in the order of the text."""
        first = bisect_left(self.mentions, start, key=_start)
        last = bisect_left(self.mentions, end, lo=first, key=_start)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)

    def places_named(self, name: str) -> list[Mention]:
        """The named places with this label or this identifier, in the order of the text."""
        return self._places.get(name, [])

    def passage_at(self, offset: int) -> Passage:
        """The passage that the character stands in, or the last one that starts before it."""
        index = bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        return self.passages[max(index, 0)]

    def mentions_in(self, passage: Passage) -> list[Mention]:
        """The mentions of a passage, in the order of the text."""
        return self._by_passage.get(passage.index, [])

    def times_in(self, passage: Passage) -> list[Time]:
        """The times of a passage, in the order of the text."""
        first = bisect_left(self.times, passage.start, key=_start)
        return list(self.times[first : bisect_left(self.times, passage.end, lo=first, key=_start)])


def find_passages(doc: Doc, names: Iterable[tuple[int, int]] = ()) -> tuple[Passage, ...]:
    """The sentences of the text, without the white space around them.

    ``names`` are tokens from first to last, the last exclusive: two sentences that a reader parts
    inside of one are one passage.
    """
    inside = {token for first, last in names for token in range(first + 1, last)}
    bounds: list[tuple[int, int]] = []
    for sentence in doc.sents:
        start, end = _trimmed(sentence)
        if bounds and sentence.start in inside:
            bounds[-1] = (bounds[-1][0], max(end, bounds[-1][1]))
        elif start < end:
            bounds.append((start, end))
    return tuple(Passage(index, start, end) for index, (start, end) in enumerate(bounds))


def paragraph_of(text: str, offset: int) -> tuple[int, int]:
    """Where the line that holds the character starts and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _length(mention: Mention) -> int:
    return mention.end - mention.start


def _start(found: Mention | Time) -> int:
    return found.start


def _trimmed(sentence: Span) -> tuple[int, int]:
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return start, sentence.start_char + len(text.rstrip())
