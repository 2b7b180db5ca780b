from pathlib import Path

import pytest

from benchmarks.reading.__main__ import measure, sureness_lines
from benchmarks.reading.reading import Graph
from benchmarks.reading.scoring import rates
from benchmarks.reading.sheets import ListError, Sheet
from benchmarks.reading.wording import is_called, share

TEXT = "Ada Lund led the raid on Doba on 3 May 1911. “Nobody was hurt in the raid,” Lund said."
LIST = """
document: {text: note.txt}
entities:
  - {kind: Person, names: [Ada Lund, Lund]}
  - {kind: Place, names: [Doba]}
events:
  - {id: raid, type: [Attack], at: ["the *raid* on Doba"],
     place: [[Doba]], begin: 1911-05-03, agent: [[Ada Lund]]}
statements:
  - {says: [Ada Lund], words: "Nobody was hurt in the raid,"}
"""
GRAPH = """
@prefix vg: <https://w3id.org/vouchgraph/ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix id: <https://example.org/id/> .
id:note a vg:Document ; dct:source "note.txt" .
id:p0 a vg:Passage ; oa:hasSource id:note ; oa:hasSelector id:s0 .
id:s0 oa:exact "Ada Lund led the raid on Doba on 3 May 1911." ; oa:start 0 ; oa:end 44 .
id:lund a vg:Person ; skos:prefLabel "Ada Lund" .
id:doba a vg:Place ; skos:prefLabel "Doba" .
id:raid a vg:Event ; skos:prefLabel "raid on Doba" ; vg:eventType vg:Attack .
id:m0 a vg:Mention ; vg:refersTo id:lund
  ; vg:inPassage id:p0 ; oa:start 0 ; oa:end 8 ; oa:exact "Ada Lund" .
id:m1 a vg:Mention ; vg:refersTo id:raid
  ; vg:inPassage id:p0 ; oa:start 17 ; oa:end 21 ; oa:exact "raid" .
id:m2 a vg:Mention ; vg:refersTo id:doba
  ; vg:inPassage id:p0 ; oa:start 25 ; oa:end 29 ; oa:exact "Doba" .
id:t0 a vg:Statement ; rdf:subject id:raid ; rdf:predicate vg:place ; rdf:object id:doba ;
  prov:hadPrimarySource id:note ; prov:wasDerivedFrom id:p0 ;
  vg:polarity vg:Affirmed ; vg:certainty vg:Certain ; vg:confidence 0.7 .
id:t1 a vg:Statement ; rdf:subject id:raid ; rdf:predicate vg:agent ; rdf:object id:doba ;
  prov:hadPrimarySource id:note ; prov:wasDerivedFrom id:p0 ;
  vg:polarity vg:Affirmed ; vg:certainty vg:Certain ; vg:confidence 0.5 .
"""


def test_a_graph_is_held_against_a_list(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, "utf-8")
    (tmp_path / "note.yaml").write_text(LIST, "utf-8")
    (tmp_path / "graph.trig").write_text(GRAPH, "utf-8")
    faults: list[str] = []
    rows = measure(Graph(tmp_path / "graph.trig"), [tmp_path / "note.yaml"], faults.append)
    assert rates(rows["Event"]) == rates(rows["Person"]) == rates(rows["place"]) == (100, 100)
    assert rates(rows["agent"]) == (0, 0)
    assert rates(rows["begin"]) == rates(rows["says"]) == (0, None)
    assert rates(rows["all"]) == (25, 50)
    assert any("missed" in fault and "Ada Lund" in fault for fault in faults)


def test_how_sure_the_graph_is_stands_beside_how_often_it_is_right(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, "utf-8")
    (tmp_path / "note.yaml").write_text(LIST, "utf-8")
    (tmp_path / "graph.trig").write_text(GRAPH, "utf-8")
    lines = sureness_lines(Graph(tmp_path / "graph.trig"), [tmp_path / "note.yaml"])
    _, agent, place, error = lines
    assert agent.split() == ["1", "|", "50.0", "%", "|", "0.0", "%"]
    assert place.split() == ["1", "|", "70.0", "%", "|", "100.0", "%"]
    assert error == "expected calibration error: 40.0 points"


def test_a_list_whose_name_two_documents_share_is_told_and_not_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = '\nid:twin a vg:Document ; dct:source "other/note.txt" .\n'
    (tmp_path / "graph.trig").write_text(GRAPH + twin, "utf-8")
    rows = measure(Graph(tmp_path / "graph.trig"), [tmp_path / "note.yaml"], print)
    assert capsys.readouterr().out == "note: the graph holds 2 documents of this name, not one\n"
    assert rates(rows["all"]) == (None, None)


def test_a_list_that_quotes_what_its_text_does_not_hold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Nothing.", "utf-8")
    (tmp_path / "note.yaml").write_text(LIST, "utf-8")
    with pytest.raises(ListError, match="raid"):
        Sheet(tmp_path / "note.yaml")


@pytest.mark.parametrize(
    ("form", "name", "expected"),
    [
        ("the Lund", "Lund", True),
        ("Iraqi officials", "Iraqi military officials", True),
        ("Syrian officials", "Iraqi officials", False),
        ("Doba", "Doba's mayor", False),
    ],
)
def test_names_and_descriptions_are_compared_by_their_words(
    form: str, name: str, *, expected: bool
) -> None:
    assert is_called(frozenset({form}), [name]) is expected


def test_words_are_shared_by_their_content() -> None:
    assert share("the dam of Doba", "Doba has a dam") == 1
    assert share("the dam of Doba", "the harbour") == 0


@pytest.mark.parametrize("path", sorted(Path("benchmarks/reading/lists").glob("*.yaml")))
def test_our_own_lists_quote_their_texts(path: Path) -> None:
    assert Sheet(path).events
