"""Descriptions that are the post of somebody named beside them: "the mayor of X, Jane Doe"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.reading import Reading
from graph.model import Form, Kind, Link, Mention, MentionKey, Statement

_HELD = frozenset({"affiliation", "post"})
_BESIDE = frozenset({"title", "apposition"})
_SURENESS = 0.8


def find_post_links(
    reading: Reading, statements: Iterable[Statement], links: Iterable[Link]
) -> Iterator[Link]:
    """Links from descriptions to the people whose posts they are; none from what has a link."""
    linked = {link.mention for link in links}
    holders = dict(_holders(reading, statements))
    labels = {mention.key: mention.label for mention in reading.mentions}
    for mention in reading.mentions:
        holder = holders.get(reading.head_of(mention).i) if _describes(mention) else None
        if holder is not None and mention.key not in linked:
            reason = f"“{mention.label}” is the post of {labels[holder]}, named beside it"
            yield Link(mention.key, holder, reason, _SURENESS)


def _holders(reading: Reading, statements: Iterable[Statement]) -> Iterator[tuple[int, MentionKey]]:
    """The person named beside the words of a post, by the tokens of these words."""
    for statement in statements:
        evidence = statement.evidence
        if statement.predicate in _HELD and evidence.rule in _BESIDE:
            for token in reading.span_of(evidence.start, evidence.end):
                yield token.i, statement.subject


def _describes(mention: Mention) -> bool:
    return mention.kind is Kind.PERSON and mention.form is Form.NOMINAL
