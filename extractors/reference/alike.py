"""Which mentions are one by links or by their labels, and which of them tells best who it is."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.reading import Reading
from graph.model import Form, Kind, Link, Mention, MentionKey


def named_alike(reading: Reading, links: Iterable[Link]) -> dict[MentionKey, MentionKey]:
    """One key for all mentions that links or equal labels make one, by mention."""
    above = {link.mention: link.antecedent for link in links}
    labels: dict[tuple[Kind, str], MentionKey] = {}
    whole: dict[MentionKey, MentionKey] = {}
    for mention in reading.mentions:
        key = mention.key
        for _ in range(len(above)):
            if key not in above:
                break
            key = above[key]
        if key == mention.key:
            key = labels.setdefault((mention.kind, mention.label.casefold()), key)
        whole[mention.key] = key
    return {key: whole.get(first, first) for key, first in whole.items()}


def better(known: Mention | None, mention: Mention) -> Mention:
    """The mention that tells best who is meant: a name, then the longer one, then the first."""
    if known is None or known.form is Form.PRONOUN:
        return mention
    if mention.form is Form.NAME and known.form is not Form.NAME:
        return mention
    longer = len(mention.label.split()) > len(known.label.split())
    return mention if longer and mention.form is known.form is Form.NAME else known


def first_of_each(links: Iterable[Link]) -> list[Link]:
    """One link for each mention, the first, sorted by the mentions."""
    first: dict[MentionKey, Link] = {}
    for link in links:
        first.setdefault(link.mention, link)
    return sorted(first.values(), key=lambda link: link.mention)
