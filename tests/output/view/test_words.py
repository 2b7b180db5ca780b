from __future__ import annotations

import pytest

from graph.model import Kind
from ontology.names import bounds, predicates
from output.view.words import shape_of, words


def test_every_kind_has_a_look_of_its_own() -> None:
    kinds = words()["kinds"]
    assert set(kinds) == {*map(str, Kind), ""}
    for name in ("name", "plural", "shape", "colour"):
        assert len({kind[name] for kind in kinds.values()}) == len(kinds)


def test_an_unknown_kind_has_a_shape_too() -> None:
    assert shape_of("Ship") == shape_of("")


def test_every_predicate_reads_well_in_both_directions_as_does_a_claim() -> None:
    relations = words()["relations"]
    assert set(relations) == {*predicates(), "a claim"}
    assert all(len(names) == 2 and all(names) for names in relations.values())


@pytest.mark.parametrize("bound", bounds())
def test_every_bound_has_words(bound: str) -> None:
    assert bound in words()["bounds"]
