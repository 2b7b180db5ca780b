"""Mentions of one document that mean the same thing although they are written differently."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from extractors import syntax
from extractors.abbreviations import abbreviates
from extractors.events import is_noun
from extractors.nominals import anchor_of, load_nominal_classes
from extractors.reading import Reading
from extractors.triggers import load_triggers
from extractors.words import load_name_words
from graph.model import Form, Kind, Link, Mention, MentionKey

_DECAY = 0.02
_NESTED = 5
_NARROWING = frozenset({"of", "in", "at", "against", "by", "on"})


def find_links(reading: Reading, anchored: frozenset[MentionKey]) -> list[Link]:
    """All links of the document; ``anchored`` are event nouns with a place or people of their own.

    A mention has at most one link, to a mention before it, except that an abbreviation may
    stand before the name that it stands for.
    """
    found = [
        *_surnames(reading),
        *_abbreviations(reading),
        *_short_names(reading),
        *_nominals(reading),
        *_shortened(reading),
        *_event_nouns(reading, anchored),
    ]
    first: dict[MentionKey, Link] = {}
    for link in found:
        first.setdefault(link.mention, link)
    return sorted(first.values(), key=lambda link: link.mention)


def _surnames(reading: Reading) -> Iterator[Link]:
    """“Aliyev” after “Heydar Aliyev”; of several people of that name, the one named last."""
    people = [m for m in reading.mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
    named: dict[str, list[Mention]] = defaultdict(list)
    for person in people:
        if " " in person.label:
            named[person.label.split()[-1]].append(person)
    alone = {name for name, full in named.items() if len({p.label.casefold() for p in full}) == 1}
    for mention in people:
        full = named.get(mention.label, [])
        if full:
            chosen = full[max(bisect_left(full, mention.start, key=_start) - 1, 0)]
            reason = f"“{mention.label}” is the last name of {chosen.label} in the same document"
            yield Link(mention.key, chosen.key, reason, 0.9 if mention.label in alone else 0.55)


def _start(mention: Mention) -> int:
    return mention.start


def _abbreviations(reading: Reading) -> Iterator[Link]:
    """The abbreviation in brackets after a name, and its other places through the same label."""
    named = [m for m in reading.mentions if m.form is Form.NAME]
    for index, short in enumerate(named):
        before = named[max(0, index - _NESTED) : index]
        explained = [name for name in before if _explains(reading, name, short)]
        if explained:
            name = min(explained, key=lambda name: name.end - name.start)
            reason = f"“{short.label}” is explained as {name.label} in the same document"
            yield Link(short.key, name.key, reason, 0.95)


def _explains(reading: Reading, name: Mention, short: Mention) -> bool:
    between = reading.document.text[name.end : short.start].strip()
    return between == "(" and short.kind is name.kind and abbreviates(short.text, name.text)


def _short_names(reading: Reading) -> Iterator[Link]:
    """“The Institute” after “Lori Institute of History”: the last longer name with that word."""
    longer: dict[str, Mention] = {}
    for mention in reading.mentions:
        if mention.kind is not Kind.ORGANIZATION or mention.form is not Form.NAME:
            continue
        if " " in mention.label:
            longer.update((word, mention) for word in mention.label.split())
        elif mention.label in load_name_words().heads and mention.label in longer:
            found = longer[mention.label]
            reason = f"“the {mention.label}” takes up {found.label}, named before it"
            yield Link(mention.key, found.key, reason, 0.75)


def _nominals(reading: Reading) -> Iterator[Link]:
    """“Armenian troops” and “Armenian armed forces”: one class of people, one people or place."""
    seen: dict[tuple[str, str], Mention] = {}
    for mention in reading.mentions:
        told = _class_and_people(reading, mention)
        if told is None:
            continue
        first = seen.setdefault((told[0], told[1].casefold()), mention)
        if first is not mention:
            reason = f"“{mention.label}” and “{first.label}” name the {told[0]} of {told[1]}"
            yield Link(mention.key, first.key, reason, 0.8)


def _class_and_people(reading: Reading, mention: Mention) -> tuple[str, str] | None:
    """What tells such a group from another; None for mentions that are no such group."""
    classes = load_nominal_classes()
    if mention.kind is Kind.EVENT or mention.head not in classes:
        return None
    words = reading.span_of(mention.start, mention.end)
    head = next((token for token in words if token.lemma_.lower() == mention.head), None)
    if mention.form is Form.NAME and head is not None and head.i > words.start:
        return classes[mention.head][0], words[0].text
    anchor = anchor_of(reading, head) if head is not None else None
    return (classes[mention.head][0], anchor.label) if anchor is not None else None


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
    return max(fitting, key=_start, default=None)
