"""The mentions that one document holds of one thing: what resolution over documents starts from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.clusters import Clusters
from graph.model import Form, Kind, Mention, MentionKey


@dataclass(frozen=True)
class Unit:
    """What one document says of one thing, its mentions in the order of the text."""

    kind: Kind
    mentions: tuple[Mention, ...]

    @property
    def key(self) -> MentionKey:
        """The first mention, that stands for the unit."""
        return self.mentions[0].key

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.mentions[0].document

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The mentions that may be compared with those of other documents.

        Described people and things ("the gunmen") are somebody else in another text.
        """
        return tuple(m for m in self.mentions if not m.is_local and m.form is not Form.PRONOUN)

    @property
    def identifiers(self) -> frozenset[str]:
        """The entries of the lexicon that its mentions name."""
        return frozenset(m.identifier for m in self.mentions if m.identifier)


def make_units(clusters: Clusters, mentions: Iterable[Mention]) -> list[Unit]:
    """Group the mentions of each document that are one already, in the order of their keys."""
    groups: dict[tuple[MentionKey, str], list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.key):
        groups.setdefault((clusters.root(mention.key), mention.document), []).append(mention)
    units = (Unit(_kind(group), tuple(group)) for group in groups.values())
    return sorted(units, key=lambda unit: unit.key)


def _kind(group: list[Mention]) -> Kind:
    """The kind of the first name; of the first mention where there is none."""
    return next((m for m in group if m.form is Form.NAME), group[0]).kind
