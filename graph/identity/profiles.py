"""What the texts say of people and places that tells namesakes apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.dates import PartialDate
from graph.identity.romanising import name_key
from graph.identity.seats import WRITTEN, seats
from graph.identity.sides import Sides
from graph.identity.tables import load_names
from graph.model import Findings, Form, Kind, Mention, MentionKey, Statement, Value

_SURE = 0.6
_LIFE = 100
# a seat that one person holds of one country, town or body
_SEATS = frozenset(
    {"president", "premier", "minister", "mayor", "governor", "king", "queen", "chancellor"}
)
_APART = (
    frozenset({"arms", "cloth", "healing", "play", "stage", "trade"}),
    frozenset({"rule", "trade", "play"}),
)
_BEFORE = re.compile(r"((?:[A-Z][\w.]*\s+){1,3})$")
_APPOSED = re.compile(r",\s+(?:an?|the)\s+((?:[a-z-]+\s?){1,3})")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is said of somebody or of some place.

    ``posts`` pairs a role with the country or body that it is of, ``seats`` a kind of division
    with the name of the one in which a place lies.
    """

    genders: frozenset[str] = frozenset()
    walks: frozenset[str] = frozenset()
    posts: frozenset[tuple[str, str]] = frozenset()
    seats: frozenset[tuple[str, str]] = frozenset()
    born: frozenset[int] = frozenset()
    died: frozenset[int] = frozenset()
    acted: frozenset[int] = frozenset()

    def __or__(self, other: Profile) -> Profile:
        return Profile(
            self.genders | other.genders,
            self.walks | other.walks,
            self.posts | other.posts,
            self.seats | other.seats,
            self.born | other.born,
            self.died | other.died,
            self.acted | other.acted,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self == Profile()

    def contradicts(self, other: Profile) -> str:
        """What makes two things of both, as words for people; empty where nothing does."""
        return (
            _genders(self, other)
            or _posts(self, other)
            or _seats(self, other)
            or _births(self, other)
            or _dates(self, other)
            or _dates(other, self)
        )

    def is_of_another_walk(self, other: Profile) -> bool:
        """Whether the posts of both are of walks of life that hardly anybody shares."""
        if not self.walks or not other.walks or self.walks & other.walks:
            return False
        pairs = ({a, b} for a in self.walks for b in other.walks)
        return any(pair <= walks for walks in _APART for pair in pairs)


def _genders(one: Profile, other: Profile) -> str:
    both = one.genders and other.genders and not one.genders & other.genders
    return "one is called a man and the other a woman" if both else ""


def _posts(one: Profile, other: Profile) -> str:
    for role in sorted({role for role, _ in one.posts} & {role for role, _ in other.posts}):
        left, right = _of(one.posts, role), _of(other.posts, role)
        if not left & right:
            return f"one is {role} of {_name(left)}, the other {role} of {_name(right)}"
    return ""


def _seats(one: Profile, other: Profile) -> str:
    for level in sorted({level for level, _ in one.seats} & {level for level, _ in other.seats}):
        left, right = _of(one.seats, level), _of(other.seats, level)
        if not any(_may_be_one(a, b) for a in left for b in right):
            return f"one lies in {_name(left)}, the other in {_name(right)}"
    return ""


def _may_be_one(one: str, other: str) -> bool:
    """Whether all words of one name are in the other: "Karabakh", "Nagorno-Karabakh"."""
    left, right = set(one.split()), set(other.split())
    return left <= right or right <= left


def _births(one: Profile, other: Profile) -> str:
    if one.born and other.born and not one.born & other.born:
        return f"one was born in {min(one.born)}, the other in {min(other.born)}"
    return ""


def _dates(dead: Profile, alive: Profile) -> str:
    if dead.born and alive.acted and min(alive.acted) < min(dead.born):
        return f"one was born in {min(dead.born)}, the other acted in {min(alive.acted)}"
    if dead.died and alive.acted and min(alive.acted) > max(dead.died) + 1:
        return f"one died in {max(dead.died)}, the other acted in {min(alive.acted)}"
    if dead.acted and alive.acted and max(alive.acted) - min(dead.acted) > _LIFE:
        return f"one acted in {min(dead.acted)}, the other in {max(alive.acted)}"
    return ""


def _of(pairs: frozenset[tuple[str, str]], wanted: str) -> frozenset[str]:
    return frozenset(name for key, name in pairs if key == wanted)


def _name(names: frozenset[str]) -> str:
    return min(names).rpartition("#")[2].replace("-", " ")


@dataclass
class _Draft:
    genders: set[str] = field(default_factory=set)
    walks: set[str] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)
    seats: set[tuple[str, str]] = field(default_factory=set)
    born: set[int] = field(default_factory=set)
    died: set[int] = field(default_factory=set)
    acted: set[int] = field(default_factory=set)

    def finished(self) -> Profile:
        return Profile(
            frozenset(self.genders),
            frozenset(self.walks),
            frozenset(self.posts),
            frozenset(self.seats),
            frozenset(self.born),
            frozenset(self.died),
            frozenset(self.acted),
        )


