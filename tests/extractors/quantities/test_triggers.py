from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They killed 12 .", "killed 12 Everyone"),
        ("Killed 20 soldiers if any", "killed 20 Soldiers"),
        ("Where Ada was later killed 12 fled .", "displaced 12 Everyone"),
        ("41 people were reportedly killed yesterday .", "killed 41 Everyone"),
        ("41 people were killed by wounded bears .", "killed 41 Everyone"),
        ("41 people were killed", "killed 41 Everyone"),
        ("41 people from Doba died .", "killed 41 Everyone"),
        ("The number of dead there stands at 15 and the sick at 90 .", "killed 15 Everyone"),
        ("The number of dead there stands at 3500 and the sick at 90 .", "killed 3500 Everyone"),
    ],
)
def test_what_befell_the_counted_is_told_beside_them(
    befell: Tell, text: str, expected: str
) -> None:
    assert befell(text) == [expected]


def test_parts_may_stand_between_the_counted_and_what_befell_them(befell: Tell) -> None:
    told = befell("41 people including 6 women died .")
    assert told == ["killed 41 Everyone", "  6 Women"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg met 12 people , fled and slept .",
        "41 people met , including 6 women",
        "41 people thought nobody fled .",
        "41 people fly injured and sick pilgrims home .",
        "41 people were from a town where Ada died .",
        "41 people of Doba had watched those who died .",
        "41 people of Doba , where Ada died .",
    ],
)
def test_what_others_did_behind_a_count_did_not_befall_the_counted(befell: Tell, text: str) -> None:
    assert befell(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12 men met those who killed more",
        "Ada killed a fly and then in the old town met 12 people .",
        "They have not killed 20 soldiers .",
    ],
)
def test_a_killing_that_is_far_or_denied_befell_no_counted(befell: Tell, text: str) -> None:
    assert befell(text) == []


def test_a_count_over_three_fates_is_of_none_of_them(befell: Tell) -> None:
    assert befell("41 people were killed , wounded or missing .") == []


@pytest.mark.parametrize(
    "text",
    [
        "A report raised the number of deaths with 12 officials .",
        "Officials gave the number of dead to two workers .",
        "Nobody knows the death toll ; the guards shouted at 12 workers .",
    ],
)
def test_a_toll_reaches_its_number_only_by_words_that_say_so(befell: Tell, text: str) -> None:
    assert befell(text) == []
