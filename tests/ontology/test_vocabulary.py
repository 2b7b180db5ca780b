from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.names import DCT, OWL, RDF, RDFS, SCHEMA, SKOS, VG, XSD, local_name, vocabulary

ONTOLOGY = "https://w3id.org/vouchgraph/ns"
TERMS = sorted(term for term in vocabulary() if term.startswith(VG))
USED_BY_THE_DESIGN = [
    *(
        "refersTo",
        "inPassage",
        "form",
        "mentionedIn",
        "mentionCount",
        "sentenceIndex",
        "page",
        "sha256",
    ),
    *("polarity", "certainty", "confidence", "role", "group", "bound", "partOfStatement"),
    *("from", "until", "held", "Tenures"),
    *(
        "timeText",
        "quoted",
        "reportedBy",
        "eventType",
        "rule",
        "EventTypes",
        "Characterizations",
        "Groups",
    ),
    *("salience", "earliest", "latest"),
    *("Bounds", "Polarities", "Certainties", "Forms"),
]


def said(term: str, about: str) -> list[str]:
    return [node.value for node in vocabulary()[term].get(about, ())]


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_a_label_and_a_one_sentence_definition(term: str) -> None:
    definitions = said(term, RDFS + "comment") + said(term, SKOS + "definition")
    assert len(said(term, RDFS + "label")) == 1
    assert len(definitions) == 1
    assert definitions[0].endswith(".")
    assert ". " not in definitions[0]


@pytest.mark.parametrize("term", TERMS)
def test_every_term_says_where_it_is_defined(term: str) -> None:
    assert said(term, RDFS + "isDefinedBy") == [ONTOLOGY]


@pytest.mark.parametrize("name", USED_BY_THE_DESIGN)
def test_what_the_design_uses_is_defined(name: str) -> None:
    assert VG + name in vocabulary()


def test_the_header_names_version_and_licence() -> None:
    assert said(ONTOLOGY, OWL + "versionInfo") == ["0.2.0"]
    assert said(ONTOLOGY, OWL + "versionIRI") == [ONTOLOGY + "/0.2.0"]
    assert said(ONTOLOGY, OWL + "priorVersion") == [ONTOLOGY + "/0.1.0"]
    assert said(ONTOLOGY, DCT + "license") == ["https://creativecommons.org/licenses/by/4.0/"]


@pytest.mark.parametrize("term", [t for t in TERMS if RDF + "Property" in said(t, RDF + "type")])
def test_every_property_is_an_object_or_a_datatype_property(term: str) -> None:
    texts = [value.startswith(XSD) for value in said(term, SCHEMA + "rangeIncludes")]
    kind = "DatatypeProperty" if all(texts) else "ObjectProperty"
    assert set(said(term, RDF + "type")) == {RDF + "Property", OWL + kind}
    assert len(set(texts)) == 1


def test_an_inverse_has_the_ends_of_the_other_the_other_way_round() -> None:
    pairs = [(t, other) for t in TERMS for other in said(t, OWL + "inverseOf")]
    assert len(pairs) == 4
    for one, other in pairs:
        assert said(one, SCHEMA + "rangeIncludes") == said(other, SCHEMA + "domainIncludes")
        assert said(one, SCHEMA + "domainIncludes") == said(other, SCHEMA + "rangeIncludes")


def test_the_terms_of_ours_that_it_points_to_are_defined() -> None:
    pointed = {
        node.value
        for properties in vocabulary().values()
        for nodes in properties.values()
        for node in nodes
        if isinstance(node, ox.NamedNode) and node.value.startswith(VG)
    }
    assert pointed - set(vocabulary()) == set()


def test_every_concept_is_in_one_scheme_and_under_it() -> None:
    concepts = [term for term in TERMS if SKOS + "Concept" in said(term, RDF + "type")]
    assert all(len(said(term, SKOS + "inScheme")) == 1 for term in concepts)
    assert all(
        len(said(term, SKOS + "broader")) + len(said(term, SKOS + "topConceptOf")) == 1
        for term in concepts
    )


def test_there_are_no_blank_nodes() -> None:
    text = files("ontology").joinpath("vouchgraph.ttl").read_bytes()
    nodes = [node for quad in ox.parse(text, format=ox.RdfFormat.TURTLE) for node in quad.triple]
    assert not any(isinstance(node, ox.BlankNode) for node in nodes)


@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_in_the_documentation(term: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    definition = (said(term, RDFS + "comment") + said(term, SKOS + "definition"))[0]
    assert f"`vg:{local_name(term)}`" in page
    assert definition in page
