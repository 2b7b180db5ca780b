"""From groups of mentions to entities: their kind, their label and their name in IRIs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TypeVar

from graph.iris import slug
from graph.lasting import Lasting, Register, give_ids
from graph.model import Form, Kind, Mention, MentionKey
from graph.resolved import Entity, Merge

_LONGEST_ABBREVIATION = 6

T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Told:
    """What people decided of groups, by mention: names and kinds that win over the texts."""

    names: Mapping[MentionKey, str] = field(default_factory=dict)
    kinds: Mapping[MentionKey, Kind] = field(default_factory=dict)

    def name(self, group: Iterable[Mention]) -> str:
        """The name that was decided; of several, the first in the order of the mentions."""
        return next((self.names[m.key] for m in group if m.key in self.names), "")

    def kind(self, group: Iterable[Mention]) -> Kind | None:
        """The kind that was decided; None where none was."""
        return next((self.kinds[m.key] for m in group if m.key in self.kinds), None)


@dataclass(frozen=True, slots=True)
class _Named:
    mentions: list[Mention]
    merges: list[Merge]
    kind: Kind
    label: str
    names: tuple[str, ...]


def make_entities(
    groups: Iterable[tuple[list[Mention], list[Merge]]],
    former: Register,
    decisions: frozenset[str] = frozenset(),
    *,
    told: Told | None = None,
    years: Mapping[MentionKey, int] | None = None,
    mentions: Iterable[Mention] | None = None,
) -> tuple[tuple[Entity, ...], Lasting]:
    """One entity for each group, sorted by id, and what became of the ids of earlier builds.

    A name that people decided is the label; the id is made of what the texts say all the same.
    ``years`` tell events of one name apart; ``mentions`` are those of all documents, where some
    are in no group.
    """
    told = told or Told()
    named = [_named(members, merges, told, years or {}) for members, merges in groups]
    members, names = [one.mentions for one in named], [one.names for one in named]
    lasting = give_ids(members, names, former, decisions, mentions=mentions)
    entities = (
        _entity(one, name, told.name(one.mentions))
        for one, name in zip(named, lasting.ids, strict=True)
    )
    return tuple(sorted(entities, key=lambda entity: entity.id)), lasting


def _named(
    mentions: list[Mention], merges: list[Merge], told: Told, years: Mapping[MentionKey, int]
) -> _Named:
    kind = told.kind(mentions) or _most(mention.kind for mention in mentions)
    label = _label(mentions, kind)
    scope = {m.document for m in mentions if m.is_local} if not _is_named(mentions) else set()
    name = "-".join([kind.lower(), *sorted(scope), slug(label)])
    counted = Counter(years[m.key] for m in mentions if m.key in years)
    year = min(counted, key=lambda one: (-counted[one], one), default=None)
    names = (name, f"{name}-{year}") if year is not None and kind is Kind.EVENT else (name,)
    return _Named(mentions, merges, kind, label, names)


def _entity(item: _Named, name: str, decided: str) -> Entity:
    forms = {m.label for m in item.mentions if _is_form(m)}
    types = [m.event_type for m in item.mentions if m.event_type and m.form is Form.NAME]
    types = types or [m.event_type for m in item.mentions if m.event_type]
    label = decided or item.label
    return Entity(
        id=name,
        kind=item.kind,
        label=label,
        alt_labels=tuple(sorted((forms | ({item.label} if decided else set())) - {label})),
        mentions=tuple(mention.key for mention in item.mentions),
        identifiers=tuple(sorted({m.identifier for m in item.mentions if m.identifier})),
        event_type=_event_type(types) if item.kind is Kind.EVENT else "",
        merges=tuple(item.merges),
        is_named=_is_named(item.mentions),
    )


def _is_form(mention: Mention) -> bool:
    """Whether the label is one by which the entity may be known in other texts, too."""
    return mention.form is Form.NAME or not (mention.kind is Kind.EVENT or mention.is_local)


def _is_named(mentions: list[Mention]) -> bool:
    return any(mention.form is Form.NAME for mention in mentions)


def _event_type(types: list[str]) -> str:
    telling = [name for name in types if name != "Occurrence"]
    return _most(telling) if telling else "Occurrence"


def _label(mentions: list[Mention], kind: Kind) -> str:
    """The form found most often; first names before initials, small letters before capitals."""
    labels = [mention.label for mention in _telling(mentions, kind)]
    counted = Counter(labels)
    folded = Counter(label.casefold() for label in labels)
    return min(
        counted,
        key=lambda text: (
            _is_short(text),
            kind is Kind.PERSON and _has_initials(text),
            -folded[text.casefold()],
            text.isupper(),
            -counted[text],
            text,
        ),
    )


def _telling(mentions: list[Mention], kind: Kind) -> list[Mention]:
    """The mentions that may give the label: names, where there are any.

    Of what is only described, the first description. Full names of people and organizations come
    before parts of them; for events, what judges nothing comes before all, then what is more than
    a bare noun.
    """
    names = [m for m in mentions if m.form is Form.NAME and m.kind is kind] or mentions
    if all(m.is_local for m in names):
        return [next((m for m in names if m.form is Form.NOMINAL), names[0])]
    if kind in {Kind.PERSON, Kind.ORGANIZATION}:
        longest = max(len(m.label.split()) for m in names)
        return [m for m in names if len(m.label.split()) >= min(longest, 2)]
    if kind is Kind.EVENT:
        names = [m for m in names if not _is_bare(m)] or names
        return [m for m in names if m.head not in _judging()] or names
    return names


def _is_bare(event: Mention) -> bool:
    """Whether the label is the single word of the text, to which nothing has been added."""
    return " " not in event.text and event.label.casefold() == event.text.casefold()


@cache
def _judging() -> frozenset[str]:
    lines = files("graph").joinpath("judging.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _has_initials(label: str) -> bool:
    return any(len(word.strip(".")) == 1 for word in label.split())


def _is_short(label: str) -> bool:
    """Whether the label is an abbreviation, which comes after all that is written out."""
    return label.isupper() and " " not in label and len(label) <= _LONGEST_ABBREVIATION


def _most(values: Iterable[T]) -> T:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value))
