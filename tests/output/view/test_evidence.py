from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from output.view.evidence import ENTITY_COLUMNS, STATEMENT_COLUMNS, clean, gather
from tests.output.view.conftest import BASE, GAZETTE, entity, statement


def named(tables: dict[str, Any], name: str) -> list[dict[str, Any]]:
    columns = ENTITY_COLUMNS if name == "entity" else STATEMENT_COLUMNS
    rows = tables["entities" if name == "entity" else "statements"]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def test_the_tables_tell_what_the_network_holds(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    tables = json.loads(json.dumps(gather(ferry(role="director"))))
    event, person, gazette = named(tables, "entity")
    edge, fact = named(tables, "statement")
    text = tables["texts"]
    assert (event["label"], text[event["kind"]], event["begin"]) == (
        "Opening of the ferry line",
        "Event",
        "1987-05-02",
    )
    assert person["others"] == ["A. Weiss"]
    assert [text[title] for title in person["titles"]] == ["A new ferry line"]
    assert (edge["subject"], text[edge["predicate"]], edge["object"]) == (0, "agent", 1)
    assert (text[edge["speaker"]], text[edge["role"]]) == ("Harbour Gazette", "director")
    assert (edge["confidence"], edge["denied"], edge["hedged"]) == (0.75, 0, 0)
    assert (gazette["label"], text[gazette["kind"]], fact["voices"]) == ("Harbour Gazette", "", [2])
    assert edge["voices"] == []
    assert (fact["object"], fact["value"], text[fact["bound"]]) == (-1, "3", "AtLeast")


def test_a_sentence_is_held_once_and_its_spans_still_fit(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    tables = gather(ferry())
    edge, _ = named(tables, "statement")
    assert len(tables["sentences"]) == 1
    sentence, document, index, page, start = tables["sentences"][edge["sentence"]]
    assert sentence[slice(*edge["objectSpan"])] == "Anna Weiss"
    assert sentence[slice(*edge["relationSpan"])] == "opened"
    assert (index, page, start) == (2, 7, -1)
    assert tables["texts"][tables["documents"][document][0]] == "A new ferry line"


def test_denied_and_hedged_are_marked(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    edge, _ = named(gather(ferry(polarity="Denied", certainty="Hedged")), "statement")
    assert (edge["denied"], edge["hedged"]) == (1, 1)


def test_when_a_post_is_held_is_told_in_words(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    def when(**given: str) -> str:
        tables = gather(ferry(**given))
        return str(tables["texts"][named(tables, "statement")[0]["time"]])

    assert when(**{"from": "1999", "until": "2003-05"}) == "from 1999 until 2003-05"
    assert when(until="2003", held="Formerly") == "until 2003"
    assert when(held="Formerly") == "formerly"
    assert when() == ""


def test_a_span_that_is_not_known_is_zero(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    edge, _ = named(gather(ferry(object_span=None)), "statement")
    assert edge["objectSpan"] == 0


def test_the_order_of_insertion_does_not_matter(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    network = ferry()
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    for subject, target, key, data in network.edges(keys=True, data=True):
        turned.add_edge(subject, target, key=key, **data)
    assert gather(turned) == gather(network)


@given(st.text(st.characters()))
def test_cleaning_keeps_the_length_and_what_utf_8_can_hold(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned


def test_a_voice_that_is_in_the_network_has_no_second_row(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    network = ferry()
    network.add_node(GAZETTE, **entity("Harbour Gazette", "Organization", salience=0.25))
    tables = gather(network)
    assert [row["label"] for row in named(tables, "entity")].count("Harbour Gazette") == 1
    assert {row["salience"] for row in named(tables, "entity")} == {0.0, 0.25}


def test_an_entity_without_a_label_is_called_by_its_iri(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    network = ferry()
    network.add_node("https://example.org/id/person-nobody", **entity(" "))
    labels = {row["label"] for row in named(gather(network), "entity")}
    assert "https://example.org/id/person-nobody" in labels


def test_a_confidence_that_is_no_number_is_zero(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    edge, _ = named(gather(ferry(confidence=float("nan"))), "statement")
    assert edge["confidence"] == 0


def test_whole_documents_come_along_so_that_people_can_read_on(
    ferry: Callable[..., nx.MultiDiGraph[str]],
) -> None:
    network = ferry()
    known = network.nodes[BASE + "event-opening"]["facts"][0]
    before = (1, 7, 40, "The sea was calm.")
    own = (known["sentence_index"], known["page"], 58, known["sentence"])
    document = {
        "iri": known["document_iri"],
        "title": known["document"],
        "date": "1987-05-03",
        "source": "ferry.txt",
        "sentences": (before, own),
    }
    network.graph["documents"] = (document,)
    tables = gather(network)
    (row,) = tables["documents"]
    assert row[1:] == [known["document_iri"], "1987-05-03", "ferry.txt"]
    assert tables["sentences"] == [
        [known["sentence"], 0, 2, 7, 58],
        ["The sea was calm.", 0, 1, 7, 40],
    ]


def test_no_sentence_leaves_where_none_may(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    network = ferry()
    quote = statement("says", value="Nobody drowned", statement=BASE + "statement-3")
    facts = network.nodes[BASE + "event-opening"]["facts"]
    network.nodes[BASE + "event-opening"]["facts"] = (*facts, quote)
    page = json.dumps(gather(network, sentences=False))
    assert "Nobody drowned" not in page
    assert "opened the ferry" not in page
    assert "A new ferry line" in page


def test_a_statement_has_the_kind_of_its_source(ferry: Callable[..., nx.MultiDiGraph[str]]) -> None:
    network = ferry(speaker_iris=(BASE + "person-anna-weiss", GAZETTE), speaker_names=("A", "B"))
    tables = gather(network)
    edge, fact = named(tables, "statement")
    assert (tables["texts"][edge["source"]], tables["texts"][fact["source"]]) == ("Person", "")
