"""Events of one document that later sentences take up again: "the massacre", "nine were killed"."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from extractors.happenings.bounds import is_long_ago
from extractors.happenings.main_event import main_event
from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax, voice
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_triggers, load_type_sets
from extractors.words.function_words import load_function_words
from graph.model import Form, Kind, Link, Mention

if TYPE_CHECKING:
    from extractors.happenings.facts import Facts
    from extractors.happenings.happenings import Happenings

_DECAY = 0.02
_RECENT = 30
_NEAR = 6
_NEXT = 2
_CLOSE = 3
_UNHARMING = frozenset({"Conflict", "Protest"})
_ONCE = frozenset({"Killing", "Death"})


def find_event_links(reading: Reading, happenings: Happenings) -> Iterator[Link]:
    """All links between events of different sentences, each to a mention before it.

    The happenings are asked as they are when a link is due, so that each link counts for the next.
    """
    yield from _shortened(reading)
    recent: deque[Mention] = deque(maxlen=_RECENT)
    named: dict[str, Mention] = {}
    main = main_event(reading)
    for mention in reading.mentions:
        if mention.kind is not Kind.EVENT:
            continue
        if mention.form is not Form.NAME:
            links = list(_taken_up(reading, mention, recent, named, happenings))
            yield from links or _of_harm(reading, mention, recent, main, happenings)
        else:
            named[mention.event_type] = mention
        recent.append(mention)


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


def _taken_up(
    reading: Reading,
    mention: Mention,
    recent: deque[Mention],
    named: dict[str, Mention],
    happenings: Happenings,
) -> Iterator[Link]:
    """The link from an unnamed event to the one before that it tells of again, if there is one."""
    explained = _explained(reading, mention)
    if explained is not None:
        reason = f"“{mention.label} of {explained.label}” names the event itself"
        yield Link(mention.key, explained.key, reason, 0.9)
        return
    if _takes_up(reading, mention):
        found = _antecedent(reading, mention, recent, named, happenings)
        # "adopted reforms after the crisis": what follows the crisis is not the crisis
        above = {*reading.head_of(mention).ancestors}
        if found is not None and reading.head_of(found) not in above:
            apart = mention.passage - found.passage
            reason = f"“the {mention.label}” takes up “{found.label}”, told of before it"
            yield Link(mention.key, found.key, reason, max(0.5, round(0.8 - _DECAY * apart, 2)))
            return
    found = _with_same_facts(reading, mention, recent, happenings)
    if found is not None:
        reason = f"“{mention.label}” and “{found.label}” are of one kind and share what is told"
        yield Link(mention.key, found.key, reason, 0.65)
        return


def _of_harm(
    reading: Reading,
    mention: Mention,
    recent: deque[Mention],
    main: Mention | None,
    happenings: Happenings,
) -> Iterator[Link]:
    """The link from a harm told of alone to what did it; ``main`` is what the text is about."""
    cause = _cause(reading, mention, recent, main, happenings)
    if cause is not None:
        reason = f"“{mention.label}” tells what came of “{cause[0].label}”, {cause[1]}"
        yield Link(mention.key, cause[0].key, reason, cause[2])


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

    "Thursday's blast" is as definite as "the blast". "The occupation of the north" tells which one
    is meant by itself, and takes up none.
    """
    head = reading.head_of(mention)
    narrowing = load_argument_words().narrowing
    if any(preposition in narrowing for preposition, _ in syntax.prepositional(head)):
        return False
    definite = functions.is_definite(head) or _is_of_a_day(reading, mention)
    return definite and not functions.is_plural_noun(head)


def _is_of_a_day(reading: Reading, mention: Mention) -> bool:
    days = reading.times_in(reading.passages[mention.passage])
    owners = syntax.possessors(reading.head_of(mention))
    return any(day.start <= owner.idx < day.end for owner in owners for day in days)


def _antecedent(
    reading: Reading,
    mention: Mention,
    recent: deque[Mention],
    named: dict[str, Mention],
    happenings: Happenings,
) -> Mention | None:
    """The event that "the attack" means: the last called so, else the only one near that fits."""
    near = [m for m in recent if m.passage >= mention.passage - _NEAR]
    same = [m for m in near if m.head == mention.head]
    if same and not _points(reading, mention):
        return same[-1]
    called = [m for m in named.values() if m.head == mention.head]
    if called:
        return max(called, key=lambda m: m.start)
    fitting = [m for m in near if load_triggers().may_refer(mention.head, m.event_type)]
    close = [m for m in fitting if m.passage >= mention.passage - _NEXT]
    if close:
        last = [m for m in close if m.passage == close[-1].passage]
        return last[0] if len({happenings.of(m.key) for m in last}) == 1 else None
    names = [m for m in named.values() if load_triggers().may_refer(mention.head, m.event_type)]
    return max(names, key=lambda m: m.start, default=None)


def _points(reading: Reading, mention: Mention) -> bool:
    """Whether "this" or "that" points to what was told of last."""
    pointing = load_function_words().demonstrative
    return any(child.lower_ in pointing for child in reading.head_of(mention).lefts)


