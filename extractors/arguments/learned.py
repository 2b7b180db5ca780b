"""Who took part in an event, and where, by the roles that a reader has learned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from extractors.actors.standing import place_at
from extractors.annotation.semantic_roles import RoleArc, arguments_of
from extractors.arguments.participants import (
    Argument,
    actor_argument,
    befalls_another,
    part_of_doer,
    part_of_undergoer,
)
from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax
from extractors.words.events.triggers import load_type_sets
from graph.model import Mention

BY_ROLES: Final = " by roles"
"""What the rule of a part says that learned roles alone gave."""

_DOER, _UNDERGOER, _PLACE = "ARG0", "ARG1", "ARGM-LOC"
_SURE = 0.5
_CONTRADICTING = 0.75


def with_learned(
    reading: Reading, event: Mention, arguments: Iterable[Argument]
) -> Iterator[Argument]:
    """The parts by the tree but those that learned roles contradict, then those they add.

    Learned roles add a place or a part of a side that the tree says nothing of. They contradict
    where they surely take the word for the other side: who was found shot is no agent.
    """
    arcs = _arcs(reading.head_of(event))
    told = [one for one in arguments if not _is_contradicted(event, one, arcs)]
    yield from told
    known = {one.role for one in told}
    targets = {one.target.key for one in told}
    for arc in arcs:
        for one in _arguments(reading, event, arc) if arc.score >= _SURE else ():
            if one.role not in known and one.target.key not in targets:
                yield replace(one, by=BY_ROLES)


def _arcs(head: Token) -> list[RoleArc]:
    """The roles of the event's word, and of the verb that carries it.

    Of a noun only those inside its phrase: roles of nouns from elsewhere are often wrong.
    """
    if clauses.is_verb(head):
        return arguments_of(head)
    verb = clauses.light_verb(head)
    carried = arguments_of(verb) if verb is not None else []
    doing = [arc for arc in carried if arc.role != _UNDERGOER]
    others = (noun.subtree for _, noun in syntax.put_on(head.head))
    inside = set(head.subtree).difference(*others)
    return [*(arc for arc in arguments_of(head) if arc.argument in inside), *doing]


def _is_contradicted(event: Mention, argument: Argument, arcs: list[RoleArc]) -> bool:
    if functions.is_possessor(argument.link):  # "his execution" befalls him, whatever a reader says
        return False
    own = (arc for arc in arcs if arc.argument == argument.link and arc.score >= _CONTRADICTING)
    parts = {_part(event, arc) for arc in own if arc.role in {_DOER, _UNDERGOER}}
    return any({part, argument.role} == {"agent", "patient"} for part in parts)


def _part(event: Mention, arc: RoleArc) -> str:
    """The part of a side; whoever comes, resigns or becomes something is the subject as well."""
    passive = syntax.is_passive(arc.predicate)
    subject = functions.is_doer(arc.argument) or arc.argument in syntax.subjects(arc.predicate)
    undergoes = arc.role == _UNDERGOER and (passive or not subject)
    injuring = befalls_another(event, arc.predicate)
    return (
        part_of_undergoer(event, arc.argument)
        if undergoes
        else part_of_doer(event, injuring=injuring)
    )


def _is_done_to(arc: RoleArc) -> bool:
    """Whether an agent of a passive stands without "by", or "which" is it."""
    passive = syntax.is_passive(arc.predicate)
    relative = (token.lower_ for token in syntax.subjects_of_its_own(arc.predicate))
    if arc.role == _DOER and "which" in relative:
        return True
    return arc.role == _DOER and passive and syntax.preposition_of(arc.argument) != "by"


def _arguments(reading: Reading, event: Mention, arc: RoleArc) -> Iterator[Argument]:
    confidence = round(0.4 + 0.3 * arc.score, 2)
    if arc.role == _PLACE:
        left = syntax.preposition_of(arc.argument) == "from"  # "voted for independence from X"
        stays = left and event.event_type not in load_type_sets().leading
        place = None if stays else place_at(reading, arc.argument)
        if place is not None:
            yield Argument("place", place, arc.argument, confidence)
    elif arc.role in {_DOER, _UNDERGOER} and not _is_done_to(arc):
        yield from actor_argument(reading, _part(event, arc), arc.argument, confidence, event)
