from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib

from graph.dataset import load_dataset, make_dataset
from graph.errors import QueryError
from ontology.names import PREFIXES, VG
from output.engine.guard import is_ordered
from output.formats import write
from output.query import examples, find_example
from output.results import ask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def of_example(dataset: rdflib.Dataset | rdflib.Graph, name: str) -> list[dict[str, str]]:
    text = find_example(name).text
    answer = ask(dataset, text) if isinstance(dataset, rdflib.Dataset) else dataset.query(text)
    # rdflib gives None where a group has no value
    rows = (sorted(row.items()) for row in answer.bindings)
    return [{str(column): str(cell) for column, cell in row if cell is not None} for row in rows]


def cells(rows: list[dict[str, str]], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.get(column, "") for column in columns) for row in rows]


def test_every_example_says_in_its_first_line_what_it_answers() -> None:
    assert len(examples()) >= 12
    for example in examples().values():
        assert example.text.startswith("# ")
        assert len(example.title.split()) >= 4


def test_an_unknown_example_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        QueryError, match="no example 'nothing'; one of: between, characterizations,"
    ):
        find_example("nothing")


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_gives_its_rows_in_one_order_and_names_no_graph(name: str) -> None:
    text = find_example(name).text
    assert is_ordered(text)
    assert "GRAPH" not in text


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_brings_its_prefixes_and_gives_iris(name: str) -> None:
    text = find_example(name).text
    bare = ox.Store().query(text)
    assert isinstance(bare, ox.QuerySolutions)
    assert any(variable.value.endswith("Iri") for variable in bare.variables)
    declared = set(re.findall(r"^PREFIX (\w+):", text, re.MULTILINE))
    assert all(len(re.findall(rf"\b{prefix}:", text)) > 1 for prefix in declared)


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_answers_the_same_on_turtle_on_named_graphs_and_in_rdflib(
    dataset: rdflib.Dataset, tmp_path: Path, name: str
) -> None:
    write(dataset, tmp_path / "graph.ttl", mentions=True)
    rows = of_example(dataset, name)
    assert rows or name in {"commemorations", "participants"}
    assert of_example(load_dataset(tmp_path / "graph.ttl"), name) == rows
    memory = rdflib.Graph(bind_namespaces="none").parse(tmp_path / "graph.ttl")
    assert sorted(map(str, of_example(memory, name))) == sorted(map(str, rows))


def test_events_have_time_and_place(dataset: rdflib.Dataset) -> None:
    assert cells(of_example(dataset, "events"), "event", "begin", "place") == [
        ("Alden Bridge collapse", "1987-05-03", "Lindvik"),
        ("inquiry", "", ""),
    ]


def test_people_have_their_roles(dataset: rdflib.Dataset) -> None:
    (row,) = cells(of_example(dataset, "people"), "person", "role", "affiliation", "mentions")
    assert row == ("Mara Voss", "chief engineer", "Roads Department", "1")


def test_counts_say_who_gives_them(dataset: rdflib.Dataset) -> None:
    rows = cells(of_example(dataset, "counts"), "count", "speaker")
    assert rows == [("4", "Mara Voss"), ("9", "author of note"), ("12", "Mara Voss")]


def test_documents_that_differ_on_a_count_are_found(dataset: rdflib.Dataset) -> None:
    (row,) = of_example(dataset, "disagreements")
    assert (row["event"], row["lower"], row["higher"]) == ("Alden Bridge collapse", "9", "12")
    assert (row["lowerDocument"], row["higherDocument"]) == ("note", "Ten years after the bridge")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("29000", "Exactly"), ("30000", "Exactly"), True),
        (("29000", "About"), ("30000", "About"), True),
        (("29000", ""), ("30000", ""), True),
        (("29000", "AtLeast"), ("30000", "Exactly"), False),
        (("29000", "AtMost"), ("30000", "AtLeast"), True),
        (("29000", "AtMost"), ("30000", "Exactly"), True),
        (("29000", "Exactly"), ("30000", "AtMost"), False),
        (("29000", "AtLeast"), ("30000", "AtMost"), False),
        (("29000", "Exactly"), ("29000", "Exactly"), False),
    ],
)
def test_two_counts_disagree_where_their_bounds_leave_no_number(
    one: tuple[str, str], other: tuple[str, str], *, differ: bool
) -> None:
    rows = of_example(make_counts([one, other]), "disagreements")
    assert bool(rows) == differ
    if differ:
        assert (rows[0]["lower"], rows[0]["higher"]) == ("29000", "30000")


def test_a_document_that_gives_two_counts_does_not_disagree_with_itself() -> None:
    counts = [("5", "Exactly"), ("7", "Exactly")]
    assert of_example(make_counts(counts, documents=1), "disagreements") == []


def test_the_rows_of_disagreements_grow_with_the_counts() -> None:
    counts = [("5", "Exactly")] * 30 + [("7", "Exactly")] * 30
    (row,) = of_example(make_counts(counts), "disagreements")
    assert (row["lowerDocuments"], row["higherDocuments"]) == ("30", "30")


def test_two_speakers_of_one_document_disagree() -> None:
    counts = [("5", "Exactly"), ("7", "Exactly")]
    (row,) = of_example(make_counts(counts, documents=1, speakers=2), "disagreements")
    assert cells([row], "lowerSpeaker", "lowerDocument") == [("v0", "d0")]
    assert cells([row], "higherSpeaker", "higherDocument") == [("v1", "d0")]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("1987-05-03", "1987-05-04", True),
        ("1987-04", "1987-05-04", True),
        ("1986", "1987", True),
        ("1987", "1987-05-04", False),
        ("1987-05", "1987-05-04", False),
        ("1987-05-04", "1987-05-04", False),
    ],
)
def test_two_times_disagree_where_neither_lies_in_the_other(
    one: str, other: str, *, differ: bool
) -> None:
    rows = of_example(make_times([one, other]), "disagreements")
    assert cells(rows, "lower", "higher", "group") == [(one, other, "")] * differ


