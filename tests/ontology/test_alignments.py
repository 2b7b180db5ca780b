from __future__ import annotations

from importlib.resources import files

import pyoxigraph as ox
import pytest

from ontology.names import VG, vocabulary

ALIGNED = [
    quad
    for quad in ox.parse(
        files("ontology").joinpath("alignments.ttl").read_bytes(), format=ox.RdfFormat.TURTLE
    )
    if quad.predicate.value.endswith("Match")
]


@pytest.mark.parametrize("quad", ALIGNED, ids=lambda quad: str(quad.subject.value[len(VG) :]))
def test_what_is_aligned_is_a_term_of_ours_with_one_of_another(quad: ox.Quad) -> None:
    assert isinstance(quad.subject, ox.NamedNode)
    assert isinstance(quad.object, ox.NamedNode)
    assert quad.subject.value in vocabulary()
    assert not quad.object.value.startswith(VG)


def test_no_alignment_says_that_two_terms_are_the_same() -> None:
    assert len(ALIGNED) > 30
    assert {quad.predicate.value.rpartition("#")[2] for quad in ALIGNED} == {
        "closeMatch",
        "relatedMatch",
    }
