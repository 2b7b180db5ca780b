"""Mentions of one document that mean the same event although they are written differently."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from extractors.events.events import is_noun
from extractors.reading import Reading
from extractors.tree import syntax
from extractors.words.triggers import load_triggers
from graph.model import Form, Kind, Link, Mention, MentionKey

_DECAY = 0.02
_NARROWING = frozenset({"of", "in", "at", "against", "by", "on"})


def find_event_links(reading: Reading, anchored: frozenset[MentionKey]) -> list[Link]:
    """All links between events; ``anchored`` are event nouns with a place or people of their own.

    A mention has at most one link, to a mention before it.
    """
    first: dict[MentionKey, Link] = {}
    for link in chain(_shortened(reading), _event_nouns(reading, anchored)):
        first.setdefault(link.mention, link)
    return list(first.values())


def _shortened(reading: Reading) -> Iterator[Link]:
    """“Great Strike” beside “Great Strike of Norland”: the name of one event, once with more."""
    named = [m for m in reading.mentions if m.kind is Kind.EVENT and m.form is Form.NAME]
    longer: dict[str, Mention] = {}
    for mention in named:
        parts = mention.label.casefold().split(" of ")
        for count in range(1, len(parts)):
            longer.setdefault(" of ".join(parts[:count]), mention)
    for mention in named:
        found = longer.get(mention.label.casefold())
        if found is not None and " " in mention.label:
            reason = f"“{mention.label}” is short for {found.label} in the same document"
            yield Link(mention.key, found.key, reason, 0.8)


def _event_nouns(reading: Reading, anchored: frozenset[MentionKey]) -> Iterator[Link]:
    """“The massacre”, “this tragedy”: the nearest event before that can be called so."""
    before: dict[str, Mention] = {}  # the last event of each type
    for mention in reading.mentions:
        if mention.kind is not Kind.EVENT:
            continue
        if mention.form is Form.NAME or mention.key in anchored:
            before[mention.event_type] = mention
            continue
        named = _explained(reading, mention)
        if named is not None:
            reason = f"“{mention.label} of {named.label}” names the event itself"
            yield Link(mention.key, named.key, reason, 0.9)
        elif is_noun(mention) and _takes_up(reading, mention):
            found = _antecedent(mention, before)
            if found is not None:
                apart = mention.passage - found.passage
                reason = f"“the {mention.label}” takes up {found.label}, named before it"
                yield Link(mention.key, found.key, reason, max(0.5, round(0.8 - _DECAY * apart, 2)))


def _explained(reading: Reading, mention: Mention) -> Mention | None:
    """The event that a vague noun only leads on to: "the event of the Aberfan disaster"."""
    if mention.event_type != "Occurrence":
        return None
    for preposition, noun in syntax.prepositional(reading.head_of(mention)):
        found = reading.headed_by(noun)
        if preposition == "of" and found and found.kind is Kind.EVENT and found.form is Form.NAME:
            return found
    return None


def _takes_up(reading: Reading, mention: Mention) -> bool:
    """Whether the noun is definite and singular, so that it means an event told of already.

    "The occupation of the north" tells which one is meant by itself, and takes up none.
    """
    head = reading.head_of(mention)
    if any(preposition in _NARROWING for preposition, _ in syntax.prepositional(head)):
        return False
    return syntax.is_definite(head) and head.tag_ not in {"NNS", "NNPS"}


def _antecedent(mention: Mention, before: dict[str, Mention]) -> Mention | None:
    triggers = load_triggers()
    fitting = (m for kind, m in before.items() if triggers.may_refer(mention.head, kind))
    return max(fitting, key=lambda mention: mention.start, default=None)
