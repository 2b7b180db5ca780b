"""Roles that belong together: "founder and head of X and editor of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.names.lexicon.neighbours import Neighbours
from extractors.roles.phrases import all_roles
from extractors.roles.targets import Role
from extractors.words.function_words import load_function_words
from graph.model import Kind

_LONGEST_JOINT = 4  # ", as well as"


def find_roles(near: Neighbours) -> Iterator[tuple[Role, ...]]:
    """The roles of the text, those joined by "and" or a comma together, in order.

    Of joined roles those without a target share that of the next: "founder and head of X".
    """
    group: list[Role] = []
    for role in all_roles(near):
        if group and not _is_joined(near, group[-1], role):
            yield _sharing(group)
            group = []
        group.append(role)
    if group:
        yield _sharing(group)


def _is_joined(near: Neighbours, left: Role, right: Role) -> bool:
    between, joints = near.doc[left.stop : right.first], load_function_words().role_joints
    close = 0 < len(between) <= _LONGEST_JOINT and all(t.lower_ in joints for t in between)
    return close and not _are_of_two_states(left, right)


def _are_of_two_states(left: Role, right: Role) -> bool:
    """Whether nobody holds both: "the Norwegian king and Danish minister Ada Lund"."""
    states = [
        {m.label for m in role.targets if role.leading and m.kind in {Kind.GROUP, Kind.PLACE}}
        for role in (left, right)
    ]
    return all(states) and states[0].isdisjoint(states[1])


def _sharing(group: list[Role]) -> tuple[Role, ...]:
    shared = list(group)
    for index in range(len(shared) - 2, -1, -1):
        if not shared[index].targets and not shared[index + 1].leading:
            after = shared[index + 1]
            shared[index] = replace(
                shared[index], targets=after.targets, within=after.within, unit=after.unit
            )
    for index in range(1, len(shared)):
        if not shared[index].targets and shared[index - 1].leading:
            before = shared[index - 1]
            shared[index] = replace(shared[index], targets=before.targets, leading=True)
    return tuple(shared)
