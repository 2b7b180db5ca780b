import pytest

from graph.event_identity import EventIdentity, best_year, which_event
from graph.model import Kind, Mention


def event(label: str, head: str) -> Mention:
    return Mention("d", 0, len(label), 0, label, label, Kind.EVENT, head=head)


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Bhopal disaster", "disaster"),
        ("the disaster of Bhopal", "disaster"),
        ("disaster in Bhopal", "disaster"),
    ],
)
def test_the_place_tells_which_event_it_is(label: str, head: str) -> None:
    assert which_event(event(label, head), {}) == "bhopal"


def test_a_misspelled_place_tells_the_same_event() -> None:
    assert which_event(event("Bohpal disaster", "disaster"), {"bohpal": "bhopal"}) == "bhopal"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (EventIdentity("Killing", "tulsa"), EventIdentity("Killing", "tulsa"), True),
        (EventIdentity("Killing", "tulsa"), EventIdentity("Attack", "tulsa"), True),
        (EventIdentity("Killing", "tulsa"), EventIdentity("Occurrence", "tulsa"), True),
        (EventIdentity("Killing", "tulsa"), EventIdentity("Siege", "tulsa"), False),
        (EventIdentity("Killing", "tulsa"), EventIdentity("Killing", "rosewood"), False),
        (EventIdentity("Killing", ""), EventIdentity("Killing", ""), False),
    ],
)
def test_events_of_a_like_kind_at_one_place_are_one(
    first: EventIdentity, second: EventIdentity, same: bool
) -> None:
    assert first.may_equal(second) is same


def test_events_of_different_years_are_two() -> None:
    one = EventIdentity("Election", "kenyan", frozenset({2007}))
    other = EventIdentity("Election", "kenyan", frozenset({2013}))
    assert not one.may_equal(other)
    assert one.may_equal(EventIdentity("Election", "kenyan"))


def test_the_best_year_is_the_one_given_most() -> None:
    assert best_year([1992, 2024, 1992]) == 1992
    assert best_year([2024, 1992]) == 1992
    assert best_year([]) is None


def test_a_common_noun_inside_a_name_tells_no_event_apart() -> None:
    assert which_event(event("Bhopal gas disaster", "disaster"), {}) == "bhopal"
