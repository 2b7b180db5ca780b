"""Who holds which role where: "Serzh Doe, former President of Freedonia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.actors.peoples import country_of
from extractors.actors.sites import site_at
from extractors.names.lexicon.neighbours import POSSESSIVE, Neighbours
from extractors.reading import Reading
from extractors.roles.holders import Holder, holders_of
from extractors.roles.leaders import find_leaders
from extractors.roles.memberships import find_memberships
from extractors.roles.roles import find_roles
from extractors.roles.targets import Role
from extractors.roles.tenures import find_tenure
from extractors.words.roles import load_role_words
from graph.model import Evidence, Form, Kind, Mention, MentionKey, Statement, Value


def find_affiliations(reading: Reading) -> Iterator[Statement]:
    """Statements ``affiliation``: from a person to where they hold a role, or belong.

    The role is the qualifier; one statement for each role and each place that it is held at. A
    office of which the text does not say where it is held is a ``post``.
    """
    near = Neighbours.of(reading)
    found = chain(
        _by_roles(reading, near), find_memberships(reading, near), find_leaders(reading, near)
    )
    return iter(_best(found))


def _by_roles(reading: Reading, near: Neighbours) -> Iterator[Statement]:
    for roles in find_roles(near):
        for holder in holders_of(reading, near, roles):
            for role in roles:
                yield from _held(reading, near, holder, role)


def _held(reading: Reading, near: Neighbours, holder: Holder, role: Role) -> Iterator[Statement]:
    targets = list(_targets(reading, near, role)) or _named_behind(near, holder, role)
    targets = targets or _taken_up(reading, near, role)
    for target in targets:
        yield _statement(reading, near, holder, role, target.key)
    if role.within is not None:
        inner = replace(role, text=f"{role.text} {role.unit}")
        yield _statement(reading, near, holder, inner, role.within.key)
    if not targets and _is_office(near, role):
        yield _statement(reading, near, holder, role, Value(_post(near, role)))


def _is_office(near: Neighbours, role: Role) -> bool:
    """Whether the role is a post also where no body is named: "mayor", but no "historian"."""
    words, head = load_role_words(), near.doc[role.head]
    return not words.public.union(words.offices).isdisjoint({head.lemma_.lower(), head.lower_})


def _named_behind(near: Neighbours, holder: Holder, role: Role) -> list[Mention]:
    """The body after a name with a title: "Chairman John Doe of the Doe Committee".

    Of public roles also the place: "President John Doe of Freedonia".
    """
    stop = near.bounds[holder.person][1]
    if holder.rule != "title" or near.text(stop) not in load_role_words().after_name:
        return []
    body = near.starting(stop + 1 + (near.text(stop + 1) == "the"))
    if body is None:
        return []
    public = near.doc[role.head].lemma_.lower() in load_role_words().public
    ruled = body.kind is Kind.PLACE and public and near.text(stop) == "of"
    return [body] if ruled or body.kind is Kind.ORGANIZATION else []


def _taken_up(reading: Reading, near: Neighbours, role: Role) -> list[Mention]:
    """What a noun takes up: "the party's leader", "leader of the party", "the country's king"."""
    owner = near.token(role.start - 2) if near.text(role.start - 1) in POSSESSIVE else None
    last = near.token(role.stop - 1) if role.stop > role.head + 1 else None
    found = (reading.taken_up_by(token) for token in (owner, last) if token is not None)
    bodies = (m for m in found if m and m.kind is Kind.ORGANIZATION and m.form is Form.NAME)
    public = near.doc[role.head].lemma_.lower() in load_role_words().public
    site = site_at(reading, owner) if owner is not None and public else None
    return list(bodies)[:1] or ([site] if site is not None else [])


def _post(near: Neighbours, role: Role) -> str:
    """The role, with the people before it whose country the text does not name."""
    words = load_role_words()
    people = [t.text for t in role.targets if role.leading and t.kind is Kind.GROUP]
    if near.doc[role.head].lemma_.lower() not in words.public or not people:
        return role.text
    first, _, rest = role.text.partition(" ")
    former = first in words.before and bool(rest) and near.text(role.start) != first
    return " ".join([first, *people, rest] if former else [*people, role.text])


def _targets(reading: Reading, near: Neighbours, role: Role) -> Iterator[Mention]:
    """Where the role is held; a country before it gives public roles alone."""
    public = near.doc[role.head].lemma_.lower() in load_role_words().public
    for target in role.targets:
        if role.leading and target.kind is not Kind.ORGANIZATION and not public:
            continue
        found = country_of(reading, target) if target.kind is Kind.GROUP else target
        if found is not None:
            yield found


def _statement(
    reading: Reading, near: Neighbours, holder: Holder, role: Role, target: MentionKey | Value
) -> Statement:
    words = near.doc[role.start : role.end]
    evidence = Evidence(
        passage=reading.passage_at(words.start_char).index,
        start=words.start_char,
        end=words.end_char,
        rule=holder.rule,
        confidence=holder.confidence,
    )
    when = find_tenure(reading, near, role, holder).qualifiers
    if isinstance(target, Value):
        return Statement(holder.person.key, "post", target, evidence, when)
    narrowed = replace(when, role=role.text)
    return Statement(holder.person.key, "affiliation", target, evidence, narrowed)


def _best(statements: Iterable[Statement]) -> list[Statement]:
    """One statement a person, role and target in a passage: the surest; one with a role first."""
    statements = list(statements)
    told = {(s.subject, s.object) for s in statements if s.qualifiers.role}
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        key = (statement.subject, statement.object, statement.qualifiers.role)
        if not statement.qualifiers.role and (statement.subject, statement.object) in told:
            continue
        known = kept.get(key)
        if known is None or statement.evidence.confidence > known.evidence.confidence:
            kept[key] = statement
    return sorted(kept.values(), key=lambda s: (s.evidence.start, s.subject, str(s.object)))
