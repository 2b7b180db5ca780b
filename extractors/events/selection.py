"""Which of the events that have no name are told of well enough to stand in the graph.

An event noun or verb alone ("the attack", "they met") names no event. It is kept where the text
takes it up from an event named before, or says at least two things of it: where, when, who.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.events.events import is_by_reader, is_noun
from extractors.reading import Reading
from extractors.tree import syntax
from extractors.words.general import load_grammar_words
from extractors.words.triggers import load_triggers, load_type_sets
from graph.dates import PartialDate
from graph.model import Form, Kind, Link, Mention, MentionKey, Object, Statement, Value

_ENOUGH = 2
_SURE = 0.6
_LABELLING = ("place", "patient", "participant", "agent")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the statements say of one event: targets by predicate, in the order of the text."""

    targets: dict[str, list[Mention]]
    when: str = ""
    work: Mention | None = None
    counted: bool = False

    @property
    def weight(self) -> int:
        told = sum(bool(self.targets.get(name)) for name in _LABELLING)
        return told + bool(self.when) + (self.work is not None) + self.counted


def anchored_events(reading: Reading, statements: Iterable[Statement]) -> frozenset[MentionKey]:
    """The unnamed events with a place, a patient or an event recalled of their own."""
    telling = {"place", "patient", "commemorates"}
    own = {s.subject for s in statements if s.predicate in telling}
    unnamed = (m for m in reading.mentions if m.kind is Kind.EVENT and m.form is not Form.NAME)
    return frozenset(mention.key for mention in unnamed if mention.key in own)


def select_events(
    reading: Reading, statements: list[Statement], links: list[Link]
) -> tuple[list[Mention], list[Statement], list[Link]]:
    """Drop the unnamed events of which too little is said, with their statements and links.

    Those that stay get a label from what is said of them: "siege of Leningrad".
    """
    said = _by_event(reading, statements)
    labels = {m.key: label for m in reading.mentions if (label := _label(reading, m, said))}
    kept = _kept(reading, said, labels, links)
    mentions = [
        replace(m, label=labels.get(m.key, m.label)) for m in reading.mentions if m.key in kept
    ]
    return (
        mentions,
        [s for s in statements if s.subject in kept and _is_kept(s.object, kept)],
        [link for link in links if link.mention in kept and link.antecedent in kept],
    )


def _is_kept(target: Object, kept: set[MentionKey]) -> bool:
    return not isinstance(target, MentionKey) or target in kept


