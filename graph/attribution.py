"""Who says a statement: a quoted speaker, else the document's author or publisher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.iris import slug
from graph.model import Document, Findings, Kind, Mention, MentionKey, Statement
from graph.resolved import Entity, Resolution

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAN_WRITE = frozenset({Kind.PERSON, Kind.ORGANIZATION})


@dataclass(frozen=True, slots=True, order=True)
class Agent:
    """Someone to whom a statement is attributed.

    ``id`` is the local name of the IRI. ``entity`` tells an entity of the graph from someone who
    is known by name only.
    """

    id: str
    label: str
    entity: bool = False


class Attribution:
    """Finds who says what, over all documents."""

    def __init__(self, findings: Sequence[Findings], resolution: Resolution) -> None:
        self._entities = resolution.by_mention()
        self._mentions = {m.key: m for found in findings for m in found.mentions}
        self._by_name = _full_names(resolution.entities)

    def authors(self, document: Document) -> tuple[Agent, ...]:
        """List the authors that the document names; empty where it names none."""
        return tuple(dict.fromkeys(self._named(author.value) for author in document.authors))

    def publisher(self, document: Document) -> Agent | None:
        """Give the publisher that the document names; None where it names none."""
        return self._named(document.publisher.value) if document.publisher else None

    def named(self, document: Document) -> tuple[Agent, ...]:
        """List the authors and the publisher that the document names."""
        publisher = self.publisher(document)
        return (*self.authors(document), *((publisher,) if publisher else ()))

    def speakers(self, statement: Statement, document: Document) -> tuple[Agent, ...]:
        """Tell who says the statement; never empty, so that no statement stands for itself."""
        quoted = statement.evidence.speaker
        if quoted is not None and self._is_known(quoted):
            return (self._quoted(quoted),)
        authors = self.authors(document)
        publisher = self.publisher(document)
        return authors or ((publisher,) if publisher else (_unnamed_author(document),))

    def reporters(self, statement: Statement) -> tuple[Agent, ...]:
        """List those who pass on what the speaker says, the nearest to him first."""
        known = (key for key in statement.qualifiers.reported_by if self._is_known(key))
        speakers = statement.evidence.speaker
        found = dict.fromkeys(self._quoted(key) for key in known)
        own = self._quoted(speakers) if speakers and self._is_known(speakers) else None
        return tuple(agent for agent in found if agent != own)

    def _is_known(self, key: MentionKey) -> bool:
        return key in self._entities or key in self._mentions

    def _quoted(self, key: MentionKey) -> Agent:
        entity = self._entities.get(key)
        if entity is not None:
            return _as_agent(entity)
        # "officials" of two documents need not be the same people
        mention = self._mentions[key]
        return Agent(f"agent-{key.document}-{slug(_label(mention))}", _label(mention))

    def _named(self, name: str) -> Agent:
        matches = self._by_name.get(slug(name), ())
        if len(matches) == 1:
            return _as_agent(matches[0])
        return Agent(f"agent-{slug(name)}", " ".join(name.split()))


def _full_names(entities: Sequence[Entity]) -> dict[str, tuple[Entity, ...]]:
    """List the people and organizations that bear a name, by its slug.

    A single word counts only where the entity is called by it first: an author "Clark" is not
    every Clark.
    """
    found: dict[str, tuple[Entity, ...]] = {}
    for entity in entities:
        if entity.kind in _CAN_WRITE:
            full = {slug(label) for label in entity.alt_labels if len(label.split()) > 1}
            for name in full | {slug(entity.label)}:
                found[name] = (*found.get(name, ()), entity)
    return found


def _as_agent(entity: Entity) -> Agent:
    return Agent(entity.id, entity.label, entity=True)


def _label(mention: Mention) -> str:
    return mention.label or mention.text


def _unnamed_author(document: Document) -> Agent:
    return Agent(f"agent-author-of-{document.id}", f"author of {title_of(document)}")


def title_of(document: Document) -> str:
    """Give the document's title, or its id where none is known."""
    return document.title.value if document.title and document.title.value else document.id
