"""What docs/queries.md and docs/command-line.md promise exists, and what exists is in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from output.formats import FORMATS
from output.query import examples
from output.results import ask
from vouchgraph.command_line import app

if TYPE_CHECKING:
    import rdflib

DOCS = Path(__file__).parents[2] / "docs"
QUERIES = (DOCS / "queries.md").read_text(encoding="utf-8")
COMMANDS = (DOCS / "command-line.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return COMMANDS.split(f"## {name}\n", 1)[1].split("\n## ", 1)[0]


def options() -> list[tuple[str, str]]:
    group = typer.main.get_command(app)
    commands = getattr(group, "commands", {})
    return [
        (name, option)
        for name, command in commands.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("-")
    ]


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_stands_in_the_section_of_its_command(command: str, option: str) -> None:
    written = {"--open": "--no-open", "--evidence": "--no-evidence"}.get(option, option)
    assert f"`{written}`" in section(command)


def test_every_query_that_ships_stands_in_the_table() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", QUERIES, flags=re.MULTILINE)) == set(examples())


def test_every_format_stands_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\.[\w.]+)` \|", section("export"), flags=re.MULTILINE)
    assert dict(rows) == {name: one.suffix for name, one in FORMATS.items()}


@pytest.mark.parametrize("sparql", re.findall(r"```sparql\n(.*?)```", QUERIES, flags=re.DOTALL))
def test_a_query_of_the_docs_can_be_asked(dataset: rdflib.Dataset, sparql: str) -> None:
    assert ask(dataset, sparql).type == "SELECT"
