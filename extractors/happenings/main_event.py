"""The event that a text is about."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.reading import Reading
from extractors.words.events.triggers import load_type_sets
from graph.identity.event_words import telling_words
from graph.model import Form, Kind, Mention

_IN_TITLE = 2


def main_event(reading: Reading) -> Mention | None:
    """The event with possible victims that the text tells of most; None where none stands out.

    Events are taken together by the place, or by the name, that tells them apart. Those of one
    must be two at least, and twice as many as those of any other; one that the title names counts
    two more. The mention given is a name where there is one.
    """
    groups = _groups(reading)
    weights = {which: len(events) + _bonus(reading, which) for which, events in groups.items()}
    ranked = sorted(groups, key=lambda which: (-weights[which], which))
    second = weights[ranked[1]] if len(ranked) > 1 else 1
    if not ranked or weights[ranked[0]] < 2 * second:
        return None
    return min(groups[ranked[0]], key=_order)


def _groups(reading: Reading) -> Mapping[str, list[Mention]]:
    types = load_type_sets()
    places = {m.label.casefold() for m in reading.mentions if m.kind is Kind.PLACE}
    groups: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.kind is not Kind.EVENT or mention.event_type not in types.may_be_deadly:
            continue
        which = " ".join(telling_words(mention, {}))
        if which and (mention.form is Form.NAME or which in places):
            groups.setdefault(which, []).append(mention)
    return groups


def _bonus(reading: Reading, which: str) -> int:
    title = reading.document.title
    return _IN_TITLE if title is not None and which in title.value.casefold() else 0


def _order(event: Mention) -> tuple[bool, bool, int]:
    """Names first, then events whose nature it is to have victims, then the first."""
    deadly = event.event_type in load_type_sets().deadly
    return (event.form is not Form.NAME, not deadly, event.start)
