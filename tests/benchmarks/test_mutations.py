from __future__ import annotations

import ast

import pytest

from benchmarks.mutations import Remover, without

SOURCE = """
def f(a, b):
    if not a:
        return None
    return [x for x in b if x and a]
"""


@pytest.mark.parametrize(
    ("index", "gone", "kept"),
    [
        (0, "if not a", "if x and a"),
        (1, "if x and a", "if not a"),
        (2, "x and", "if a]"),
        (3, "and a", "if x]"),
    ],
)
def test_one_condition_goes_and_the_others_stay(index: int, gone: str, kept: str) -> None:
    changed = without(SOURCE, index)
    assert gone not in changed
    assert kept in changed
    compile(changed, "changed", "exec")


def test_every_condition_is_counted() -> None:
    counter = Remover()
    assert without(SOURCE, 99) == without(SOURCE, 98)
    counter.visit(ast.parse(SOURCE))
    assert [line for line, _ in counter.found] == [3, 5, 5, 5]
