from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 two star officers were killed .", "killed 4 Everyone"),
        ("Flight 300 - 12 people were killed .", "killed 12 Everyone"),
        ("Between 12 houses 20 people died .", "killed 20 Everyone"),
        ("12 of the soldiers were killed .", "killed 12 Soldiers"),
        ("They killed 12 resident workers .", "killed 12 Workers"),
        ("They killed 12 soldiers with children .", "killed 12 Soldiers"),
        ("The raid killed 12 people many soldiers said .", "killed 12 Everyone"),
    ],
)
def test_a_count_holds_the_words_of_its_own_noun(befell: Tell, text: str, expected: str) -> None:
    assert befell(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In room 12 of Doba soldiers were killed .",
        "After version 2.0 , people were killed .",
        "They took Hill 12. Soldiers were killed .",
    ],
)
def test_a_number_of_something_else_counts_no_people_behind_it(befell: Tell, text: str) -> None:
    assert befell(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One man was killed .", ["killed 1 Men"]),
        ("The raid killed one man .", ["killed 1 Men"]),
        ("One soldier was killed like this", ["killed 1 Soldiers"]),
        ("41 people died , one of them a child .", ["killed 41 Everyone", "  1 Children"]),
        ("No one person was killed .", []),
        ("One of the men was killed .", []),
        ("One was killed .", []),
        ("On one cold dark winter night soldiers were killed .", []),
    ],
)
def test_one_counts_beside_its_noun_and_as_a_share(
    befell: Tell, text: str, expected: list[str]
) -> None:
    assert befell(text) == expected


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        ("Norland=Group", "They killed 12 Norland soldiers .", "killed 12 Soldiers"),
        ("Norland=Group", "They killed 12 Norland people .", "killed 12 named"),
        ("Norland=Place", "They killed 12 Norland people .", "killed 12 Everyone"),
    ],
)
def test_a_named_people_is_counted_where_no_nearer_group_is(
    befell: Tell, names: str, text: str, expected: str
) -> None:
    assert befell(text, names) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They killed 12 and 30 were injured .", ["killed 12 Everyone", "injured 30 Everyone"]),
        ("41 people died and 12 were injured .", ["killed 41 Everyone", "injured 12 Everyone"]),
        ("Of 41 people 12 women were killed .", ["killed 12 Women"]),
        ("They had 20 soldiers , 12 were killed .", ["killed 12 Everyone"]),
        ("It caused 41 deaths and 12 arrests .", ["killed 41 Everyone", "arrested 12 Everyone"]),
        (
            "They arrested 41 men , 12 deaths followed .",
            ["arrested 41 Men", "killed 12 Everyone"],
        ),
        (
            "It brought 41 deaths and 12 people fled .",
            ["killed 41 Everyone", "displaced 12 Everyone"],
        ),
        (
            "They killed 41 soldiers and 12 people fled .",
            ["killed 41 Soldiers", "displaced 12 Everyone"],
        ),
    ],
)
def test_a_count_that_is_told_for_itself_goes_on_with_no_list(
    befell: Tell, text: str, expected: list[str]
) -> None:
    assert befell(text) == expected


def test_the_counts_of_a_list_share_what_is_told_behind_it(befell: Tell) -> None:
    told = befell("20 soldiers and 35 civilians were killed .")
    assert told == ["killed 20 Soldiers", "killed 35 Civilians"]
