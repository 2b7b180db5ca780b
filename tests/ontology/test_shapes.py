from __future__ import annotations

import re
from importlib.resources import files

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, URIRef

PREFIXES = """\
@prefix : <https://example.org/id/> .
@prefix vg: <https://w3id.org/vouchgraph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix schema: <https://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

CORRECT = f"""\
:document a vg:Document, prov:Entity, foaf:Document ;
    dct:title "A note" ; dct:date "1931-05"^^xsd:gYearMonth ; vg:sha256 "{"0f" * 32}" .
:passage a vg:Passage, oa:SpecificResource ;
    oa:hasSource :document ; oa:hasSelector :selector ; vg:sentenceIndex 0 ; vg:page 3 .
:selector a oa:TextPositionSelector, oa:TextQuoteSelector ;
    oa:start 0 ; oa:end 40 ; oa:exact "The Avela flood of May 1931 killed nine." .
:mention a vg:Mention ;
    vg:refersTo :flood ; vg:inPassage :passage ; oa:start 4 ; oa:end 15 ;
    oa:exact "Avela flood" ; vg:form vg:Name ; vg:confidence 1.0 ; vg:rule "model" .
:writer a prov:Agent ; skos:prefLabel "A writer"@en .
:run a prov:Activity .
:flood a vg:Event, sem:Event ;
    skos:prefLabel "Avela flood"@en, "crue d'Avela"@fr ; vg:eventType vg:Disaster ;
    vg:mentionedIn :document ; vg:mentionCount 2 ;
    vg:begin "1931-05"^^xsd:gYearMonth ; vg:place :avela .
:avela a vg:Place, sem:Place ;
    skos:prefLabel "Avela"@en ; skos:altLabel "Avella"@en ;
    vg:mentionedIn :document ; vg:mentionCount 1 .
:villagers a vg:Group, foaf:Group, vg:Actor, sem:Actor, prov:Agent ; vg:named false ;
    skos:prefLabel "villagers"@en ; vg:mentionedIn :document ; vg:mentionCount 1 .
:count a vg:Statement, rdf:Statement ;
    rdf:subject :flood ; rdf:predicate vg:killed ; rdf:object 9 ;
    prov:hadPrimarySource :document ; prov:wasDerivedFrom :passage ;
    prov:wasAttributedTo :writer ; prov:wasGeneratedBy :run ;
    vg:polarity vg:Affirmed ; vg:certainty vg:Certain ; vg:confidence 0.8 ;
    vg:group vg:Everyone ; vg:bound vg:AtLeast ; vg:rule "count" ; oa:start 28 ; oa:end 34 .
:where a vg:Statement, rdf:Statement ;
    rdf:subject :flood ; rdf:predicate vg:place ; rdf:object :avela ;
    prov:hadPrimarySource :document ; prov:wasDerivedFrom :passage ;
    prov:wasAttributedTo :writer ; prov:wasGeneratedBy :run ;
    vg:polarity vg:Affirmed ; vg:certainty vg:Hedged ; vg:confidence 0.5 ;
    vg:role "site" ; vg:timeText "May 1931" ; vg:quoted false ; oa:start 4 ; oa:end 15 .
