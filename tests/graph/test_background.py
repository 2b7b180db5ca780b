from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.dataset import DATA_PREFIX, load_dataset, make_dataset
from graph.iris import DEFAULT_BASE
from graph.rdf import describe
from ontology.lexicons import Entry, Lexicon
from output.check import check
from output.formats import write
from output.results import ask

if TYPE_CHECKING:
    from pathlib import Path

    import rdflib

    from graph.model import Findings
    from graph.resolved import Resolution

LEXICON = "https://example.org/lexicon/"
ENTRIES = (
    Entry(LEXICON + "lindvik", "Place", "Lindvik", located_in=(LEXICON + "coast",)),
    Entry(LEXICON + "coast", "Place", "The Coast", located_in=(LEXICON + "land", LEXICON + "x")),
    Entry(LEXICON + "land", "Place", "Landia", located_in=(LEXICON + "coast",)),
    Entry(LEXICON + "far", "Place", "Farland"),
)
IN_LANDIA = """SELECT ?event {
    ?e vg:place/vg:locatedIn* ?land ; skos:prefLabel ?event . ?land skos:prefLabel "Landia"@en }"""


@pytest.fixture
def known(findings: tuple[Findings, ...], resolution: Resolution) -> rdflib.Dataset:
    """The graph of the two documents, with a lexicon that knows where Lindvik lies."""
    quads = describe(findings, resolution, lexicon=Lexicon(own=ENTRIES))
    return make_dataset(quads, prefixes={DATA_PREFIX: DEFAULT_BASE})


def test_an_event_is_found_by_the_country_that_no_text_names(known: rdflib.Dataset) -> None:
    (row,) = ask(known, IN_LANDIA).bindings
    assert str(*row.values()) == "Alden Bridge collapse"


def test_what_is_known_stands_in_a_graph_of_its_own_with_its_source(known: rdflib.Dataset) -> None:
    rows = ask(
        known,
        "SELECT ?thing ?source { GRAPH id:graph-background { ?thing dct:source ?source } }"
        " ORDER BY ?source",
    )
    found = [tuple(map(str, row.values())) for row in rows.bindings]
    assert found == [
        (LEXICON + "coast", LEXICON + "coast"),
        (LEXICON + "land", LEXICON + "land"),
        (DEFAULT_BASE + "place-lindvik", LEXICON + "lindvik"),
    ]
    assert not ask(known, "ASK { GRAPH ?g { ?s a vg:Statement ; rdf:object ?x } "
                   "GRAPH id:graph-background { ?s ?p ?o } }").askAnswer  # fmt: skip


def test_it_breaks_no_promise_and_is_left_out_of_plain_formats(
    known: rdflib.Dataset, tmp_path: Path
) -> None:
    assert check(known) == []
    write(known, tmp_path / "graph.ttl")
    assert not ask(load_dataset(tmp_path / "graph.ttl"), IN_LANDIA).bindings


def test_a_lexicon_that_is_silent_makes_no_graph(dataset: rdflib.Dataset) -> None:
    assert not ask(dataset, "ASK { GRAPH id:graph-background { ?s ?p ?o } }").askAnswer
