"""The commands that make lexicons."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import LexiconError

lexicon = typer.Typer(
    name="lexicon",
    help="Make lexicons of known things.",
    no_args_is_help=True,
    add_completion=False,
)


class LexiconKind(StrEnum):
    """The kinds of things that a lexicon can be made of."""

    PLACE = "Place"
    ORGANIZATION = "Organization"
    EVENT = "Event"
    PERSON = "Person"


@lexicon.callback()
def _group() -> None:
    """Keep ``make`` a command of its own where it is the only one."""


@lexicon.command()
def make(
    dump: Annotated[
        Path,
        typer.Argument(
            metavar="DUMP",
            help="GeoNames' cities15000 or allCountries (.txt, .zip), or Wikidata's JSON "
            "(.json, .gz, .bz2).",
        ),
    ],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The lexicon to write (.ttl).")],
    population: Annotated[
        int, typer.Option(min=0, help="The least population of a town.")
    ] = 15_000,
    sitelinks: Annotated[
        int, typer.Option(min=0, help="The least number of wikis that tell of an item.")
    ] = 20,
    kind: Annotated[
        list[LexiconKind] | None,
        typer.Option(help="What to take of Wikidata; all but people where none is given."),
    ] = None,
    other_names: Annotated[
        bool, typer.Option("--other-names", help="Take GeoNames' names in other languages too.")
    ] = False,
) -> None:
    """Make a lexicon from a downloaded dump, line by line, for `build --lexicon`.

    Example: vouchgraph lexicon make cities15000.zip -o towns.ttl
    """
    from ontology.lexicons import load_lexicon  # noqa: PLC0415 (it reads the shipped one)
    from ontology.lexicons.making import (  # noqa: PLC0415 (likewise)
        DumpError,
        Limits,
        make_lexicon,
        open_dump,
    )
    from output.files import write_pieces  # noqa: PLC0415 (only here)

    chosen = [one.value for one in kind or ()]
    kinds = frozenset(chosen) or Limits().kinds
    limits = Limits(population, sitelinks, kinds, other_names)
    try:
        with open_dump(dump) as lines:
            pieces = make_lexicon(lines, load_lexicon(), limits)
            write_pieces(output, (piece.encode() for piece in pieces))
    except DumpError as error:
        raise LexiconError(str(error)) from error
    typer.echo(f"wrote {output}")
