"""The command ``claims``: what the sources say of an event, side by side."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from output.claims import Claim
    from vouchgraph.knowledge_graph import KnowledgeGraph

COLUMNS = (
    "number", "what", "who", "value", "bound", "group", "denied", "hedged", "voice", "reporters",
    "document", "date", "sentence", "against",
)  # fmt: skip

BOUNDS = {"AtLeast": "at least", "AtMost": "at most", "About": "about"}


class ClaimFormat(StrEnum):
    """How claims are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def claims(
    graph: Annotated[
        Path, typer.Argument(metavar="GRAPH", help="The folder that `build` wrote to, or a file.")
    ],
    event: Annotated[
        str | None, typer.Argument(metavar="[EVENT]", help="A name of the event, or its IRI.")
    ] = None,
    *,
    name: Annotated[
        ClaimFormat, typer.Option("--format", help="How to write them.")
    ] = ClaimFormat.TABLE,
) -> None:
    """Put what the sources say of an event side by side; without one, list the events.

    Example: vouchgraph claims out "Doba fire"
    """
    from output.claims import find_claims, find_event  # noqa: PLC0415 (it imports rdflib)
    from vouchgraph.knowledge_graph import KnowledgeGraph  # noqa: PLC0415 (likewise)

    loaded = KnowledgeGraph.load(graph)
    if event is None:
        _write_events(loaded, name)
        return
    told = find_event(loaded.dataset, event)
    found = find_claims(loaded.dataset, told.iri)
    if name is ClaimFormat.TABLE:
        _print_table(told.label, found)
        return
    _write(_as_csv if name is ClaimFormat.CSV else _as_json, found)


def _write(writer: Callable[[Sequence[dict[str, object]]], str], found: Sequence[Claim]) -> None:
    rows = [{column: asdict(claim)[column] for column in COLUMNS} for claim in found]
    _write_text(writer(rows))


def _write_events(loaded: KnowledgeGraph, name: ClaimFormat) -> None:
    from output.claims import list_events  # noqa: PLC0415 (it imports rdflib)

    events = list_events(loaded.dataset)
    rows: list[dict[str, object]] = [
        {"event": told.label, "documents": told.sources, "iri": told.iri} for told in events
    ]
    if name is ClaimFormat.JSON:
        _write_text(_as_json(rows))
    elif name is ClaimFormat.CSV:
        _write_text(_as_csv(rows))
    else:
        _print_rows(
            [("event", 3), ("documents", 1), ("iri", 3)],
            [[str(v) for v in row.values()] for row in rows],
        )


def _print_table(label: str, found: Sequence[Claim]) -> None:
    """Print the claims by what they tell, and below them the sentences on which they rest."""
    sources = list(dict.fromkeys((c.document, c.date, c.sentence) for c in found))
    typer.echo(f"{label}\n")
    columns = [("", 0), ("", 0), ("claim", 4), ("says who", 4), ("against", 2), ("in", 0)]
    rows = [
        _shown(claim, sources.index((claim.document, claim.date, claim.sentence)) + 1)
        for claim in found
    ]
    _print_rows(columns, _without_repeats(rows))
    typer.echo("")
    _print_rows(
        [("", 0), ("", 1)], [_source(number, *one) for number, one in enumerate(sources, 1)]
    )


def _shown(claim: Claim, source: int) -> list[str]:
    """One row of the table: what it tells, who says it, and which claims contradict it."""
    marks = " ".join(("not" * claim.denied, "perhaps" * claim.hedged)).split()
    group = "" if claim.group in {"", "Everyone"} else f"({claim.group})"
    words = (*marks, claim.who, BOUNDS.get(claim.bound, ""), claim.value, group)
    voices = ", as told by ".join((claim.voice, *claim.reporters))
    value, against = " ".join(word for word in words if word), " ".join(map(str, claim.against))
    return [claim.what, str(claim.number), value, voices, against, f"[{source}]"]


def _without_repeats(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows, with what they tell named at the first of each group only."""
    named = [
        "" if index and rows[index - 1][0] == row[0] else row[0] for index, row in enumerate(rows)
    ]
    return [[what, *row[1:]] for what, row in zip(named, rows, strict=True)]


def _source(number: int, document: str, date: str, sentence: str) -> list[str]:
    where = f"{document}, {date}" if date else document
    return [f"[{number}]", f"{where}: {sentence}"]


def _print_rows(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> None:
    """Print a table that fits the terminal: long cells are folded."""
    from rich.console import Console  # noqa: PLC0415 (only here)
    from rich.table import Table  # noqa: PLC0415 (only here)

    heads = any(heading for heading, _ in columns)
    table = Table(box=None, pad_edge=False, show_header=heads)
    for heading, ratio in columns:
        table.add_column(heading, ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    for row in rows:
        table.add_row(*row)
    Console(file=sys.stdout, highlight=False, markup=False, emoji=False).print(table)


def _as_csv(rows: Sequence[dict[str, object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(rows[0].keys() if rows else COLUMNS)
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _as_json(rows: Sequence[dict[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _write_text(text: str) -> None:
    """Write UTF-8 whatever the terminal says."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
