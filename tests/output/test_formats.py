from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from graph.dataset import load_dataset, make_dataset, store_of
from graph.errors import FormatError
from ontology.names import VG, XSD
from output.formats import FORMATS, name_of, serialize, write
from output.jsonld import write_jsonld

GOLDEN = Path(__file__).parent / "golden.ttl"


def test_the_turtle_of_two_small_documents_is_as_it_was_read_by_hand(
    dataset: rdflib.Dataset,
) -> None:
    assert serialize(dataset).decode() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_order_of_the_triples_does_not_show_in_the_bytes(
    dataset: rdflib.Dataset, name: str
) -> None:
    quads = list(store_of(dataset))
    base = {"id": str(dict(dataset.namespaces())["id"])}
    backwards = make_dataset(reversed(quads), prefixes=base)
    assert serialize(dataset, name=name) == serialize(backwards, name=name)


def test_hashing_does_not_show_in_the_bytes() -> None:
    code = (
        "import sys; from graph.dataset import load_dataset; from output.formats import serialize;"
        "sys.stdout.buffer.write(b''.join(serialize(load_dataset(sys.argv[1]), name=name)"
        " for name in ('turtle', 'trig', 'jsonld', 'graphml')))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(GOLDEN)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld"])
def test_a_format_of_named_graphs_loses_nothing(
    dataset: rdflib.Dataset, name: str, tmp_path: Path
) -> None:
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write(dataset, path)
    assert set(store_of(load_dataset(path))) == set(store_of(dataset))


@pytest.mark.parametrize("name", ["turtle", "ntriples"])
def test_a_plain_format_leaves_mentions_out_unless_asked(
    dataset: rdflib.Dataset, name: str
) -> None:
    assert f"{VG}Mention".encode() not in serialize(dataset, name=name)
    assert b"mention-courier-" not in serialize(dataset, name=name)
    assert b"mention-courier-" in serialize(dataset, name=name, mentions=True)


def test_turtle_with_mentions_is_the_union_of_the_named_graphs(dataset: rdflib.Dataset) -> None:
    written = serialize(dataset, mentions=True)
    read = {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}
    assert read == {quad.triple for quad in store_of(dataset)}


def test_rdflib_reads_turtle_and_ntriples_alike(dataset: rdflib.Dataset) -> None:
    turtle = rdflib.Graph().parse(data=serialize(dataset), format="turtle")
    ntriples = rdflib.Graph().parse(data=serialize(dataset, name="ntriples"), format="nt")
    assert isomorphic(turtle, ntriples)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own code
