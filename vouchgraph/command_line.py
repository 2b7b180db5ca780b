"""The command line; what it does is one call of the library a command."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.reader import DEFAULT_READER
from graph.errors import VouchgraphError
from graph.iris import DEFAULT_BASE
from vouchgraph.claims_command import claims
from vouchgraph.decision_commands import different, drop, kind, rename, same, undo
from vouchgraph.evaluate_command import evaluate
from vouchgraph.explain_command import explain
from vouchgraph.lexicon_command import lexicon as lexicon_app
from vouchgraph.load_command import load
from vouchgraph.options import (
    GRAPH_HELP,
    GraphFormat,
    Language,
    PageEvidence,
    PageLimit,
    PageTitle,
    ReaderName,
)
from vouchgraph.query_command import query
from vouchgraph.review_commands import review, why
from vouchgraph.serve_command import serve

# rdflib, spaCy and rich are imported where they are used, so that --help answers at once

app = typer.Typer(
    name="vouchgraph",
    help=(
        "Turns a folder of texts into a knowledge graph in which every statement names its "
        "source, sentence and speaker. Works offline."
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

BAD_INPUT = 2
"""The exit status where a command could not do its work; 1 means that some of it was left out."""


Graph = Annotated[Path, typer.Argument(metavar="GRAPH", help=GRAPH_HELP)]


def main() -> None:
    """Run the command line: a failure that a user can act on becomes one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a terminal that has no ə shows \\u0259 instead of failing
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="vouchgraph")
    except VouchgraphError as error:
        _fail(error)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        # what the full disk did not take would fail once more at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _fail("the disk that standard output goes to is full; free some space, or take another")


def _fail(reason: object) -> NoReturn:
    print(f"vouchgraph: {reason}", file=sys.stderr)  # noqa: T201 (the command line)
    sys.exit(BAD_INPUT)


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from vouchgraph import __version__  # noqa: PLC0415 (it reads the package's metadata)

        typer.echo(f"vouchgraph {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


# of the faults that a build finds in its own graph; report.json has all
_SHOWN = 5


@app.command()
def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files, folders or patterns: texts, pages, PDF, Word, mail, tables, archives.",
        ),
    ],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")],
    reader: ReaderName = DEFAULT_READER,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(help="Things known by name, as SKOS Turtle; may be given several times."),
    ] = None,
    base: Annotated[str, typer.Option(help="Where the data's IRIs begin.")] = DEFAULT_BASE,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Put every mention into graph.ttl too.")
    ] = False,
    file_seconds: Annotated[
        int, typer.Option(min=1, help="The most processor time to open one file.")
    ] = DEFAULT_LIMITS.seconds,
    file_memory: Annotated[
        int, typer.Option(min=300, help="The most memory to open one file, in MB.")
    ] = DEFAULT_LIMITS.memory,
    decisions: Annotated[
        Path | None, typer.Option(help="A file of decisions on identity, if not OUT's own.")
    ] = None,
    language: Annotated[
        Language | None,
        typer.Option(help="Read every text as English, also where it looks like another language."),
    ] = None,
    title: PageTitle = "",
    evidence: PageEvidence = True,
    limit: PageLimit = None,
) -> None:
    """Read texts and write their graph, a view of it, and a report.

    Example: vouchgraph build interviews/ "reports/*.pdf" -o out
    """
    from output.check import check_promises  # noqa: PLC0415 (it imports rdflib)
    from output.view import left_out  # noqa: PLC0415 (it imports numpy)
    from vouchgraph.building import build as build_graph  # noqa: PLC0415 (it imports rdflib)
    from vouchgraph.ledger import write_ledger  # noqa: PLC0415 (it imports rdflib)
    from vouchgraph.showing import progress_on_stderr, show_result  # noqa: PLC0415 (rich)

    with progress_on_stderr() as progress:
        graph = build_graph(
            inputs,
            output=output,
            reader=reader,
            lexicons=lexicon or (),
            base=base,
            mentions=mentions,
            limits=Limits(file_seconds, file_memory),
            decisions=decisions,
            language=language.value if language else "",
            title=title,
            evidence=evidence,
            limit=limit,
            progress=progress,
        )
    show_result(graph, output)
    for problem in check_promises(graph.dataset)[:_SHOWN]:
        typer.echo(f"a fault of Vouchgraph, please report it: {problem}", err=True)
    if limit is not None and (note := left_out(graph.network(), limit)):
        typer.echo(note, err=True)
    for line in write_ledger(graph.findings, graph.skipped):
        typer.echo(line, err=True)
    if graph.skipped:
        raise typer.Exit(1)


