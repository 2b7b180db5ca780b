from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

import pytest
from rdflib.query import ResultRow

from graph.errors import InputError, LexiconError
from output.files import claim
from vouchgraph import building
from vouchgraph.building import build

if TYPE_CHECKING:
    from pathlib import Path

    from vouchgraph import KnowledgeGraph


class Finder(Protocol):
    """What the fixture ``finder`` gives: the ids of the documents that it read."""

    read: list[str]


WRITTEN = {"graph.trig", "graph.ttl", "merges.jsonl", "names.tsv", "report.json", "view.html"}
DOERS = "SELECT ?name { ?event vg:agent/skos:prefLabel ?name }"
PEOPLE = "SELECT ?name { ?p a vg:Person ; skos:prefLabel ?name } ORDER BY ?name"


def column(graph: KnowledgeGraph, sparql: str) -> list[str]:
    return [str(row[0]) for row in graph.query(sparql) if isinstance(row, ResultRow)]


def files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


@pytest.mark.usefixtures("finder")
def test_texts_become_a_graph_that_answers(texts: Path) -> None:
    graph = build([texts])
    assert column(graph, PEOPLE) == ["Ines Falk", "Mara Voss"]
    assert [found.document.id for found in graph.findings] == ["one", "two"]


@pytest.mark.usefixtures("finder")
def test_a_build_writes_the_graph_its_view_and_its_report(texts: Path, tmp_path: Path) -> None:
    build([texts], output=tmp_path / "out")
    assert files(tmp_path / "out").keys() == WRITTEN


@pytest.mark.usefixtures("finder")
def test_two_builds_give_the_same_bytes(texts: Path, tmp_path: Path) -> None:
    build([texts], output=tmp_path / "a" / "out")
    build([texts], output=tmp_path / "b" / "out")
    assert files(tmp_path / "a" / "out") == files(tmp_path / "b" / "out")


def test_a_pipeline_of_spacys_own_components_is_a_reader_by_its_path(
    spacy_pipeline: Path, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text("Chilean troops occupied Lima in 1881.\n", encoding="utf-8")
    graph = build([tmp_path / "one.txt"], reader=str(spacy_pipeline))
    assert column(graph, DOERS) == ["Chilean troops"]


def test_a_rebuild_reads_only_what_changed(texts: Path, tmp_path: Path, finder: Finder) -> None:
    build([texts], output=tmp_path / "out")
    before = files(tmp_path / "out")
    finder.read.clear()
    build([texts], output=tmp_path / "out")
    assert finder.read == []
    assert files(tmp_path / "out") == before
    (texts / "two.txt").write_text("They asked Mara Voss about the bridge.\n", encoding="utf-8")
    build([texts], output=tmp_path / "out")
    assert finder.read == ["two"]


@pytest.mark.usefixtures("finder")
def test_removing_a_document_removes_all_that_it_said(texts: Path, tmp_path: Path) -> None:
    build([texts], output=tmp_path / "out")
    (texts / "two.txt").unlink()
    build([texts], output=tmp_path / "out")
    assert b"Ines Falk" not in b"".join(files(tmp_path / "out").values())
    assert len(list((tmp_path / "out" / ".findings").iterdir())) == 1


@pytest.mark.usefixtures("finder")
def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(texts: Path) -> None:
    (texts / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    graph = build([texts])
    assert len(graph.findings) == 2
    (skipped,) = graph.skipped
    assert skipped.source == "broken.pdf"


@pytest.mark.usefixtures("finder")
def test_where_nothing_can_be_read_earlier_output_stays(texts: Path, tmp_path: Path) -> None:
    build([texts], output=tmp_path / "out")
    before = files(tmp_path / "out")
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with pytest.raises(InputError, match=r"empty\.txt"):
        build([empty], output=tmp_path / "out")
    assert files(tmp_path / "out") == before


@pytest.mark.usefixtures("finder")
def test_where_writing_fails_earlier_output_stays(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([texts], output=tmp_path / "out")
    before = files(tmp_path / "out")
    (texts / "one.txt").unlink()
    monkeypatch.setattr(building, "write_view", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build([texts], output=tmp_path / "out")
    assert files(tmp_path / "out") == before


def test_a_second_build_into_one_folder_is_refused_before_anything_is_read(
    texts: Path, tmp_path: Path, finder: Finder
) -> None:
    with claim(tmp_path / "out"), pytest.raises(InputError, match="another build writes into"):
        build([texts], output=tmp_path / "out")
    assert finder.read == []


def test_a_place_that_cannot_be_written_is_told_before_anything_is_read(
    texts: Path, tmp_path: Path, finder: Finder
) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match="cannot write to"):
        build([texts], output=tmp_path / "file")
    assert finder.read == []


@pytest.mark.parametrize("inside", ["", "out", "a/b"])
def test_an_output_inside_the_input_is_refused(texts: Path, inside: str) -> None:
    with pytest.raises(InputError, match="lies inside the input"):
        build([texts], output=texts / inside)
    assert {one.name for one in texts.iterdir()} == {"one.txt", "two.txt"}


@pytest.mark.usefixtures("finder")
def test_an_output_inside_what_a_pattern_finds_is_refused(texts: Path) -> None:
    (texts / "folder").mkdir()
    with pytest.raises(InputError, match="lies inside the input"):
        build([texts / "*"], output=texts / "folder" / "out")
    build([texts / "*.txt"], output=texts / "out")


@pytest.mark.usefixtures("finder")
def test_the_page_of_an_earlier_build_is_no_text(texts: Path) -> None:
    build([texts / "**" / "*.*"], output=texts / "out")
    with pytest.raises(InputError, match=r"view\.html.*earlier build"):
        build([texts / "**" / "*.*"], output=texts / "out")


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        build([tmp_path / "nowhere"], output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_broken_lexicon_is_told(texts: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.ttl"
    lexicon.write_text("no turtle", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.ttl"):
        build([texts], lexicons=[lexicon])


def test_a_base_of_which_no_iri_can_be_made_is_told(texts: Path) -> None:
    with pytest.raises(InputError, match="no base"):
        build([texts], base="nowhere")


@pytest.mark.usefixtures("finder")
def test_the_data_lies_under_the_base_that_the_user_gives(texts: Path) -> None:
    graph = build([texts], base="https://archive.example/")
    assert column(graph, "SELECT ?p { ?p a vg:Person } ORDER BY ?p") == [
        "https://archive.example/person-ines-falk",
        "https://archive.example/person-mara-voss",
    ]


@pytest.mark.usefixtures("finder")
def test_progress_is_told_by_step_and_ends_complete(texts: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build([texts], progress=lambda *step: told.append(step))
    assert ("reading", 2, 2) in told
    assert told[-1] == ("writing", 1, 1)


@pytest.mark.usefixtures("finder")
def test_the_report_tells_what_was_read_and_what_was_found(texts: Path, tmp_path: Path) -> None:
    build([texts], output=tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["counts"]["people"] == 2
    assert [one["id"] for one in report["documents"]] == ["one", "two"]
    assert report["software"][0]["name"] == "Vouchgraph"
