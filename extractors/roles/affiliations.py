"""Who holds which role where: "Serzh Doe, former President of Freedonia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.names.neighbours import Neighbours
from extractors.places.countries import country_of
from extractors.reading import Reading
from extractors.roles.holders import Holder, holders_of
from extractors.roles.memberships import find_memberships
from extractors.roles.roles import find_roles
from extractors.roles.targets import Role
from extractors.words.roles import load_role_words
from graph.model import Evidence, Kind, Mention, Qualifiers, Statement


def find_affiliations(reading: Reading) -> Iterator[Statement]:
    """Statements ``affiliation``: from a person to where they hold a role, or belong.

    The role is the qualifier; one statement for each role and each place that it is held at.
    """
    near = Neighbours.of(reading)
    found = chain(_by_roles(reading, near), find_memberships(reading, near))
    return iter(_best(found))


def _by_roles(reading: Reading, near: Neighbours) -> Iterator[Statement]:
    for roles in find_roles(near):
        for holder in holders_of(reading, near, roles):
            for role in roles:
                for target in _targets(reading, near, role):
                    yield _statement(reading, near, holder, role, target)
                if role.within is not None:
                    inner = replace(role, text=f"{role.text} {role.unit}")
                    yield _statement(reading, near, holder, inner, role.within)


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
    reading: Reading, near: Neighbours, holder: Holder, role: Role, target: Mention
) -> Statement:
    words = near.doc[role.start : role.end]
    evidence = Evidence(
        passage=reading.passage_at(words.start_char).index,
        start=words.start_char,
        end=words.end_char,
        rule=holder.rule,
        confidence=holder.confidence,
    )
    role_text = Qualifiers(role=role.text)
    return Statement(holder.person.key, "affiliation", target.key, evidence, role_text)


def _best(statements: Iterable[Statement]) -> list[Statement]:
    """One statement a person, role and target in a passage: the surest."""
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        key = (statement.subject, statement.object, statement.qualifiers.role)
        known = kept.get(key)
        if known is None or statement.evidence.confidence > known.evidence.confidence:
            kept[key] = statement
    return sorted(kept.values(), key=lambda s: (s.evidence.start, s.subject, str(s.object)))