@app.command()
def view(
    graph: Graph,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write the page of a file.")
    ] = None,
    opened: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in the browser.")
    ] = True,
    title: PageTitle = "",
    evidence: PageEvidence = True,
    limit: PageLimit = None,
) -> None:
    """Open the interactive view; it is made where it is missing, or where an option changes it.

    Example: vouchgraph view out
    """
    from vouchgraph.showing import open_page  # noqa: PLC0415 (it imports rdflib)

    page = _page(graph, output, title, evidence=evidence, limit=limit)
    typer.echo(str(page))
    if opened and not open_page(page):
        typer.echo("no browser answered; open the file above in one", err=True)


app.command()(query)
app.command()(load)
app.command()(serve)


@app.command()
def export(
    graph: Graph,
    *,
    name: Annotated[
        GraphFormat | None, typer.Option("--format", help="Told by the suffix of -o otherwise.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; standard output without it.")
    ] = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Put every mention into turtle and ntriples too.")
    ] = False,
) -> None:
    """Write the graph in another format.

    Example: vouchgraph export out --format graphml -o graph.graphml
    """
    from output.formats import name_of, serialize  # noqa: PLC0415 (it imports rdflib)
    from vouchgraph.knowledge_graph import KnowledgeGraph  # noqa: PLC0415 (likewise)

    if name is None and output is None:
        raise typer.BadParameter("name a --format, or a file with -o whose suffix tells it")
    chosen = name.value if name else name_of(output or Path())
    loaded = KnowledgeGraph.load(graph)
    _write_bytes(serialize(loaded.dataset, name=chosen, mentions=mentions), output)


@app.command()
def check(graph: Graph) -> None:
    """Check the graph against the shapes of the vocabulary.

    Example: vouchgraph check out
    """
    from vouchgraph.knowledge_graph import KnowledgeGraph  # noqa: PLC0415 (it imports rdflib)

    problems = KnowledgeGraph.load(graph).check()
    for one in problems:
        typer.echo(str(one))
    count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    typer.echo(count if problems else "all is well")
    if problems:
        raise typer.Exit(1)


app.add_typer(lexicon_app)
app.command()(claims)
app.command()(evaluate)
app.command()(explain)
for one in (same, different, rename, kind, drop, undo, why, review):
    app.command()(one)


def _page(
    graph: Path, output: Path | None, title: str, *, evidence: bool, limit: int | None
) -> Path:
    from output.files import current  # noqa: PLC0415 (only here)
    from vouchgraph.knowledge_graph import KnowledgeGraph  # noqa: PLC0415 (it imports rdflib)

    page = output or (current(graph, "view.html") if graph.is_dir() else graph.with_suffix(".html"))
    if not page.is_file() or not graph.is_dir() or title or not evidence or limit is not None:
        named = title or graph.resolve().stem
        loaded = KnowledgeGraph.load(graph)
        if note := loaded.view(page, title=named, evidence=evidence, limit=limit):
            typer.echo(note, err=True)
    return page.resolve()


def _write_bytes(content: bytes, output: Path | None) -> None:
    """Write UTF-8 whatever the terminal says, so that files of answers can be read anywhere."""
    if output is not None:
        from output.files import write_file  # noqa: PLC0415 (only here)

        write_file(output, content)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