def make_times(times: list[str]) -> rdflib.Dataset:
    """One event whose begin is told, by a document and a speaker each."""
    return make_said(
        f"""id:s{i} rdf:subject id:e ; rdf:predicate vg:begin ; rdf:object "{time}"^^{kind} ;
            vg:polarity vg:Affirmed ;
            prov:hadPrimarySource id:d{i} ; prov:wasAttributedTo id:v{i} .
        id:d{i} dct:title "d{i}" . id:v{i} skos:prefLabel "v{i}" ."""
        for i, time in enumerate(times)
        for kind in [("xsd:gYear", "xsd:gYearMonth", "xsd:date")[time.count("-")]]
    )


def make_counts(
    counts: list[tuple[str, str]], *, documents: int = 100, speakers: int = 1
) -> rdflib.Dataset:
    """One event whose dead are counted, by a document each."""
    return make_said(
        f"""id:s{i} rdf:subject id:e ; rdf:predicate vg:killed ; rdf:object {number} ;
            vg:group vg:Everyone ; vg:polarity vg:Affirmed ;
            prov:hadPrimarySource id:d{i % documents} ; prov:wasAttributedTo id:v{i % speakers} .
        id:d{i % documents} dct:title "d{i % documents}" .
        id:v{i % speakers} skos:prefLabel "v{i % speakers}" .
        {f"id:s{i} vg:bound vg:{bound} ." if bound else ""}"""
        for i, (number, bound) in enumerate(counts)
    )


def make_said(said: Iterable[str]) -> rdflib.Dataset:
    """Statements about an event, in Turtle."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    text = f'{prefixes} @prefix id: <urn:x:> . id:e skos:prefLabel "e" . {" ".join(said)}'
    return make_dataset(ox.parse(text, format=ox.RdfFormat.TURTLE), prefixes={})


def test_denials_are_found(dataset: rdflib.Dataset) -> None:
    (row,) = of_example(dataset, "denials")
    assert (row["speaker"], row["subject"]) == ("Ines Falk", "Roads Department")
    assert row["sentence"] == "The Roads Department never recognized the collapse."


def test_every_statement_is_said_by_someone_in_a_sentence(dataset: rdflib.Dataset) -> None:
    rows = of_example(dataset, "who-says-what")
    assert len(rows) == 13
    assert {len(row) for row in rows} == {11}


def test_places_have_coordinates(dataset: rdflib.Dataset) -> None:
    columns = ("place", "latitude", "longitude", "mentions", "events")
    assert cells(of_example(dataset, "places"), *columns) == [
        ("Lindvik", "59.1", "10.25", "2", "1")
    ]


def test_events_are_found_by_the_coordinates_of_their_places(dataset: rdflib.Dataset) -> None:
    (row,) = of_example(dataset, "map")
    assert (row["event"], row["latitude"]) == ("Alden Bridge collapse", "59.1")


def test_sources_tell_how_much_each_says(dataset: rdflib.Dataset) -> None:
    rows = cells(of_example(dataset, "sources"), "title", "author", "statements")
    assert rows == [("Ten years after the bridge", "Ines Falk", "8"), ("note", "", "5")]


def test_what_each_document_calls_a_thing_is_found(dataset: rdflib.Dataset) -> None:
    rows = cells(of_example(dataset, "names"), "thing", "called", "document")
    assert ("Alden Bridge collapse", "collapsed", "Ten years after the bridge") in rows
    assert ("Alden Bridge collapse", "The Alden Bridge collapse", "note") in rows


def test_the_first_mention_is_in_the_earliest_document(dataset: rdflib.Dataset) -> None:
    rows = cells(of_example(dataset, "first-mention"), "thing", "date", "sentence")
    found = {thing: (date, sentence[:20]) for thing, date, sentence in rows}
    assert len(rows) == 5
    assert found["Lindvik"] == ("1997-05-03", "Alden Bridge collaps")
    assert found["inquiry"] == ("", "The Roads Department")


def test_what_one_document_says_is_told_from_what_several_say(dataset: rdflib.Dataset) -> None:
    several = cells(of_example(dataset, "several-sources"), "predicate", "object", "documents")
    assert several == [(VG + "place", "Lindvik", "2")]
    one = cells(of_example(dataset, "one-source"), "predicate", "object", "document")
    assert (VG + "killed", "9", "note") in one
    assert all(row[0] != VG + "place" for row in one)


def test_hedged_statements_are_found(dataset: rdflib.Dataset) -> None:
    (row,) = cells(of_example(dataset, "hedged"), "subject", "predicate", "object")
    assert row == ("Roads Department", VG + "supports", "inquiry")


def test_the_sentences_behind_a_triple_are_found(dataset: rdflib.Dataset) -> None:
    rows = of_example(dataset, "evidence")
    placed = [row for row in rows if row["predicate"] == VG + "place"]
    assert {row["document"] for row in placed} == {"Ten years after the bridge", "note"}
    assert all("Lindvik" in row["sentence"] for row in placed)


def test_who_relies_on_a_speaker_is_told_with_the_share(dataset: rdflib.Dataset) -> None:
    rows = cells(of_example(dataset, "relied-on"), "speaker", "document", "statements", "all")
    assert ("Mara Voss", "Ten years after the bridge", "3", "8") in rows
    assert ("author of note", "note", "5", "5") in rows
