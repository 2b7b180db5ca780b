from __future__ import annotations

from typing import Any

import numpy as np

from output.view.evidence import STATEMENT_COLUMNS
from output.view.picture import Line, boxes, draw_lines, silent, sizes


def row(subject: int, target: int, predicate: int = 1, **others: Any) -> list[Any]:
    values = {
        "subject": subject,
        "object": target,
        "predicate": predicate,
        "denied": 0,
        "hedged": 0,
        "voices": (),
    }
    return [(values | others).get(name) for name in STATEMENT_COLUMNS]


def entity(label: str, kind: int, mentions: int, *, named: int = 1) -> list[Any]:
    return ["iri", label, kind, [], mentions, [], 0, "", "", named, 0.0]


def bow(line: Line) -> float:
    """How far a line bends as seen from the lower number to the higher."""
    return line.bend if line.subject < line.object else -line.bend


def test_statements_that_say_the_same_are_one_line() -> None:
    (line,) = draw_lines([row(0, 1), row(0, 1)])
    assert line.statements == (0, 1)
    assert line.bend == 0


def test_what_is_denied_has_a_line_of_its_own() -> None:
    lines = draw_lines([row(0, 1), row(0, 1, denied=1)])
    assert [line.denied for line in lines] == [False, True]


def test_a_line_is_hedged_only_if_all_its_statements_are() -> None:
    mixed, hedged = draw_lines([row(0, 1, hedged=1), row(0, 1), row(0, 2, hedged=1)])
    assert (mixed.hedged, hedged.hedged) == (False, True)


def test_a_fact_has_no_line() -> None:
    assert draw_lines([row(0, -1)]) == []


def test_all_that_one_voice_gives_for_an_event_is_one_line_from_it() -> None:
    said = [row(0, -1, 1, voices=(3,)), row(0, -1, 2, voices=(3, 4))]
    lines = draw_lines(said)
    assert [(line.subject, line.object, line.statements) for line in lines] == [
        (3, 0, (0, 1)),
        (4, 0, (1,)),
    ]
    assert all(line.claim for line in lines)


def test_what_a_voice_denies_is_not_drawn_with_what_it_says() -> None:
    lines = draw_lines([row(0, -1, voices=(3,)), row(0, -1, voices=(3,), denied=1)])
    assert [line.denied for line in lines] == [False, True]


def test_parallel_lines_never_lie_on_each_other_whatever_their_direction() -> None:
    lines = draw_lines([row(0, 1, 1), row(1, 0, 1), row(0, 1, 2), row(1, 0, 3)])
    assert len({bow(line) for line in lines}) == len(lines)


def test_loops_are_numbered() -> None:
    assert [line.bend for line in draw_lines([row(0, 0, 1), row(0, 0, 2)])] == [0, 1]


def test_an_event_is_larger_than_a_person_named_as_often_and_grows_with_mentions() -> None:
    kinds = ["Event", "Person"]
    person, event, famous = sizes([entity("a", 1, 4), entity("b", 0, 4), entity("c", 0, 9)], kinds)
    assert person < event < famous


def test_a_small_network_keeps_room_for_labels() -> None:
    few = [entity("The Ferry Line", 0, 1)]
    many = few * 500
    radii = np.full(500, 8.0)
    shown = np.zeros(500, dtype=bool)
    assert boxes(few, radii[:1], shown[:1])[0, 0] > boxes(many, radii, shown)[0, 0]


def test_whom_the_texts_only_describe_stays_smaller_than_all_others() -> None:
    named, described = sizes([entity("a", 0, 1), entity("b", 0, 9, named=0)], ["Group"])
    assert described < named


def test_an_entity_is_silent_if_no_line_ties_it() -> None:
    lines = draw_lines([row(0, 1), row(2, -1)])
    assert silent(3, lines).tolist() == [False, False, True]
