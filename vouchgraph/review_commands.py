"""The commands by which people see why things are one or two, and go through what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer

from vouchgraph.deciding import (
    By,
    Decisions,
    First,
    Folder,
    Lexicons,
    Second,
    When,
    Who,
    closing,
    make_decision,
    open_built,
)

if TYPE_CHECKING:
    from graph.decisions import Decision
    from graph.model import MentionKey
    from vouchgraph.built import Built


def why(
    out: Folder,
    first: First,
    second: Second,
    *,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Tell why two things are one, or why they are two.

    Example: vouchgraph why out event-alden-bridge-collapse "note:the collapse"
    """
    from graph.asking import explain_pair, find_thing  # noqa: PLC0415 (it takes long to import)

    resolved = open_built(out, decisions, lexicon).resolve()
    pair = find_thing(resolved, first), find_thing(resolved, second)
    for line in explain_pair(resolved, *pair):
        typer.echo(line)


def review(
    out: Folder,
    *,
    who: Who = None,
    when: When = None,
    decisions: Decisions = None,
    lexicon: Lexicons = None,
) -> None:
    """Go through the doubtful pairs, the least sure first, and decide on each.

    Example: vouchgraph review out
    """
    from graph.asking import refer  # noqa: PLC0415 (it takes long to import)
    from output.report import doubtful_pairs  # noqa: PLC0415 (likewise)

    built = open_built(out, decisions, lexicon)
    resolved = built.resolve()
    pairs = list(doubtful_pairs(built.findings, resolved.resolution))
    for number, pair in enumerate(pairs, start=1):
        typer.echo(f"\n{number} of {len(pairs)}: {pair['reason']}")
        for thing in pair["things"]:
            typer.echo(f"  [{thing['document']}] {thing['sentence']}")
        answer = _asked("one" if pair["joined"] else "two")
        if answer == "q":
            break
        if answer in {"s", "d"}:
            references = [refer(resolved, _key(thing)) for thing in pair["things"]]
            verb = {"s": "same", "d": "different"}[answer]
            made = make_decision(verb, references, "", By(who, when, "reviewed"))
            built = _kept(built, made)
    typer.echo(closing(dry_run=False))


def _asked(now: str) -> str:
    words = f"  now {now}: [s]ame, [d]ifferent, [n]ext, [q]uit"
    while True:
        answer = str(typer.prompt(words, default="n")).strip().lower()[:1]
        if answer and answer in "sdnq":
            return answer
        typer.echo("  answer s, d, n or q")


def _key(thing: Mapping[str, Any]) -> MentionKey:
    from graph.model import MentionKey  # noqa: PLC0415 (likewise)

    return MentionKey(thing["document"], thing["start"], thing["end"])


def _kept(built: Built, decision: Decision) -> Built:
    """Write a decision at once, so that a review that is broken off keeps what was decided."""
    from graph.errors import DecisionError  # noqa: PLC0415 (likewise)

    try:
        decisions = built.add(decision)
        built.resolve(decisions)
    except DecisionError as error:
        typer.echo(f"  not kept: {error}")
        return built
    built.write(decisions)
    return built.opened_again()
