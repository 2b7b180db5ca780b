from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.dataset import make_dataset, store_of
from graph.iris import Names
from graph.model import Concept, Qualifiers, Value
from graph.network import make_network
from graph.rdf import describe
from ontology.names import VG

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from graph.model import Findings
    from graph.resolved import Resolution

NAMES = Names()
EVENT = NAMES.of("event-alden-bridge-collapse-1987")
ROADS = NAMES.of("organization-roads-department")
VOSS = NAMES.of("person-mara-voss")


def only_edge(network: nx.MultiDiGraph[str], subject: str, value: str) -> dict[str, Any]:
    (edge,) = network.get_edge_data(subject, value).values()
    return dict(edge)


def marked(edge: dict[str, Any], which: str) -> str:
    start, end = edge[f"{which}_span"]
    return str(edge["sentence"][start:end])


def test_each_entity_is_a_node_with_what_is_known_of_it(network: nx.MultiDiGraph[str]) -> None:
    node = network.nodes[EVENT]
    assert len(network) == 5
    assert node["label"] == "Alden Bridge collapse"
    assert node["kind"] == "Event"
    assert node["event_type"] == "Disaster"
    assert (node["begin"], node["end"]) == ("1987-05-03", "1987-05-04")
    assert node["alt_labels"] == ("collapse", "collapsed")
    assert node["mention_count"] == 3
    assert node["documents"] == ("Ten years after the bridge", "note")


def test_a_node_tells_whether_the_texts_name_it_and_how_much_they_tell(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    described = tuple(replace(e, is_named=e.kind != "Person") for e in resolution.entities)
    quads = [*describe(findings, replace(resolution, entities=described))]
    network = make_network(make_dataset(quads, prefixes={}))
    assert (network.nodes[VOSS]["named"], network.nodes[ROADS]["named"]) == (False, True)
    assert network.nodes[VOSS]["salience"] == 0


def test_a_statement_between_two_entities_is_an_edge_under_its_iri(
    network: nx.MultiDiGraph[str], dataset: rdflib.Dataset
) -> None:
    keys = {key for _, _, key in network.edges(keys=True)}
    assert len(keys) == 5
    statements = {q.subject.value for q in store_of(dataset) if q.object.value == VG + "Statement"}
    assert keys < statements


def test_an_edge_shows_the_sentence_with_its_subject_relation_and_object(
    network: nx.MultiDiGraph[str],
) -> None:
    edge = only_edge(network, VOSS, ROADS)
    assert marked(edge, "subject") == "Mara Voss"
    assert marked(edge, "relation") == "chief engineer of"
    assert marked(edge, "object") == "Roads Department"
    assert edge["role"] == "chief engineer"
    assert edge["speaker"] == "Ines Falk"
    assert edge["speaker_iris"] == (NAMES.of("agent-ines-falk"),)
    assert edge["speaker_names"] == ("Ines Falk",)
    assert edge["document"] == "Ten years after the bridge"
    assert edge["sentence_index"] == 1


def test_a_denial_is_an_edge_that_says_so(network: nx.MultiDiGraph[str]) -> None:
    edge = only_edge(network, ROADS, EVENT)
    assert (edge["predicate"], edge["polarity"]) == ("recognizes", "Denied")


def test_dates_counts_characterisations_and_words_are_facts(network: nx.MultiDiGraph[str]) -> None:
    facts = [(f["predicate"], f["value"], f["group"]) for f in network.nodes[EVENT]["facts"]]
    assert facts == [
        ("begin", "1987-05-03", ""),
        ("begin", "1987-05", ""),
        ("characterizedAs", "Accident", ""),
        ("end", "1987-05-04", ""),
        ("killed", "4", "Children"),
        ("killed", "12", "Everyone"),
        ("killed", "9", "Everyone"),
    ]
    (said,) = network.nodes[VOSS]["facts"]
    assert said["value"].startswith("At least 12 people")


def test_of_two_mentions_the_one_nearer_to_the_relation_is_marked(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    note = findings[1]
    said = next(s for s in note.statements if s.predicate == "supports")
    roads = next(e for e in resolution.entities if e.id == "organization-roads-department")
    # "The" of the same sentence, as if it named the department too
    first = next(m for m in note.mentions if m.key == said.subject)
    farther = replace(first, start=first.start - 4, end=first.start - 1, text="The")
    named = replace(roads, mentions=(*roads.mentions, farther.key))
    entities = tuple(named if e is roads else e for e in resolution.entities)
    quads = describe(
        [replace(note, mentions=(*note.mentions, farther))], replace(resolution, entities=entities)
    )
    network = make_network(make_dataset(quads, prefixes={}))
    assert marked(only_edge(network, ROADS, NAMES.of("event-inquiry")), "subject") == (
        "Roads Department"
    )


def test_without_mentions_there_are_no_spans_of_subject_and_object(
    dataset: rdflib.Dataset, network: nx.MultiDiGraph[str]
) -> None:
    mentions = {q.subject for q in store_of(dataset) if q.object.value == VG + "Mention"}
    plain = [q for q in store_of(dataset) if q.subject not in mentions]
    edge = only_edge(make_network(make_dataset(plain, prefixes={})), VOSS, ROADS)
    whole = only_edge(network, VOSS, ROADS)
    assert edge == {**whole, "subject_span": None, "object_span": None}


def test_words_that_read_like_the_iri_of_an_entity_stay_words(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    courier = findings[0]
    said = next(s for s in courier.statements if s.predicate == "says")
    quads = describe(
        [replace(courier, statements=(replace(said, object=Value(ROADS)),))], resolution
    )
    network = make_network(make_dataset(quads, prefixes={}))
    assert not network.edges
    assert network.nodes[VOSS]["facts"][0]["value"] == ROADS


def test_a_group_of_the_text_is_shown_by_its_name(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    courier = findings[0]
    voss = next(m for m in courier.mentions if m.text == "Mara Voss").key
    said = next(s for s in courier.statements if s.predicate == "killed")
    grouped = replace(said, qualifiers=Qualifiers(group=voss, bound=Concept("About")))
    quads = describe([replace(courier, statements=(grouped,))], resolution)
    (fact,) = make_network(make_dataset(quads, prefixes={})).nodes[EVENT]["facts"]
    assert (fact["group"], fact["bound"]) == ("Mara Voss", "About")


def test_the_order_of_nodes_and_edges_does_not_depend_on_that_of_the_triples(
    dataset: rdflib.Dataset, network: nx.MultiDiGraph[str]
) -> None:
    backwards = make_network(make_dataset(reversed(list(store_of(dataset))), prefixes={}))
    assert list(backwards.nodes(data=True)) == list(network.nodes(data=True))
    assert list(backwards.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_an_empty_graph_is_an_empty_network() -> None:
    assert len(make_network(make_dataset([], prefixes={}))) == 0


def test_documents_come_with_their_dates_and_sentences(network: nx.MultiDiGraph[str]) -> None:
    documents = {one["title"]: one for one in network.graph["documents"]}
    years = documents["Ten years after the bridge"]
    assert years["date"].startswith("19")
    assert years["source"]
    indices = [index for index, *_ in years["sentences"]]
    assert indices == sorted(set(indices))
    assert all(words for *_, words in years["sentences"])
