"""The command that measures a reader on corpora."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractors.corpora.formats import Format
from extractors.reader import DEFAULT_READER
from vouchgraph.options import ReaderName

if TYPE_CHECKING:
    from extractors.evaluation import Evaluation

# spaCy and rich are imported where they are used, so that --help answers at once


def evaluate(
    corpora: Annotated[
        list[Path],
        typer.Argument(
            metavar="CORPUS", help="Files, or folders of files, of the formats that --format lists."
        ),
    ],
    *,
    reader: ReaderName = DEFAULT_READER,
    name: Annotated[
        Format | None, typer.Option("--format", help="Recognised by the content otherwise.")
    ] = None,
    gold_tokens: Annotated[
        bool,
        typer.Option(
            "--gold-tokens/--raw", help="Give the reader the corpus' tokens, or running text."
        ),
    ] = True,
    gold_sentences: Annotated[
        bool, typer.Option("--gold-sentences", help="Tell the reader where sentences begin.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, not tables.")] = False,
) -> None:
    """Measure a reader on annotated corpora: names, tags, trees, sentences, events, speed.

    Example: vouchgraph evaluate en_ewt-ud-test.conllu
    """
    from extractors.evaluation import evaluate as measure  # noqa: PLC0415 (it imports spaCy)
    from extractors.reader import load_reader  # noqa: PLC0415 (likewise)
    from vouchgraph.showing import progress_on_stderr  # noqa: PLC0415 (rich)

    with progress_on_stderr() as progress:
        evaluation = measure(
            load_reader(reader),
            corpora,
            name=name,
            gold_tokens=gold_tokens,
            gold_sentences=gold_sentences,
            progress=progress,
        )
    _show(evaluation, as_json=as_json)
    for one in evaluation.skipped:
        typer.echo(f"skipped {one.source}: {one.reason}", err=True)
    if evaluation.skipped:
        count = len(evaluation.skipped)
        typer.echo(f"{count} input{'' if count == 1 else 's'} left out", err=True)
        raise typer.Exit(1)


def _show(evaluation: Evaluation, *, as_json: bool) -> None:
    from vouchgraph.score_tables import make_remarks, make_tables, to_values  # noqa: PLC0415 (here)

    if as_json:
        typer.echo(json.dumps(to_values(evaluation), indent=1, ensure_ascii=False))
        return
    tokens = "the corpus' tokens" if evaluation.gold_tokens else "running text"
    sentences = ", the corpus' sentences" if evaluation.gold_sentences else ""
    typer.echo(f"{evaluation.reader}, given {tokens}{sentences}\n")
    for table in make_tables(evaluation):
        if sys.stdout.isatty():
            from vouchgraph.showing import show_table  # noqa: PLC0415 (rich)

            show_table(table)
        else:
            typer.echo(table.to_markdown())
        typer.echo()
    for remark in make_remarks(evaluation):
        typer.echo(remark)
