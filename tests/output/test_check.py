from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from graph.dataset import make_dataset, store_of
from graph.iris import Names
from graph.model import Document, Findings, MentionKey, Sourced
from graph.rdf import describe
from graph.resolved import Resolution
from ontology.names import VG
from output.check import check

if TYPE_CHECKING:
    import rdflib

EVENT = NamedNode(Names().of("event-alden-bridge-collapse-1987"))


def test_what_we_write_keeps_to_the_shapes(dataset: rdflib.Dataset) -> None:
    assert check(dataset) == []


def test_hostile_texts_keep_to_the_shapes(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    odd = "\ud800<b>\x00\r\n"
    hostile = Document("x", odd, source=odd, title=Sourced(odd, ""), date=Sourced(odd, ""))
    event = resolution.entities[0]
    named = replace(event, label=odd, mentions=(*event.mentions, MentionKey("x", 0, 1)))
    entities = Resolution((named, *resolution.entities[1:]))
    quads = describe([*findings, Findings(hostile)], entities)
    assert check(make_dataset(quads, prefixes={})) == []


def test_a_disputed_count_as_a_plain_triple_is_told_with_its_place(
    dataset: rdflib.Dataset,
) -> None:
    plain = Quad(EVENT, NamedNode(VG + "killed"), Literal(12))
    (problem,) = check(make_dataset([*store_of(dataset), plain], prefixes={}))
    assert problem.severity == "Violation"
    assert problem.focus == EVENT.value
    assert problem.path == VG + "killed"
    assert "never as a plain triple" in problem.message


def test_shapes_of_ones_own_are_asked_instead(dataset: rdflib.Dataset) -> None:
    shapes = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix vg: <https://w3id.org/vouchgraph/ns#> .
        vg:mine a sh:NodeShape ; sh:targetClass vg:Document ; sh:severity sh:Warning ;
            sh:property [ sh:path vg:archive ; sh:minCount 1 ; sh:message "no archive" ] .
    """
    assert [problem.message for problem in check(dataset, shapes=shapes)] == ["no archive"] * 2
