"""Faults planted one at a time in a correct graph: each is caught, with where it is."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from graph.dataset import make_dataset, store_of
from ontology.names import PREFIXES, predicates
from output.check import check
from output.promises import promises

if TYPE_CHECKING:
    import rdflib

# what is done to every statement that a pattern finds; ?g is the graph that it stands in
KILLED = "GRAPH ?g { ?s rdf:predicate vg:killed ; rdf:object 12 }"
POST = "GRAPH ?g { ?s rdf:predicate vg:affiliation }"
PLACED = "GRAPH ?g { ?s rdf:predicate vg:place ; prov:hadPrimarySource id:document-note }"
EVENT = "id:event-alden-bridge-collapse-1987"
COURIER = "GRAPH id:graph-courier"


def put(pattern: str, properties: str) -> str:
    """Add properties to what a pattern finds."""
    return f"INSERT {{ GRAPH ?g {{ ?s {properties} }} }} WHERE {{ {pattern} }}"


def drop(pattern: str, predicate: str) -> str:
    """Take a property away from what a pattern finds."""
    where = f"{pattern} GRAPH ?g {{ ?s {predicate} ?o }}"
    return f"DELETE {{ GRAPH ?g {{ ?s {predicate} ?o }} }} WHERE {{ {where} }}"


def change(pattern: str, predicate: str, value: str) -> str:
    """Give what a pattern finds another value."""
    return (
        f"DELETE {{ GRAPH ?g {{ ?s {predicate} ?o }} }} "
        f"INSERT {{ GRAPH ?g {{ ?s {predicate} {value} }} }} "
        f"WHERE {{ {pattern} GRAPH ?g {{ ?s {predicate} ?o }} }}"
    )


def plain(triple: str) -> str:
    """Add a triple to the graph of a document."""
    return f"INSERT DATA {{ {COURIER} {{ {triple} }} }}"


FAULTS = {
    # the promise
    "a plain triple that nobody states": (
        plain("id:organization-roads-department vg:supports id:event-inquiry"),
        "a statement that affirms it outright",
    ),
    "a plain triple of a statement that is hedged": (
        (
            "INSERT DATA { GRAPH id:graph-note { id:organization-roads-department vg:supports "
            "id:event-inquiry } }"
        ),
        "a statement that affirms it outright",
    ),
    "a plain triple of a statement that is denied": (
        plain(f"id:organization-roads-department vg:recognizes {EVENT}"),
        "a statement that affirms it outright",
    ),
    "a plain triple whose statement came to be denied": (
        (
            "DELETE { GRAPH ?g { ?s vg:polarity ?p } } "
            "INSERT { GRAPH ?g { ?s vg:polarity vg:Denied } }"
            " WHERE { GRAPH ?g { ?s rdf:predicate vg:place ; vg:polarity ?p } }"
        ),
        "a statement that affirms it outright",
    ),
    "a plain time that nobody gives": (
        plain('id:event-inquiry vg:begin "1988"^^xsd:gYear'),
        "a statement that affirms it outright",
    ),
    "a participant who is none": (
        plain(f"{EVENT} vg:participant id:person-mara-voss"),
        "a statement that affirms it outright",
    ),
    "a plain triple of sem: without ours": (
        plain(f"{EVENT} sem:hasActor id:person-mara-voss"),
        "stands beside ours",
    ),
    "a plain triple in the graph of another document": (
        (
            "INSERT DATA { GRAPH id:graph-note { id:person-mara-voss vg:affiliation "
            "id:organization-roads-department } }"
        ),
        "in the named graph of a document that states it",
    ),
    "a plain triple in the graph of all": (
        f"INSERT DATA {{ GRAPH id:graph-entities {{ {EVENT} vg:place id:place-lindvik }} }}",
        "in the named graph of a document that states it",
    ),
    "a disputed count as a plain triple": (plain(f"{EVENT} vg:killed 12"), "in statements only"),
    "a plain accusation": (
        plain("id:person-mara-voss vg:accuses id:organization-roads-department"),
        "in statements only",
    ),
    "a statement in the graph of another document": (
        (
            "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH id:graph-note { ?s ?p ?o } } WHERE "
            "{ GRAPH ?g { ?s rdf:predicate vg:says ; ?p ?o } }"
        ),
        "in the named graph of its document",
    ),
    # words and places in texts
    "a passage of another document": (
        change(KILLED, "prov:wasDerivedFrom", "id:passage-note-0"),
        "belongs to the document",
    ),
    "words before their passage": (change(KILLED, "oa:start", "0"), "inside its passage"),
    "words behind their passage": (change(KILLED, "oa:end", "9999"), "inside its passage"),
    "words that end before they begin": (change(KILLED, "oa:end", "1"), "not after the end"),
    "a mention outside its passage": (
        change("GRAPH ?g { ?s a vg:Mention ; oa:exact 'Mara Voss' }", "oa:end", "9999"),
        "A mention stands inside its passage",
    ),
    "a mention of other words": (
        change("GRAPH ?g { ?s a vg:Mention ; oa:exact 'Mara Voss' }", "oa:exact", "'Ines Falk'"),
        "is the text of its passage at that place",
    ),
    "a mention in a document that does not tell of it": (
        "DELETE WHERE { GRAPH ?g { id:person-mara-voss vg:mentionedIn ?d } }",
        "mentioned in",
    ),
    "a passage that is shorter than its place": (
        change("GRAPH ?g { ?s oa:exact ?text ; a oa:TextQuoteSelector }", "oa:exact", "'short'"),
        "as many characters as its place",
    ),
    "two passages of one index": (
        change("GRAPH ?g { ?s a vg:Passage ; vg:sentenceIndex 1 }", "vg:sentenceIndex", "0"),
        "have the same index",
    ),
    "more mentions than are counted": (
        change("GRAPH ?g { ?s a vg:Event ; vg:mentionCount 3 }", "vg:mentionCount", "1"),
        "no more mentions than are counted",
    ),
    # order
    "an event that ends before it begins": (
        change(f"BIND({EVENT} AS ?s)", "vg:end", '"1986-05-03"^^xsd:date'),
        "does not end before it begins",
    ),
    "an event that is part of itself": (
        plain(f"{EVENT} vg:partOf {EVENT}"),
        "does not relate a thing to itself",
    ),
    "a circle of parts": (
        plain(f"{EVENT} vg:partOf id:event-inquiry . id:event-inquiry vg:partOf {EVENT}"),
        "leads back to where it began",
    ),
    "a circle of places": (
        plain("id:place-lindvik vg:locatedIn id:x . id:x vg:locatedIn id:place-lindvik"),
        "leads back to where it began",
    ),
    "a circle of counts": (
        (
            "INSERT { GRAPH ?g { ?whole vg:partOfStatement ?part } } "
            "WHERE { GRAPH ?g { ?part vg:partOfStatement ?whole } }"
        ),
        "leads back to where it began",
    ),
    "a count that is part of another document's": (
        (
            "INSERT { GRAPH ?g { ?s vg:partOfStatement ?t } } WHERE { "
            "GRAPH ?g { ?s rdf:object 9 } GRAPH ?h { ?t rdf:object 12 } }"
        ),
        "of the same document, event and kind",
    ),
    "a statement about itself": (
        change(PLACED, "rdf:object", EVENT),
        "A statement does not relate a thing to itself",
    ),
    "a group of what is no count": (put(PLACED, "vg:group vg:Women"), "Only a count has a group"),
    "a saying without words": (
        change("GRAPH ?g { ?s rdf:predicate vg:says }", "rdf:object", "' '"),
        "at least one word",
    ),
    # posts
    "a time of a post on what is none": (put(PLACED, "vg:held vg:Then"), "Only a post"),
    "a post that ends before it begins": (
        put(POST, 'vg:from "2003"^^xsd:gYear ; vg:until "1999-05"^^xsd:gYearMonth'),
        "A post does not end before it begins",
    ),
    "a post until no date": (put(POST, "vg:until 'the end'"), "until one date"),
    "a post from two dates": (
        put(POST, 'vg:from "1999"^^xsd:gYear , "2000"^^xsd:gYear'),
        "from one date",
    ),
    "a post of no known time": (put(POST, "vg:held vg:Affirmed"), "concept of vg:Tenures"),
    # things that are not there
    "a statement of a thing that is not described": (
        change(PLACED, "rdf:object", "id:place-nowhere"),
        "is a place",
    ),
    "a speaker whom nobody describes": (
        change(KILLED, "prov:wasAttributedTo", "id:person-nobody"),
        "has a name",
    ),
    "a mention of nothing": (
        drop("GRAPH ?g { ?s a vg:Mention ; oa:exact 'Mara Voss' }", "vg:refersTo"),
        "refers",
    ),
    "a thing without a name": (drop("GRAPH ?g { ?s a vg:Place }", "skos:prefLabel"), "name"),
    "a document without a title": (
        drop("GRAPH ?g { ?s a vg:Document ; dct:source 'note.txt' }", "dct:title"),
        "title",
    ),
    "a place that becomes a concept": (
        put("GRAPH ?g { ?s a vg:Place }", "skos:exactMatch <https://example.org/lindvik>"),
        "would make a concept",
    ),
    "a text as the same thing elsewhere": (
        put("GRAPH ?g { ?s a vg:Place }", "schema:sameAs 'Lindvik'"),
        "is an IRI",
    ),
    "an event of no known type": (
        change("GRAPH ?g { ?s a vg:Event ; vg:mentionCount 3 }", "vg:eventType", "vg:Women"),
        "concept of vg:EventTypes",
    ),
    "a salience over 1": (
        change("GRAPH ?g { ?s a vg:Event ; vg:mentionCount 3 }", "vg:salience", "1.5"),
        "from 0 to 1",
    ),
    "an earliest day behind the latest": (
        change(f"BIND({EVENT} AS ?s)", "vg:earliest", '"1999-01-01"^^xsd:date'),
        "earliest",
    ),
    # terms
    "a property that is unknown": (
        plain(f"{EVENT} vg:perpetrator id:person-mara-voss"),
        "no term https://w3id.org/vouchgraph/ns#perpetrator",
    ),
    "a class that is unknown": (plain(f"{EVENT} a vg:Battle"), "no term .*#Battle"),
    "a concept that is unknown": (change(KILLED, "vg:bound", "vg:Perhaps"), "concept of vg:Bounds"),
    "a predicate of no statement": (
        change(KILLED, "rdf:predicate", "vg:mentionedIn"),
        "one of the vocabulary",
    ),
    "a latitude off the globe": (
        change("GRAPH ?g { ?s a vg:Place }", "geo:lat", "95.0"),
        "a latitude from -90 to 90",
    ),
    "a latitude without a longitude": (
        drop("GRAPH ?g { ?s a vg:Place }", "geo:long"),
        "both or none",
    ),
    # form
    "a statement without a speaker": (drop(KILLED, "prov:wasAttributedTo"), "who says it"),
    "a statement without a sentence": (drop(KILLED, "prov:wasDerivedFrom"), "exactly one passage"),
    "a statement of two documents": (
        put(KILLED, "prov:hadPrimarySource id:document-note"),
        "exactly one document",
    ),
    "a confidence over 1": (change(KILLED, "vg:confidence", "1.5"), "from 0 to 1"),
    "a count below zero": (change(KILLED, "rdf:object", "-12"), "0 or more"),
    "a count of nobody": (drop(KILLED, "vg:group"), "who is counted"),
    "a count of a person": (change(KILLED, "rdf:subject", "id:person-mara-voss"), "is an event"),
    "a date of no calendar": (
        change("GRAPH ?g { ?s a vg:Document }", "dct:date", '"1997-13-45"^^xsd:date'),
        "date",
    ),
    "two names of one language": (
        put("GRAPH ?g { ?s a vg:Place }", "skos:prefLabel 'Lyndvik'@en"),
        "one for each language",
    ),
    "a node without an IRI": (plain("[] a vg:Place"), "no blank nodes"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_caught_with_its_place(dataset: rdflib.Dataset, name: str) -> None:
    update, message = FAULTS[name]
    broken = plant(dataset, update)
    found = [one for one in check(broken) if re.search(message, one.message)]
    assert found
    assert all(one.focus and one.shape.startswith("https://w3id.org/") for one in found)


def plant(dataset: rdflib.Dataset, update: str) -> rdflib.Dataset:
    store = ox.Store()
    store.bulk_extend(store_of(dataset))
    before = set(store)
    names = {**PREFIXES, "id": "https://example.org/id/"}
    store.update(update, prefixes=names)
    assert set(store) != before
    return make_dataset(store, prefixes=names)


def test_a_fault_names_the_sentence_and_the_shape_once(dataset: rdflib.Dataset) -> None:
    broken = plant(dataset, change(KILLED, "vg:confidence", "1.5"))
    (problem,) = check(broken)
    assert problem.shape == "https://w3id.org/vouchgraph/shapes#confidence"
    assert problem.sentence.startswith("“At least 12 people were killed")
    assert str(problem).endswith(f"[confidence] “{problem.sentence}”")


def test_the_same_graph_gives_the_same_report(dataset: rdflib.Dataset) -> None:
    updates = [FAULTS["words behind their passage"][0], FAULTS["a circle of parts"][0]]
    one = plant(plant(dataset, updates[0]), updates[1])
    other = plant(plant(dataset, updates[1]), updates[0])
    assert check(one) == check(other)


def test_other_engines_can_ask_what_is_promised(dataset: rdflib.Dataset) -> None:
    broken = plant(dataset, FAULTS["a passage of another document"][0])
    rules = files("ontology").joinpath("promises.ttl").read_text(encoding="utf-8")
    assert check(dataset, shapes=rules) == []
    (problem,) = check(broken, shapes=rules)[:1]
    assert "belongs to the document" in problem.message


def test_every_predicate_that_is_materialised_is_promised_a_statement() -> None:
    query = promises()["has-statement"][1]
    names = [name for name, one in predicates().items() if one.materialised]
    assert [name for name in names if f"vg:{name}" not in query] == []
