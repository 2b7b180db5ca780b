from __future__ import annotations

from typing import Any

from output.view.opening import aside
from output.view.picture import Line

KINDS = ["Event", "Person"]
MANY = 80


def entity(kind: int, *, salience: float = 0.0, named: int = 1) -> list[Any]:
    return ["iri", "label", kind, [], 1, [], 0, "", "", named, salience]


def line(subject: int, target: int) -> Line:
    return Line(subject=subject, object=target, statements=(0,), denied=False, hedged=False)


def shown(entities: list[list[Any]], lines: list[Line]) -> set[int]:
    return {number for number, later in enumerate(aside(entities, KINDS, lines)) if not later}


def test_nothing_is_set_aside_where_there_is_room() -> None:
    assert shown([entity(0), entity(1), entity(1)], [line(0, 1)]) == {0, 1, 2}


def test_without_lines_there_is_no_picture_to_open_on() -> None:
    assert len(shown([entity(1)] * MANY, [])) == MANY


def test_the_event_that_the_texts_tell_most_of_comes_first_with_what_is_tied_to_it() -> None:
    events = [entity(0, salience=0.01 * number) for number in range(MANY)]
    people = [entity(1)] * (2 * MANY)
    lines = [line(n, MANY + n + k * MANY) for n in range(MANY) for k in (0, 1)]
    opening = shown(events + people, lines)
    assert {MANY - 1, 2 * MANY - 1, 3 * MANY - 1} <= opening
    assert opening.isdisjoint({0, MANY})


def test_what_is_tied_to_the_main_events_comes_before_a_lone_event_told_of_more() -> None:
    hub, tied, lone = 0, 1, 2
    events = [entity(0, salience=0.9), entity(0, salience=0.1), entity(0, salience=0.5)]
    entities = events + [entity(1)] * MANY
    near = [line(hub, n) for n in range(3, 15)]
    more = [line(n, n + 12) for n in range(3, 15)] + [line(tied, 3), line(tied, 40), line(tied, 41)]
    opening = shown(entities, [*near, *more, line(lone, 60)])
    assert {hub, tied, 40, 41} <= opening
    assert lone not in opening


def test_the_named_come_before_the_described() -> None:
    described, named = [entity(1, named=0)] * MANY, [entity(1)] * MANY
    ties = [line(0, number) for number in range(1, 2 * MANY + 1)]
    opening = shown([entity(0), *described, *named], ties)
    assert len(opening) > 1
    assert opening.isdisjoint(range(1, MANY + 1))


def test_two_shapes_and_a_line_between_them_are_set_aside() -> None:
    entities = [entity(0, salience=0.5), *[entity(1)] * MANY]
    pairs = [line(n, n + 1) for n in range(5, 60, 2)]
    assert shown(entities, [line(0, 1), line(0, 2), *pairs]) == {0, 1, 2}
