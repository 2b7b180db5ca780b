"""Which mentions are one thing, over all documents, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graph.model import Kind, MentionKey

if TYPE_CHECKING:
    from graph.doubts import Doubt


class Feature(NamedTuple):
    """What speaks for two mentions being one thing, or with a ``weight`` below 0 against it."""

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a mention belongs to an entity: a pointer, so that it can be taken back.

    ``other`` is the mention that it was joined to; None where that is not known.
    """

    mention: MentionKey
    reason: str
    confidence: float = 1.0
    other: MentionKey | None = None
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place, organization, event, group or work, over all documents.

    ``id`` is the local name of its IRI: ``person-heydar-aliyev``. ``alt_labels`` holds every
    other form found, sorted. ``mentions`` is sorted. ``identifiers`` holds IRIs of lexicons.
    ``merges`` gives a reason for each mention but the first. ``is_named`` is false where all
    mentions describe and none names.
    """

    id: str
    kind: Kind
    label: str
    alt_labels: tuple[str, ...] = ()
    mentions: tuple[MentionKey, ...] = ()
    identifiers: tuple[str, ...] = ()
    event_type: str = ""
    merges: tuple[Merge, ...] = ()
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which mentions are one entity, over all documents; entities are sorted by id.

    ``doubts`` are the pairs that a person should look at. ``replaced`` gives the id that an entity
    had in an earlier build and the one that stands for it now, ``derived`` the id of an entity
    that was split off and the one that it was part of. ``idle`` lists the decisions that name
    nothing in these texts, as sentences.
    """

    entities: tuple[Entity, ...]
    doubts: tuple[Doubt, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    derived: tuple[tuple[str, str], ...] = ()
    idle: tuple[str, ...] = ()

    def by_mention(self) -> dict[MentionKey, Entity]:
        """Each mention's entity; a mention that names nothing known is absent."""
        return {key: entity for entity in self.entities for key in entity.mentions}
