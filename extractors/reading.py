"""One document while it is being read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from extractors.times import Time
from graph.model import Document, Mention, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its annotated text, and what has been found in it so far.

    ``doc.text`` equals ``document.text``. Mentions are sorted by start, longer ones first;
    mentions may nest ("Khojaly" in "Khojaly massacre") but never share a span.
    """

    document: Document
    doc: Doc
    passages: tuple[Passage, ...]
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    _by_head: dict[int, Mention] = field(default_factory=dict, repr=False)

    def with_mentions(self, mentions: Iterable[Mention]) -> Reading:
        """The same reading with these mentions in place of its own."""
        ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
        by_head: dict[int, Mention] = {}
        for mention in ordered:
            head = self.head_of(mention).i
            kept = by_head.get(head)
            if kept is None or mention.end - mention.start > kept.end - kept.start:
                by_head[head] = mention
        return replace(self, mentions=ordered, _by_head=by_head)

    def span_of(self, start: int, end: int) -> Span:
        """The tokens that touch the characters from ``start`` to ``end``."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no characters {start} to {end} in {self.document.id}")
        return span

    def head_of(self, mention: Mention) -> Token:
        """The token on which the rest of the mention depends."""
        return self.span_of(mention.start, mention.end).root

    def headed_by(self, token: Token) -> Mention | None:
        """The longest mention whose head the token is; None where there is none."""
        return self._by_head.get(token.i)

    def covering(self, token: Token) -> Mention | None:
        """The longest mention that the token is part of; None where there is none."""
        start, end = token.idx, token.idx + len(token)
        found = (m for m in self.mentions if m.start <= start and end <= m.end)
        return max(found, key=lambda m: m.end - m.start, default=None)

    def passage_at(self, offset: int) -> Passage:
        """The passage that the character stands in, or the last one that starts before it."""
        index = bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        return self.passages[max(index, 0)]

    def mentions_in(self, passage: Passage) -> list[Mention]:
        """The mentions of a passage, in the order of the text."""
        return [m for m in self.mentions if m.passage == passage.index]

    def times_in(self, passage: Passage) -> list[Time]:
        """The times of a passage, in the order of the text."""
        return [t for t in self.times if passage.start <= t.start < passage.end]


def find_passages(doc: Doc) -> tuple[Passage, ...]:
    """The sentences of the text, without the white space around them."""
    spans = (_trimmed(sentence) for sentence in doc.sents)
    bounds = [(start, end) for start, end in spans if start < end]
    return tuple(Passage(index, start, end) for index, (start, end) in enumerate(bounds))


def _trimmed(sentence: Span) -> tuple[int, int]:
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return start, sentence.start_char + len(text.rstrip())
