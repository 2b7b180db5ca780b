"""The command that asks a graph."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vouchgraph.options import GRAPH_HELP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from output.engine import Limits


class AnswerFormat(StrEnum):
    """How the answer to a query is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"


def query(
    graph: Annotated[Path | None, typer.Argument(metavar="[GRAPH]", help=GRAPH_HELP)] = None,
    question: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="SPARQL, or a file that holds it.")
    ] = None,
    *,
    file: Annotated[Path | None, typer.Option(help="A file that holds the query.")] = None,
    example: Annotated[str | None, typer.Option(help="A query that ships, by its name.")] = None,
    name: Annotated[
        AnswerFormat, typer.Option("--format", help="How to write the answer.")
    ] = AnswerFormat.TABLE,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Set a variable; may be given several times."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the queries that ship.")] = False,
    shown: Annotated[
        str | None, typer.Option("--show", metavar="NAME", help="Print a query that ships.")
    ] = None,
    seconds: Annotated[float, typer.Option(help="Stop a query that takes longer.")] = 60,
    memory: Annotated[int, typer.Option(help="Stop a query that needs more MB.")] = 2000,
    rows: Annotated[int, typer.Option(help="Stop after so many rows.")] = 1_000_000,
) -> None:
    """Ask the graph in SPARQL; the usual prefixes need not be declared.

    Example: vouchgraph query out --example events
    """
    from output.engine import Limits  # noqa: PLC0415 (it imports pyoxigraph)

    if listed:
        _list()
        return
    if shown is not None:
        from output.query import find_example  # noqa: PLC0415 (it imports pyoxigraph)

        typer.echo(find_example(shown).text, nl=False)
        return
    if graph is None:
        raise typer.BadParameter("name a graph, or ask for --list or --show")
    limits = Limits(seconds=seconds, memory=memory, rows=rows)
    _answer(graph, _question(question, file, example), param or [], name, limits)


def _list() -> None:
    from output.query import examples  # noqa: PLC0415 (it imports pyoxigraph)

    width = max(map(len, examples()))
    for one in examples().values():
        typer.echo(f"{one.name:<{width}}  {one.title}")


def _question(question: str | None, file: Path | None, example: str | None) -> str:
    given: Sequence[object] = [one for one in (question, file, example) if one is not None]
    if len(given) != 1:
        raise typer.BadParameter("give one query: as words, as a --file or as an --example")
    if example is not None:
        from output.query import find_example  # noqa: PLC0415 (it imports pyoxigraph)

        return find_example(example).text
    path = file or Path(question or "")
    if file is not None or path.suffix in {".rq", ".sparql"}:
        return _read_text(path)
    return question or ""


def _read_text(path: Path) -> str:
    from graph.errors import InputError  # noqa: PLC0415 (only here)

    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = f"{error.strerror}; check the path"
        raise InputError(f"cannot read the query {str(path)!r}: {reason}") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"cannot read the query {str(path)!r}: it is no UTF-8 text; save it as UTF-8"
        ) from error


def _answer(graph: Path, sparql: str, given: list[str], name: AnswerFormat, limits: Limits) -> None:
    """Write UTF-8 whatever the terminal says, so that files of answers can be read anywhere."""
    from graph.loading import load  # noqa: PLC0415 (it imports pyoxigraph)
    from output.answers import write_answer  # noqa: PLC0415 (likewise)
    from output.engine import Engine  # noqa: PLC0415 (likewise)
    from output.engine.guard import is_ordered  # noqa: PLC0415 (likewise)
    from output.finding import find_graph  # noqa: PLC0415 (likewise)
    from output.parameters import fill, read_parameters  # noqa: PLC0415 (likewise)

    values = read_parameters(given)
    held = load(find_graph(graph))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    sys.stdout.flush()
    with Engine(lambda: held) as engine:
        sparql = fill(sparql, values, engine=engine, prefixes=held.prefixes)
        answer = engine.ask(sparql, limits=limits)
        try:
            write_answer(
                answer,
                sys.stdout.buffer.write,
                name=name.value,
                prefixes=held.prefixes,
                ordered=is_ordered(sparql),
                width=width,
            )
        finally:
            answer.close()
            sys.stdout.buffer.flush()
