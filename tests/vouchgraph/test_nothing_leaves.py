"""Every command under a tracer: nothing is looked up or connected to, nothing written elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from vouchgraph.command_line import app

STRACE = shutil.which("strace")
UNSHARE = shutil.which("unshare")
TRACES = (  # an installed strace may trace nothing in a container
    STRACE is not None
    and not subprocess.run(
        [STRACE, "-o", os.devnull, "true"], capture_output=True, check=False
    ).returncode
)
CALLS = "connect,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2"
SENDING = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(")
MAKING = re.compile(r"\b(?:creat|mkdir|mkdirat|rename|renameat2?)\(|\bO_(?:WRONLY|RDWR|CREAT)\b")
WRITTEN = re.compile(r'"((?:[^"\\]|\\.)*)"')
COMMAND = [sys.executable, "-m", "vouchgraph.command_line"]

pytestmark = [
    pytest.mark.reader,
    pytest.mark.skipif(not TRACES, reason="no strace is installed, or it may not trace"),
]

# what would make a library ask for more: styles, entities, addresses of its own, imports
PAGE = """<!DOCTYPE html [<!ENTITY far SYSTEM "http://127.0.0.1:9/far">]>
<html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="style.css">
<link rel="canonical" href="http://127.0.0.1:9/page"><script src="a.js"></script></head>
<body><img src="http://127.0.0.1:9/a.png"><p>Mara Voss met Ines Falk in Paris. &far;</p>
</body></html>"""
IMPORTS = """@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
<http://127.0.0.1:9/a> a owl:Ontology ; owl:imports <http://127.0.0.1:9/b> ;
  sh:shapesGraph <http://127.0.0.1:9/c> .
"""
FRONT = """---
title: Far
url: http://127.0.0.1:9/d
---
![far](http://127.0.0.1:9/a.png)

The well of the upper village is dry, and the women walk to the river every day.
"""
CONTEXT = '{"@context": "http://127.0.0.1:9/context.jsonld", "@id": "http://a.example/x", "p": "y"}'
CORPUS = "Mara\tB-person\nVoss\tI-person\nspoke\tO\n.\tO\n\n"


@dataclass
class Machine:
    """A place with a home, a folder for temporary files and an output; all else is foreign."""

    root: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k in {"PATH", "LANG", "VIRTUAL_ENV"}}
        return kept | {
            "USER": "tester",
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "temporary"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, *arguments: str) -> tuple[int, list[str]]:
        """Run a command; give its status and the calls that it may not make."""
        return self.trace([*COMMAND, *arguments])

    def trace(self, command: list[str]) -> tuple[int, list[str]]:
        """Run any program likewise."""
        trace = self.root / "trace"
        traced = [str(STRACE), "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(trace)]
        done = subprocess.run(
            [*traced, *command],
            env=self.environment,
            cwd=self.root / "work",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return done.returncode, list(self._forbidden(trace.read_text("utf-8", "replace")))

    def _forbidden(self, trace: str) -> Iterator[str]:
        for line in trace.splitlines():
            if SENDING.search(line) or (MAKING.search(line) and not self._may_write(line)):
                yield line

    def _may_write(self, line: str) -> bool:
        places = WRITTEN.findall(line)
        allowed = (
            str(self.root / "temporary"),
            "out",
            "/dev/null",
            str(self.root / "work" / "out"),
        )
        return all(place.startswith(allowed) for place in places)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory, spacy_pipeline: Path) -> Machine:
    root = tmp_path_factory.mktemp("machine")
    for name in ("home", "temporary", "work/texts"):
        (root / name).mkdir(parents=True)
    texts = root / "work" / "texts"
    (texts / "a.txt").write_text("Mara Voss met Ines Falk in Paris on 4 May 2001.\n")
    (texts / "b.html").write_text(PAGE)
    (texts / "c.jsonl").write_text('{"id": "c", "text": "The attack killed 9 people in Lima."}\n')
    (texts / "d.md").write_text(FRONT)
    (root / "work" / "imports.ttl").write_text(IMPORTS)
    (root / "work" / "context.jsonld").write_text(CONTEXT)
    (root / "work" / "corpus.iob").write_text(CORPUS)
    shutil.copytree(spacy_pipeline, root / "work" / "pipeline")
    return Machine(root)


@pytest.fixture(scope="module")
def built(machine: Machine) -> tuple[int, list[str]]:
    return machine.run("build", "texts", "-o", "out")


def test_a_build_asks_nobody_and_writes_to_its_output_alone(built: tuple[int, list[str]]) -> None:
    assert built == (0, [])


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import socket\ntry: socket.getaddrinfo('a.invalid', 9)\nexcept OSError: pass",
        "import pathlib; (pathlib.Path.home() / 'left').mkdir(exist_ok=True)",
        "open('left', 'w').close()",
    ],
)
def test_the_tracer_sees_what_a_command_must_not_do(tmp_path: Path, code: str) -> None:
    for name in ("home", "temporary", "work"):
        (tmp_path / name).mkdir()
    status, forbidden = Machine(tmp_path).trace([sys.executable, "-c", code])
    assert status == 0
    assert forbidden


PARIS, LIMA = "a:Paris", "c:Lima"
RUNS = [
    (["build", "texts", "-o", "out-other", "--model", "pipeline"], 0),
    (["query", "out", "--example", "events"], 0),
    (["claims", "out"], 0),
    (["explain", "Ada Lund met the minister in Oslo."], 0),
    (["check", "out"], 0),
    (["check", "imports.ttl"], 0),
    (["check", "context.jsonld"], 2),
    (["view", "out", "--no-open"], 0),
    (["view", "out/graph.ttl", "-o", "out/other.html", "--no-open"], 0),
    (["export", "out", "--format", "jsonld"], 0),
    (["export", "out", "-o", "out/other.graphml"], 0),
    (["evaluate", "corpus.iob"], 0),
    (["same", "out", PARIS, LIMA], 0),
    (["why", "out", PARIS, LIMA], 0),
    (["undo", "out", PARIS], 0),
    (["different", "out", PARIS, LIMA], 0),
    (["rename", "out", PARIS, "Paname"], 0),
    (["kind", "out", PARIS, "Place"], 0),
    (["drop", "out", LIMA], 0),
    (["review", "out"], 0),
]


def test_every_command_is_traced() -> None:
    commands = {
        one.name or one.callback.__name__ for one in app.registered_commands if one.callback
    }
    # both exist to be connected: one answers on loopback, the other sends where it is told
    connecting = {"serve", "load"}
    assert {arguments[0] for arguments, _ in RUNS} == commands - connecting


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(("arguments", "status"), RUNS, ids=str)
def test_a_command_asks_nobody_and_writes_to_its_output_alone(
    machine: Machine, arguments: list[str], status: int
) -> None:
    assert machine.run(*arguments) == (status, [])


@pytest.mark.usefixtures("built")
def test_nothing_is_kept_at_home_or_left_among_temporary_files(machine: Machine) -> None:
    assert [*(machine.root / "home").iterdir(), *(machine.root / "temporary").iterdir()] == []


def test_a_build_needs_no_network(machine: Machine) -> None:
    alone = [str(UNSHARE), "--net", "--map-root-user"]
    if UNSHARE is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody part from the network")
    done = subprocess.run(
        [*alone, *COMMAND, "build", "texts", "-o", "out-alone"],
        env=machine.environment,
        cwd=machine.root / "work",
        check=False,
    )
    assert done.returncode == 0
