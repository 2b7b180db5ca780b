"""The commands by which people decide what is one thing and what is two, and undo it."""

from __future__ import annotations

from typing import Annotated

import typer

from vouchgraph.deciding import (
    THING,
    By,
    Decisions,
    DryRun,
    First,
    Folder,
    Lexicons,
    Second,
    When,
    Who,
    Why,
    check_found,
    closing,
    decide,
    open_built,
    reference_to,
    show_changes,
)


def same(
    out: Folder,
    first: First,
    second: Second,
    *,
    why: Why = "",
    who: Who = None,
    when: When = None,
    dry_run: DryRun = False,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Decide that two things are one; the next build joins them.

    Example: vouchgraph same out "courier:Mara Voss" "note:Dr. Voss" --why "the same post"
    """
    built = open_built(out, decisions, lexicon)
    decide(built, "same", [first, second], "", By(who, when, why), dry_run=dry_run)


def different(
    out: Folder,
    first: First,
    second: Second,
    *,
    why: Why = "",
    who: Who = None,
    when: When = None,
    dry_run: DryRun = False,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Decide that two things are two; the next build keeps them apart.

    Example: vouchgraph different out "courier:John Smith" "note:John Smith"
    """
    built = open_built(out, decisions, lexicon)
    decide(built, "different", [first, second], "", By(who, when, why), dry_run=dry_run)


def rename(
    out: Folder,
    thing: First,
    name: Annotated[str, typer.Argument(metavar="NAME", help="How to call it.")],
    *,
    why: Why = "",
    who: Who = None,
    when: When = None,
    dry_run: DryRun = False,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Decide how a thing is called; its IRI stays as it is.

    Example: vouchgraph rename out "note:the collapse" "Alden Bridge collapse"
    """
    built = open_built(out, decisions, lexicon)
    decide(built, "name", [thing], name, By(who, when, why), dry_run=dry_run)


def kind(
    out: Folder,
    thing: First,
    name: Annotated[str, typer.Argument(metavar="KIND", help="Person, Organization, Place, …")],
    *,
    why: Why = "",
    who: Who = None,
    when: When = None,
    dry_run: DryRun = False,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Decide of what kind a thing is.

    Example: vouchgraph kind out note:Lindvik Place
    """
    built = open_built(out, decisions, lexicon)
    decide(built, "kind", [thing], name, By(who, when, why), dry_run=dry_run)


def drop(
    out: Folder,
    thing: First,
    *,
    why: Why = "",
    who: Who = None,
    when: When = None,
    dry_run: DryRun = False,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Decide that a thing is none; the next build leaves it out with all that is said of it.

    Example: vouchgraph drop out "note:Page Two"
    """
    built = open_built(out, decisions, lexicon)
    decide(built, "drop", [thing], "", By(who, when, why), dry_run=dry_run)


def undo(
    out: Folder,
    things: Annotated[
        list[str] | None, typer.Argument(metavar="[A [B]]", help=f"{THING} All that names them.")
    ] = None,
    *,
    dry_run: DryRun = False,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Take decisions back: those that name A, or A and B; without them, list all.

    Example: vouchgraph undo out "courier:John Smith" "note:John Smith"
    """
    built = open_built(out, decisions, lexicon)
    if not things:
        for one in built.decisions:
            typer.echo(str(one))
        return
    wanted = {reference_to(built, thing) for thing in things}
    gone = [one for one in built.decisions if wanted <= {one.first, one.other}]
    check_found(gone, things, built)
    kept = [one for one in built.decisions if one not in gone]
    for one in gone:
        typer.echo(f"undone: {one}")
    show_changes(built, kept)
    if not dry_run:
        built.write(kept)
    typer.echo(closing(dry_run=dry_run))
