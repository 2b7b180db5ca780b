from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.names import VG, XSD
from output.ordering import sort_lines, sorted_graphs
from output.turtle import lines_as_turtle, write_trig, write_turtle

if TYPE_CHECKING:
    from random import Random

PREFIXES = {"e": "https://e.example/", "vg": VG, "xsd": XSD, "odd": "https://e.example/a.b?c="}
ENDS = st.text("ab01._~?=/-", max_size=4)
NODES = ENDS.map(lambda end: ox.NamedNode(f"https://e.example/{end}"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
KINDS = st.sampled_from(["integer", "decimal", "double", "boolean", "date", "string"])
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    st.builds(lambda text: ox.Literal(text, language="en-gb"), TEXTS),
    st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(XSD + kind)),
        st.one_of(TEXTS, st.text("+-01.eE", max_size=4), st.just("true")),
        KINDS,
    ),
)
GRAPHS = st.one_of(NODES, st.just(ox.DefaultGraph()))
PLAIN = st.builds(ox.Triple, NODES, NODES, st.one_of(NODES, LITERALS))
TRIPLES = st.one_of(PLAIN, st.builds(ox.Triple, NODES, NODES, PLAIN))


def lines(triples: list[ox.Triple]) -> list[str]:
    return [f"{triple} ." for triple in triples]


def written(*said: str) -> str:
    return lines_as_turtle(said, PREFIXES).decode()


@given(st.lists(TRIPLES, max_size=8))
def test_turtle_is_read_as_the_triples_that_were_written(triples: list[ox.Triple]) -> None:
    turtle = lines_as_turtle(lines(triples), PREFIXES)
    assert {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)} == set(triples)


@given(st.lists(st.builds(ox.Quad, NODES, NODES, LITERALS, GRAPHS), max_size=8))
def test_trig_is_read_as_the_quads_that_were_written(quads: list[ox.Quad]) -> None:
    store = ox.Store()
    store.extend(quads)
    trig = write_trig(sorted_graphs(store), PREFIXES)
    assert set(ox.parse(trig, format=ox.RdfFormat.TRIG)) == set(store)


@given(st.lists(TRIPLES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(triples: list[ox.Triple], chance: Random) -> None:
    shuffled = lines(triples)
    chance.shuffle(shuffled)
    assert lines_as_turtle(shuffled, PREFIXES) == lines_as_turtle(lines(triples), PREFIXES)


@pytest.mark.parametrize(
    ("term", "short"),
    [
        ("<https://e.example/a-1>", "e:a-1"),
        ("<https://e.example/a/b>", "<https://e.example/a/b>"),
        ("<https://e.example/a.b>", "<https://e.example/a.b>"),
        ("<https://e.example/a.b?c=d>", "odd:d"),
        (f'"12"^^<{XSD}integer>', "12"),
        (f'"x"^^<{XSD}integer>', '"x"^^xsd:integer'),
        (f'"0.5"^^<{XSD}decimal>', "0.5"),
        (f'"5"^^<{XSD}decimal>', '"5"^^xsd:decimal'),
        ('"<https://e.example/a>"', '"<https://e.example/a>"'),
    ],
)
def test_a_term_is_short_where_no_store_can_misread_it(term: str, short: str) -> None:
    assert written(f"<https://e.example/s> <https://e.example/p> {term} .").endswith(f"{short} .\n")


def test_only_prefixes_that_are_used_are_declared() -> None:
    assert written("<https://e.example/s> <https://e.example/p> <urn:x> .") == (
        "@prefix e: <https://e.example/> .\n\ne:s e:p <urn:x> .\n"
    )


def test_nothing_is_written_of_nothing() -> None:
    assert write_turtle(sort_lines([]), PREFIXES) == b""
    assert write_trig([], PREFIXES) == b""