"""

BROKEN = [
    (":count a vg:Statement, rdf:Statement", ":count a vg:Statement", "typed as rdf:Statement"),
    ("rdf:subject :flood ; rdf:predicate vg:killed", "rdf:predicate vg:killed", "one subject"),
    ("rdf:subject :flood", "rdf:subject :flood, :avela", "exactly one subject"),
    ("rdf:predicate vg:place ;", "", "exactly one predicate"),
    ("rdf:predicate vg:place", "rdf:predicate vg:near", "one of the vocabulary"),
    ("rdf:object 9", "rdf:object 9, 10", "exactly one object"),
    ("prov:hadPrimarySource :document ;", "", "from exactly one document"),
    ("prov:hadPrimarySource :document", "prov:hadPrimarySource :passage", "exactly one document"),
    ("prov:wasDerivedFrom :passage ;", "", "in exactly one passage"),
    ("prov:wasAttributedTo :writer ;", "", "says who says it"),
    ("prov:wasAttributedTo :writer", "prov:wasAttributedTo :nobody", "says a statement has a name"),
    ("prov:wasGeneratedBy :run ;", "", "by which run it was found"),
    ("vg:polarity vg:Affirmed ;", "", "affirmed or denied"),
    ("vg:polarity vg:Affirmed", "vg:polarity vg:Affirmed, vg:Denied", "affirmed or denied"),
    ("vg:certainty vg:Certain", "vg:certainty vg:Maybe", "certain or hedged"),
    ("vg:confidence 0.8", "vg:confidence 1.2", "decimal from 0 to 1"),
    ("vg:confidence 0.8", "vg:confidence -0.1", "decimal from 0 to 1"),
    ("vg:confidence 0.8", 'vg:confidence "high"', "decimal from 0 to 1"),
    ("vg:confidence 0.8 ;", "", "decimal from 0 to 1"),
    ('vg:role "site"', 'vg:role "site", "seat"', "A role is one string"),
    ("vg:group vg:Everyone ;", "", "A count says who is counted"),
    ("vg:group vg:Everyone", "vg:group :avela", "concept of vg:Groups, or a vg:Group"),
    ("vg:bound vg:AtLeast", "vg:bound vg:Roughly", "concept of vg:Bounds"),
    ("vg:bound vg:AtLeast", "vg:partOfStatement :flood", "part of at most one other statement"),
    ('vg:timeText "May 1931"', "vg:timeText 1931", "words of a time are one string"),
    ("vg:quoted false", 'vg:quoted "no"', "Quoted is true or false"),
    ('vg:rule "count"', 'vg:rule "count", "other"', "rule that found it is one string"),
    ("oa:start 28 ; oa:end 34", "oa:start 35 ; oa:end 34", "not after the end"),
    ("oa:start 28 ; oa:end 34", "oa:start 28", "An end is one count"),
    ("oa:start 28 ; oa:end 34", "oa:start -1 ; oa:end 34", "A start is one count"),
    ("rdf:subject :flood ; rdf:predicate vg:killed", "rdf:subject :avela ; rdf:predicate vg:killed",
     "The subject of a statement with this predicate is an event"),
    ("rdf:object 9", "rdf:object -9", "whole number, 0 or more"),
    ("rdf:object 9", 'rdf:object "nine"', "whole number, 0 or more"),
    ("rdf:object :avela", "rdf:object :villagers", "with this predicate is a place"),
    ("rdf:predicate vg:place", "rdf:predicate vg:participant", "organization, a group or a polity"),
    ("rdf:predicate vg:place", "rdf:predicate vg:begin", "is a date, a month or a year"),
    ("rdf:predicate vg:place", "rdf:predicate vg:says", "a group or a polity"),
    ("rdf:predicate vg:place", "rdf:predicate vg:denies", "is a string"),
    ("rdf:predicate vg:place", "rdf:predicate vg:post", "is a person"),
    ("foaf:Group, vg:Actor", "foaf:Group", "are also typed as vg:Actor"),
    ("vg:named false", "vg:named true", "vg:named is false, once"),
    (":avela a vg:Place, sem:Place", ":avela a vg:Polity, vg:Actor", "A polity is a place"),
    ("rdf:predicate vg:place", "rdf:predicate vg:characterizedAs", "of vg:Characterizations"),
    ("vg:place :avela", "vg:place :villagers", "vg:place or vg:locatedIn is a place"),
    ("vg:place :avela", "vg:participant :avela", "What is the object of vg:participant"),
    ("skos:altLabel", "vg:place :avela ; skos:altLabel", "or vg:commemorates is an event"),
    ("vg:place :avela", 'vg:end "in May"', "vg:begin or vg:end is a date"),
    ("vg:place :avela", "vg:place :avela ; vg:killed 9", "vg:killed stands in statements only"),
    ("vg:place :avela", "vg:characterizedAs vg:Tragedy", "vg:characterizedAs stands in statements"),
    ("vg:place :avela", 'vg:says "It rose."', "vg:says stands in statements only"),
    ("foaf:Group", 'foaf:Group ; vg:denies "It rose."; a vg:Group', "vg:denies stands in"),
    ("foaf:Group", "foaf:Group ; vg:accuses :writer ; a vg:Group", "vg:accuses stands in"),
    (":avela a vg:Place, sem:Place", ":avela a vg:Place, sem:Place, vg:Group", "one kind"),
    (":avela a vg:Place, sem:Place", ":avela a vg:Place", "A place is also typed as sem:Place"),
    ('skos:prefLabel "Avela"@en ;', "", "An entity has a name"),
    ('"Avela"@en', '"Avela"@en, "Avella"@en', "one for each language"),
    ('"Avela"@en', '"Avela"', "A name is a text with a language"),
    ('"Avella"@en', '"Avella"', "Other names are texts with a language"),
    ("vg:mentionedIn :document", "vg:mentionedIn :avela", "mentioned in at least one document"),
    ("vg:mentionCount 2", "vg:mentionCount -2", "count of mentions is one whole number"),
    ("vg:mentionCount 2", "vg:mentionCount 2, 3", "count of mentions is one whole number"),
    ("vg:eventType vg:Disaster ;", "", "exactly one type"),
    ("vg:eventType vg:Disaster", "vg:eventType vg:Massacre", "concept of vg:EventTypes"),
    ('vg:begin "1931-05"^^xsd:gYearMonth', 'vg:begin "1931"^^xsd:gYear, "1932"^^xsd:gYear',
     "at most one plain begin"),
    ("vg:place :avela .", "vg:place :avela ; vg:salience 1.5 .", "a decimal from 0 to 1"),
    ("vg:place :avela .", "vg:place :avela ; vg:latest 1931 .", "at most one latest day"),
    ("vg:place :avela .",
     'vg:earliest "1931-06-01"^^xsd:date ; vg:latest "1931-05-31"^^xsd:date .',
     "not after the latest"),
    ('dct:title "A note" ;', "", "exactly one title"),
    ('dct:date "1931-05"^^xsd:gYearMonth', 'dct:date "May 1931"', "at most one date"),
    ('vg:sha256 "0f', 'vg:sha256 "0g', "64 hexadecimal digits"),
    (":document a vg:Document, prov:Entity", ":document a vg:Document", "typed as prov:Entity"),
    ("oa:hasSource :document ;", "", "belongs to exactly one document"),
    ("oa:hasSelector :selector ;", "", "A passage has a selector"),
    ("vg:page 3", "vg:page 0", "at most one page"),
    ("vg:sentenceIndex 0", "vg:sentenceIndex -1", "exactly one index"),
    ("oa:start 0 ; oa:end 40", "oa:start 50 ; oa:end 40", "not after the end"),
    ("oa:start 0 ; oa:end 40", "oa:start 0", "selector of a passage has exactly one end"),
    ('; oa:exact "The Avela flood of May 1931 killed nine."', "", "of a passage holds its text"),
    ("vg:refersTo :flood ;", "", "refers to exactly one entity"),
    ("vg:refersTo :flood", "vg:refersTo :document", "refers to exactly one entity"),
    ("vg:inPassage :passage ;", "", "stands in exactly one passage"),
    ('oa:exact "Avela flood" ;', "", "A mention holds its text"),
    ("vg:form vg:Name", "vg:form vg:Verb", "concept of vg:Forms"),
    (":writer a prov:Agent ;", "_:writer a prov:Agent ;", "no blank nodes"),
]  # fmt: skip


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=files("ontology").joinpath("shapes.ttl").read_text(), format="turtle")


def messages(turtle: str, shapes: Graph) -> set[str]:
    data = Graph().parse(data=PREFIXES + turtle, format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {str(text) for text in report.objects(None, SH.result / SH.resultMessage)}


def test_a_correct_graph_passes(shapes: Graph) -> None:
    assert messages(CORRECT, shapes) == set()


@pytest.mark.parametrize(("good", "bad", "message"), BROKEN)
def test_a_broken_graph_is_told_what_is_wrong(
    shapes: Graph, good: str, bad: str, message: str
) -> None:
    assert good in CORRECT
    assert any(message in found for found in messages(CORRECT.replace(good, bad, 1), shapes))


def test_a_statement_that_joins_the_wrong_things_is_named(shapes: Graph) -> None:
    wrong = CORRECT.replace("rdf:object :avela", "rdf:object :villagers")
    data = Graph().parse(data=PREFIXES + wrong, format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    values = {report.value(result, SH.value) for result in report.objects(predicate=SH.result)}
    assert values == {URIRef("https://example.org/id/where")}


def test_every_rule_has_a_message(shapes: Graph) -> None:
    rules = set(shapes.objects(predicate=SH.property)) - set(inner(shapes))
    assert {rule for rule in rules if (rule, SH.message, None) not in shapes} == set()
    with_node_kind = set(shapes.subjects(SH.nodeKind)) & set(
        shapes.subjects(RDF.type, SH.NodeShape)
    )
    assert {rule for rule in with_node_kind if (rule, SH.message, None) not in shapes} == set()


def inner(shapes: Graph) -> set[object]:
    """The rules inside a rule, whose message is that of the outer one."""
    return {
        part for node in shapes.objects(predicate=SH.node) for part in shapes[node : SH.property]
    }


def test_the_terms_of_the_shapes_are_defined() -> None:
    text = files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")
    vocabulary = files("ontology").joinpath("vouchgraph.ttl").read_text(encoding="utf-8")
    used = set(re.findall(r"vg:\w+", text)) - {"vg:"}
    assert {
        term for term in used if not re.search(rf"^{term} a ", vocabulary, re.MULTILINE)
    } == set()
