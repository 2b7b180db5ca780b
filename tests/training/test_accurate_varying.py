from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.accurate.sentences import Lesson
from training.accurate.varying import vary

FORMS = ('"', "go", '"', "``", "we", "''", "it", "'s")
LESSON = Lesson("made", "d", True, FORMS, (False, True, True, False, True, True, False, True))
NAMED = Lesson(
    "made",
    "d",
    True,
    ("about", "Kernia", "and", "Bold", "B-2345"),
    (False,) * 5,
    ("O", "B-Place", None, "B-Person", "B-Place"),
)
TIMES = 4000

words = st.sampled_from(['"', "``", "''", "don't", "Kernia", "ŉ", "ß", "İz", "", "3rd"])


def vary_often(lesson: Lesson) -> list[Lesson]:
    chance = random.Random(1)  # noqa: S311  # not for secrets
    return [vary(lesson, chance) for _ in range(TIMES)]


def capitalise(form: str) -> str:
    return form[:1].upper() + form[1:]


@given(st.lists(words, min_size=1, max_size=9), st.integers(0, 999))
def test_variation_changes_how_words_look_and_nothing_else(forms: list[str], seed: int) -> None:
    labels = ("B-Place",) * len(forms)
    lesson = Lesson("made", "d", False, tuple(forms), (True,) * len(forms), labels)
    varied = vary(lesson, random.Random(seed))  # noqa: S311  # not for secrets
    assert len(varied.forms) == len(forms)
    assert varied.glued[1:] == lesson.glued[1:]
    assert replace(varied, forms=lesson.forms, glued=lesson.glued) == lesson


def test_quotes_are_curled_in_pairs_and_case_is_that_of_the_whole_lesson() -> None:
    curly = ("“", "go", "”", "“", "we", "”", "it", "’s")
    shapes: list[Callable[[str], str]] = [str, str.upper, str.lower, capitalise]
    expected = {
        tuple(shape(form) for form in forms) for forms, shape in product((FORMS, curly), shapes)
    }
    assert {one.forms for one in vary_often(LESSON)} == expected


def test_each_variation_has_its_own_odds() -> None:
    seen: Counter[str] = Counter()
    for one in vary_often(LESSON):
        seen["curly"] += one.forms[0] == "“"
        seen["upper"] += one.forms[1] == "GO"
        seen["title"] += one.forms[1] == "Go"
        seen["glued"] += one.glued[0]
    shares = {name: count / TIMES for name, count in seen.items()}
    odds = {"curly": 0.35, "upper": 0.05, "title": 0.02, "glued": 0.03}
    assert shares == pytest.approx(odds, abs=0.01)


def test_only_long_words_of_names_are_misspelt_and_never_at_their_edges() -> None:
    seen = {tuple(form.lower() for form in one.forms) for one in vary_often(NAMED)}
    assert {(one[0], *one[2:]) for one in seen} == {("about", "and", "bold", "b-2345")}
    spelt = {one[1] for one in seen}
    assert {form[0] + form[-1] for form in spelt} == {"ka"}
    assert {"kernia", "krenia", "kenia", "kerrnia"} <= spelt
    assert len(next(iter(seen))) == len(NAMED.forms)


def test_one_seed_gives_one_variation() -> None:
    assert vary_often(LESSON)[-9:] == vary_often(LESSON)[-9:]
