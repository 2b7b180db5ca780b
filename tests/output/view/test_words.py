from __future__ import annotations

import pytest

from graph.model import Kind
from ontology.names import bounds, predicates
from output.view.words import shape_of, words


def test_every_kind_has_a_look_of_its_own() -> None:
    kinds = words()["kinds"]
    assert set(kinds) == {*map(str, Kind), ""}
    for name in ("plural", "shape", "colour"):
        assert len({kind[name] for kind in kinds.values()}) == len(kinds)


def test_an_unknown_kind_has_a_shape_too() -> None:
    assert shape_of("Ship") == shape_of("")


def test_every_relation_between_entities_reads_well_in_both_directions() -> None:
    relations = words()["relations"]
    counts = {name for name, predicate in predicates().items() if predicate.objects == ("integer",)}
    assert set(relations) == set(predicates()) - counts


@pytest.mark.parametrize("bound", bounds())
def test_every_bound_has_words(bound: str) -> None:
    assert bound in words()["bounds"]
