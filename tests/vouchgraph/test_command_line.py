from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from output.formats import write
from output.problems import SHAPES, Problem
from vouchgraph.command_line import app, main
from vouchgraph.options import GraphFormat

if TYPE_CHECKING:
    import rdflib

COMMANDS = (
    *("build", "view", "query", "export", "check", "claims", "evaluate"),
    *("load", "serve", "explain"),
    *("same", "different", "rename", "kind", "drop", "undo", "why", "review"),
)


class Ran(NamedTuple):
    status: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: object) -> Ran: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""

    def run_it(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["vouchgraph", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run_it


@pytest.fixture
def out(dataset: rdflib.Dataset, tmp_path: Path) -> Path:
    """A folder with the graph of two small documents."""
    for name in ("graph.ttl", "graph.trig"):
        write(dataset, tmp_path / "out" / name)
    return tmp_path / "out"


# Help


def test_help_lists_every_command(run: Run) -> None:
    for asked in ([], ["--help"]):
        ran = run(*asked)
        assert ran.status == 0
        assert all(command in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert f"Example: vouchgraph {command} " in ran.out


def test_every_command_is_known_to_these_tests() -> None:
    assert {one.callback.__name__ for one in app.registered_commands if one.callback} == set(
        COMMANDS
    )


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("vouchgraph 0.")


# Build


@pytest.mark.usefixtures("finder")
def test_build_prints_what_was_found_where_it_lies_and_how_to_look_at_it(
    run: Run, texts: Path, tmp_path: Path
) -> None:
    target = tmp_path / "my out"
    ran = run("build", texts, "-o", target)
    assert ran.status == 0
    found = dict(line.split() for line in ran.out.splitlines()[1:9])
    assert found["documents"] == "2"
    assert found["people"] == "2"
    assert found["statements"] == "2"
    assert str(target / "graph.ttl") in ran.out
    assert f"vouchgraph view '{target}'" in ran.out
    assert "reading" in ran.err


@pytest.mark.usefixtures("finder")
def test_a_skipped_file_is_told_and_the_status_says_so_though_the_graph_is_written(
    run: Run, texts: Path, tmp_path: Path
) -> None:
    (texts / "empty.txt").write_text("")
    ran = run("build", texts, "-o", tmp_path / "out")
    assert ran.status == 1
    assert "skipped empty.txt: " in ran.err
    assert (tmp_path / "out" / "graph.ttl").is_file()


@pytest.mark.usefixtures("finder")
def test_build_tells_of_a_fault_in_its_own_graph(
    run: Run, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Problem("Violation", "urn:s", "", "A passage is broken.", SHAPES + "passage")
    monkeypatch.setattr("output.check.check_promises", lambda _: [fault] * 9)
    ran = run("build", texts, "-o", tmp_path / "out")
    told = (
        "a fault of Vouchgraph, please report it: Violation: urn:s: A passage is broken. [passage]"
    )
    assert ran.err.count(told) == 5
    assert ran.status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "nowhere"),
        (["texts", "--lexicon", "texts/one.txt"], "one.txt"),
        (["texts", "--base", "nowhere"], "no base"),
        (["texts", "--reader", "nobody"], "no reader 'nobody'"),
    ],
)
def test_what_makes_a_build_impossible_is_one_sentence(
    run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(texts.parent)
    ran = run("build", *arguments, "-o", "out")
    assert ran.status == 2
    last = ran.err.strip().splitlines()[-1]
    assert last.startswith("vouchgraph: ")
    assert words in last
    assert "Traceback" not in ran.err
    assert not (texts.parent / "out").exists()


def test_an_interrupted_build_says_so_by_its_status(
    run: Run, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vouchgraph.building.build", interrupt)
    assert run("build", texts, "-o", tmp_path / "out").status == 130


# View


def test_view_makes_the_page_where_it_is_missing_and_opens_it(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_it(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", open_it)
    ran = run("view", out)
    assert ran.out.strip() == str((out / "view.html").resolve())
    assert opened == [(out / "view.html").resolve().as_uri()]


def test_view_of_a_file_lies_beside_it(run: Run, out: Path) -> None:
    run("view", out / "graph.ttl", "--no-open")
    assert (out / "graph.html").is_file()


def test_where_no_browser_answers_the_path_is_told(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    ran = run("view", out)
    assert ran.status == 0
    assert "no browser answered" in ran.err


# Query


def test_query_answers_an_example_as_a_table(run: Run, out: Path) -> None:
    ran = run("query", out, "--example", "people")
    assert ran.status == 0
    columns = [
        "person",
        "role",
        "from",
        "until",
        "held",
        "affiliation",
        "mentions",
        "personIri",
        "affiliationIri",
    ]
    assert ran.out.splitlines()[0].split() == columns
    assert "Mara Voss  chief engineer" in ran.out


def test_query_shows_a_query_that_ships_and_sets_its_variables(run: Run, out: Path) -> None:
    assert run("query", "--show", "people").out.startswith("# People with their posts")
    known = run("query", out, "--example", "people", "--param", "person=mara voss")
    assert "Mara Voss" in known.out
    unknown = run("query", out, "--example", "people", "--param", "person=nobody")
    assert unknown.status == 2
    assert "nothing in the graph is named 'nobody'" in unknown.err


def test_a_query_is_stopped_at_its_limits(run: Run, out: Path) -> None:
    ran = run("query", out, "SELECT ?s { ?s ?p ?o } ORDER BY ?s", "--format", "tsv", "--rows", "2")
    assert ran.status == 2
    assert len(ran.out.splitlines()) == 3
    assert "more than 2 rows" in ran.err


def test_query_answers_words_as_csv_and_json(run: Run, out: Path) -> None:
    sparql = "SELECT ?name { ?p a vg:Place ; skos:prefLabel ?name }"
    rows = list(csv.reader(io.StringIO(run("query", out, sparql, "--format", "csv").out)))
    assert rows == [["name"], ["Lindvik"]]
    found = json.loads(run("query", out, sparql, "--format", "json").out)
    assert found["results"]["bindings"][0]["name"]["value"] == "Lindvik"


@pytest.mark.parametrize("by_option", [True, False])
def test_query_answers_a_file(run: Run, out: Path, tmp_path: Path, *, by_option: bool) -> None:
    asked = tmp_path / "asked.rq"
    asked.write_text("ASK { ?p a vg:Person }", encoding="utf-8")
    assert run("query", out, *(["--file"] if by_option else []), asked).out == "yes\n"


def test_query_lists_the_queries_that_ship(run: Run) -> None:
    lines = run("query", "--list").out.splitlines()
    assert (
        "people             People with their posts and affiliations, and when they held them"
        in lines
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["SELEKT"], "no valid SPARQL"),
        (["SELECT * { SERVICE <http://x/> {} }"], "SERVICE"),
        (["--example", "nothing"], "no example 'nothing'"),
        (["nowhere.rq"], "No such file or directory; check the path"),
        ([], "give one query"),
        (["ASK {}", "--example", "people"], "give one query"),
    ],
)
def test_a_query_that_cannot_be_answered_is_one_sentence(
    run: Run, out: Path, arguments: list[str], words: str
) -> None:
    ran = run("query", out, *arguments)
    assert ran.status == 2
    assert words in ran.err
    assert not ran.out


# Export


@pytest.mark.parametrize("name", list(GraphFormat))
def test_export_writes_every_format_to_standard_output(
    run: Run, out: Path, name: GraphFormat
) -> None:
    assert "https://example.org/id/" in run("export", out, "--format", name.value).out


def test_export_tells_the_format_by_the_suffix(run: Run, out: Path, tmp_path: Path) -> None:
    assert run("export", out, "-o", tmp_path / "a" / "graph.graphml").status == 0
    assert (tmp_path / "a" / "graph.graphml").read_text(encoding="utf-8").startswith("<?xml")


def test_export_of_turtle_is_the_turtle_that_was_built(run: Run, out: Path) -> None:
    exported = run("export", out, "--format", "turtle").out
    assert exported == (out / "graph.ttl").read_text(encoding="utf-8")


def test_export_without_a_format_is_told(run: Run, out: Path) -> None:
    assert "name a --format" in run("export", out).err


# The terminal


def view_in(encoding: str, graph: Path) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "vouchgraph.command_line", "view", str(graph), "--no-open"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    ).stdout


def test_a_terminal_without_the_letters_gets_them_escaped(out: Path, tmp_path: Path) -> None:
    graph = tmp_path / "ə.ttl"
    graph.write_bytes((out / "graph.ttl").read_bytes())
    assert b"\\u0259.html" in view_in("cp1252", graph)
    assert view_in("ascii", graph)


# Check


def test_check_tells_that_all_is_well(run: Run, out: Path) -> None:
    assert run("check", out) == Ran(0, "all is well\n", "")


def test_check_tells_what_is_wrong_and_says_so_by_its_status(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text(
        "@prefix vg: <https://w3id.org/vouchgraph/ns#> . <https://e.org/x> vg:killed 12 .",
        encoding="utf-8",
    )
    ran = run("check", broken)
    assert ran.status == 1
    assert "Violation: https://e.org/x" in ran.out
    assert ran.out.endswith("1 problem\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_a_full_disk_behind_standard_output_is_one_sentence(out: Path) -> None:
    code = "import sys; from vouchgraph.command_line import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, "export", str(out), "--format", "turtle"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        "vouchgraph: the disk that standard output goes to is full; free some space, or take "
        "another\n"
    )