def _by_event(reading: Reading, statements: list[Statement]) -> dict[MentionKey, _Said]:
    by_key = {mention.key: mention for mention in reading.mentions}
    targets: dict[MentionKey, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    dated: dict[MentionKey, str] = {}
    counted = {s.subject for s in statements if s.qualifiers.bound is not None}
    for statement in statements:
        if isinstance(statement.object, MentionKey):
            targets[statement.subject][statement.predicate].append(by_key[statement.object])
        elif isinstance(statement.object, Value) and _dates(statement):
            dated.setdefault(statement.subject, _spoken(statement.object.text))
    works = {m.key: work for m in reading.mentions if (work := _work_of(reading, m))}
    keys = {*targets, *dated, *works}
    return {
        key: _Said(targets.get(key, {}), dated.get(key, ""), works.get(key), key in counted)
        for key in sorted(keys)
    }


def _dates(statement: Statement) -> bool:
    return statement.predicate in {"begin", "end"} and statement.evidence.confidence >= _SURE


def _spoken(iso: str) -> str:
    """“26 February 1992”, “February 1992” or “1992”."""
    date = PartialDate.parse(iso)
    month = calendar.month_name[date.month] if date.month else ""
    return " ".join(filter(None, (str(date.day or ""), month, str(date.year))))


def _work_of(reading: Reading, event: Mention) -> Mention | None:
    """The treaty or law that a verb of signing or adopting is about."""
    head = reading.head_of(event)
    if event.kind is not Kind.EVENT or head.pos_ != "VERB":
        return None
    about = [*syntax.objects(head), *syntax.passive_subjects(head)]
    found = (reading.headed_by(token) for token in about)
    return next((m for m in found if m is not None and m.kind is Kind.WORK), None)


def _kept(
    reading: Reading,
    said: dict[MentionKey, _Said],
    labels: dict[MentionKey, str],
    links: list[Link],
) -> set[MentionKey]:
    unnamed = {m.key for m in reading.mentions if m.kind is Kind.EVENT and m.form is not Form.NAME}
    kept = {mention.key for mention in reading.mentions} - unnamed
    by_key = {mention.key: mention for mention in reading.mentions}
    told = (key for key in unnamed if key in labels)
    kept |= {key for key in told if _is_told(by_key[key], said[key])}
    linked = sorted(links, key=lambda link: link.mention)
    kept |= {link.mention for link in linked if link.antecedent in kept and link.mention in unnamed}
    return kept


def _is_told(event: Mention, said: _Said) -> bool:
    """Whether enough is said; a place is enough for a noun that makes a name with it.

    Of an event that only the reader found, two things must be said in any case.
    """
    if is_by_reader(event):
        return said.weight >= _ENOUGH
    placed = bool(said.targets.get("place")) and is_noun(event)
    if placed and event.head in load_triggers().with_place and event.event_type != "Occurrence":
        return True
    lone = is_noun(event) or event.event_type == "Disaster"
    if said.when and lone and not said.targets:
        return True
    if said.targets.get("place") and event.event_type in load_type_sets().at_a_place:
        return True
    return said.weight >= _ENOUGH or bool(said.targets.get("commemorates"))


def _label(reading: Reading, event: Mention, said: dict[MentionKey, _Said]) -> str:
    """A label for an unnamed event; empty where nothing is said by which to name it."""
    if event.kind is not Kind.EVENT or event.form is Form.NAME or event.key not in said:
        return ""
    targets = said[event.key].targets
    recalled = targets.get("commemorates", ())
    if recalled:
        ordinal = _ordinal(reading.head_of(event))
        return " ".join(filter(None, (ordinal, event.head, "of", _cased(reading, recalled[0]))))
    work = said[event.key].work
    if work is not None:
        return f"{event.head} of {work.label}"
    for predicate in _LABELLING:
        for target in targets.get(predicate, ()):
            preposition = _written(reading, event, target) or _preposition(
                event, predicate, placed=_is_around(reading, target)
            )
            return f"{event.head} {preposition} {target.label}"
    return _dated_label(reading, event, said[event.key])


def _dated_label(reading: Reading, event: Mention, said: _Said) -> str:
    """“Phosgene leak of January 1982”: the noun with what modifies it, and its time."""
    noun = is_noun(event) and event.event_type != "Occurrence"
    if not said.when or not (noun or event.event_type == "Disaster"):
        return ""
    kinds = [t.text for t in syntax.modifiers(reading.head_of(event)) if t.pos_ == "NOUN"]
    return " ".join([*kinds, event.head, "of", said.when])


def _cased(reading: Reading, event: Mention) -> str:
    """The event's label, in a spelling that is not all in capitals where the document has one."""
    if not event.label.isupper():
        return event.label
    folded = event.label.casefold()
    same = [m.label for m in reading.mentions if m.label.casefold() == folded]
    return next((label for label in same if not label.isupper()), event.label)


def _written(reading: Reading, event: Mention, target: Mention) -> str:
    """The preposition that stands between the noun and its target; empty where there is none."""
    head = reading.head_of(event)
    found = (p for p, noun in syntax.prepositional(head) if target.start <= noun.idx < target.end)
    return next(found, "") if is_noun(event) else ""


def _is_around(reading: Reading, place: Mention) -> bool:
    """Whether the event was in or near the place, and not done to it."""
    return syntax.preposition_of(reading.head_of(place)) in load_grammar_words().where


def _preposition(event: Mention, predicate: str, *, placed: bool) -> str:
    triggers = load_triggers()
    noun = triggers.nouns.get(event.head)
    verbs = (t for t in triggers.verbs.values() if t.noun == event.head)
    trigger = noun or next(verbs, None)
    of = trigger.preposition if trigger else triggers.prepositions.get(event.event_type, "of")
    if predicate == "place":
        done_to_it = event.event_type in load_type_sets().at_a_place and not placed
        return of if done_to_it else "in"
    return {"agent": "by", "participant": "of"}.get(predicate, of)


def _ordinal(noun: Token) -> str:
    words = (token.lower_ for token in noun.lefts)
    return next((word for word in words if _ORDINAL.fullmatch(word)), "")
