"""The command that tells what each stage of the reading saw in a text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractors.reader import DEFAULT_READER
from vouchgraph.options import ReaderName


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text itself, in quotes.")],
    *,
    date: Annotated[str, typer.Option(help="The day from which the text counts: 2026-02-26.")] = "",
    reader: ReaderName = DEFAULT_READER,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(help="Things known by name, as SKOS Turtle; may be given several times."),
    ] = None,
) -> None:
    """Tell what each stage of the reading saw in a text, and why a fact was made or not.

    Example: vouchgraph explain "Ada Lund met the minister in Oslo. He said the talks had failed."
    """
    from extractors.explaining import explain as lines_of  # noqa: PLC0415 (it imports spaCy)
    from extractors.pipeline import Pipeline  # noqa: PLC0415 (likewise)
    from extractors.reader import load_reader  # noqa: PLC0415 (likewise)
    from graph.model import Document, Sourced  # noqa: PLC0415 (likewise)
    from ontology.lexicons import load_lexicon  # noqa: PLC0415 (it reads a large file)

    dated = Sourced(_day(date), "command line") if date else None
    document = Document("text", text, "command line", date=dated)
    pipeline = Pipeline(load_reader(reader), load_lexicon(lexicon or ()))
    for line in lines_of(pipeline, document):
        typer.echo(line)


def _day(given: str) -> str:
    from graph.dates import PartialDate  # noqa: PLC0415 (with the reading)
    from graph.errors import InputError  # noqa: PLC0415 (likewise)

    try:
        return PartialDate.parse(given).iso
    except ValueError:
        message = f"no date {given!r}; write it as 2026-02-26, 2026-02 or 2026"
        raise InputError(message) from None