@pytest.mark.parametrize(("name", "parser"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_every_quad(dataset: rdflib.Dataset, name: str, parser: str) -> None:
    read = rdflib.Dataset()
    read.parse(data=serialize(dataset, name=name), format=parser)
    assert len(list(read.quads())) == len(store_of(dataset))


def test_each_subject_of_turtle_begins_with_its_types(dataset: rdflib.Dataset) -> None:
    blocks = serialize(dataset).decode().replace(" ;\n\t", "; ").splitlines()
    subjects = [line for line in blocks if line and line[0] not in "@\t"]
    assert all(line.split()[1] == "a" for line in subjects)
    assert len({line.split()[0] for line in subjects}) == len(subjects)


def test_jsonld_carries_its_context_inside(dataset: rdflib.Dataset) -> None:
    document = json.loads(serialize(dataset, name="jsonld"))
    assert document["@context"]["vg"] == VG
    assert b'"@context": "http' not in serialize(dataset, name="jsonld")


def test_an_iri_whose_scheme_is_like_a_prefix_survives_jsonld() -> None:
    odd = ox.NamedNode("geo:59.1,10.2")
    known = ox.NamedNode("http://www.w3.org/2003/01/geo/wgs84_pos#lat")
    quad = ox.Quad(odd, known, ox.Literal("x"), ox.DefaultGraph())
    written = serialize(make_dataset([quad], prefixes={}), name="jsonld")
    assert list(ox.parse(written, format=ox.RdfFormat.JSON_LD)) == [quad]


def test_graph_tools_read_the_network(dataset: rdflib.Dataset, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    write(dataset, path)
    network = nx.read_graphml(path, force_multigraph=True)
    assert len(network) == 5
    assert network.number_of_edges() == 5
    event = network.nodes["https://example.org/id/event-alden-bridge-collapse-1987"]
    assert event["label"] == "Alden Bridge collapse"
    assert "killed: 12 (Ten years after the bridge)" in event["facts"]


def test_an_unknown_format_is_refused_with_the_known_ones(dataset: rdflib.Dataset) -> None:
    with pytest.raises(FormatError, match="no format 'yaml'; one of: entities, gexf, graphml"):
        serialize(dataset, name="yaml")


def test_an_unknown_suffix_is_refused_with_the_known_ones() -> None:
    with pytest.raises(FormatError, match=r"'graph\.doc'.*\.ttl"):
        name_of(Path("graph.doc"))


def test_an_empty_graph_can_be_written_in_every_format() -> None:
    for name in FORMATS:
        assert serialize(make_dataset([], prefixes={}), name=name) is not None


def test_the_suffix_of_each_format_tells_it() -> None:
    assert {name_of(Path("graph" + one.suffix)) for one in FORMATS.values()} == set(FORMATS)


def test_rdfxml_holds_the_same_triples(dataset: rdflib.Dataset) -> None:
    xml = rdflib.Graph().parse(data=serialize(dataset, name="rdfxml"), format="xml")
    assert isomorphic(xml, rdflib.Graph().parse(data=serialize(dataset), format="turtle"))


def test_rdf_12_adds_the_triple_of_each_statement_and_states_none(dataset: rdflib.Dataset) -> None:
    written = serialize(dataset, name="turtle12")
    triples = {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}
    plain = {quad.triple for quad in ox.parse(serialize(dataset), format=ox.RdfFormat.TURTLE)}
    added = triples - plain
    assert plain < triples
    assert len(added) == 13
    assert all(isinstance(one.object, ox.Triple) for one in added)
    counts = {one.object for one in added if "killed" in str(one.object)}
    assert counts
    assert not counts & triples


def test_statements_are_a_table_with_their_sentences(dataset: rdflib.Dataset) -> None:
    rows = list(csv.DictReader(io.StringIO(serialize(dataset, name="statements").decode())))
    assert len(rows) == 13
    (row,) = [row for row in rows if row["object"] == "12"]
    assert (row["predicate"], row["bound"], row["speakerName"]) == (
        "killed",
        "AtLeast",
        "Mara Voss",
    )
    assert row["sentence"].startswith("“At least 12 people")


def test_entities_are_a_table(dataset: rdflib.Dataset) -> None:
    rows = list(csv.DictReader(io.StringIO(serialize(dataset, name="entities").decode())))
    assert len(rows) == 5
    (place,) = [row for row in rows if row["kind"] == "Place"]
    assert (place["name"], place["latitude"]) == ("Lindvik", "59.1")


def test_gexf_is_read_as_the_network_and_tells_no_day(
    dataset: rdflib.Dataset, tmp_path: Path
) -> None:
    write(dataset, tmp_path / "graph.gexf")
    assert len(nx.read_gexf(tmp_path / "graph.gexf")) == 5
    assert b"lastmodified" not in (tmp_path / "graph.gexf").read_bytes()


def test_the_longest_suffix_tells_the_format() -> None:
    assert name_of(Path("a.entities.csv")) == "entities"
    assert name_of(Path("a.csv")) == "statements"


def test_jsonld_says_once_of_a_property_what_its_values_are() -> None:
    ours = "https://e.example/"
    thing = ox.NamedNode(f"{ours}a")
    rows: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        ("count", ox.Literal("41", datatype=ox.NamedNode(XSD + "integer"))),
        ("count", ox.Literal("041", datatype=ox.NamedNode(XSD + "integer"))),
        ("label", ox.Literal("raid", language="en")),
        ("label", ox.Literal("Angriff", language="de")),
        ("near", ox.NamedNode(f"{ours}b")),
        ("said", ox.Literal("no")),
        ("when", ox.Literal("1992", datatype=ox.NamedNode(XSD + "gYear"))),
        ("when", ox.Literal("once")),
    ]
    quads = [ox.Quad(thing, ox.NamedNode(f"{ours}{name}"), value) for name, value in rows]
    written = write_jsonld(quads, {"e": ours, "xsd": XSD})
    document = json.loads(written)
    assert document["@context"]["count"] == {"@id": "e:count", "@type": "xsd:integer"}
    assert document["@graph"] == [
        {
            "@id": "e:a",
            "count": [41, "041"],
            "label": {"de": "Angriff", "en": "raid"},
            "near": "e:b",
            "said": "no",
            "when": [{"@value": "1992", "@type": "xsd:gYear"}, {"@value": "once"}],
        }
    ]
    assert set(ox.parse(written, format=ox.RdfFormat.JSON_LD)) == set(quads)
