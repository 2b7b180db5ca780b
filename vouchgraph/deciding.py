"""What the commands for decisions share: their options, and how a decision is made and kept."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.decisions import Decision, Reference, Verb
    from graph.model import Kind
    from graph.resolution import Resolved
    from vouchgraph.built import Built

# what imports rdflib is imported where it is used, so that --help answers at once

THING = "DOCUMENT:WORDS as they stand in the text, an entity's id, or its whole name."
Folder = Annotated[Path, typer.Argument(metavar="OUT", help="The folder that `build` wrote to.")]
First = Annotated[str, typer.Argument(metavar="A", help=THING)]
Second = Annotated[str, typer.Argument(metavar="B", help=THING)]
Why = Annotated[str, typer.Option("--why", help="The reason, for those who come after.")]
Who = Annotated[str | None, typer.Option("--who", help="Who decides; you without it.")]
When = Annotated[str | None, typer.Option("--when", help="The day; today without it.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")
]
Decisions = Annotated[
    Path | None, typer.Option("--decisions", help="The file of decisions, if not OUT's own.")
]
Lexicons = Annotated[
    list[Path] | None, typer.Option("--lexicon", help="The lexicons that the build was given.")
]


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when and why; None for you and for today."""

    who: str | None
    when: str | None
    why: str

    @property
    def name(self) -> str:
        """Who decides."""
        return getpass.getuser() if self.who is None else self.who

    @property
    def day(self) -> str:
        """The day of the decision: it is input, and no build asks the clock."""
        return datetime.now(UTC).date().isoformat() if self.when is None else self.when


def open_built(out: Path, decisions: Path | None, lexicons: Sequence[Path] | None) -> Built:
    """Open the folder of a build, with the decisions that hold."""
    from vouchgraph.built import Built  # noqa: PLC0415 (it imports rdflib)

    return Built.open(out, decisions=decisions, lexicons=lexicons or ())


def decide(
    built: Built, verb: str, things: Sequence[str], value: str, by: By, *, dry_run: bool
) -> None:
    """Make a decision, say what it changes, and keep it unless it is only tried."""
    decision = make_decision(verb, [reference_to(built, thing) for thing in things], value, by)
    decisions = built.add(decision)
    typer.echo(f"decided: {decision}")
    show_changes(built, decisions)
    if not dry_run:
        built.write(decisions)
    typer.echo(closing(dry_run=dry_run))


def reference_to(built: Built, thing: str) -> Reference:
    """Find what a user means; raises ``DecisionError`` where it is not one thing."""
    from graph.asking import find_thing  # noqa: PLC0415 (it takes long to import)

    return find_thing(built.resolve(), thing)


def make_decision(verb: str, references: Sequence[Reference], value: str, by: By) -> Decision:
    """Make a decision; raises ``DecisionError`` for an unknown kind."""
    from graph.decisions import Decision, Verb  # noqa: PLC0415 (likewise)

    chosen: Verb = Verb(verb)
    if chosen is Verb.KIND:
        value = _kind(value).value
    other = references[1] if len(references) > 1 else None
    return Decision(chosen, references[0], other, value, by.name, by.day, by.why)


def _kind(name: str) -> Kind:
    from graph.errors import DecisionError  # noqa: PLC0415 (likewise)
    from graph.model import Kind  # noqa: PLC0415 (likewise)

    found = next((one for one in Kind if one.value.casefold() == name.casefold()), None)
    if found is None:
        raise DecisionError(f"no kind {name!r}; one of: {', '.join(Kind)}")
    return found


def show_changes(built: Built, decisions: Sequence[Decision]) -> None:
    """Say what the next build would change by these decisions."""
    from graph.asking import differences  # noqa: PLC0415 (likewise)

    after: Resolved = built.resolve(decisions)
    for line in differences(built.resolve().resolution, after.resolution):
        typer.echo(f"  {line}")


def check_found(gone: Sequence[Decision], things: Sequence[str], built: Built) -> None:
    """Raise ``DecisionError`` where there is nothing to undo."""
    from graph.errors import DecisionError  # noqa: PLC0415 (likewise)

    if not gone:
        raise DecisionError(
            f"no decision on {' and '.join(things)} in {str(built.path)!r}; "
            "`vouchgraph undo OUT` lists all"
        )


def closing(*, dry_run: bool) -> str:
    """What to do next."""
    return "nothing was written" if dry_run else "build again to apply what was decided"