def _with_same_facts(
    reading: Reading, mention: Mention, recent: deque[Mention], happenings: Happenings
) -> Mention | None:
    """An event of the same kind with the same victim, or the same place and day."""
    own, head = happenings.facts(mention.key), reading.head_of(mention)
    happening = happenings.of(mention.key)
    for other in reversed(recent):
        types = {mention.event_type, other.event_type}
        called = mention.head == other.head
        fits = len(types) == 1 or called or types <= _ONCE
        if not fits or happenings.of(other.key) == happening:
            continue
        facts = happenings.facts(other.key)
        suffered = own.patients & facts.patients
        if types <= _ONCE and suffered:
            return other
        if _is_done_again(mention, other, own.agents & facts.agents):
            return other
        if len(types) > 1:
            continue
        placed, dated = bool(own.places & facts.places), bool(own.days and facts.days)
        # "a blast in Doba" may be another blast in Doba
        meant = functions.is_definite(head) and not functions.is_plural_noun(head)
        alike = suffered or (placed and meant) or _same_day(own, facts)
        if (placed and dated) or (called and alike):
            return other
    return None


def _is_done_again(mention: Mention, other: Mention, agents: AbstractSet[str]) -> bool:
    """Whether close by the same people are told to do the same: "they fled … the flight"."""
    near = mention.passage - other.passage <= _CLOSE
    if not (agents and near and mention.head == other.head):
        return False
    return mention.event_type not in load_type_sets().shared | {"Declaration", "Publication"}


def _same_day(own: Facts, facts: Facts) -> bool:
    return any(begin == end for begin, end in {*own.days} & {*facts.days})


def _cause(
    reading: Reading,
    mention: Mention,
    recent: deque[Mention],
    main: Mention | None,
    happenings: Happenings,
) -> tuple[Mention, str, float] | None:
    """What did the harm of which the mention tells alone: "nine were killed".

    It is the only such event of its sentence, or of the one before, or what the text is about.
    A harm with a place, a day or a doer of its own is one by itself.
    """
    types = load_type_sets()
    if mention.event_type not in types.results or not _is_bare(reading, mention, happenings):
        return None
    if main is not None and not _may_share_victims(mention, main, happenings):
        main = None
    if mention.event_type not in types.harms:
        held = main is not None and "count" in happenings.facts(mention.key).said
        return (main, "of which the text tells most", 0.5) if main is not None and held else None
    here = reading.mentions_in(reading.passages[mention.passage])
    found = _only(reading, mention, here, happenings)
    if found is not None:
        return found, "in the same sentence", 0.65
    told = any(m.event_type in types.causes and m.key != mention.key for m in here)
    before = [m for m in recent if m.passage == mention.passage - 1 and not told]
    found = _only(reading, mention, before, happenings)
    if found is not None:
        return found, "in the sentence before", 0.6
    if main is not None and main.key != mention.key:
        return main, "of which the text tells most", 0.5
    alone = _only_so_far(mention, recent, happenings)
    return (alone, "the only one told of before", 0.45) if alone is not None else None


def _may_share_victims(mention: Mention, main: Mention, happenings: Happenings) -> bool:
    """Whether those harmed have no name, or one that the event far off has, too."""
    own = happenings.facts(mention.key).victims
    return not own or bool(own & happenings.facts(main.key).victims)


def _only_so_far(
    mention: Mention, recent: deque[Mention], happenings: Happenings
) -> Mention | None:
    """The only disaster or deed before the mention of which a place or a day is told."""
    types = load_type_sets()
    doing = types.short - types.suffered
    fitting = [m for m in recent if m.event_type in doing and m.key != mention.key]
    fitting = [m for m in fitting if _may_share_victims(mention, m, happenings)]
    groups = {happenings.of(m.key): m for m in reversed(fitting)}
    facts = [happenings.facts(key) for key in groups]
    placed = len(facts) == 1 and bool(facts[0].places or facts[0].days)
    return next(iter(groups.values())) if placed else None


def _is_bare(reading: Reading, mention: Mention, happenings: Happenings) -> bool:
    """Whether nothing but the harmed and their number is told of the happening."""
    facts = happenings.facts(mention.key)
    if facts.places or facts.days or "agent" in facts.said:
        return False
    head = reading.head_of(mention)
    if not clauses.is_verb(head):
        return "count" in facts.said
    doers = [] if mention.event_type in load_type_sets().suffered else voice.doers(head)
    return all(token.pos_ == "PRON" for token in doers)


def _only(
    reading: Reading, mention: Mention, near: list[Mention], happenings: Happenings
) -> Mention | None:
    """The only other event among these that may have done the harm."""
    own = happenings.of(mention.key)
    fitting = [m for m in near if _may_harm(m) and happenings.of(m.key) != own]
    fitting = [m for m in fitting if not is_long_ago(reading, mention, m)]
    groups = {happenings.of(m.key) for m in fitting}
    return fitting[0] if len(groups) == 1 else None


def _may_harm(event: Mention) -> bool:
    types = load_type_sets()
    if event.form is Form.NAME:
        return event.event_type in types.may_be_deadly and event.event_type not in _UNHARMING
    return event.event_type in types.short
