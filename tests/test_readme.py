"""What the README tells people to type works, on the example that it names."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, flags=re.DOTALL)
LINES = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line]
COMMANDS = [line for line in LINES if line.startswith("vouchgraph ")]
PYTHON = [block for kind, block in BLOCKS if kind == "python"]

pytestmark = pytest.mark.reader


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    program = [
        sys.executable,
        "-W",
        "error",
        "-c",
        "from vouchgraph.command_line import main; main()",
    ]
    return subprocess.run(
        [*program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples and the graph that the README builds first."""
    here = tmp_path_factory.mktemp("readme")
    (here / "examples").symlink_to(ROOT / "examples")
    built = run(shlex.split(COMMANDS[0])[1:], here)
    assert built.returncode == 0, built.stderr
    return here


def test_the_first_command_builds_and_every_other_line_is_known() -> None:
    assert COMMANDS[0].startswith("vouchgraph build ")
    rest = {line.split("#")[0].strip() for line in LINES} - set(COMMANDS)
    assert rest == {"make graph", "make test", "pip install ."}


@pytest.mark.parametrize("line", COMMANDS[1:])
def test_a_command_of_the_readme_answers(line: str, folder: Path) -> None:
    arguments = shlex.split(line)[1:]
    if arguments[0] == "view":
        arguments.append("--no-open")
    answered = run(arguments, folder)
    assert answered.returncode == 0, answered.stderr
    assert len(answered.stdout.splitlines()) >= (1 if arguments[0] == "view" else 3)


@pytest.mark.parametrize("block", PYTHON)
def test_a_python_block_of_the_readme_runs(block: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "triples" in done.stdout


def test_two_builds_give_the_same_bytes(folder: Path) -> None:
    again = run(["build", "examples/khojaly", "-o", "again/khojaly"], folder)
    assert again.returncode == 0, again.stderr
    for name in ("graph.ttl", "graph.trig", "merges.jsonl", "report.json"):
        first = (folder / "out" / "khojaly" / name).read_bytes()
        assert first == (folder / "again" / "khojaly" / name).read_bytes(), name


def test_the_graph_that_the_readme_builds_is_valid(folder: Path) -> None:
    checked = run(["check", "out/khojaly"], folder)
    assert checked.returncode == 0, checked.stdout