def read_profiles(
    findings: Sequence[Findings], mentions: Mapping[MentionKey, Mention], sides: Sides
) -> dict[MentionKey, Profile]:
    """What is said of each mention of a person or a place; silent ones are left out."""
    drafts: dict[MentionKey, _Draft] = defaultdict(_Draft)
    for found in findings:
        years = _years(found)
        for statement in found.statements:
            _take(statement, drafts, mentions, sides, years)
        for place, container, rule in seats(found):
            if container in mentions:
                drafts[place].seats.update(_seat(mentions[container], rule, sides))
        for mention in found.mentions:
            if mention.kind is Kind.PERSON:
                titles = _titles(found.document.text, mention)
                _entitle(drafts, mention, titles)
                _seat_in_name(drafts, mention, titles, sides)
                _employ(drafts[mention.key], _apposed(found.document.text, mention), None, sides)
    finished = ((key, draft.finished()) for key, draft in drafts.items())
    return {key: profile for key, profile in finished if not profile.is_empty}


def _years(found: Findings) -> dict[MentionKey, int]:
    years: dict[MentionKey, int] = {}
    for statement in found.statements:
        value = statement.object
        sure = statement.evidence.confidence >= _SURE
        if statement.predicate == "begin" and sure and isinstance(value, Value):
            years.setdefault(statement.subject, PartialDate.parse(value.text).year)
    return years


def _take(
    statement: Statement,
    drafts: dict[MentionKey, _Draft],
    mentions: Mapping[MentionKey, Mention],
    sides: Sides,
    years: Mapping[MentionKey, int],
) -> None:
    subject, target = mentions.get(statement.subject), _mention(statement.object, mentions)
    if subject is None:
        return
    if statement.predicate == "affiliation":
        _employ(drafts[subject.key], statement.qualifiers.role, target, sides)
    elif statement.predicate == "post" and isinstance(statement.object, Value):
        _employ(drafts[subject.key], statement.object.text, None, sides)
    elif target is not None and target.kind is Kind.PERSON and subject.key in years:
        _live(drafts[target.key], statement.predicate, subject.event_type, years[subject.key])


def _mention(value: object, mentions: Mapping[MentionKey, Mention]) -> Mention | None:
    return mentions.get(value) if isinstance(value, MentionKey) else None


def _employ(draft: _Draft, role: str, target: Mention | None, sides: Sides) -> None:
    words = [word.strip(".,") for word in role.casefold().replace("-", " ").split()]
    walks = load_names().walks
    draft.walks.update(walks[word] for word in words if word in walks)
    if target is not None and words and words[-1] in _SEATS:
        post = " ".join(word for word in words if word not in {"former", "ex", "the", "then"})
        if target.kind is Kind.ORGANIZATION:
            draft.posts.add((f"{post} of a body", target.identifier or name_key(target.label)))
        elif target.kind is Kind.GROUP:
            draft.posts.update((post, side) for side in sides.of(target))
        else:
            draft.posts.add((post, target.identifier or name_key(target.label)))


def _seat(place: Mention, rule: str, sides: Sides) -> Iterator[tuple[str, str]]:
    """The division in which a place lies, and what kind it is of: one place has one of a kind."""
    if place.identifier and (country := sides.country(place.identifier)):
        yield "country", country
        if country != place.identifier and rule == WRITTEN:
            yield rule, place.identifier
        return
    key = name_key(place.label)
    division = next((w for w in key.split() if w in load_names().divisions), "")
    if division and len(key.split()) > 1:
        yield division, key
    elif rule == WRITTEN and not place.identifier:
        yield f"{rule} unknown", key


def _live(draft: _Draft, predicate: str, event_type: str, year: int) -> None:
    if predicate == "patient" and event_type in {"Killing", "Death"}:
        draft.died.add(year)
    elif predicate == "patient" and event_type == "Birth":
        draft.born.add(year)
    elif predicate in {"agent", "participant"}:
        draft.acted.add(year)


def _titles(text: str, mention: Mention) -> list[str]:
    found = _BEFORE.search(text[max(0, mention.start - 60) : mention.start])
    before = found.group(1).split() if found else []
    words = [word.strip(".").casefold() for word in (*before, *mention.text.split()[:1])]
    return [word for word in words if word in load_names().titles]


def _apposed(text: str, mention: Mention) -> str:
    """The words of "Paul Weir, a goalkeeper, …" that tell what somebody is."""
    found = _APPOSED.match(text, mention.end, mention.end + 60)
    return found.group(1) if found else ""


def _seat_in_name(
    drafts: dict[MentionKey, _Draft], mention: Mention, titles: list[str], sides: Sides
) -> None:
    """The post of "President Anna Falk of Denmark"."""
    _, of, whose = mention.label.partition(" of ")
    seats_held = [title for title in titles if title in _SEATS]
    if of and seats_held and mention.form is Form.NAME:
        held = sides.of_words(whose)
        drafts[mention.key].posts.update((seats_held[-1], side) for side in held)


def _entitle(drafts: dict[MentionKey, _Draft], mention: Mention, titles: list[str]) -> None:
    if not titles:
        return
    table, draft = load_names(), drafts[mention.key]
    draft.walks.update(table.walks[title] for title in titles if title in table.walks)
    if any(title in table.men for title in titles):
        draft.genders.add("man")
    if any(title in table.women for title in titles):
        draft.genders.add("woman")
