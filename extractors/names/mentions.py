"""From candidates to mentions: what stays inside what, and how a name reads."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.names.events.event_names import event_noun
from extractors.names.spans import Candidate, label_of
from extractors.reading import Reading
from graph.model import Form, Kind, Mention

_MAY_NEST = frozenset({Kind.PLACE, Kind.GROUP, Kind.PERSON, Kind.ORGANIZATION})


def make_mentions(
    reading: Reading, names: Iterable[Candidate], events: Iterable[Candidate]
) -> list[Mention]:
    """The mentions of all names; the name of a place may stand inside that of an event.

    A name that shares words with an event's name without standing inside it is dropped, and so
    is one that is longer than the event inside it and is no event itself.
    """
    named = list(events)
    taken = {index: event for event in named for index in range(event.start, event.end)}
    mentions = [_mention(reading, event) for event in named]
    for name in names:
        around = {taken.get(index) for index in range(name.start, name.end)}
        if name.kind is Kind.EVENT or not (around == {None} or _nests(name, around)):
            continue
        mentions.append(_mention(reading, name))
    return [mention for mention in mentions if mention.label]


def _nests(name: Candidate, around: set[Candidate | None]) -> bool:
    event = next(iter(around)) if len(around) == 1 else None
    if event is None or name.kind not in _MAY_NEST or not _is_inside(name, event):
        return False
    return name.kind is not Kind.ORGANIZATION or name.origin != "reader"


def _is_inside(name: Candidate, event: Candidate) -> bool:
    within = event.start <= name.start and name.end <= event.end
    return within and name.end - name.start < event.end - event.start


def _mention(reading: Reading, candidate: Candidate) -> Mention:
    span = candidate.span(reading.doc)
    return Mention(
        document=reading.document.id,
        start=span.start_char,
        end=span.end_char,
        passage=reading.passage_at(span.start_char).index,
        text=span.text,
        label=candidate.label or label_of(span.text),
        kind=candidate.kind,
        form=Form.NAME,
        head=_head(reading, candidate),
        event_type=candidate.event_type if candidate.kind is Kind.EVENT else "",
        identifier=candidate.identifier,
        confidence=candidate.confidence,
        origin=candidate.origin,
    )


def _head(reading: Reading, candidate: Candidate) -> str:
    """The head's lemma; of an event the noun that makes it one, for a name's parse may be wrong."""
    span = candidate.span(reading.doc)
    if candidate.kind is Kind.EVENT:
        nouns = [trigger.noun for token in span if (trigger := event_noun(token))]
        if nouns:
            return nouns[-1]
    return span.root.lemma_.lower()
